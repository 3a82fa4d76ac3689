package dev.fovea.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import java.util.Arrays;

/** Layers that act on channels. */
final class Channels {
    private Channels() {}

    static Block slice(Values values) {
        int begin = values.number("begin");
        int end = values.number("end");
        return LambdaBlock.singleton(map -> map.get(new NDIndex().addAllDim().addSliceDim(begin, end)));
    }

    /** Channel (g, c) becomes channel (c, g) (Zhang et al. 2018, section 3.1). */
    static Block shuffle(Values values) {
        int groups = values.number("groups");
        return LambdaBlock.singleton(map -> {
            Shape shape = map.getShape();
            return map.reshape(shape.get(0), groups, shape.get(1) / groups, -1)
                    .transpose(0, 2, 1, 3)
                    .reshape(shape);
        });
    }

    /** Flattens, and leaves a map of extents 1. */
    static Block linear(Values values, int axes) {
        int out = values.number("out");
        long[] shape = new long[2 + axes];
        Arrays.fill(shape, 1);
        shape[1] = out;
        return new SequentialBlock()
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(out).optBias(values.flag("bias")).build())
                .add(LambdaBlock.singleton(map -> {
                    shape[0] = map.getShape().get(0);
                    return map.reshape(shape);
                }));
    }

    /** Weighs each channel by a gate from the means of all (Hu et al. 2018, equation 3). */
    static Block squeezeExcite(Values values) {
        int channels = Math.toIntExact(values.layer().shape().channels().orElseThrow());
        Block gate = new SequentialBlock()
                .add(LambdaBlock.singleton(Channels::means))
                .add(Linear.builder().setUnits(values.number("squeeze")).build())
                .add(activation(values, "activation", "NONE"))
                .add(Linear.builder().setUnits(channels).build())
                .add(activation(values, "gate", "SIGMOID"));
        return new ParallelBlock(both -> new NDList(
                        weigh(both.get(0).singletonOrThrow(), both.get(1).singletonOrThrow())))
                .add(Blocks.identityBlock())
                .add(gate);
    }

    private static Block activation(Values values, String attribute, String otherwise) {
        String name = values.has(attribute) ? values.text(attribute) : otherwise;
        return name.equals("NONE") ? Blocks.identityBlock() : Activations.block(name, values);
    }

    /** A number for each channel, in the shape that multiplies every unit of a map by that of its channel. */
    static NDArray perChannel(NDArray numbers, Shape map) {
        long[] shape = new long[map.dimension()];
        Arrays.fill(shape, 1);
        shape[1] = map.get(1);
        return numbers.reshape(shape);
    }

    private static NDArray means(NDArray map) {
        Shape shape = map.getShape();
        return map.reshape(shape.get(0), shape.get(1), -1).mean(new int[] {2});
    }

    private static NDArray weigh(NDArray map, NDArray gate) {
        long[] shape = map.getShape().getShape().clone();
        Arrays.fill(shape, 2, shape.length, 1);
        return map.mul(gate.reshape(shape));
    }
}
