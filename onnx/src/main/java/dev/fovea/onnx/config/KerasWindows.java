package dev.fovea.onnx.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fovea.onnx.fold.Constant;
import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.read.NotRead;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Layers of Keras that slide over positions, or move them. */
final class KerasWindows {
    private final Assembly assembly;

    KerasWindows(Assembly assembly) {
        this.assembly = assembly;
    }

    View apply(String name, String type, JsonNode config, View in) {
        int axes = assembly.steps().axes();
        String plain = type.replaceAll("[123]D", "");
        boolean bias = config.path("use_bias").asBoolean(true);
        switch (plain) {
            case "Conv", "Convolution":
                Num groups = Num.of(Fields.number(config, "groups", 1));
                return activated(
                        name, config, assembly.convolution(name, in, window(config), out(config), groups, bias));
            case "DepthwiseConv":
                return activated(name, config, depthwise(name, config, in, bias));
            case "SeparableConv", "SeparableConvolution":
                View each = depthwise(name + "_depthwise", config, in, false);
                return activated(name, config, assembly.dense(name, each, out(config), bias));
            case "ConvTranspose", "Convolution2DTranspose":
                return activated(name, config, transposed(name, config, in, bias));
            case "MaxPooling", "MaxPool":
                return assembly.pool(name, in, pool(config), "MaxPool");
            case "AveragePooling", "AvgPool":
                return assembly.pool(name, in, pool(config), "AveragePool");
            case "GlobalMaxPooling", "GlobalMaxPool":
                return assembly.globalPool(
                        name, in, "GlobalMaxPool", config.path("keepdims").asBoolean(false));
            case "GlobalAveragePooling", "GlobalAvgPool":
                return assembly.globalPool(
                        name, in, "GlobalAveragePool", config.path("keepdims").asBoolean(false));
            case "UpSampling":
                return assembly.resized(name, in, Fields.numbers(config, "size", axes, 2), mode(config, "nearest"));
            case "ZeroPadding":
                return assembly.padded(name, in, KerasLayers.sides(config, "padding", axes));
            case "Cropping":
                return assembly.cropped(name, in, KerasLayers.sides(config, "cropping", axes));
            case "Resizing":
                return resizing(name, config, in);
            default:
                throw new NotRead("it has no counterpart among the layers");
        }
    }

    private static String mode(JsonNode config, String fallback) {
        String mode = config.path("interpolation").asText(fallback);
        return switch (mode) {
            case "nearest" -> mode;
            case "bilinear" -> "linear";
            default -> throw new NotRead("it resamples by %s".formatted(mode));
        };
    }

    private View resizing(String name, JsonNode config, View in) {
        if (config.path("crop_to_aspect_ratio").asBoolean(false)
                || config.path("pad_to_aspect_ratio").asBoolean(false)) {
            throw new NotRead("it keeps the ratio of the extents");
        }
        List<Num> sizes = List.of(
                Num.ONE,
                assembly.steps().channels(in),
                Num.of(Fields.positive(config, "height")),
                Num.of(Fields.positive(config, "width")));
        return assembly.steps()
                .apply(
                        name,
                        "Resize",
                        Map.of("mode", mode(config, "bilinear")),
                        in,
                        null,
                        null,
                        Constant.vector(sizes));
    }

    private View activated(String name, JsonNode config, View in) {
        return KerasActivations.applied(assembly, name, config.path("activation"), in);
    }

    private static Num out(JsonNode config) {
        return Num.of(Fields.positive(config, "filters"));
    }

    private View depthwise(String name, JsonNode config, View in, boolean bias) {
        Num channels = assembly.steps().channels(in);
        Num out = channels.times(Num.of(Fields.number(config, "depth_multiplier", 1)));
        return assembly.convolution(name, in, window(config), out, channels, bias);
    }

    private Assembly.Geometry window(JsonNode config) {
        int axes = assembly.steps().axes();
        return geometry(
                config,
                Fields.numbers(config, "kernel_size", axes, 1),
                Fields.numbers(config, "strides", axes, 1),
                Fields.numbers(config, "dilation_rate", axes, 1));
    }

    private static Assembly.Geometry geometry(JsonNode config, List<Long> kernel, List<Long> stride, List<Long> rate) {
        String padding = config.path("padding").asText("valid").toUpperCase(Locale.ROOT);
        if (!List.of("VALID", "SAME", "CAUSAL").contains(padding)) {
            throw new NotRead("its padding is %s".formatted(config.path("padding")));
        }
        return new Assembly.Geometry(kernel, stride, rate, padding, Collections.nCopies(kernel.size(), 0L));
    }

    private Assembly.Geometry pool(JsonNode config) {
        int axes = assembly.steps().axes();
        List<Long> kernel = Fields.numbers(config, config.has("pool_size") ? "pool_size" : "pool_length", axes, 2);
        JsonNode strides = config.path("strides");
        List<Long> stride =
                strides.isNull() || strides.isMissingNode() ? kernel : Fields.numbers(config, "strides", axes, 1);
        return geometry(config, kernel, stride, Collections.nCopies(axes, 1L));
    }

    /** The extent is a multiple of the stride where padding is the same, and at least one where it is not. */
    private View transposed(String name, JsonNode config, View in, boolean bias) {
        Assembly.Geometry window = window(config);
        int axes = window.kernel().size();
        JsonNode stated = config.path("output_padding");
        boolean open = stated.isNull() || stated.isMissingNode();
        List<Long> extra = new ArrayList<>();
        List<Long> padding = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            long reach = Math.addExact(
                    Math.multiplyExact(
                            window.kernel().get(axis) - 1, window.rate().get(axis)),
                    1);
            padding.add(window.mode().equals("SAME") ? reach / 2 : 0);
            extra.add(
                    window.mode().equals("SAME")
                            ? 0
                            : Math.max(0, window.stride().get(axis) - reach));
        }
        if (open) {
            return assembly.transposed(name, in, window, extra, out(config), bias);
        }
        Assembly.Geometry explicit =
                new Assembly.Geometry(window.kernel(), window.stride(), window.rate(), "VALID", padding);
        return assembly.transposed(
                name, in, explicit, Fields.numbers(config, "output_padding", axes, 0), out(config), bias);
    }
}
