package dev.fovea.processor.code.djl;

import dev.fovea.core.network.Operation;
import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Code;
import dev.fovea.processor.code.eval.NotReadException;
import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.eval.Values;
import dev.fovea.processor.code.graph.Graph;
import dev.fovea.processor.code.graph.Node;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The library's layers in the terms of the annotations. */
final class Leaves {
    private final Leaf leaf;
    private final Tensor input;
    private final Tracer tracer;

    private Leaves(Leaf leaf, Tensor input, Tracer tracer) {
        this.leaf = leaf;
        this.input = input;
        this.tracer = tracer;
    }

    /** What a layer computes. */
    static Tensor run(Leaf leaf, Tensor input, Tracer tracer) {
        if (!input.isFollowed()) {
            // What cannot be followed is a layer of its own, once something reads it.
            return new Leaves(leaf, tracer.unread(input.why(), List.of(input.node())), tracer).run();
        }
        return new Leaves(leaf, input, tracer).run();
    }

    private Tensor run() {
        String type = leaf.typeName();
        return switch (type.substring(type.lastIndexOf('.') + 1)) {
            case "Conv1d", "Conv2d", "Conv3d" -> convolution();
            case "Conv1dTranspose", "Conv2dTranspose" -> transposed();
            case "Linear" -> linear();
            case "BatchNorm", "GhostBatchNorm" -> batchNorm();
            case "LayerNorm" -> layerNorm();
            case "Dropout" -> dropout();
            case "Prelu" -> prelu();
            case "ScaledDotProductAttentionBlock" -> attention();
            case "BertBlock", "BertPretrainingBlock", "Embedding", "IdEmbedding" ->
                unread("%s looks up a vector by the number of a word, which no annotation expresses".formatted(type));
            default -> unread("what a block of %s computes is not known to Fovea".formatted(type));
        };
    }

    private Tensor unread(String why) {
        return tracer.unread(new Unknown(why, leaf.code()), List.of(input.node()));
    }

    /** It reads an array that it does not take; the cause is whatever could not be read before, if anything. */
    private Tensor misplaced(String why) {
        Unknown before = input.node().cause();
        return tracer.unread(before == null ? new Unknown(why, leaf.code()) : before, List.of(input.node()));
    }

    private @Nullable Argument setting(String method) {
        return leaf.settings().get(method);
    }

    private Node add(String annotation) {
        return tracer.add(annotation, leaf.name(), leaf.code(), List.of(input.node()));
    }

    /** The finished layer; one that runs again has the weights of the first time. */
    private Node finished(Node node, LayerSettings settings) {
        Unknown unknown = settings.unknown();
        if (unknown != null) {
            tracer.graph().note(unknown);
            node.unread(unknown);
        } else if (leaf.first != null && leaf.first.annotation().equals(node.annotation()) && Graph.canShare(node)) {
            node.shared(leaf.first);
        } else if (leaf.first != null) {
            Unknown twice =
                    new Unknown("the weights of this block are used twice, which no annotation expresses", leaf.code());
            tracer.graph().note(twice);
            node.unread(twice);
        } else {
            leaf.first = node;
        }
        return node;
    }

    private Tensor convolution() {
        if (!input.isMap()) {
            return misplaced(notMap());
        }
        require("setKernelShape", "setFilters");
        boolean dilated = setting("optDilation") != null;
        Node node = add(dilated ? "Dilated" : "Conv");
        LayerSettings settings = window(node);
        settings.shape("rate", setting("optDilation"));
        return Tensor.map(tracer, finished(node, settings));
    }

    private Tensor transposed() {
        if (!input.isMap()) {
            return misplaced(notMap());
        }
        require("setKernelShape", "setFilters");
        Node node = add("TransposedConv");
        LayerSettings settings = window(node);
        settings.shape("rate", setting("optDilation"));
        settings.shape("outputPadding", setting("optOutPadding"));
        return Tensor.map(tracer, finished(node, settings));
    }

    private LayerSettings window(Node node) {
        LayerSettings settings = new LayerSettings(node, tracer.axes());
        settings.shape("kernel", setting("setKernelShape"));
        settings.shape("stride", setting("optStride"));
        settings.shape("padding", setting("optPadding"));
        settings.number("out", setting("setFilters"));
        settings.number("groups", setting("optGroups"));
        settings.flag("bias", setting("optBias"));
        return settings;
    }

    private void require(String... methods) {
        for (String method : methods) {
            Argument setting = setting(method);
            if (setting == null || setting.value() == null || Long.valueOf(0).equals(Values.number(setting.value()))) {
                throw new NotReadException(
                        new Unknown("build() throws an exception here: %s is missing".formatted(method), leaf.code()));
            }
        }
    }

    private String notMap() {
        return input.order().size() == tracer.axes() + 2
                ? "the axes of the array that this layer reads are not in the order that it takes them for"
                : "this layer reads an array that is no longer a feature map";
    }

