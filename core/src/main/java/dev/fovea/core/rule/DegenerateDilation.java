package dev.fovea.core.rule;

import dev.fovea.core.analysis.ValidTaps;
import dev.fovea.core.analysis.WideWindow;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.network.AxisNames;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A window so wide for its map, by its rate or its kernel, that most taps read padding (Chen et al. 2017, "Rethinking Atrous
 * Convolution", section 3.3). Judged along each axis, and a dilated window over all axes together as well. Taps that move with
 * the data are not judged.
 */
public final class DegenerateDilation extends LayerRule {
    public DegenerateDilation() {
        super(Severity.WARNING, "Most taps of a dilated or large window fall outside its input.");
    }

    @Override
    List<Finding> check(AnalysedNetwork analysed, int index) {
        Layer layer = analysed.network().layers().get(index);
        Optional<List<ValidTaps.Counts>> tooFew = tooFew(analysed.network(), layer);
        return tooFew.isEmpty() ? List.of() : List.of(finding(analysed, layer, tooFew.get()));
    }

    /** True if most taps of a layer fall outside its input. */
    public static boolean isDegenerate(Network network, Layer layer) {
        return tooFew(network, layer).isPresent();
    }

    private static Optional<List<ValidTaps.Counts>> tooFew(Network network, Layer layer) {
        if (layer.dataDependent()) {
            return Optional.empty();
        }
        Optional<List<ValidTaps.Counts>> counts = ValidTaps.perAxis(network, layer);
        return counts.isEmpty() || WideWindow.isEnough(network, layer, counts.get()) ? Optional.empty() : counts;
    }

    private Finding finding(AnalysedNetwork analysed, Layer layer, List<ValidTaps.Counts> counts) {
        List<Integer> atFault =
                axes(counts.size(), axis -> WideWindow.isDegenerate(analysed.network(), layer, axis, counts.get(axis)));
        List<Integer> dilated = axes(counts.size(), axis -> WideWindow.isDilated(layer, axis));
        return finding(analysed, layer, counts, atFault, atFault.isEmpty() ? dilated : atFault);
    }

    private static List<Integer> axes(int count, IntPredicate which) {
        return IntStream.range(0, count).filter(which).boxed().toList();
    }

    private static long extent(AnalysedNetwork analysed, Layer layer, int axis) {
        return analysed.network()
                .shape(layer.links().get(0).source())
                .extents()
                .get(axis)
                .value();
    }

    private Finding finding(
            AnalysedNetwork analysed,
            Layer layer,
            List<ValidTaps.Counts> counts,
            List<Integer> atFault,
            List<Integer> wide) {
        Link link = layer.links().get(0);
        List<Long> extents = IntStream.range(0, counts.size())
                .mapToObj(axis -> extent(analysed, layer, axis))
                .toList();
        boolean partly = !atFault.isEmpty() && atFault.size() < counts.size();
        ValidTaps.Counts judged = partly ? counts.get(atFault.get(0)) : ValidTaps.together(counts);
        String where = partly ? AxisNames.along(atFault.get(0), counts.size()) : "";
        String map = "its input of %s%s".formatted(WindowText.joined(extents), where);
        List<Long> left = IntStream.range(0, counts.size())
                .mapToObj(axis -> wide.contains(axis) ? 1L : kernel(layer, axis))
                .toList();
        String point = left.size() == 1 ? "layer of kernel 1" : WindowText.joined(left) + " layer";
        int axis = wide.get(0);
        boolean dilated = WideWindow.isDilated(layer, axis);
        String what = judged.isOneTap()
                ? "%s reads padding: only one of its taps ever falls inside %s, so it acts as a %s"
                        .formatted(WindowText.named(layer, link), map, point)
                : "%s mostly reads padding: on average %s %% of its taps fall inside %s, so %s"
                        .formatted(
                                WindowText.named(layer, link),
                                percent(judged.share()),
                                map,
                                dilated ? "it acts almost as a " + point : "most of its weights are wasted");
        Optional<FittingRate> fitting = dilated ? FittingRate.of(analysed, layer, wide) : Optional.empty();
        Finding finding = finding(
                Place.attribute(layer.site(), dilated ? "rate" : "kernel").at(axis),
                what
                        + "; use %s%s, and for the context of the whole map @GlobalPool"
                                .formatted(
                                        dilated
                                                ? fitting.map(FittingRate::text).orElse("a rate well below the extent")
                                                : "a kernel well below the extent",
                                        needed(analysed, layer)));
        return finding.advising(fitting.map(FittingRate::advice).stream().toList());
    }

    private static long kernel(Layer layer, int axis) {
        return layer.step(axis).window().orElseThrow().kernel();
    }

    private static String needed(AnalysedNetwork analysed, Layer layer) {
        OptionalLong extent = ValidTaps.neededExtent(
                analysed.network(), layer, counts -> WideWindow.isEnough(analysed.network(), layer, counts));
        return extent.isPresent() ? " or a map of at least " + extent.getAsLong() : "";
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }
}
