package dev.fovea.processor.code.dl4j;

import dev.fovea.Groups;
import dev.fovea.core.network.Operation;
import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Code;
import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.graph.Graph;
import dev.fovea.processor.code.graph.Node;
import dev.fovea.processor.code.graph.Shapes;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The library's layers in the terms of the annotations. */
final class LayerTable {
    private final Graph graph;
    private final Shapes shapes;
    private final String name;
    private final LayerSpec layer;
    private final Map<String, Argument> defaults;
    private final ComputedMap input;

    /** @param defaults what the configuration states for all layers */
    LayerTable(
            Graph graph,
            Shapes shapes,
            String name,
            LayerSpec layer,
            Map<String, Argument> defaults,
            ComputedMap input) {
        this.graph = graph;
        this.shapes = shapes;
        this.name = name;
        this.layer = layer;
        this.defaults = defaults;
        this.input = input;
    }

    /** What the layer computes. */
    ComputedMap run() {
        return switch (layer.kind()) {
            case "ConvolutionLayer", "Convolution2D" -> window(2, "Conv");
            case "Convolution1DLayer", "Convolution1D" -> window(1, "Conv");
            case "Convolution3D" -> window(3, "Conv");
            case "Deconvolution2D" -> window(2, "TransposedConv");
            case "Deconvolution3D" -> window(3, "TransposedConv");
            case "DepthwiseConvolution2D" -> depthwise();
            case "SeparableConvolution2D" -> separable();
            case "SubsamplingLayer", "Pooling2D" -> window(2, "Pool");
            case "Subsampling1DLayer", "Pooling1D" -> window(1, "Pool");
            case "Subsampling3DLayer" -> window(3, "Pool");
            case "DenseLayer" -> dense("SIGMOID");
            case "OutputLayer", "RnnOutputLayer" -> dense("SOFTMAX");
            case "LossLayer", "CnnLossLayer", "Cnn3DLossLayer", "RnnLossLayer" -> activated(input, "IDENTITY");
            case "ActivationLayer" -> activated(input, "SIGMOID");
            case "FrozenLayer", "FrozenLayerWithBackprop", "TimeDistributed" -> wrapped();
            case "LSTM", "GravesLSTM", "GravesBidirectionalLSTM", "SimpleRnn", "Bidirectional", "LastTimeStep" ->
                new RecurrentLayers(graph, shapes, name, layer, input).run();
            case "Yolo2OutputLayer" -> input;
            default -> new WindowlessLayers(graph, shapes, name, layer, input).run();
        };
    }

    private ComputedMap unread(String why) {
        return new ComputedMap(
                graph.addUnread(name, new Unknown(why, layer.code()), List.of(input.node())), input.isVector());
    }

    private Node add(String annotation, String own) {
        return graph.add(annotation, own, layer.code(), List.of(input.node()));
    }

    static Node finished(Node node, BuilderSettings settings, Graph graph) {
        Unknown unknown = settings.unknown();
        if (unknown != null) {
            graph.note(unknown);
            node.unread(unknown);
        }
        return node;
    }

    private ComputedMap window(int axes, String annotation) {
        if (axes != shapes.axes() || input.isVector()) {
            return unread("%s reads a map of %s axes, but its input is not one".formatted(layer.kind(), axes));
        }
        boolean isDilated = annotation.equals("Conv") && layer.setting("dilation") != null;
        Node node = add(isDilated ? "Dilated" : annotation, name);
        BuilderSettings settings = new BuilderSettings(layer, node);
        new WindowSettings(layer, defaults, shapes).state(node, settings);
        if (annotation.equals("Pool")) {
            pool(node, settings);
            return new ComputedMap(finished(node, settings, graph), false);
        }
        settings.required("out", "nOut");
        node.with("bias", settings.flag("bias", "hasBias", true), settings.at("hasBias"));
        return activated(new ComputedMap(finished(node, settings, graph), false), "SIGMOID");
    }

    private void pool(Node node, BuilderSettings settings) {
        String type = type(layer);
        if (type.isEmpty()) {
            settings.fail("type", new Unknown("a pool of this type is not followed", settings.at("poolingType")));
        } else {
            node.with("type", type, settings.at("poolingType"));
        }
    }

