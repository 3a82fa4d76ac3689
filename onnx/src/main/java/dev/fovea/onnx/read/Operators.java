package dev.fovea.onnx.read;

import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which operator is read how. */
final class Operators {
    private final WindowOperators windows;
    private final TransposedOperator transposed;
    private final LayoutOperators layout;
    private final Repeats repeats;
    private final SliceOperators slices;
    private final ConcatOperators concats;
    private final ResizeOperator resize;
    private final ElementOperators elements;
    private final NormOperators norms;
    private final ReduceOperators reductions;
    private final TokenOperators tokens;
    private final ProductOperators products;
    private final EinsumOperator einsum;
    private final AttentionOperator attention;
    private final RecurrentOperators recurrent;

    Operators(Bench bench, Remarks remarks, Predicate<Node> onlyReaders) {
        Layouts layouts = new Layouts(bench);
        windows = new WindowOperators(bench, layouts);
        transposed = new TransposedOperator(bench, layouts, windows);
        repeats = new Repeats(bench, layouts);
        layout = new LayoutOperators(bench, layouts, repeats);
        slices = new SliceOperators(bench, layouts);
        concats = new ConcatOperators(bench, layouts, remarks);
        resize = new ResizeOperator(bench, layouts);
        tokens = new TokenOperators(bench, layouts);
        elements = new ElementOperators(bench, tokens, remarks);
        elements.onlyReaders(onlyReaders);
        norms = new NormOperators(bench, layouts, remarks);
        reductions = new ReduceOperators(bench, windows);
        products = new ProductOperators(bench, layouts, tokens);
        einsum = new EinsumOperator(products);
        attention = new AttentionOperator(products, remarks);
        recurrent = new RecurrentOperators(bench, layouts);
    }

    /**
     * What a node's outputs show.
     *
     * @param origins layers whose extents went into the node's constant inputs
     */
    List<View> apply(Call call, Set<Integer> origins, long opset) {
        if (!call.node().domain().isEmpty()) {
            throw new NotRead("its domain %s is not one that Fovea knows"
                    .formatted(call.node().domain()));
        }
        return switch (call.node().type()) {
            case "Split" -> slices.split(call);
            case "LSTM", "GRU", "RNN" -> recurrent.recurrent(call);
            default -> List.of(one(call, origins, opset));
        };
    }

