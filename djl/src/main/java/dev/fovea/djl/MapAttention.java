package dev.fovea.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;

/** Each unit of a map of queries reads all units of a map of keys and one of values (Vaswani et al. 2017, equation 1). */
final class MapAttention {
    private MapAttention() {}

    static Block block(Values values) {
        int heads = values.number("heads");
        return new LambdaBlock(maps -> new NDList(attended(maps.get(0), maps.get(1), maps.get(2), heads)));
    }

    private static NDArray attended(NDArray queries, NDArray keys, NDArray values, int heads) {
        NDArray shares =
                SelfAttention.scores(heads(queries, heads), heads(keys, heads)).softmax(3);
        long channels = values.getShape().get(1);
        Shape shape = queries.getShape();
        return shares.matMul(heads(values, heads))
                .transpose(0, 1, 3, 2)
                .reshape(new Shape(shape.get(0), channels).addAll(shape.slice(2)));
    }

    /** Batch × heads × units × channels of a head. */
    private static NDArray heads(NDArray map, int heads) {
        Shape shape = map.getShape();
        return map.reshape(shape.get(0), heads, shape.get(1) / heads, -1).transpose(0, 1, 3, 2);
    }
}
