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
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The JSON of a configuration; apart from {@link Configuration}, so that an ONNX file loads no JSON reader. */
final class ConfigurationJson {
    private static final int LARGEST = 64 << 20;
    private static final List<String> ENTRIES = List.of("configuration.json", "config.json");

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(200)
                    .maxNumberLength(100)
                    .build())
            .build());

    private ConfigurationJson() {}

    static ConfiguredNetwork read(Path file, boolean archived, Map<String, List<Long>> sizes) throws IOException {
        JsonNode root = archived ? archived(file) : plain(file);
        if (root.has("confs") || root.has("vertices")) {
            return Dl4jReader.read(root, sizes);
        }
        if (root.path("config").isContainerNode() && root.has("class_name")) {
            return KerasReader.read(root, sizes);
        }
        throw new OnnxException(
                "the JSON is not the configuration of a network: it has neither \"confs\" nor \"vertices\", as that of DL4J"
                        + " has, nor \"class_name\" and \"config\", as that of Keras has");
    }

    private static JsonNode plain(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return parsed(in, String.valueOf(file.getFileName()));
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
            throw new OnnxException(
                    "%s is larger than %s MB; that is not a configuration".formatted(name, LARGEST >> 20));
        }
        try {
            JsonNode root = JSON.readTree(bytes);
            if (root == null || !root.isObject()) {
                throw new OnnxException("%s holds no JSON object".formatted(name));
            }
            return root;
        } catch (JacksonException malformed) {
            throw new OnnxException("%s is not JSON: line %s, column %s: %s"
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