    /** Empty for a type that no annotation expresses. */
    static String type(LayerSpec layer) {
        Argument type = layer.setting("poolingType");
        return type == null
                ? "MAX"
                : switch (EnumConstant.nameOf(type.value())) {
                    case "MAX" -> "MAX";
                    case "AVG" -> "AVERAGE";
                    case "PNORM" -> "LP";
                    default -> "";
                };
    }

    private ComputedMap depthwise() {
        if (shapes.axes() != 2 || input.isVector()) {
            return unread("this layer reads a map of 2 axes, but its input is not one");
        }
        return activated(new ComputedMap(depthwise(name, true), false), "SIGMOID");
    }

    private Node depthwise(String own, boolean takesBias) {
        Node node = add(layer.setting("dilation") == null ? "Conv" : "Dilated", own);
        BuilderSettings settings = new BuilderSettings(layer, node);
        new WindowSettings(layer, defaults, shapes).state(node, settings);
        long multiplier = settings.number("out", "depthMultiplier", 1);
        Long channels = shapes.size(input.node(), Shapes.CHANNELS);
        if (channels != null) {
            node.with("out", Math.multiplyExact(channels, multiplier), settings.at("depthMultiplier"));
        } else if (multiplier != 1) {
            settings.fail("out", new Unknown("the number of channels is not known; state it in @Input", layer.code()));
        }
        boolean hasBias = takesBias && settings.flag("bias", "hasBias", true);
        node.with("groups", (long) Groups.DEPTHWISE, layer.code()).with("bias", hasBias, settings.at("hasBias"));
        return finished(node, settings, graph);
    }

    private ComputedMap separable() {
        if (shapes.axes() != 2 || input.isVector()) {
            return unread("this layer reads a map of 2 axes, but its input is not one");
        }
        Node last = graph.inside(name, () -> {
            Node depthwise = depthwise("depthwise", false);
            Node pointwise = graph.add("Conv", "pointwise", layer.code(), List.of(depthwise));
            BuilderSettings settings = new BuilderSettings(layer, pointwise);
            pointwise.with("kernel", Collections.nCopies(2, 1L), layer.code());
            settings.required("out", "nOut");
            pointwise.with("bias", settings.flag("bias", "hasBias", true), settings.at("hasBias"));
            return finished(pointwise, settings, graph);
        });
        return activated(new ComputedMap(last, false), "SIGMOID");
    }

    /** On sequences this layer acts on each step. */
    private ComputedMap dense(String otherwise) {
        boolean isStepwise = shapes.axes() == 1 && !input.isVector();
        if (!isStepwise && layer.kind().equals("RnnOutputLayer")) {
            return unread("RnnOutputLayer reads a sequence, but its input is not one");
        }
        Node node = add(isStepwise ? "Conv" : "Linear", name);
        BuilderSettings settings = new BuilderSettings(layer, node);
        if (isStepwise) {
            node.with("kernel", List.of(1L), layer.code());
        }
        settings.required("out", "nOut");
        node.with("bias", settings.flag("bias", "hasBias", true), settings.at("hasBias"));
        return activated(new ComputedMap(finished(node, settings, graph), !isStepwise), otherwise);
    }

    /** A layer whose weights are kept, or that acts on each step of a sequence, as dense layers do anyway. */
    private ComputedMap wrapped() {
        Argument inner = layer.setting("layer");
        return inner != null && inner.value() instanceof LayerSpec spec
                ? new LayerTable(graph, shapes, name, spec, defaults, input).run()
                : unread("which layer this is of is known only at run time");
    }

    private ComputedMap activated(ComputedMap before, String otherwise) {
        Argument stated = layer.setting("activation");
        boolean isOwnDefault = otherwise.equals("SOFTMAX") || otherwise.equals("IDENTITY");
        Argument function = stated != null || isOwnDefault ? stated : defaults.get("activation");
        String value = function == null ? otherwise : EnumConstant.nameOf(function.value());
        return activated(before, function == null ? layer.code() : function.code(), FunctionNames.value(value));
    }

    /** An activation by itself has the layer's name. */
    private ComputedMap activated(ComputedMap before, Code code, @Nullable String value) {
        boolean isLayer = before == input;
        if (value == null || Operation.annotated("Activate").isEmpty()) {
            return before;
        }
        Node node = graph.add("Activate", isLayer ? name : null, code, List.of(before.node()))
                .with("value", value, code);
        return new ComputedMap(node, before.isVector());
    }
}
