package dev.fovea.onnx;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.onnx.testing.Bytes;
import dev.fovea.onnx.testing.GraphText;
import dev.fovea.onnx.testing.Models;
import dev.fovea.onnx.unread.OnnxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BrokenFilesTest {
    @TempDir
    Path directory;

    private String message(byte[] bytes) throws IOException {
        Path file = Files.write(directory.resolve("broken.onnx"), bytes);
        return assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThrows(OnnxException.class, () -> OnnxModel.read(file))
                        .getMessage());
    }

    private static byte[] small() {
        return GraphText.of(1, 3, 32, 32)
                .weight("w", 8, 3, 3, 3)
                .node("c", "y = Conv(x, w) pads=1,1,1,1")
                .file("y");
    }

    @Test
    void anEmptyFileHoldsNoGraph() throws IOException {
        assertTrue(message(new byte[0]).contains("holds no graph"));
    }

    @Test
    void tenMegabytesOfZerosFailAtTheFirstByte() throws IOException {
        assertTrue(message(new byte[10_000_000]).contains("byte 0"));
    }

    @Test
    void textIsNoModel() throws IOException {
        message("<html>not found</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void everyTruncationIsAnErrorThatNamesAByteOrANode() throws IOException {
        byte[] whole = small();
        // The last field of the file, the version of the operators, is optional.
        for (int length = 0; length < whole.length - 5; length++) {
            String message = message(Arrays.copyOf(whole, length));
            assertTrue(message.contains("byte") || message.contains("no graph"), message);
        }
    }

    @Test
    void aCycleNamesTheNode() throws IOException {
        byte[] file = GraphText.of(1, 3, 32, 32)
                .weight("w", 3, 3, 1, 1)
                .node("first", "a = Conv(b, w)")
                .node("second", "b = Conv(a, w)")
                .file("b");
        assertTrue(message(file).startsWith("the node first reads b, which no node before it writes"));
    }

    @Test
    void aNegativeExtentNamesTheTensor() throws IOException {
        byte[] file = GraphText.of(1, 3, 32, 32)
                .weight("w", 8, -3, 3, 3)
                .node("y = Conv(x, w)")
                .file("y");
        assertTrue(message(file).contains("the tensor w at byte"));
    }

    @Test
    void aGraphWithoutAMapIsNamed() throws IOException {
        assertTrue(message(GraphText.of(1, 10).node("y = Relu(x)").file("y")).contains("x (2 dimensions)"));
    }

    @Test
    void graphsNestedWithoutEndAreRefused() throws IOException {
        byte[] graph = new byte[0];
        for (int depth = 0; depth < 2000; depth++) {
            Bytes attribute = new Bytes().text(1, "body").bytes(6, graph);
            graph = new Bytes()
                    .message(1, new Bytes().text(4, "Loop").message(5, attribute))
                    .toArray();
        }
        assertTrue(message(new Bytes().bytes(7, graph).toArray()).contains("nested more than"));
    }

    @Test
    void millionsOfEmptyNodesAreRefused() throws IOException {
        byte[] nodes = new byte[20_000_000];
        for (int i = 0; i < nodes.length; i += 2) {
            nodes[i] = 10;
        }
        assertTrue(message(new Bytes().bytes(7, nodes).toArray()).contains("that is not a network"));
    }

    @Test
    void aFunctionThatCallsItselfIsRefused() throws IOException {
        byte[] file = GraphText.of(1, 3, 8, 8)
                .function("Again", List.of("a"), List.of("b"), "c = mine:Again(a)", "b = mine:Again(c)")
                .node("y = mine:Again(x)")
                .file("y");
        assertTrue(message(file).contains("calls others too deeply or too often"));
    }

    /** Weights that lie in another file are not needed: no path in a model, wherever it leads, is opened. */
    @Test
    void filesThatAModelNamesAreNotOpened() throws IOException {
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Path model = Files.createDirectory(directory.resolve("inside")).resolve("model.onnx");
        for (String location : List.of("../outside", "/dev/full", "../missing", "\0")) {
            Files.write(
                    model,
                    GraphText.of(1, 3, 32, 32)
                            .outside("w", location, 8, 3, 3, 3)
                            .node("y = Conv(x, w)")
                            .file("y"));
            OnnxModel.read(model);
        }
        assertTrue(Files.isDirectory(outside));
    }

    @Test
    void aFileThatDoesNotExistIsSaidToBeSo() {
        assertThrows(IOException.class, () -> OnnxModel.read(directory.resolve("missing.onnx")));
    }

    @Test
    void randomChangesOfBytesNeverEndInAnotherException() throws IOException {
        Random random = new Random(20);
        List<String> names = List.of(
                "x_groupnorm", "x_yolo_focus", "x_gru", "x_unet3d", "alexnet", "y_tcn", "x_crnn", "shufflenet_v2_x1_0");
        Path file = directory.resolve("fuzzed.onnx");
        for (String name : names) {
            byte[] whole = Files.readAllBytes(Models.file(name));
            for (int round = 0; round < 40; round++) {
                byte[] bytes = whole.clone();
                int changes = 1 + random.nextInt(8);
                for (int i = 0; i < changes; i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                Files.write(file, random.nextInt(5) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
                assertTimeoutPreemptively(Duration.ofSeconds(20), () -> readAndLint(file), () -> name);
            }
        }
    }

    /** What the fuzzer found new ways with. */
    @Test
    void configurationsThatTheFuzzerKeptAreReadOrRejected() throws IOException {
        try (Stream<Path> kept = Files.list(Path.of("src/test/fuzz/configurations"))) {
            for (Path input : kept.toList()) {
                OnnxTarget.fuzzerTestOneInput(Files.readAllBytes(input));
            }
        }
    }

    @Test
    void randomChangesOfConfigurationsNeverEndInAnotherException() throws IOException {
        Random random = new Random(6);
        Path file = directory.resolve("fuzzed.bin");
        for (String name : List.of(
                "dl4j/same.json",
                "dl4j/sequence.json",
                "dl4j/vertices.json",
                "dl4j/volume.json",
                "dl4j/unet.zip",
                "dl4j/yolo2.zip",
                "keras/two.json",
                "keras/three.json")) {
            byte[] whole = Files.readAllBytes(Path.of("src/test/resources", name));
            for (int round = 0; round < 60; round++) {
                byte[] bytes = whole.clone();
                for (int i = 0; i <= random.nextInt(6); i++) {
                    int place = random.nextInt(bytes.length);
                    bytes[place] = (byte) (random.nextBoolean() ? random.nextInt(256) : '0' + random.nextInt(10));
                }
                Files.write(file, random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
                assertTimeoutPreemptively(Duration.ofSeconds(20), () -> readAndLint(file), () -> name);
            }
        }
    }

    @Test
    void numbersOfConfigurationsMayBeAnything() throws IOException {
        Random random = new Random(7);
        List<String> values = List.of(
                "0",
                "-1",
                "2147483647",
                "-2147483648",
                "1e30",
                "null",
                "[]",
                "{}",
                "\"x\"",
                "[1,2,3,4,5,6,7]",
                "true",
                "65536");
        for (String name : List.of(
                "dl4j/same.json",
                "dl4j/sequence.json",
                "dl4j/vertices.json",
                "dl4j/volume.json",
                "keras/two.json",
                "keras/three.json")) {
            String whole = Files.readString(Path.of("src/test/resources", name));
            List<Integer> places = new ArrayList<>();
            Matcher numbers = Pattern.compile(": (\\d+|\\[[^\\[\\]{}]*\\])").matcher(whole);
            while (numbers.find()) {
                places.add(numbers.start());
            }
            for (int round = 0; round < 60; round++) {
                int place = places.get(random.nextInt(places.size()));
                Matcher number = Pattern.compile(": (\\d+|\\[[^\\[\\]{}]*\\])").matcher(whole);
                assertTrue(number.find(place));
                String text = whole.substring(0, number.start()) + ": " + values.get(random.nextInt(values.size()))
                        + whole.substring(number.end());
                Path file = Files.writeString(directory.resolve("changed.json"), text);
                assertTimeoutPreemptively(
                        Duration.ofSeconds(20),
                        () -> readAndLint(file),
                        () -> text.substring(place, Math.min(text.length(), place + 40)));
            }
        }
    }

    private static void readAndLint(Path file) throws IOException {
        OnnxModel model;
        try {
            model = OnnxModel.read(file);
        } catch (OnnxException broken) {
            assertTrue(!String.valueOf(broken.getMessage()).isEmpty());
            return;
        }
        Lint.run(model.definition(), LintOptions.DEFAULT);
    }
}
