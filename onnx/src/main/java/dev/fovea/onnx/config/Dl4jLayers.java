package dev.fovea.onnx.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.read.NotRead;
import dev.fovea.onnx.unread.Missing;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the layers and vertices of Deep Learning for Java amount to. */
final class Dl4jLayers {
    private final Assembly assembly;

    Dl4jLayers(Assembly assembly) {
        this.assembly = assembly;
    }

    /** A change of layout between two layers. */
    View preprocessed(String name, View in, JsonNode preProcessor) {
        return switch (Fields.type(preProcessor)) {
            case "", "FeedForwardToCnnPreProcessor", "FeedForwardToRnnPreProcessor", "RnnToFeedForwardPreProcessor" ->
                in;
            case "CnnToFeedForwardPreProcessor", "Cnn3DToFeedForwardPreProcessor" ->
                in.rank() > 2 ? assembly.flat(name, in) : in;
            default -> throw new NotRead("the layout changes by a %s before it".formatted(Fields.type(preProcessor)));
        };
    }

    View apply(String name, JsonNode layer, List<View> inputs) {
        View in = inputs.get(0);
        switch (Fields.type(layer)) {
            case "ElementWiseVertex":
                return elementWise(name, layer, inputs);
            case "MergeVertex":
                if (layer.path("mergeAxis").asInt(1) != 1) {
                    throw new NotRead("it joins maps along an axis other than the channels");
                }
                return inputs.size() == 1
                        ? in
                        : assembly.steps().apply(name, "Concat", Map.of("axis", 1L), inputs.toArray());
            default:
                if (inputs.size() > 1) {
                    throw new NotRead("it joins %s maps in a way that no layer expresses".formatted(inputs.size()));
                }
                return single(name, layer, in);
        }
    }

    private View elementWise(String name, JsonNode layer, List<View> inputs) {
        String operator =
                switch (layer.path("op").asText("")) {
                    case "Add", "Average" -> "Sum";
                    case "Subtract" -> "Sub";
                    case "Product" -> "Mul";
                    case "Max" -> "Max";
                    default -> throw new NotRead("its op is %s".formatted(layer.path("op")));
                };
        return inputs.size() == 1 ? inputs.get(0) : assembly.steps().apply(name, operator, Map.of(), inputs.toArray());
    }

    private View single(String name, JsonNode layer, View in) {
        int axes = assembly.steps().axes();
        switch (Fields.type(layer)) {
            case "ConvolutionLayer", "Convolution2D", "Convolution1DLayer", "Convolution1D", "Convolution3D":
                return activated(
                        name, layer, assembly.convolution(name, in, window(layer), out(layer), Num.ONE, bias(layer)));
            case "DepthwiseConvolution2D":
                return activated(name, layer, depthwise(name, layer, in, window(layer), bias(layer)));
            case "SeparableConvolution2D":
                View each = depthwise(name + "_depthwise", layer, in, window(layer), false);
                return activated(name, layer, assembly.dense(name, each, out(layer), bias(layer)));
            case "Deconvolution2D", "Deconvolution3D":
                return activated(
                        name,
                        layer,
                        assembly.transposed(
                                name, in, window(layer), Collections.nCopies(axes, 0L), out(layer), bias(layer)));
            case "SubsamplingLayer", "Subsampling2DLayer", "Subsampling1DLayer", "Subsampling3DLayer":
                return assembly.pool(name, in, window(layer), pool(layer) + "Pool");
            case "GlobalPoolingLayer":
                return assembly.globalPool(
                        name,
                        in,
                        "Global" + pool(layer) + "Pool",
                        !layer.path("collapseDimensions").asBoolean(true));
            case "Upsampling1D", "Upsampling2D", "Upsampling3D":
                return assembly.resized(name, in, Fields.numbers(layer, "size", axes, 1), "nearest");
            case "ZeroPaddingLayer", "ZeroPadding1DLayer", "ZeroPadding3DLayer":
                return assembly.padded(name, in, sides(layer, "padding", axes));
            case "Cropping1D", "Cropping2D", "Cropping3D":
                return assembly.cropped(name, in, sides(layer, "cropping", axes));
            case "SpaceToDepthLayer":
                return assembly.steps()
                        .apply(name, "SpaceToDepth", Map.of("blocksize", Fields.positive(layer, "blockSize")), in);
            case "BatchNormalization":
                return assembly.steps().apply(name, "BatchNormalization", Map.of(), in);
            case "LocalResponseNormalization":
                return assembly.steps().apply(name, "LRN", Map.of("size", Fields.number(layer, "n", 5)), in);
            case "DenseLayer", "OutputLayer", "RnnOutputLayer":
                View flat = in.rank() > 3 ? assembly.flat(name, in) : in;
                return activated(name, layer, assembly.dense(name, flat, out(layer), bias(layer)));
            case "ActivationLayer", "LossLayer", "CnnLossLayer", "RnnLossLayer", "Cnn3DLossLayer":
                return activated(name, layer, in);
            case "PReLULayer":
                return prelu(name, layer, in);
            case "LocallyConnected1D", "LocallyConnected2D":
                throw new NotRead("it has weights of its own at each position, which no layer has");
            case "CenterLossOutputLayer":
                throw new NotRead("it has a centre for each class, which no layer has");
            case "DropoutLayer", "Yolo2OutputLayer", "ScaleVertex", "ShiftVertex":
                return in;
            case "FrozenLayer", "FrozenLayerWithBackprop", "TimeDistributed":
                return single(name, layer.path(layer.has("layer") ? "layer" : "underlying"), in);
            case "SubsetVertex":
                long from = Fields.number(layer, "from", 0);
                return assembly.steps()
                        .apply(
                                name,
                                "Slice",
                                Map.of(
                                        "starts",
                                        List.of(from),
                                        "ends",
                                        List.of(Fields.number(layer, "to", from) + 1),
                                        "axes",
                                        List.of(1L)),
                                in);
            case "L2NormalizeVertex":
                if (in.rank() > 2) {
                    throw new NotRead("it divides by a norm of all of the map");
                }
                assembly.remark(name, "L2NormalizeVertex", "a norm of each image is left out", Missing.NOTHING);
                return in;
            case "PoolHelperVertex":
                return assembly.cropped(name, in, List.of(1L, 1L, 0L, 0L));
            default:
                return recurrent(name, layer, in, true);
        }
    }

