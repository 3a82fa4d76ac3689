package dev.fovea.processor.code.dl4j;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.eval.Values;
import dev.fovea.processor.code.graph.Graph;
import dev.fovea.processor.code.graph.Node;
import dev.fovea.processor.code.graph.Shapes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The library's layers without a window: what resamples, pads, crops, pools all of a map, or normalises. */
final class WindowlessLayers {
    private final Graph graph;
    private final Shapes shapes;
    private final String name;
    private final LayerSpec layer;
    private final ComputedMap input;

    WindowlessLayers(Graph graph, Shapes shapes, String name, LayerSpec layer, ComputedMap input) {
        this.graph = graph;
        this.shapes = shapes;
        this.name = name;
        this.layer = layer;
        this.input = input;
    }

    /** What the layer computes. */
    ComputedMap run() {
        return switch (layer.kind()) {
            case "BatchNormalization" -> batchNorm();
            case "LocalResponseNormalization" -> responseNorm();
            case "DropoutLayer" -> dropout();
            case "GlobalPoolingLayer" -> globalPool();
            case "Upsampling1D" -> resized(1, "Upsample", "scale", "size");
            case "Upsampling2D" -> resized(2, "Upsample", "scale", "size");
            case "Upsampling3D" -> resized(3, "Upsample", "scale", "size");
            case "SpaceToDepthLayer" -> spaceToDepth();
            case "ZeroPadding1DLayer" -> bordered(1, "Pad");
            case "ZeroPaddingLayer" -> bordered(2, "Pad");
            case "ZeroPadding3DLayer" -> bordered(3, "Pad");
            case "Cropping1D" -> bordered(1, "Crop");
            case "Cropping2D" -> bordered(2, "Crop");
            case "Cropping3D" -> bordered(3, "Crop");
            case "PReLULayer" -> prelu();
            case "LocallyConnected1D", "LocallyConnected2D" ->
                unread("%s has weights of its own at each position, which no annotation says".formatted(layer.kind()));
            default -> unread("what a layer of %s computes is not known to Fovea".formatted(layer.kind()));
        };
    }

    private ComputedMap unread(String why) {
        return new ComputedMap(
                graph.addUnread(name, new Unknown(why, layer.code()), List.of(input.node())), input.isVector());
    }

    private Node add(String annotation) {
        return graph.add(annotation, name, layer.code(), List.of(input.node()));
    }

    private ComputedMap finished(Node node, BuilderSettings settings) {
        return new ComputedMap(LayerTable.finished(node, settings, graph), input.isVector());
    }

    private ComputedMap batchNorm() {
        Argument locked = layer.setting("lockGammaBeta");
        return locked == null || Boolean.FALSE.equals(locked.value())
                ? new ComputedMap(add("Normalize").with("value", "BATCH", layer.code()), input.isVector())
                : unread("a normalisation without parameters is not followed");
    }

    private ComputedMap responseNorm() {
        Argument size = layer.setting("n");
        double value = size == null ? 5 : size.value() instanceof Number number ? number.doubleValue() : -1;
        return value > 0 && value == Math.rint(value)
                ? new ComputedMap(
                        add("LocalResponseNorm").with("value", (long) value, size == null ? null : size.code()),
                        input.isVector())
                : unread("the number of channels that this normalises over is known only at run time");
    }

    private ComputedMap dropout() {
        Argument rate = layer.setting("dropOut");
        // The library's number is the probability to be kept; nothing depends on it.
        return rate != null
                        && rate.value() instanceof Number number
                        && number.doubleValue() > 0
                        && number.doubleValue() <= 1
                ? new ComputedMap(add("Dropout").with("value", 1 - number.doubleValue(), rate.code()), input.isVector())
                : input;
    }

    private ComputedMap prelu() {
        Set<Long> axes = new HashSet<>();
        for (Argument argument : layer.settings().getOrDefault("sharedAxes", List.of())) {
            for (Object entry : Values.entries(argument.value())) {
                Long axis = Values.number(entry);
                axes.add(axis == null ? -1 : axis);
            }
        }
        boolean isOfChannels = input.isVector()
                || axes.equals(LongStream.range(2, shapes.axes() + 2).boxed().collect(Collectors.toSet()));
        return isOfChannels
                ? new ComputedMap(add("Activate").with("value", "PRELU", layer.code()), input.isVector())
                : unread(
                        "PReLULayer has a slope for each unit of the map, which no annotation says; share them along its"
                                + " axes with sharedAxes");
    }

    private ComputedMap globalPool() {
        Argument stated = layer.setting("poolingType");
        boolean isSum = stated != null && EnumConstant.nameOf(stated.value()).equals("SUM");
        // A sum is a mean but for a factor.
        String type = isSum ? "AVERAGE" : LayerTable.type(layer);
        Argument keeps = layer.setting("collapseDimensions");
        boolean isVector = keeps == null || Boolean.TRUE.equals(keeps.value());
        boolean isFollowed = !type.isEmpty()
                && layer.setting("poolingDimensions") == null
                && !input.isVector()
                && (keeps == null || keeps.value() instanceof Boolean);
        return isFollowed
                ? new ComputedMap(add("GlobalPool").with("type", type, layer.code()), isVector)
                : unread("this kind of pool over the whole map is not followed");
    }

    private ComputedMap resized(int axes, String annotation, String attribute, String method) {
        if (axes != shapes.axes() || input.isVector()) {
            return unread("%s reads a map of %s axes, but its input is not one".formatted(layer.kind(), axes));
        }
        Node node = add(annotation);
        BuilderSettings settings = new BuilderSettings(layer, node);
        if (layer.setting(method) == null) {
            settings.fail(attribute, new Unknown("%s is not stated".formatted(method), layer.code()));
        }
        node.with(attribute, settings.perAxis(attribute, method, axes, List.of(1L)), settings.at(method));
        return finished(node, settings);
    }

    private ComputedMap spaceToDepth() {
        if (shapes.axes() != 2 || input.isVector()) {
            return unread("SpaceToDepthLayer reads a map of 2 axes, but its input is not one");
        }
        Node node = add("SpaceToDepth");
        BuilderSettings settings = new BuilderSettings(layer, node);
        settings.required("factor", "blockSize");
        return finished(node, settings);
    }

    private ComputedMap bordered(int axes, String annotation) {
        if (axes != shapes.axes() || input.isVector()) {
            return unread("%s reads a map of %s axes, but its input is not one".formatted(layer.kind(), axes));
        }
        Node node = add(annotation);
        BuilderSettings settings = new BuilderSettings(layer, node);
        List<Long> amounts = WindowSettings.borders(settings, axes);
        if (amounts != null) {
            node.with("padding", amounts, settings.at("padding"));
        } else {
            settings.fail(
                    "padding", new Unknown("how much this pads or crops is known only at run time", layer.code()));
        }
        return finished(node, settings);
    }
}
