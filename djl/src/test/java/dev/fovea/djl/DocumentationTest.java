package dev.fovea.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Model;
import ai.djl.basicmodelzoo.cv.classification.ResNetV1;
import ai.djl.basicmodelzoo.cv.classification.VGG;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import dev.fovea.Conv;
import dev.fovea.Dilated;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.Norm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The code in docs/djl.md is that of these tests, and what it is said to print is what it prints. */
@Tag("engine")
final class DocumentationTest {
    private static final Pattern BLOCK = Pattern.compile("(?s)```(java|text)\n(.*?)```");

    @Network(input = @Input(channels = 3, size = 64))
    static final class SegNet {
        @Conv(kernel = 3, padding = 1, out = 16, norm = Norm.BATCH, activation = dev.fovea.Activation.RELU)
        Object stem;

        @Dilated(kernel = 3, rate = 2, padding = 2, out = 16, activation = dev.fovea.Activation.RELU)
        Object context;

        @Conv(kernel = 1, out = 2)
        Object scores;
    }

    private static Block conv(int rate) {
        return Conv2d.builder()
                .setKernelShape(new Shape(3, 3))
                .optPadding(new Shape(rate, rate))
                .optDilation(new Shape(rate, rate))
                .setFilters(16)
                .build();
    }

    @Test
    void buildingIsAsThePageShows() {
        try (NDManager manager = NDManager.newBaseManager()) {
            DjlNetwork network = DjlModels.build(DocumentationTest_SegNetReceptiveField.report());
            network.initialize(manager, DataType.FLOAT32, new Shape(1, 3, 64, 64));
            Shape[] outputs = network.getOutputShapes(new Shape[] {new Shape(1, 3, 64, 64)});

            assertEquals(new Shape(1, 2, 64, 64), outputs[0]);
            shown(String.join(" ", network.getParameters().keys()));
        }
    }

    @Test
    void lintingIsAsThePageShows() {
        DjlModels.lint(VGG.builder().build(), new Shape(1, 3, 224, 224)).assertClean();

        Block gridding = new SequentialBlock()
                .add(conv(2))
                .add(Activation::relu)
                .add(conv(4))
                .add(Activation::relu)
                .add(conv(8));
        BlockLint lint = DjlModels.lint(gridding, new Shape(1, 3, 64, 64));

        shown(assertThrows(AssertionError.class, lint::assertClean).getMessage());
    }

    /** As the page says: original residual networks step over three of four positions. */
    @Test
    void lintingAResidualNetworkIsAsThePageShows() {
        Block resNet = ResNetV1.builder()
                .setImageShape(new Shape(3, 224, 224))
                .setNumLayers(50)
                .setOutSize(1000)
                .build();
        assertEquals(
                3,
                DjlModels.lint(resNet, new Shape(1, 3, 224, 224)).findings().stream()
                        .filter(finding -> finding.startsWith("warning: [SkippedInput] 3 of 4 positions"))
                        .count());
    }

    @Test
    void verifyingIsAsThePageShows() {
        Block written = new SequentialBlock()
                .add(conv(1))
                .add(BatchNorm.builder().build())
                .add(Activation::relu)
                .add(conv(4))
                .add(Activation::relu)
                .add(Conv2d.builder()
                        .setKernelShape(new Shape(1, 1))
                        .setFilters(2)
                        .build());
        Optional<String> difference = DjlModels.verify(DocumentationTest_SegNetReceptiveField.report(), written);

        shown(difference.orElseThrow());
    }

    @Test
    void measuringIsAsThePageShows() {
        Block gridding =
                new SequentialBlock().add(conv(2)).add(Activation::relu).add(conv(2));
        try (NDManager manager = NDManager.newBaseManager()) {
            gridding.initialize(manager, DataType.FLOAT32, new Shape(1, 1, 15, 15));
            MeasuredField field = DjlModels.measure(gridding, new Shape(1, 1, 15, 15), 7, 7);

            assertEquals(List.of(), field.doubts());
            assertEquals(25, field.count());
            shown(field.toString().strip());
            gridding.clear();
        }
    }

    /** Weights of a published model, by name; it stands in the page, and compiles. */
    static void loading(DjlNetwork network, Model published) {
        DjlModels.copyParameters(
                published.getBlock(), network, Map.of("stem_weight", "01Conv2d_weight", "stem_bias", "01Conv2d_bias"));
    }

    @Test
    void everySnippetIsFromThisTest() {
        String source = read("src/test/java/dev/fovea/djl/DocumentationTest.java");
        List<String> code = BLOCK.matcher(read("../docs/djl.md"))
                .results()
                .filter(block -> block.group(1).equals("java"))
                .map(block -> block.group(2))
                .toList();
        assertTrue(code.size() >= 5);
        code.forEach(snippet -> assertTrue(squeezed(source).contains(squeezed(snippet)), snippet));
    }

    private static void shown(String text) {
        assertTrue(
                BLOCK.matcher(read("../docs/djl.md"))
                        .results()
                        .anyMatch(block -> block.group(1).equals("text")
                                && block.group(2).strip().equals(text)),
                text);
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
