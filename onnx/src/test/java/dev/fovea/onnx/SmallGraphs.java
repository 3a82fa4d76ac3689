package dev.fovea.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.DeclarationFactory;
import dev.fovea.onnx.testing.GraphText;
import dev.fovea.onnx.unread.NotExpressed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;

/** Small graphs, read from a file as any other. */
public abstract class SmallGraphs {
    private final DeclarationFactory words = new DeclarationFactory();

    @TempDir
    protected Path directory;

    OnnxModel read(GraphText graph, String... outputs) throws IOException {
        return OnnxModel.read(write(graph, outputs));
    }

    Path write(GraphText graph, String... outputs) throws IOException {
        return Files.write(directory.resolve("m.onnx"), graph.file(outputs));
    }

    /** The layers, one after the other: annotation and attributes that are not the defaults. */
    String layers(GraphText graph, String... outputs) throws IOException {
        return layers(read(graph, outputs.length == 0 ? new String[] {"y"} : outputs));
    }

    /** The layers of a model of which everything can be read. */
    protected String layers(OnnxModel model) {
        List<String> gaps = model.notExpressed().stream()
                .filter(NotExpressed::isGap)
                .map(NotExpressed::toString)
                .toList();
        assertEquals(List.of(), gaps);
        List<String> texts = new ArrayList<>();
        for (Declaration layer : model.definition().layers()) {
            List<String> attributes = new ArrayList<>();
            new TreeMap<>(layer.values()).forEach((attribute, value) -> {
                boolean byDefault =
                        words.attributes(layer.annotation()).get(attribute).equals(Optional.of(value));
                if (!byDefault && !attribute.equals("from")) {
                    attributes.add(attribute + "=" + value);
                }
            });
            texts.add(layer.annotation() + attributes);
        }
        return String.join(" ", texts);
    }

    static GraphText image() {
        return GraphText.of(1, 8, 32, 32)
                .weight("w", 16, 8, 3, 3)
                .weight("b", 16)
                .weight("p", 16, 8, 1, 1);
    }
}
