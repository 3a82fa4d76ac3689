package dev.fovea.onnx.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where a source comes from.
 *
 * @param name the file's name
 * @param digest SHA-256 of the file, in hexadecimal digits
 */
public record ModelOrigin(String name, String digest) {
    /** Reads a file once to its end. */
    public static ModelOrigin of(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return new ModelOrigin(
                String.valueOf(file.getFileName()), HexFormat.of().formatHex(digest.digest()));
    }
}
