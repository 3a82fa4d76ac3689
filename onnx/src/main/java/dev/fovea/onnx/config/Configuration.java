package dev.fovea.onnx.config;

import dev.fovea.onnx.unread.OnnxException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A network's configuration in JSON: a file of its own, or within the archive that holds its weights too. */
public final class Configuration {
    private Configuration() {}

    /**
     * The layers of a file.
     *
     * @return empty if the file is neither JSON nor an archive
     * @throws OnnxException if it holds no configuration that is known
     */
    public static Optional<ConfiguredNetwork> read(Path file, Map<String, List<Long>> sizes) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(64);
        }
        boolean archived = head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
        return archived || isJson(head) ? Optional.of(ConfigurationJson.read(file, archived, sizes)) : Optional.empty();
    }

    private static boolean isJson(byte[] head) {
        int first = 0;
        while (first < head.length && (head[first] <= ' ' && head[first] > 8 || head[first] < -16)) {
            first++;
        }
        // What follows an opening brace in JSON is not a field of an ONNX file.
        return first + 1 < head.length && head[first] == '{' && "\" \r\n\t}".indexOf(head[first + 1]) >= 0;
    }
}
