package dev.fovea.core.rule;

import dev.fovea.core.analysis.Ancestry;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.RuleInfo;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Step;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A convolution whose input sees the whole image along every path and every axis already (Richter et al. 2021). All such
 * layers of a network have one cause and one finding, at the first of them.
 *
 * <p>Layers after upsampling are there for detail, those that join their whole input in one unit are heads; neither is
 * judged.
 */
public final class UnproductiveLayer implements Rule {
    private static final Set<String> CONVOLUTIONS = Set.of("Conv", "Dilated", "DeformableConv");

    @Override
    public RuleInfo info() {
        return new RuleInfo(
                "UnproductiveLayer",
                Optional.of(Severity.NOTE),
                false,
                "A layer's input sees the whole image already, so that the layer cannot add context.");
    }

    @Override
    public void check(Subject subject, Consumer<Finding> findings) {
        Network network = subject.network();
        if (!network.input().isKnown()) {
            return;
        }
        List<Ancestry> ancestries = new ArrayList<>();
        for (int axis = 0; axis < network.axes(); axis++) {
            ancestries.add(Ancestry.of(subject.analysis(), axis));
        }
        List<Layer> unproductive = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            if (!subject.analysis().faulty().get(i) && isConvolution(layer) && seesAll(subject, ancestries, layer)) {
                unproductive.add(layer);
            }
        }
        if (!unproductive.isEmpty()) {
            findings.accept(finding(subject, unproductive));
        }
    }

    private static boolean isConvolution(Layer layer) {
        return CONVOLUTIONS.contains(layer.op())
                && widens(layer.links().get(0))
                && !layer.shape().isPoint();
    }

    private static boolean widens(Link link) {
        for (Step step : link.steps()) {
            if (step instanceof Step.Deformed || step instanceof Step.Window window && window.kernel() > 1) {
                return true;
            }
        }
        return false;
    }

    private static boolean seesAll(Subject subject, List<Ancestry> ancestries, Layer layer) {
        int source = layer.links().get(0).source();
        for (int axis = 0; axis < ancestries.size(); axis++) {
            if (source == Network.INPUT
                    || !isBeforeUpsampling(subject, ancestries.get(axis), source, axis)
                    || shortest(subject, source, axis).orElse(0) < extent(subject, axis)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBeforeUpsampling(Subject subject, Ancestry ancestry, int source, int axis) {
        Optional<Rational> jump = subject.analysis().jump(source, axis);
        return jump.isPresent() && jump.get().compareTo(ancestry.coarsest().get(source)) >= 0;
    }

    private static OptionalLong shortest(Subject subject, int source, int axis) {
        return subject.analysis().figures().get(source).get(axis).shortest();
    }

    private static long extent(Subject subject, int axis) {
        return subject.network().input().extents().get(axis).value();
    }

    private static Finding finding(Subject subject, List<Layer> layers) {
        Network network = subject.network();
        Layer first = layers.get(0);
        int source = first.links().get(0).source();
        List<Long> field = new ArrayList<>();
        List<Long> image = new ArrayList<>();
        for (int axis = 0; axis < network.axes(); axis++) {
            field.add(shortest(subject, source, axis).getAsLong());
            image.add(extent(subject, axis));
        }
        String followers = layers.size() == 1
                ? ""
                : " and %s more layer%s up to %s"
                        .formatted(
                                layers.size() - 1,
                                layers.size() == 2 ? "" : "s",
                                layers.get(layers.size() - 1).name());
        return new Finding(
                "UnproductiveLayer",
                Place.layer(first.declared()),
                layers.stream().map(Layer::declared).distinct().toList(),
                Optional.empty(),
                false,
                "%s%s cannot add context: units of %s see %s pixels along every path, the input has %s; use a larger input, fewer layers, or later strides"
                        .formatted(
                                first.name(),
                                followers,
                                network.name(source),
                                WindowText.joined(field),
                                WindowText.joined(image)));
    }
}
