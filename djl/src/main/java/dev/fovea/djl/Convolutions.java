package dev.fovea.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.convolutional.Conv3d;
import ai.djl.nn.convolutional.Convolution;
import java.util.Arrays;

/** Layers with a weighted window, and the normalisation that belongs to them. */
final class Convolutions {
    private Convolutions() {}

    static Block convolution(Values values, int axes) {
        Border padding = values.padding();
        SequentialBlock block = new SequentialBlock();
        // The engine pads both sides alike, with zeros.
        boolean engine = padding.isSymmetric() && values.borders().equals("ZEROS");
        if (!engine) {
            block.add(LambdaBlock.singleton(map -> padding.pad(map, values.borders())));
        }
        long[] both = engine ? padding.begin() : new long[axes];
        block.add(window(values, axes, values.shape("stride"), new Shape(both)));
        return normalized(block, values);
    }

    private static Block normalized(SequentialBlock block, Values values) {
        String norm = values.text("norm");
        return norm.equals("NONE") ? block : block.add(Norms.block(norm, values));
    }

    /**
     * Zeros between the units, and a convolution over them (Dumoulin & Visin 2016, section 4): the engine has no
     * transposed convolution of its own.
     */
    static Block transposed(Values values, int axes) {
        long[] stride = values.perAxis("stride");
        Border removed = values.padding();
        long[] before = new long[axes];
        long[] after = new long[axes];
        for (int axis = 0; axis < axes; axis++) {
            long reach = (values.perAxis("kernel")[axis] - 1) * values.perAxis("rate")[axis];
            long zerosAfterLast = stride[axis] - 1;
            before[axis] = reach - removed.begin()[axis];
            after[axis] = reach - removed.end()[axis] + values.perAxis("outputPadding")[axis] - zerosAfterLast;
        }
        Border added = new Border(clipped(before, 1), clipped(after, 1));
        Border surplus = new Border(clipped(before, -1), clipped(after, -1));
        long[] one = new long[axes];
        Arrays.fill(one, 1);
        SequentialBlock block = new SequentialBlock()
                .add(LambdaBlock.singleton(map -> surplus.crop(added.pad(spread(map, stride), 0))))
                .add(window(values, axes, new Shape(one), new Shape(new long[axes])));
        return normalized(block, values);
    }

    private static long[] clipped(long[] amounts, int sign) {
        return Arrays.stream(amounts).map(amount -> Math.max(0, sign * amount)).toArray();
    }

    /** Puts {@code stride - 1} zeros behind every unit. */
    private static NDArray spread(NDArray map, long[] stride) {
        int axes = stride.length;
        long[] apart = new long[2 + 2 * axes];
        long[] joined = new long[2 + axes];
        long[] zeros = new long[2 * axes];
        for (int dimension = 0; dimension < 2 + axes; dimension++) {
            long extent = map.getShape().get(dimension);
            int axis = dimension - 2;
            if (axis < 0) {
                apart[dimension] = joined[dimension] = extent;
            } else {
                apart[2 + 2 * axis] = extent;
                apart[3 + 2 * axis] = 1;
                joined[dimension] = extent * stride[axis];
                zeros[2 * axis + 1] = stride[axis] - 1;
            }
        }
        return new Border(new long[2 * axes], zeros).pad(map.reshape(apart), 0).reshape(joined);
    }

    private static Block window(Values values, int axes, Shape stride, Shape padding) {
        return switch (axes) {
            case 1 -> configure(values, stride, padding, Conv1d.builder()).build();
            case 2 -> configure(values, stride, padding, Conv2d.builder()).build();
            default -> configure(values, stride, padding, Conv3d.builder()).build();
        };
    }

    private static <B extends Convolution.ConvolutionBuilder<B>> B configure(
            Values values, Shape stride, Shape padding, B builder) {
        return builder.setKernelShape(values.shape("kernel"))
                .setFilters(values.number("out"))
                .optStride(stride)
                .optPadding(padding)
                .optDilation(values.shape("rate"))
                .optGroups(values.number("groups"))
                .optBias(values.flag("bias"));
    }
}
