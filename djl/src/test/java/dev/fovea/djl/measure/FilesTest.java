package dev.fovea.djl.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import dev.fovea.djl.DjlModels;
import dev.fovea.djl.MeasuredField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks in files of other frameworks, whose fields are known, on their engines. */
@Tag("engine")
final class FilesTest {
    private static final Shape IMAGE = new Shape(1, 1, 20, 20);

    /** A 3×3 convolution of rate 3 on a pool of 2×2 on a 3×3 convolution, in unit 4. */
    private static final Set<Long> READ = Set.of(1L, 2L, 3L, 4L, 7L, 8L, 9L, 10L, 13L, 14L, 15L, 16L);

    private static final String KNOWN = """
            w = torch.ones([4, 1, 3, 3])
            a = torch.conv2d(x, w, None, [1, 1], [1, 1], [1, 1], 1)
            b = torch.max_pool2d(torch.relu(a), [2, 2], [2, 2], [0, 0], [1, 1], False)
            v = torch.ones([4, 4, 3, 3])
            return torch.conv2d(b, v, None, [1, 1], [3, 3], [3, 3], 1)
            """;

    @TempDir
    private Path directory;

    @Test
    void torchScriptFilesAreMeasured() throws IOException, MalformedModelException {
        TorchFile.write(directory.resolve("known.pt"), KNOWN);
        try (Model model = load("PyTorch")) {
            MeasuredField field = DjlModels.measure(model, IMAGE, 4, 4);
            assertEquals(List.of(), field.doubts());
            check(field);
            try (Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator())) {
                MeasuredField again = DjlModels.measure(predictor, IMAGE, 4, 4);
                assertEquals(List.of(), again.doubts());
                check(again);
            }
        }
    }

    /** The runtime's ReLU and maximum do not hand NaNs on: what is found by other numbers is said to be in doubt. */
    @Test
    void onnxFilesAreMeasured() throws IOException, MalformedModelException {
        Files.write(directory.resolve("known.onnx"), KnownModel.bytes(20));
        try (Model model = load("OnnxRuntime")) {
            MeasuredField field = DjlModels.measure(model, IMAGE, 4, 4);
            assertEquals(1, field.doubts().size());
            assertTrue(
                    field.doubts().get(0).startsWith("NaNs get lost on their way: "),
                    field.doubts().get(0));
            check(field);
        }
    }

    @Test
    void measuringWasCheckedOnBothEnginesAndNoOther() {
        assertEquals(Optional.empty(), EngineCheck.doubt("PyTorch"));
        assertEquals(Optional.empty(), EngineCheck.doubt("OnnxRuntime"));
        assertEquals(Optional.of("measuring was not checked on the engine Other"), EngineCheck.doubt("Other"));
    }

    private Model load(String engine) throws IOException, MalformedModelException {
        Model model = Model.newInstance("known", engine);
        model.load(directory, "known");
        return model;
    }

    private static void check(MeasuredField field) {
        assertEquals(READ.size() * READ.size(), field.count(), field.toString());
        for (long y = 0; y < 20; y++) {
            for (long x = 0; x < 20; x++) {
                assertEquals(READ.contains(y) && READ.contains(x), field.reads(y, x));
            }
        }
    }
}