    private Tensor linear() {
        boolean isWhole = input.isVector() || input.isFlattened();
        boolean isEach = input.axes(input.order().size() - 1L).equals(Tensor.CHANNELS);
        if (!isWhole && !isEach) {
            return misplaced(
                    "Linear acts on the last axis of a feature map only; put Blocks.batchFlattenBlock() before it");
        }
        require("setUnits");
        boolean isConvolution = !isWhole && !input.isPoint();
        Node node = add(isConvolution ? "Conv" : "Linear");
        if (isConvolution) {
            node.with("kernel", Collections.nCopies(tracer.axes(), 1L), leaf.code());
        }
        LayerSettings settings = new LayerSettings(node, tracer.axes());
        settings.number("out", setting("setUnits"));
        settings.flag("bias", setting("optBias"));
        finished(node, settings);
        return isWhole ? Tensor.vector(tracer, node) : input.like(node);
    }

    /** Self-attention of all of a map: each position reads the others (Vaswani et al. 2017, section 3.2). */
    private Tensor attention() {
        require("setEmbeddingSize", "setHeadCount");
        Long size = Values.number(leaf.settings().get("setEmbeddingSize").value());
        Long heads = Values.number(leaf.settings().get("setHeadCount").value());
        if (size != null && heads != null && size % heads != 0) {
            throw new NotReadException(new Unknown(
                    "build() throws an exception here: %s heads do not divide an embedding of %s"
                            .formatted(heads, size),
                    leaf.code()));
        }
        Long channels = input.size(Dim.CHANNELS);
        if (!input.isTokens() || size != null && channels != null && !size.equals(channels)) {
            return misplaced(
                    input.isTokens()
                            ? "this attention is of %s channels, but the array has %s".formatted(size, channels)
                            : "attention reads an array of batch, positions and channels, but this is another; reshape and transpose the map before it");
        }
        Node node = add("Attention");
        LayerSettings settings = new LayerSettings(node, tracer.axes());
        settings.number("heads", setting("setHeadCount"));
        settings.number("out", setting("setEmbeddingSize"));
        return input.like(finished(node, settings));
    }

    private Tensor batchNorm() {
        Argument axis = setting("optAxis");
        boolean isChannels = input.axes(axis == null ? Long.valueOf(1) : Values.number(axis.value()))
                .equals(Tensor.CHANNELS);
        if (!isChannels) {
            return misplaced(
                    axis == null && input.axes(1L).size() > 1
                            ? "a normalisation of a flattened map has parameters for each of its units"
                            : "a normalisation along an axis other than that of the channels is not followed");
        }
        for (String method : List.of("optScale", "optCenter")) {
            Argument setting = setting(method);
            if (setting != null && !Boolean.TRUE.equals(setting.value())) {
                return unread("a normalisation without scale or centre is not followed");
            }
        }
        return normalized("BATCH");
    }

    private Tensor layerNorm() {
        boolean isPlain =
                Set.of("optEpsilon", "axis").containsAll(leaf.settings().keySet());
        Argument axis = setting("axis");
        List<?> stated = axis == null ? List.of() : Values.entries(axis.value());
        long last = input.order().size() - 1L;
        boolean isChannels = axis == null
                ? input.isVector()
                : stated.size() == 1
                        && Long.valueOf(last).equals(Values.number(stated.get(0)))
                        && input.axes(last).equals(Tensor.CHANNELS);
        return isChannels && isPlain
                ? normalized("LAYER")
                : misplaced("LayerNorm has a parameter for each unit of a feature map, which no annotation expresses");
    }

    private Tensor normalized(String norm) {
        Node node = finished(
                add("Normalize").with("value", norm, leaf.code()),
                new LayerSettings(tracer.graph().input(), tracer.axes()));
        return input.like(node);
    }

    private Tensor dropout() {
        Argument rate = setting("optRate");
        Code code = rate == null ? leaf.code() : rate.code();
        Object value = rate == null ? Float.valueOf(0.5f) : rate.value();
        // An unknown rate is left out: no figure depends on it.
        return value instanceof Number known && Operation.annotated("Dropout").isPresent()
                ? input.like(add("Dropout").with("value", Double.parseDouble(Float.toString(known.floatValue())), code))
                : input;
    }

    private Tensor prelu() {
        return Long.valueOf(1).equals(input.size(Dim.CHANNELS))
                ? Activations.apply(input, "PRELU", leaf.code())
                : unread("Prelu has one parameter for all channels, which no annotation expresses");
    }

    /** Attribute values of pools by the library's names. */
    static Tensor pool(Tensor input, String type, Map<String, Argument> arguments, Code code) {
        Tracer tracer = input.tracer();
        Node node = tracer.add("Pool", null, code, List.of(input.node()));
        LayerSettings settings = new LayerSettings(node, tracer.axes());
        settings.shape("kernel", arguments.get("kernel"));
        settings.shape("stride", arguments.get("stride"));
        settings.shape("padding", arguments.get("padding"));
        settings.flag("ceilMode", arguments.get("ceilMode"));
        settings.atMostHalf("padding", "kernel", arguments.get("padding"));
        node.with("type", type, null);
        if (settings.unknown() != null) {
            tracer.graph().note(settings.unknown());
            node.unread(settings.unknown());
        }
        return Tensor.map(tracer, node);
    }
}
