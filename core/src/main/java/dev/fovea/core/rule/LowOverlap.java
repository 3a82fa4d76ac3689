package dev.fovea.core.rule;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A strided layer below the last one after which neighbouring fields hardly overlap, so that what lies finer than the
 * stride is aliased. Layers above it that still have little overlap have the same cause.
 */
public final class LowOverlap extends Rule {
    private static final long TENTH = 10;

    public LowOverlap() {
        super("Neighbouring fields overlap by less than a tenth.");
    }

    @Override
    public void check(AnalysedNetwork analysed, Consumer<Finding> findings) {
        Network network = analysed.network();
        List<List<Optional<Overlap>>> low = new ArrayList<>();
        for (int i = 0; i < network.layers().size() - 1; i++) {
            Layer layer = network.layers().get(i);
            List<Optional<Overlap>> here = new ArrayList<>();
            List<Optional<Overlap>> caused = new ArrayList<>();
            for (int axis = 0; axis < network.axes(); axis++) {
                Optional<Overlap> overlap = low(analysed, i, axis);
                here.add(overlap);
                caused.add(overlap.filter(unused -> isStrided(layer)).filter(new Fresh(low, layer, axis)::isFresh));
            }
            low.add(here);
            AlongAxes.of(caused).stream().limit(1).forEach(found -> findings.accept(finding(layer, found)));
        }
    }

    /** Tells whether no map that a layer reads has a low overlap itself. */
    private record Fresh(List<List<Optional<Overlap>>> low, Layer layer, int axis) {
        boolean isFresh(Overlap unused) {
            return layer.links().stream()
                    .map(Link::source)
                    .allMatch(source ->
                            source == Network.INPUT || low.get(source).get(axis).isEmpty());
        }
    }

    /** The overlap where it is low; a map as fine as the input aliases nothing. */
    private static Optional<Overlap> low(AnalysedNetwork analysed, int index, int axis) {
        boolean isCoarse = analysed.analysis()
                .jump(index, axis)
                .filter(jump -> jump.compareTo(Rational.ONE) > 0)
                .isPresent();
        return isCoarse
                ? Overlap.of(analysed.analysis().figures().get(index).get(axis))
                        .filter(overlap -> overlap.isBelow(1, TENTH))
                : Optional.empty();
    }

    private static boolean isStrided(Layer layer) {
        return layer.links().get(0).steps().stream()
                .anyMatch(step ->
                        step.window().filter(window -> window.stride() > 1).isPresent());
    }

    private Finding finding(Layer layer, AlongAxes<Overlap> found) {
        return finding(
                Place.attribute(layer.site(), "stride").at(found.axis()),
                "neighbouring fields of %s overlap by only %s%s, so detail finer than its stride is aliased; use a larger kernel, a smaller stride, or blur before it"
                        .formatted(WindowText.named(layer, layer.links().get(0)), found.value(), found.where()));
    }
}
