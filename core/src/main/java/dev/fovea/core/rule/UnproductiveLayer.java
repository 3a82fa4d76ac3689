package dev.fovea.core.rule;

import dev.fovea.core.analysis.Ancestry;
import dev.fovea.core.analysis.Readers;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Step;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * A convolution whose input sees the whole image along every path and every axis already (Richter et al. 2021). All such
 * layers of a network have one cause and one finding, at the first of them.
 *
 * <p>Layers after upsampling, or on the way to it, are there for detail, those that feed only endpoints are for a pyramid's
 * levels and heads, and those that join their whole input in one unit are heads; none of them is judged.
 */
public final class UnproductiveLayer extends Rule {
    public UnproductiveLayer() {
        super(Severity.NOTE, "A layer's input already sees the whole image, so the layer cannot add context.");
    }

    @Override
    public void check(AnalysedNetwork analysed, Consumer<Finding> findings) {
        Network network = analysed.network();
        if (!network.input().isKnown()) {
            return;
        }
        List<Ancestry> ancestries = new ArrayList<>();
        for (int axis = 0; axis < network.axes(); axis++) {
            ancestries.add(Ancestry.of(analysed.analysis(), axis));
        }
        BitSet outputs = outputs(network);
        for (int i = 0; i < network.layers().size(); i++) {
            if (outputs.get(i) && analysed.analysis().faulty().get(i)) {
                // What leads to it, and whether it is global, may be another once it is mended.
                return;
            }
        }
        BitSet judged = judged(network, outputs);
        List<Layer> unproductive = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            if (judged.get(i)
                    && !analysed.analysis().faulty().get(i)
                    && isConvolution(layer)
                    && seesAll(analysed, ancestries, layer)) {
                unproductive.add(layer);
            }
        }
        if (!unproductive.isEmpty()) {
            findings.accept(finding(analysed, unproductive));
        }
    }

    private static BitSet outputs(Network network) {
        Readers readers = Readers.of(network);
        BitSet outputs = new BitSet();
        for (int i = 0; i < network.layers().size(); i++) {
            outputs.set(i, network.layers().get(i).isRead() || readers.of(i).isEmpty());
        }
        return outputs;
    }

    /**
     * Layers from which a path leads to a global output, or to the only output if that is no endpoint, and none of whose
     * layers upsamples.
     */
    private static BitSet judged(Network network, BitSet outputs) {
        BitSet judged = new BitSet();
        boolean single = outputs.cardinality() == 1 && !network.last().isRead();
        for (int i = network.layers().size() - 1; i >= 0; i--) {
            Layer layer = network.layers().get(i);
            if (outputs.get(i) && (single || layer.isGlobal())) {
                judged.set(i);
            }
            for (Link link : layer.links()) {
                if (judged.get(i) && link.source() != Network.INPUT && !upsamples(link)) {
                    judged.set(link.source());
                }
            }
        }
        return judged;
    }

    private static boolean upsamples(Link link) {
        for (Step step : link.steps()) {
            Optional<Rational> scale = step.scale();
            if (scale.isPresent() && scale.get().numerator() > 0 && scale.get().compareTo(Rational.ONE) < 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConvolution(Layer layer) {
        return layer.operation().isConvolution()
                && widens(layer.links().get(0))
                && !layer.shape().isPoint();
    }

    private static boolean widens(Link link) {
        for (Step step : link.steps()) {
            Optional<Step.Window> window = step.stated();
            if (window.isPresent()
                    && (step.deformed().isPresent() || window.get().kernel() > 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean seesAll(AnalysedNetwork analysed, List<Ancestry> ancestries, Layer layer) {
        int source = layer.links().get(0).source();
        for (int axis = 0; axis < ancestries.size(); axis++) {
            if (source == Network.INPUT
                    || !isBeforeUpsampling(analysed, ancestries.get(axis), source, axis)
                    || shortest(analysed, source, axis).orElse(0) < extent(analysed, axis)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBeforeUpsampling(AnalysedNetwork analysed, Ancestry ancestry, int source, int axis) {
        Optional<Rational> jump = analysed.analysis().jump(source, axis);
        return jump.isPresent() && jump.get().compareTo(ancestry.coarsest().get(source)) >= 0;
    }

    private static OptionalLong shortest(AnalysedNetwork analysed, int source, int axis) {
        return analysed.analysis().figures().get(source).get(axis).shortest();
    }

    private static long extent(AnalysedNetwork analysed, int axis) {
        return analysed.network().input().extents().get(axis).value();
    }

    private Finding finding(AnalysedNetwork analysed, List<Layer> layers) {
        Network network = analysed.network();
        Layer first = layers.get(0);
        int source = first.links().get(0).source();
        List<Long> field = new ArrayList<>();
        List<Long> image = new ArrayList<>();
        for (int axis = 0; axis < network.axes(); axis++) {
            field.add(shortest(analysed, source, axis).getAsLong());
            image.add(extent(analysed, axis));
        }
        String followers = layers.size() == 1
                ? ""
                : " and %s more layer%s up to %s"
                        .formatted(
                                layers.size() - 1,
                                layers.size() == 2 ? "" : "s",
                                layers.get(layers.size() - 1).name());
        return finding(
                Place.layer(first.site()),
                layers.stream().map(Layer::site).distinct().toList(),
                "%s%s cannot add context: %s already sees %s pixels along every path, and the input has %s; use a larger input, fewer layers, or later strides"
                        .formatted(
                                first.name(),
                                followers,
                                network.name(source),
                                WindowText.joined(field),
                                WindowText.joined(image)));
    }
}
