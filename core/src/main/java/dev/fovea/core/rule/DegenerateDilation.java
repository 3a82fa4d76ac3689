package dev.fovea.core.rule;

import dev.fovea.core.analysis.ValidTaps;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalLong;

/**
 * A dilation rate so close to the extent of the map that most taps read padding (Chen et al. 2017, "Rethinking Atrous
 * Convolution", section 3.3). Taps that move with the data are not judged.
 */
public final class DegenerateDilation extends LayerRule {
    public DegenerateDilation() {
        super(Severity.WARNING, "Most taps of a dilated layer fall outside its input.");
    }

    @Override
    List<Finding> check(AnalysedNetwork analysed, int index) {
        Layer layer = analysed.network().layers().get(index);
        int axis = dilatedAxis(layer);
        if (axis < 0 || layer.dataDependent()) {
            return List.of();
        }
        return ValidTaps.counts(analysed.network(), layer)
                .filter(counts -> !isEnough(counts))
                .map(counts -> finding(analysed, layer, axis, counts))
                .stream()
                .toList();
    }

    private static boolean isEnough(ValidTaps.Counts counts) {
        return !counts.isOneTap() && !counts.isBelow(1, 3);
    }

    /** The first axis along which taps lie apart; negative if there is none. */
    private static int dilatedAxis(Layer layer) {
        for (int axis = 0; axis < layer.shape().extents().size(); axis++) {
            if (layer.step(axis)
                    .window()
                    .filter(window -> window.kernel() > 1 && window.rate() > 1)
                    .isPresent()) {
                return axis;
            }
        }
        return -1;
    }

    private Finding finding(AnalysedNetwork analysed, Layer layer, int axis, ValidTaps.Counts counts) {
        Link link = layer.links().get(0);
        List<Long> extents = analysed.network().shape(link.source()).extents().stream()
                .map(extent -> extent.value())
                .toList();
        String map = "its input of %s".formatted(WindowText.joined(extents));
        String what = counts.isOneTap()
                ? "only one tap of %s ever falls inside %s: it acts as a layer of kernel 1"
                        .formatted(WindowText.named(layer, link), map)
                : "only %s %% of the taps of %s fall inside %s on average: the others read padding, so that it comes close to a layer of kernel 1"
                        .formatted(percent(counts.share()), WindowText.named(layer, link), map);
        return finding(
                Place.attribute(layer.site(), "rate").at(axis),
                what + needed(analysed, layer)
                        + "; use a rate well below the extent, and for the context of the whole map @GlobalPool");
    }

    private static String needed(AnalysedNetwork analysed, Layer layer) {
        OptionalLong extent = ValidTaps.neededExtent(analysed.network(), layer, DegenerateDilation::isEnough);
        return extent.isPresent() ? ", and needs a map of at least " + extent.getAsLong() : "";
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }
}
