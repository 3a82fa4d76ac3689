package dev.fovea.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.norm.Dropout;
import java.util.Set;
import java.util.function.BinaryOperator;

/** The block of one layer. */
final class Operations {
    /** The operations that can be built, by their names in reports. */
    static final Set<String> OFFERED = Set.of(
            "Conv",
            "Dilated",
            "Projection",
            "TransposedConv",
            "Pool",
            "GlobalPool",
            "AdaptivePool",
            "Upsample",
            "PixelShuffle",
            "Add",
            "Residual",
            "Multiply",
            "Concat",
            "SqueezeExcite",
            "Normalize",
            "Activate",
            "Dropout",
            "LocalResponseNorm",
            "Scale",
            "SpaceToDepth",
            "ChannelShuffle",
            "Slice",
            "Pad",
            "Crop",
            "Linear",
            "Attention",
            "TokenMixing");

    private Operations() {}

    /** The block of a layer, its activation included. */
    static Block activated(Values values, int axes) {
        Block block = block(values, axes);
        String activation = values.has("activation") ? values.text("activation") : "NONE";
        // That of squeeze-and-excitation acts on the squeezed channels, that of two matrices over positions between
        // them.
        boolean inside = values.layer().op().equals("SqueezeExcite")
                || values.layer().op().equals("TokenMixing") && values.has("hidden");
        return activation.equals("NONE") || inside
                ? block
                : new SequentialBlock().add(block).add(Activations.block(activation, values));
    }

    private static Block block(Values values, int axes) {
        return switch (values.layer().op()) {
            case "Conv", "Dilated", "Projection" -> Convolutions.convolution(values, axes);
            case "TransposedConv" -> Convolutions.transposed(values, axes);
            case "Pool" -> Pools.pool(values);
            case "GlobalPool" -> Pools.global(values, axes);
            case "AdaptivePool" -> Pools.adaptive(values);
            case "Upsample" -> Resampling.upsample(values, axes);
            case "PixelShuffle" -> Resampling.pixelShuffle(values, axes);
            case "Add", "Residual" -> merge(NDArray::add);
            case "Multiply" -> merge(NDArray::mul);
            case "Concat" -> new LambdaBlock(maps -> new NDList(concat(maps, 1)));
            case "SqueezeExcite" -> Channels.squeezeExcite(values);
            case "Normalize" -> Norms.block(values.text("norm"), values);
            case "Activate" -> Blocks.identityBlock();
            case "Dropout" -> Dropout.builder().optRate(values.decimal("value")).build();
            case "LocalResponseNorm" -> ResponseNorm.block(values);
            case "Scale" -> new ChannelScale();
            case "SpaceToDepth" -> Resampling.spaceToDepth(values, axes);
            case "ChannelShuffle" -> Channels.shuffle(values);
            case "Slice" -> Channels.slice(values);
            case "Pad" -> LambdaBlock.singleton(map -> values.padding().pad(map, values.borders()));
            case "Crop" -> LambdaBlock.singleton(values.padding()::crop);
            case "Linear" -> Channels.linear(values, axes);
            case "Attention" ->
                values.layer().from().size() == 1 ? new SelfAttention(values, axes) : MapAttention.block(values);
            case "TokenMixing" -> new TokenMixer(values);
            default -> throw new IllegalArgumentException(values.layer().op());
        };
    }

    private static Block merge(BinaryOperator<NDArray> operator) {
        return new LambdaBlock(maps -> new NDList(maps.stream().reduce(operator).orElseThrow()));
    }

    static NDArray concat(NDList maps, int dimension) {
        // The engine would copy a single map, and a copy passes no gradient on.
        return maps.size() == 1 ? maps.head() : NDArrays.concat(maps, dimension);
    }
}
