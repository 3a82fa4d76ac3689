package dev.fovea.core.rule;

import dev.fovea.core.analysis.Rounding;
import dev.fovea.core.finding.Advice;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Step;
import dev.fovea.core.tiles.NearestExtents;
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
        List<AlongAxes<Rounding.Loss>> losses = AlongAxes.of(perAxis);
        List<Advice> advice = losses.isEmpty() ? List.of() : new CroppedAdvice(analysed, perAxis).all();
        for (AlongAxes<Rounding.Loss> found : losses) {
            findings.accept(finding(network, found).advising(advice));
        }
    }

    private Finding finding(Network network, AlongAxes<Rounding.Loss> found) {
        Rounding.Loss loss = found.value();
        List<Layer> layers = loss.layers().stream().map(network.layers()::get).toList();
        return finding(
                Place.attribute(layers.get(0).site(), "stride").at(found.axis()),
                layers.stream().map(Layer::site).toList(),
                "the last %sof the input's %s pixels%s %s never read: %s; %s"
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
                                advice(network, loss.layers(), found.axis())));
    }

    private static String advice(Network network, List<Integer> rounding, int axis) {
        String room = room(network, rounding, axis);
        Optional<String> sizes =
                NearestExtents.lossless(network, axis).map(nearest -> "use an input of " + nearest.text());
        return room.isEmpty()
                ? sizes.orElse("choose an extent that the strides divide")
                : room + ", or " + sizes.orElse("choose an extent that the strides divide");
    }

    /** What makes room for one window more; empty where a later layer would round down in turn. */
    private static String room(Network network, List<Integer> rounding, int axis) {
        List<Layer> strided = strided(network, rounding, axis);
        if (strided.stream().allMatch(layer -> layer.operation().hasCeilMode())) {
            return "state ceilMode = true" + (strided.size() > rounding.size() ? " there and at the pools above" : "");
        }
        if (strided.size() > 1) {
            return "";
        }
        return "pad the end by " + missing(network, strided.get(0), axis);
    }

    /** The layers with a stride from the first that rounds down on. */
    static List<Layer> strided(Network network, List<Integer> rounding, int axis) {
        return network.layers().subList(rounding.get(0), network.layers().size()).stream()
                .filter(layer -> layer.step(axis)
                        .window()
                        .filter(one -> one.stride() > 1)
                        .isPresent())
                .toList();
    }

    /** What one window more needs at the end, beside the padding that is there. */
    static long missing(Network network, Layer layer, int axis) {
        Step.Window window = layer.step(axis).window().orElseThrow();
        long last = layer.shape().extents().get(axis).value() * window.stride() - window.begin() + window.reach();
        long extent =
                network.shape(layer.links().get(0).source()).extents().get(axis).value();
        return last + 1 - extent - window.end();
    }

    private static String rounds(Network network, Layer layer, int axis) {
        return "%s rounds %s positions down to %s"
                .formatted(
                        WindowText.named(layer, layer.links().get(0)),
                        network.shape(layer.links().get(0).source()).extents().get(axis),
                        layer.shape().extents().get(axis));
    }
}
