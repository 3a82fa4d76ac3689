package dev.fovea.onnx.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fovea.onnx.unread.OnnxException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A network's configuration in JSON: a file of its own, or within the archive that holds its weights too. */
public final class Configuration {
    private static final int LARGEST = 64 << 20;
    private static final List<String> ENTRIES = List.of("configuration.json", "config.json");

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(200)
                    .maxNumberLength(100)
                    .build())
            .build());

    private Configuration() {}

    /**
     * The layers of a file.
     *
     * @return empty if the file is neither JSON nor an archive
     * @throws OnnxException if it holds no configuration that is known
     */
    public static Optional<ConfiguredNetwork> read(Path file, Map<String, List<Long>> sizes) throws IOException {
        Optional<JsonNode> json = json(file);
        if (json.isEmpty()) {
            return Optional.empty();
        }
        JsonNode root = json.get();
        if (root.has("confs") || root.has("vertices")) {
            return Optional.of(Dl4jReader.read(root, sizes));
        }
        if (root.path("config").isContainerNode() && root.has("class_name")) {
            return Optional.of(KerasReader.read(root, sizes));
        }
        throw new OnnxException(
                "the JSON is no configuration of a network: it has neither \"confs\" nor \"vertices\", as that of DL4J"
                        + " has, nor \"class_name\" and \"config\", as that of Keras has");
    }

    private static Optional<JsonNode> json(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(64);
        }
        if (head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
            return Optional.of(archived(file));
        }
        int first = 0;
        while (first < head.length && (head[first] <= ' ' && head[first] > 8 || head[first] < -16)) {
            first++;
        }
        // What follows an opening brace in JSON is no field of an ONNX file.
        boolean json = first + 1 < head.length && head[first] == '{' && "\" \r\n\t}".indexOf(head[first + 1]) >= 0;
        if (!json) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(parsed(in, String.valueOf(file.getFileName())));
        }
    }

    private static JsonNode archived(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (String name : ENTRIES) {
                ZipEntry entry = zip.getEntry(name);
                if (entry != null) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        return parsed(in, name);
                    }
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            throw new OnnxException("the archive is broken: " + broken.getMessage());
        }
        throw new OnnxException(
                "the archive holds no configuration.json, as DL4J writes it, and no config.json, as Keras does");
    }

    private static JsonNode parsed(InputStream in, String name) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new OnnxException("%s is larger than %s MB; that is no configuration".formatted(name, LARGEST >> 20));
        }
        try {
            JsonNode root = JSON.readTree(bytes);
            if (root == null || !root.isObject()) {
                throw new OnnxException("%s holds no JSON object".formatted(name));
            }
            return root;
        } catch (JacksonException malformed) {
            throw new OnnxException("%s is no JSON, line %s, column %s: %s"
                    .formatted(
                            name,
                            malformed.getLocation() == null
                                    ? 0
                                    : malformed.getLocation().getLineNr(),
                            malformed.getLocation() == null
                                    ? 0
                                    : malformed.getLocation().getColumnNr(),
                            malformed.getOriginalMessage()));
        }
    }
}