    private View recurrent(String name, JsonNode layer, View in, boolean all) {
        String type = Fields.type(layer);
        switch (type) {
            case "LastTimeStep":
                return recurrent(name, layer.path("underlying"), in, false);
            case "Bidirectional":
                JsonNode forward = layer.path("fwd");
                return switch (layer.path("mode").asText("")) {
                    case "CONCAT" ->
                        assembly.recurrent(
                                name,
                                in,
                                operator(Fields.type(forward)),
                                Fields.positive(forward, "nout"),
                                true,
                                false,
                                all);
                    case "ADD", "AVERAGE" -> joined(name, forward, in, "Sum", all);
                    case "MUL" -> joined(name, forward, in, "Mul", all);
                    default -> throw new NotRead("its mode is %s".formatted(layer.path("mode")));
                };
            case "GravesBidirectionalLSTM":
                return joined(name, layer, in, "Sum", all);
            default:
                return assembly.recurrent(name, in, operator(type), Fields.positive(layer, "nout"), false, false, all);
        }
    }

    /** One recurrence from each end, joined unit by unit. */
    private View joined(String name, JsonNode cell, View in, String operator, boolean all) {
        String run = Fields.type(cell).equals("GravesBidirectionalLSTM") ? "LSTM" : operator(Fields.type(cell));
        long units = Fields.positive(cell, "nout");
        View forward = assembly.recurrent(name + "_forward", in, run, units, false, false, all);
        View backward = assembly.recurrent(name + "_backward", in, run, units, false, true, all);
        return assembly.steps().apply(name, operator, Map.of(), forward, backward);
    }

    private View prelu(String name, JsonNode layer, View in) {
        Set<Long> shared = new HashSet<>();
        layer.path("sharedAxes").forEach(axis -> shared.add(axis.asLong()));
        return assembly.prelu(name, in, shared);
    }

    private static String operator(String type) {
        return switch (type) {
            case "LSTM", "GravesLSTM" -> "LSTM";
            case "GRU" -> "GRU";
            case "SimpleRnn" -> "RNN";
            default -> throw new NotRead("it has no counterpart among the layers");
        };
    }

    private View depthwise(String name, JsonNode layer, View in, Assembly.Geometry window, boolean bias) {
        Num channels = assembly.steps().channels(in);
        Num out = channels.times(Num.of(Fields.number(layer, "depthMultiplier", 1)));
        return assembly.convolution(name, in, window, out, channels, bias);
    }

    private static Num out(JsonNode layer) {
        return Num.of(Fields.positive(layer, "nout"));
    }

    private static boolean bias(JsonNode layer) {
        return layer.path("hasBias").asBoolean(true);
    }

    private static String pool(JsonNode layer) {
        return switch (layer.path("poolingType").asText("")) {
            case "MAX" -> "Max";
            case "AVG", "SUM" -> "Average";
            case "PNORM" -> "Lp";
            default -> throw new NotRead("its poolingType is %s".formatted(layer.path("poolingType")));
        };
    }

    private Assembly.Geometry window(JsonNode layer) {
        int axes = assembly.steps().axes();
        String mode = layer.path(layer.has("mode") ? "mode" : "convolutionMode").asText("Truncate");
        return new Assembly.Geometry(
                Fields.numbers(layer, "kernelSize", axes, 1),
                Fields.numbers(layer, "stride", axes, 1),
                Fields.numbers(layer, "dilation", axes, 1),
                mode.toUpperCase(Locale.ROOT),
                Fields.numbers(layer, "padding", axes, 0));
    }

    /** Amounts of both sides of each axis in turn, as those before each axis and then those after. */
    private static List<Long> sides(JsonNode layer, String field, int axes) {
        List<Long> stated = Fields.numbers(layer, field, 2 * axes, 0);
        List<Long> sides = new ArrayList<>();
        for (int side = 0; side < 2; side++) {
            for (int axis = 0; axis < axes; axis++) {
                sides.add(stated.get(2 * axis + side));
            }
        }
        return sides;
    }

    private View activated(String name, JsonNode layer, View in) {
        String activation = Fields.type(layer.path("activationFn"))
                .replace("Activation", "")
                .toLowerCase(Locale.ROOT);
        return assembly.activated(name, in, activation, Optional.empty());
    }
}
