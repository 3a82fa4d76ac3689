package dev.fovea.onnx.config;

import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.read.NotRead;
import dev.fovea.onnx.read.Steps;
import dev.fovea.onnx.sketch.Sketch;
import dev.fovea.onnx.sketch.Weights;
import dev.fovea.onnx.unread.Missing;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the layers of a configuration together; maps have their channels before their axes, whatever the configuration says. */
final class Assembly {
    private final Steps steps;
    private final List<ConfiguredNetwork.Remark> remarks = new ArrayList<>();
    private final Sketch sketch;

    Assembly(Num channels, List<Num> extents) {
        sketch = new Sketch(channels, extents);
        steps = new Steps(
                sketch, (node, reason, missing) -> remarks.add(new ConfiguredNetwork.Remark(node, reason, missing)));
    }

    Steps steps() {
        return steps;
    }

    ConfiguredNetwork network(int count) {
        return new ConfiguredNetwork(sketch, remarks, count);
    }

    /** How many layers there are. */
    int size() {
        return sketch.items().size();
    }

    /** Says of the layers from one on that their weights are those of a layer of the configuration, however often it is called. */
    void weigh(int from, String layer) {
        for (int i = from; i < size(); i++) {
            sketch.items().get(i).withWeights(new Weights(List.of(layer + " " + (i - from)), true));
        }
    }

    void remark(String layer, String type, String reason, Missing missing) {
        remarks.add(new ConfiguredNetwork.Remark(Steps.node(layer, type, Map.of()), reason, missing));
    }

    /** The window of a layer; a causal one is padded before its first unit only. */
    record Geometry(List<Long> kernel, List<Long> stride, List<Long> rate, String mode, List<Long> padding) {
        Map<String, Object> attributes() {
            Map<String, Object> attributes =
                    new HashMap<>(Map.of("kernel_shape", kernel, "strides", stride, "dilations", rate));
            if (mode.equals("SAME")) {
                attributes.put("auto_pad", "SAME_UPPER");
            } else {
                attributes.put("pads", pads());
            }
            return attributes;
        }

        private List<Long> pads() {
            List<Long> begins = new ArrayList<>();
            List<Long> ends = new ArrayList<>();
            for (int axis = 0; axis < kernel.size(); axis++) {
                boolean causal = mode.equals("CAUSAL");
                begins.add(causal ? Math.multiplyExact(kernel.get(axis) - 1, rate.get(axis)) : padding.get(axis));
                ends.add(causal ? 0 : padding.get(axis));
            }
            begins.addAll(ends);
            return List.copyOf(begins);
        }

        /** One position for each. */
        static Geometry point(int axes) {
            List<Long> ones = Collections.nCopies(axes, 1L);
            return new Geometry(ones, ones, ones, "VALID", Collections.nCopies(axes, 0L));
        }
    }

    View convolution(String name, View in, Geometry window, Num out, Num groups, boolean bias) {
        requireMap(in);
        List<Num> weights = new ArrayList<>(List.of(
                out,
                steps.channels(in)
                        .dividedBy(groups)
                        .orElseThrow(() -> new NotRead("its groups do not divide its channels"))));
        window.kernel().forEach(extent -> weights.add(Num.of(extent)));
        Map<String, Object> attributes = window.attributes();
        if (!groups.isWhole()) {
            throw new NotRead("the channels of its input are not known");
        }
        attributes.put("group", groups.orUnknown());
        return bias
                ? steps.apply(name, "Conv", attributes, in, weights, List.of(out))
                : steps.apply(name, "Conv", attributes, in, weights);
    }

    View transposed(String name, View in, Geometry window, List<Long> extra, Num out, boolean bias) {
        requireMap(in);
        List<Num> weights = new ArrayList<>(List.of(steps.channels(in), out));
        window.kernel().forEach(extent -> weights.add(Num.of(extent)));
        Map<String, Object> attributes = window.attributes();
        attributes.put("output_padding", extra);
        return bias
                ? steps.apply(name, "ConvTranspose", attributes, in, weights, List.of(out))
                : steps.apply(name, "ConvTranspose", attributes, in, weights);
    }

    private void requireMap(View view) {
        if (view.rank() != steps.axes() + 2) {
            throw new NotRead(
                    "its input has %s dimensions, the network's input %s".formatted(view.rank(), steps.axes() + 2));
        }
    }

    View pool(String name, View in, Geometry window, String operator) {
        requireMap(in);
        return steps.apply(name, operator, window.attributes(), in);
    }

    /** A pool of all positions, which are dropped. */
    View globalPool(String name, View in, String operator, boolean keeps) {
        View pooled = steps.apply(name, operator, Map.of(), in);
        return keeps ? pooled : flat(name, pooled);
    }

    View flat(String name, View in) {
        return steps.apply(name, "Flatten", Map.of(), in);
    }

