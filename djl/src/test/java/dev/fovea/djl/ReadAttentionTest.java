package dev.fovea.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.transformer.ScaledDotProductAttentionBlock;
import ai.djl.nn.transformer.TransformerEncoderBlock;
import ai.djl.training.ParameterStore;
import dev.fovea.report.AxisField;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The engine's attention, as blocks of images have it: patches become tokens, and tokens a map again. */
@Tag("engine")
final class ReadAttentionTest {
    private static final Shape IMAGE = new Shape(2, 3, 24, 16);

    private static SequentialBlock tokens() {
        return new SequentialBlock()
                .add(Conv2d.builder()
                        .setKernelShape(new Shape(4, 4))
                        .optStride(new Shape(4, 4))
                        .setFilters(8)
                        .build())
                .addSingleton(map -> map.reshape(map.getShape().get(0), 8, -1).transpose(0, 2, 1));
    }

    private static SequentialBlock map(SequentialBlock tokens) {
        return tokens.addSingleton(
                rows -> rows.transpose(0, 2, 1).reshape(rows.getShape().get(0), 8, 6, 4));
    }

    private static SequentialBlock transformer() {
        return map(tokens().add(new TransformerEncoderBlock(8, 2, 20, 0.1f, Activation::relu))
                .add(new TransformerEncoderBlock(8, 4, 12, 0, Activation::gelu)));
    }

    @Test
    void attentionThatIsReadIsOneLayerThatReadsTheMap() {
        ReadBlock read = DjlModels.read(transformer(), IMAGE);
        assertEquals(Map.of(), read.unread());
        assertEquals(Map.of(), read.unexpressed());
        NetworkReport report = read.report();
        LayerReport attention = report.layer("03TransformerEncoderBlock.01selfAttention");
        assertEquals(2L, attention.attributes().get("heads"));
        assertEquals(4 * (64 + 8), attention.parameters().orElseThrow());
        assertTrue(attention.field().stream().allMatch(AxisField::global));
        assertEquals(
                List.of(6L, 4L),
                attention.shape().size().stream()
                        .map(size -> size.orElseThrow())
                        .toList());
        assertEquals(
                List.of(
                        "Conv",
                        "Attention",
                        "Dropout",
                        "Add",
                        "Normalize",
                        "Conv",
                        "Conv",
                        "Dropout",
                        "Add",
                        "Normalize"),
                report.layers().stream().limit(10).map(LayerReport::op).toList());
    }

    @Test
    void attentionThatIsReadComputesTheSameWhenItIsBuiltAnew() {
        SequentialBlock block = transformer();
        try (NDManager manager = NDManager.newBaseManager()) {
            block.initialize(manager, DataType.FLOAT32, IMAGE);
            for (Parameter parameter : block.getParameters().values()) {
                parameter
                        .getArray()
                        .set(manager.randomUniform(0.2f, 1f, parameter.getShape())
                                .toByteBuffer());
            }
            ReadBlock read = DjlModels.read(block, IMAGE);
            DjlNetwork network = read.build();
            network.initialize(manager, DataType.FLOAT32, IMAGE);
            assertEquals(Optional.empty(), DjlModels.verify(network.report(), block));
            for (boolean byLayer : new boolean[] {true, false}) {
                if (byLayer) {
                    read.copyParametersTo(network);
                } else {
                    DjlModels.copyParameters(block, network);
                }
                ParameterStore store = new ParameterStore(manager, false);
                NDArray image = manager.randomNormal(IMAGE);
                NDArray expected =
                        block.forward(store, new NDList(image), false).head();
                NDArray actual =
                        network.forward(store, new NDList(image), false).head();
                assertTrue(expected.allClose(actual, 1e-4, 1e-4, false));
            }
        }
    }

    /** The dropout of shares is the block's, in training. */
    @Test
    void attentionThatIsReadKeepsTheDropoutOfShares() {
        ReadBlock read = DjlModels.read(transformer(), IMAGE);
        assertEquals(Map.of("dropout", 0.1), read.constants().get("03TransformerEncoderBlock.01selfAttention"));
        assertEquals(Map.of(), read.constants().get("04TransformerEncoderBlock.01selfAttention"));
    }

    @Test
    void attentionThatRunsTwiceSharesItsWeights() {
        ScaledDotProductAttentionBlock one = ScaledDotProductAttentionBlock.builder()
                .setEmbeddingSize(8)
                .setHeadCount(2)
                .build();
        ReadBlock read = DjlModels.read(map(tokens().add(one).add(one)), IMAGE);
        assertEquals(Map.of(), read.unread());
        NetworkReport report = read.report();
        LayerReport second = report.layers().get(2);
        assertEquals("03ScaledDotProductAttentionBlock", second.attributes().get("shared"));
        assertEquals(3 * 8 * 16 + 8 + 4 * (64 + 8), report.parameters().orElseThrow());
        // A projection that runs by itself once more is no layer that can be told.
        Block alone = map(tokens().add(one).add(one.getKeyProjection()));
        assertEquals(1, DjlModels.read(alone, IMAGE).unread().size());
    }

    @Test
    void attentionThatIsWrittenByHandIsReadLikeTheEngines() {
        SequentialBlock block = map(tokens().add(new OwnAttention(true)));
        ReadBlock read = DjlModels.read(block, IMAGE);
        assertEquals(Map.of(), read.unread());
        assertEquals(Map.of(), read.unexpressed());
        assertEquals(
                List.of("Conv", "Attention"),
                read.report().layers().stream().map(LayerReport::op).toList());
        assertEquals(1L, read.report().layers().get(1).attributes().get("heads"));
    }

    @Test
    void scoresThatAreNotDividedAreNamed() {
        ReadBlock read = DjlModels.read(map(tokens().add(new OwnAttention(false))), IMAGE);
        assertEquals(
                "{03OwnAttention=attention scores that are not divided by the root of a head's channels}",
                read.unexpressed().toString());
        assertThrows(IllegalArgumentException.class, read::build);
    }

    /** Tokens that attend to others than themselves are no layer. */
    @Test
    void ofTwoMapsIsNamedAndNotRead() {
        ScaledDotProductAttentionBlock attention = ScaledDotProductAttentionBlock.builder()
                .setEmbeddingSize(8)
                .setHeadCount(2)
                .build();
        SequentialBlock block = tokens().add(new ai.djl.nn.LambdaBlock(
                        list -> new NDList(list.head(), Activation.relu(list.head()), list.head())))
                .add(attention);
        ReadBlock read = DjlModels.read(map(block), IMAGE);
        assertTrue(
                read.unread().toString().contains("not projections, each with a bias, of one map"),
                read.unread().toString());
    }
}
