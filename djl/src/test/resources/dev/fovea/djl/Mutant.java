package mutants;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.convolutional.Conv2dTranspose;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.nn.transformer.TransformerEncoderBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.fovea.Input;
import dev.fovea.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

class Mutant {
    static final int[] WIDTHS = {8, 16, 16};
    static final float SHRINK = 0.5f;

    static int unknown() {
        return Integer.getInteger("nobody.sets.this", 2);
    }

    record Stage(int width, int repeats, int stride) {}

    static Block conv(int filters, int kernel, int stride, int dilation) {
        int pad = dilation * (kernel - 1) / 2;
        return new SequentialBlock()
                .add(Conv2d.builder()
                        .setKernelShape(new Shape(kernel, kernel))
                        .setFilters(filters)
                        .optStride(new Shape(stride, stride))
                        .optPadding(new Shape(pad, pad))
                        .optDilation(new Shape(dilation, dilation))
                        .optBias(false)
                        .build())
                .add(BatchNorm.builder().build())
                .add(Activation::relu);
    }

    static Block residual(int filters, int stride, boolean same) {
        SequentialBlock body = new SequentialBlock();
        body.add(conv(filters, 3, stride, 1)).add(conv(filters, 3, 1, 1));
        Block shortcut = same ? Blocks.identityBlock() : conv(filters, 1, stride, 1);
        return new ParallelBlock(
                list -> {
                    NDArray one = list.get(0).singletonOrThrow();
                    return new NDList(NDArrays.add(one, list.get(1).head()).getNDArrayInternal().relu());
                },
                Arrays.asList(body, shortcut));
    }

    static Block branches(int... filters) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < filters.length; i++) {
            switch (i) {
                case 0 -> blocks.add(conv(filters[i], 1, 1, 1));
                case 1 -> blocks.add(conv(filters[i], 3, 1, 2));
                default -> blocks.add(new SequentialBlock()
                        .add(Pool.maxPool2dBlock(new Shape(3, 3), new Shape(1, 1), new Shape(1, 1)))
                        .add(conv(filters[i], 1, 1, 1)));
            }
        }
        return new ParallelBlock(
                list -> new NDList(NDArrays.concat(
                        new NDList(list.stream().map(NDList::head).collect(Collectors.toList())), 1)),
                blocks);
    }

    static final class Head extends AbstractBlock {
        private final Block down;
        private final Block up;
        private final Block last;
        private final int factor = 2;

        Head(int filters) {
            down = addChildBlock("down", conv(filters, 3, factor, 1));
            up = addChildBlock(
                    "up",
                    Conv2dTranspose.builder()
                            .setKernelShape(new Shape(4, 4))
                            .setFilters(filters)
                            .optStride(new Shape(factor, factor))
                            .optPadding(new Shape(1, 1))
                            .build());
            last = addChildBlock("last", conv(filters * 2, 1, 1, 1));
        }

        @Override
        protected NDList forwardInternal(
                ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
            NDList x = down.forward(store, inputs, training);
            x = up.forward(store, x, training);
            NDArray joined = x.singletonOrThrow().concat(inputs.singletonOrThrow(), 1);
            return last.forward(store, new NDList(joined), training);
        }

        private Shape[] joined(Shape[] inputs) {
            Shape wide = up.getOutputShapes(down.getOutputShapes(inputs))[0];
            return new Shape[] {Shape.update(wide, 1, wide.get(1) + inputs[0].get(1))};
        }

        @Override
        public Shape[] getOutputShapes(Shape[] inputs) {
            return last.getOutputShapes(joined(inputs));
        }

        @Override
        protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
            down.initialize(manager, type, inputs);
            up.initialize(manager, type, down.getOutputShapes(inputs));
            last.initialize(manager, type, joined(inputs));
        }
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block net() {
        SequentialBlock net = new SequentialBlock();
        net.add(conv(8, 3, 1, 1));
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < WIDTHS.length; i++) {
            stages.add(new Stage(WIDTHS[i], i % 2 == 0 ? 1 : 2, i > 0 ? 2 : 1));
        }
        int in = 8;
        for (Stage stage : stages) {
            for (int k = 0; k < stage.repeats(); k++) {
                net.add(residual(stage.width(), k == 0 ? stage.stride() : 1, k > 0 || stage.stride() == 1 && stage.width() == in));
                in = stage.width();
            }
        }
        int i = 2;
        while (i > 0) {
            net.add(branches(4, 8, (int) (8 * SHRINK)));
            i--;
        }
        net.add(new Head(8));
        net.add(Pool.avgPool2dBlock(new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), true));
        net.addSingleton(array -> Activation.sigmoid(array).mul(2));
        net.add(conv(16, 1, 1, 1)).addSingleton(map -> map.reshape(map.size(0), map.size(1), -1).transpose(0, 2, 1))
                .add(new TransformerEncoderBlock(16, 2, 12, 0.1f, Activation::tanh))
                .add(LayerNorm.builder().axis(2).build())
                .addSingleton(rows -> rows.mean(new int[] {1}));
        net.add(Dropout.builder().optRate(0.25f).build());
        return net.add(Blocks.batchFlattenBlock()).add(Linear.builder().setUnits(10).build());
    }
}