    private View one(Call call, Set<Integer> origins, long opset) {
        return switch (call.node().type()) {
            case "Identity", "Dropout", "Cast", "CastLike", "QuantizeLinear", "DequantizeLinear" -> call.view(0);
            case "Conv", "ConvInteger" ->
                tokens.isMatrix(call)
                        ? tokens.convolution(call)
                        : windows.convolution(call, 1, call.node().type().equals("Conv") ? 2 : 99);
            case "DynamicQuantizeLinear" -> call.view(0);
            case "QLinearConv" -> windows.convolution(call, 3, 8);
            case "DeformConv" -> windows.convolution(call, 1, 3);
            case "ConvTranspose" -> transposed.transposed(call);
            case "MaxPool" -> windows.pool(call, "MAX");
            case "AveragePool" -> windows.pool(call, "AVERAGE");
            case "MaxUnpool" -> windows.unpool(call);
            case "LpPool" -> windows.pool(call, "LP");
            case "GlobalAveragePool" -> windows.globalPool(call, "AVERAGE");
            case "GlobalMaxPool" -> windows.globalPool(call, "MAX");
            case "GlobalLpPool" -> windows.globalPool(call, "LP");
            case "Resize", "Upsample" -> resize.resize(call, origins);
            case "DepthToSpace" -> layout.depthToSpace(call);
            case "SpaceToDepth" -> layout.spaceToDepth(call);
            case "Pad" -> layout.pad(call);
            case "Reshape" -> layout.reshape(call);
            case "Flatten" -> layout.flatten(call);
            case "Transpose" -> layout.transpose(call);
            case "Squeeze" -> layout.squeeze(call);
            case "Unsqueeze" -> layout.unsqueeze(call);
            case "Expand" -> repeats.expand(call);
            case "Tile" -> repeats.tile(call);
            case "Slice" -> slices.slice(call);
            case "Gather" -> slices.gather(call);
            case "Concat" -> concats.concat(call);
            case "MatMul", "MatMulInteger" -> products.matMul(call);
            case "QLinearMatMul" ->
                products.matMul(new Call(
                        call.node(),
                        Arrays.asList(call.inputs().get(0), call.inputs().get(3))));
            case "Einsum" -> einsum.einsum(call);
            case "Attention" -> attention.attention(call);
            case "RotaryEmbedding" -> attention.rotary(call);
            case "Gemm" -> products.gemm(call);
            case "BatchNormalization" -> norms.batch(call);
            case "InstanceNormalization" -> norms.instance(call);
            case "MeanVarianceNormalization" -> norms.meanVariance(call);
            case "GroupNormalization" -> norms.group(call);
            case "LayerNormalization", "RMSNormalization", "SimplifiedLayerNormalization" -> norms.layer(call);
            case "LRN" -> norms.local(call);
            case "ReduceMean", "ReduceSum", "GlobalReduceMean" -> reductions.reduce(call, "mean");
            case "ArgMax", "ArgMin" ->
                reductions.reduce(call, call.node().type().toLowerCase(Locale.ROOT));
            case "ReduceMax", "ReduceMin" -> reductions.reduce(call, "max");
            case "ReduceL1", "ReduceL2", "ReduceSumSquare", "ReduceLogSumExp", "ReduceLogSum", "ReduceProd" ->
                reductions.reduce(call, call.node().type().substring(6).toLowerCase(Locale.ROOT));
            case "Softmax", "LogSoftmax", "Hardmax" -> elements.softmax(call, opset < 13 && opset != 0);
            case "Clip" -> elements.clip(call);
            case "PRelu" -> elements.prelu(call);
            case "Add",
                    "Sub",
                    "Mul",
                    "Div",
                    "Pow",
                    "Min",
                    "Max",
                    "Sum",
                    "Mean",
                    "Mod",
                    "Equal",
                    "Greater",
                    "GreaterOrEqual",
                    "Less",
                    "LessOrEqual",
                    "And",
                    "Or",
                    "Xor" -> merged(call);
            case "Where" -> where(call);
            case "Relu",
                    "LeakyRelu",
                    "ThresholdedRelu",
                    "Elu",
                    "Celu",
                    "Selu",
                    "Gelu",
                    "Sigmoid",
                    "HardSigmoid",
                    "HardSwish",
                    "Tanh",
                    "Softplus",
                    "Softsign",
                    "Mish",
                    "Swish",
                    "Erf",
                    "Exp",
                    "Log",
                    "Sqrt",
                    "Reciprocal",
                    "Abs",
                    "Neg",
                    "Floor",
                    "Ceil",
                    "Round",
                    "Sign",
                    "Sin",
                    "Cos",
                    "Shrink",
                    "Not",
                    "IsNaN",
                    "IsInf",
                    "Tan",
                    "Asin",
                    "Acos",
                    "Atan",
                    "Sinh",
                    "Cosh",
                    "Asinh",
                    "Acosh",
                    "Atanh" -> elements.unary(call);
            case "If" ->
                throw new NotRead(
                        "which branch is taken is computed from the data, or from an extent that is not known");
            default -> throw new NotRead("the operator has no counterpart among the layers");
        };
    }

    /** One operand after the other, beginning with a map. */
    private View merged(Call call) {
        if (call.count() == 2) {
            return elements.binary(call);
        }
        List<@Nullable Value> rest = new ArrayList<>(call.inputs());
        int first = 0;
        while (first + 1 < rest.size() && !call.isView(first)) {
            first++;
        }
        View result = call.view(first);
        rest.remove(first);
        for (@Nullable Value next : rest) {
            result = elements.binary(new Call(call.node(), Arrays.asList(new Value.Shown(result), next)));
        }
        return result;
    }

    /** A choice reads what it chooses by and what it chooses from. */
    private View where(Call call) {
        return merged(new Call(
                call.node(),
                Arrays.asList(
                        call.inputs().get(1),
                        call.inputs().get(2),
                        call.inputs().get(0))));
    }
}
