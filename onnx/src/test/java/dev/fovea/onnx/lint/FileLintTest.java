package dev.fovea.onnx.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.lint.LintFinding;
import dev.fovea.onnx.OnnxModel;
import dev.fovea.onnx.testing.GraphText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileLintTest {
    @TempDir
    Path directory;

    private List<String> rules(String second) throws IOException {
        GraphText graph = GraphText.of(1, 3, 32, 32)
                .weight("w", 8, 3, 3, 3)
                .node("c = Conv(x, w)")
                .node("p = GlobalAveragePool(c)")
                .node(second);
        Path file = Files.write(directory.resolve("m.onnx"), graph.file("y"));
        return FileLint.of(OnnxModel.read(file), FileLintOptions.DEFAULT).result().findings().stream()
                .map(LintFinding::rule)
                .toList();
    }

    @Test
    void theEndOfANetworkIsJudgedOnlyWhereAllOfTheFileWasRead() throws IOException {
        assertEquals(List.of("SmallField"), rules("y = Relu(p)"));
        assertEquals(List.of(), rules("y = com.acme:Gate(p, c)"));
    }
}
