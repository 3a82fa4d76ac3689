package styles;

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
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.nn.transformer.BertBlock;
import ai.djl.nn.transformer.IdEmbedding;
import ai.djl.nn.transformer.PointwiseFeedForwardBlock;
import ai.djl.nn.transformer.ScaledDotProductAttentionBlock;
import ai.djl.nn.transformer.TransformerEncoderBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.fovea.Input;
import dev.fovea.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Networks with the blocks of transformers. */
public class Transformers {
    static final int WIDTH = 8;

    static SequentialBlock tokens() {
        return new SequentialBlock()
                .add(Conv2d.builder()
                        .setKernelShape(new Shape(4, 4))
                        .optStride(new Shape(4, 4))
                        .setFilters(WIDTH)
                        .build())
                .addSingleton(map -> map.reshape(map.getShape().get(0), WIDTH, -1).transpose(0, 2, 1));
    }

    static NDArray map(NDArray rows) {
        return rows.transpose(0, 2, 1).reshape(rows.getShape().get(0), WIDTH, 6, 4);
    }

    static ScaledDotProductAttentionBlock attention(int heads) {
        return ScaledDotProductAttentionBlock.builder()
                .setEmbeddingSize(WIDTH)
                .setHeadCount(heads)
                .optAttentionProbsDropoutProb(0.2f)
                .build();
    }

    @Network(input = @Input(channels = 3, size = {24, 16}))
    public static Block classifier() {
        SequentialBlock net = tokens();
        for (int i = 1; i < 3; i++) {
            net.add(new TransformerEncoderBlock(WIDTH, 2 * i, 20 / i, i == 1 ? 0.1f : 0, Activation::relu));
        }
        return net.addSingleton(rows -> rows.mean(new int[] {1}))
                .add(Linear.builder().setUnits(5).build());
    }

    @Network(input = @Input(channels = 3, size = {24, 16}))
    public static Block backToAMap() {
        return tokens().add(new TransformerEncoderBlock(WIDTH, 4, 12, 0f, Activation::gelu))
                .addSingleton(Transformers::map)
                .add(Conv2d.builder().setKernelShape(new Shape(3, 3)).setFilters(4).build());
    }

    @Network(input = @Input(axes = 1, channels = WIDTH, size = 40))
    public static Block sequence() {
        return new SequentialBlock()
                .addSingleton(signal -> signal.swapAxes(1, 2))
                .add(attention(2))
                .add(LayerNorm.builder().axis(2).build())
                .add(new PointwiseFeedForwardBlock(Arrays.asList(16, 12), WIDTH, Activation::tanh))
                .addSingleton(signal -> signal.transpose(0, 2, 1))
                .add(Conv1d.builder().setKernelShape(new Shape(3)).setFilters(4).build());
    }

    /** The norm before, as most write it now. */
    static final class Layer extends AbstractBlock {
        private final Block norm1 = addChildBlock("norm1", LayerNorm.builder().axis(2).build());
        private final Block attention = addChildBlock("attention", attention(4));
        private final Block norm2 = addChildBlock("norm2", LayerNorm.builder().axis(2).build());
        private final Block mlp;

        Layer(int hidden) {
            mlp = addChildBlock("mlp", new PointwiseFeedForwardBlock(List.of(hidden), WIDTH, Activation::gelu));
        }

        @Override
        protected NDList forwardInternal(ParameterStore ps, NDList in, boolean training, PairList<String, Object> p) {
            NDArray x = in.singletonOrThrow();
            x = x.add(attention.forward(ps, norm1.forward(ps, new NDList(x), training), training).head());
            return new NDList(x.add(mlp.forward(ps, norm2.forward(ps, new NDList(x), training), training).head()));
        }

        @Override
        protected void initializeChildBlocks(NDManager manager, DataType type, Shape... shapes) {
            getChildren().values().forEach(child -> child.initialize(manager, type, shapes));
        }

        @Override
        public Shape[] getOutputShapes(Shape[] shapes) {
            return shapes;
        }
    }

    @Network(input = @Input(channels = 3, size = {24, 16}))
    public static Block normFirst() {
        return tokens().add(new Layer(32)).add(new Layer(16)).addSingleton(Transformers::map);
    }

    @Network(input = @Input(channels = 3, size = {24, 16}))
    public static Block channelsLast() {
        Block mlp = new SequentialBlock()
                .addSingleton(map -> map.transpose(0, 2, 3, 1))
                .add(LayerNorm.builder().axis(3).build())
                .add(new PointwiseFeedForwardBlock(List.of(32), 3, Activation::gelu))
                .addSingleton(map -> map.softmax(-1))
                .addSingleton(map -> map.transpose(0, 3, 1, 2));
        return new ParallelBlock(
                list -> new NDList(NDArrays.add(list.get(0).head(), list.get(1).head())),
                Arrays.asList(mlp, Blocks.identityBlock()));
    }

    @Network(input = @Input(channels = 3, size = {24, 16}))
    public static Block ofSizes() {
        return tokens().add(BatchNorm.builder().optAxis(2).build())
                .addSingleton(rows -> {
                    Shape shape = rows.getShape();
                    long batch = shape.get(0);
                    return rows.reshape(batch, 6, shape.get(1) / 6, shape.get(2)).transpose(0, 3, 1, 2);
                })
                .addSingleton(map -> map.flatten(2, -1).transpose(0, 2, 1))
                .add(Linear.builder().setUnits(6).build())
                .add(Activation::sigmoid)
                .add(Blocks.batchFlattenBlock())
                .add(Activation::relu)
                .add(Linear.builder().setUnits(3).build());
    }

    @Network(input = @Input(channels = 3, size = {24, 16}))
    public static Block shared() {
        ScaledDotProductAttentionBlock one = attention(1);
        return tokens().add(one).add(Activation::relu).add(one).addSingleton(Transformers::map);
    }

    @Network(input = @Input(channels = WIDTH, size = {24, 16}))
    public static Block ofAMap() {
        return new TransformerEncoderBlock(WIDTH, 2, 20, 0.1f, Activation::relu);
    }

    @Network(input = @Input(channels = 3, size = {24, 16}))
    public static Block ofItself() {
        return tokens().add(new LambdaBlock(list -> new NDList(list.head(), list.head(), list.head())))
                .add(attention(2))
                .addSingleton(Transformers::map);
    }

    @Network(input = @Input(channels = 3, size = {24, 16}))
    public static Block ofOthers() {
        return tokens().add(new LambdaBlock(list ->
                        new NDList(list.head(), Activation.relu(list.head()), list.head())))
                .add(attention(2))
                .addSingleton(Transformers::map);
    }

    @Network(input = @Input(channels = 4, size = {24, 16}))
    public static Block endsInAnotherGrid() {
        return new SequentialBlock()
                .add(Activation::relu)
                .addSingleton(map -> map.reshape(map.size(0), 1, 2, 2, 24, 16)
                        .transpose(0, 1, 4, 2, 5, 3)
                        .reshape(map.size(0), 1, 48, 32));
    }

    @Network(input = @Input(axes = 1, channels = 1, size = 40))
    public static Block words() {
        return new SequentialBlock()
                .add(BertBlock.builder().micro().setTokenDictionarySize(100).build())
                .addSingleton(rows -> rows.transpose(0, 2, 1));
    }

    @Network(input = @Input(channels = 3, size = {24, 16}))
    public static Block headsThatDoNotDivide() {
        return tokens().add(new TransformerEncoderBlock(WIDTH, 3, 20, 0.1f, Activation::relu));
    }
}
