package dev.fovea.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;

/** Divides by what the squares of neighbouring channels add up to (Krizhevsky et al. 2012, section 3.3). */
final class ResponseNorm {
    /** As published, but for the sum, which is a mean, and {@code K}: these are PyTorch's. */
    private static final double ALPHA = 1e-4;

    private static final double BETA = 0.75;
    private static final double K = 1;

    private ResponseNorm() {}

    static Block block(Values values) {
        int size = values.number("value");
        return LambdaBlock.singleton(map -> {
            NDArray squares = map.square();
            NDArray sum = map.zerosLike();
            for (int offset = -(size / 2); offset < size - size / 2; offset++) {
                sum = sum.add(shifted(squares, offset));
            }
            return map.div(sum.mul(ALPHA / size).add(K).pow(BETA));
        });
    }

    /** Channel c + offset in the place of channel c; zeros where there is none. */
    private static NDArray shifted(NDArray map, long offset) {
        long channels = map.getShape().get(1);
        if (Math.abs(offset) >= channels) {
            return map.zerosLike();
        }
        NDArray kept = map.get(
                new NDIndex().addAllDim().addSliceDim(Math.max(0, offset), Math.min(channels, channels + offset)));
        if (offset == 0) {
            return kept;
        }
        long[] missing = map.getShape().getShape().clone();
        missing[1] = Math.abs(offset);
        NDArray zeros = map.getManager().zeros(new Shape(missing), map.getDataType());
        return offset > 0 ? kept.concat(zeros, 1) : zeros.concat(kept, 1);
    }
}
