package dev.fovea.core.rule;

import dev.fovea.core.analysis.Rounding;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Strided windows that do not fit a whole number of times leave pixels at the end of the input that no unit reads. */
public final class CroppedInput extends Rule {
    private static final int MOST_NAMED = 2;

    public CroppedInput() {
        super(Severity.NOTE, "Rounding down leaves pixels at the border of the input that no unit reads.");
    }

    @Override
    public void check(AnalysedNetwork analysed, Consumer<Finding> findings) {
        Network network = analysed.network();
        List<Optional<Rounding.Loss>> perAxis = new ArrayList<>();
        for (int axis = 0; axis < network.axes(); axis++) {
            perAxis.add(Rounding.of(network, axis));
        }
        for (AlongAxes<Rounding.Loss> found : AlongAxes.of(perAxis)) {
            findings.accept(finding(network, found));
        }
    }

    private Finding finding(Network network, AlongAxes<Rounding.Loss> found) {
        Rounding.Loss loss = found.value();
        List<Layer> layers = loss.layers().stream().map(network.layers()::get).toList();
        boolean pools = layers.stream().allMatch(layer -> layer.operation().hasCeilMode());
        return finding(
                Place.attribute(layers.get(0).site(), "stride").at(found.axis()),
                layers.stream().map(Layer::site).toList(),
                "the last %sof the input's %s pixels%s %s never read: %s; %s, or choose an extent that the strides divide"
                        .formatted(
                                loss.lost() == 1 ? "" : loss.lost() + " ",
                                loss.extent(),
                                found.where(),
                                loss.lost() == 1 ? "is" : "are",
                                layers.stream()
                                                .limit(MOST_NAMED)
                                                .map(layer -> rounds(network, layer, found.axis()))
                                                .collect(Collectors.joining(", "))
                                        + (layers.size() > MOST_NAMED
                                                ? " and %s more".formatted(layers.size() - MOST_NAMED)
                                                : ""),
                                pools ? "state ceilMode = true" : "pad the end"));
    }

    private static String rounds(Network network, Layer layer, int axis) {
        return "%s rounds %s positions down to %s"
                .formatted(
                        WindowText.named(layer, layer.links().get(0)),
                        network.shape(layer.links().get(0).source()).extents().get(axis),
                        layer.shape().extents().get(axis));
    }
}