    /** On a vector a fully connected layer, on a map the same for each position. */
    View dense(String name, View in, Num units, boolean bias) {
        if (in.rank() > 2) {
            return convolution(name, in, Geometry.point(in.rank() - 2), units, Num.ONE, bias);
        }
        return bias
                ? steps.apply(name, "Gemm", Map.of(), in, List.of(in.size(1), units), List.of(units))
                : steps.apply(name, "Gemm", Map.of(), in, List.of(in.size(1), units));
    }

    View resized(String name, View in, List<Long> factors, String mode) {
        requireMap(in);
        List<Double> scales = new ArrayList<>(List.of(1.0, 1.0));
        factors.forEach(factor -> scales.add((double) factor));
        return steps.apply(name, "Resize", Map.of("scales", scales, "mode", mode), in);
    }

    /** @param amounts before each axis, then after each */
    View padded(String name, View in, List<Long> amounts) {
        requireMap(in);
        int axes = amounts.size() / 2;
        List<Long> pads = new ArrayList<>(List.of(0L, 0L));
        pads.addAll(amounts.subList(0, axes));
        pads.addAll(List.of(0L, 0L));
        pads.addAll(amounts.subList(axes, 2 * axes));
        return steps.apply(name, "Pad", Map.of("pads", pads), in);
    }

    View cropped(String name, View in, List<Long> amounts) {
        return padded(name, in, amounts.stream().map(amount -> -amount).toList());
    }

    /** A recurrence over the only axis; all positions or the last one. */
    View recurrent(String name, View in, String operator, long units, boolean both, boolean reverse, boolean all) {
        if (in.rank() != 3) {
            throw new NotRead("it runs over a sequence, its input has %s dimensions".formatted(in.rank()));
        }
        Map<String, Object> attributes =
                Map.of("hidden_size", units, "direction", both ? "bidirectional" : reverse ? "reverse" : "forward");
        View run = steps.apply(name, operator, attributes, in.permuted(List.of(2, 0, 1)));
        View channels = run.permuted(List.of(2, 1, 3, 0));
        View sequence = channels.reshaped(
                        List.of(channels.size(0), channels.size(1).times(channels.size(2)), channels.size(3)))
                .orElseThrow(() -> new NotRead("its directions cannot be joined"));
        if (all) {
            return sequence;
        }
        if (!sequence.size(2).isWhole()) {
            remark(
                    name,
                    operator,
                    "its last position, which depends on all others, counts as their mean",
                    Missing.NOTHING);
            return globalPool(name, sequence, "GlobalAveragePool", false);
        }
        List<Long> range = reverse ? List.of(0L, 1L) : List.of(-1L, Long.MAX_VALUE);
        View last = steps.apply(
                name,
                "Slice",
                Map.of("starts", range.subList(0, 1), "ends", range.subList(1, 2), "axes", List.of(2L)),
                sequence);
        return steps.apply(name, "Squeeze", Map.of("axes", List.of(2L)), last);
    }

    /**
     * A slope for each channel; any other number of them no layer states.
     *
     * @param shared the dimensions that share them
     */
    View prelu(String name, View in, Set<Long> shared) {
        for (long dimension = 1; dimension < in.rank(); dimension++) {
            if (shared.contains(dimension) == (dimension == 1)) {
                throw new NotRead("it has other slopes than one for each channel");
            }
        }
        return activated(name, in, "prelu", Optional.empty());
    }

    /** An activation by its name, in lower case and without underscores; what has no name is a function of each unit. */
    View activated(String name, View in, String activation, Optional<Double> most) {
        switch (activation) {
            case "linear", "identity", "":
                return in;
            case "softmax", "logsoftmax":
                return steps.apply(name, "Softmax", Map.of("axis", 1L), in);
            case "relu6":
                return steps.apply(name, "Clip", Map.of("min", 0.0, "max", 6.0), in);
            case "relu":
                return most.isPresent()
                        ? steps.apply(name, "Clip", Map.of("min", 0.0, "max", most.get()), in)
                        : steps.apply(name, "Relu", Map.of(), in);
            default:
                return steps.apply(name, OPERATORS.getOrDefault(activation, NAMELESS), Map.of(), in);
        }
    }

    /** Stands for functions of single units that have no name here. */
    private static final String NAMELESS = "Softsign";

    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("leakyrelu", "LeakyRelu"),
            Map.entry("lrelu", "LeakyRelu"),
            Map.entry("prelu", "PRelu"),
            Map.entry("elu", "Elu"),
            Map.entry("selu", "Selu"),
            Map.entry("gelu", "Gelu"),
            Map.entry("silu", "Swish"),
            Map.entry("swish", "Swish"),
            Map.entry("mish", "Mish"),
            Map.entry("sigmoid", "Sigmoid"),
            Map.entry("tanh", "Tanh"),
            Map.entry("softplus", "Softplus"),
            Map.entry("hardsigmoid", "HardSigmoid"),
            Map.entry("hardswish", "HardSwish"),
            Map.entry("hardsilu", "HardSwish"));
}
