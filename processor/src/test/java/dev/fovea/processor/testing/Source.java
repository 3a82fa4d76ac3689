package dev.fovea.processor.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java file to compile.
 *
 * @param path relative to the source root, with slashes: {@code "net/SegNet.java"}
 * @param text its content
 */
public record Source(String path, String text) {
    private static final Pattern COMMENT = Pattern.compile("//.*|/\\*(?s:.*?)\\*/");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|enum|interface)\\s+(\\w+)");

    /** A source whose path follows from its package and its first type. */
    public static Source of(String text) {
        Matcher type = TYPE.matcher(withoutComments(text));
        if (!type.find()) {
            throw new IllegalArgumentException("no type declared in: " + text);
        }
        return new Source(folder(text) + type.group(1) + ".java", text);
    }

    /** The source in a file, whose folder need not follow its package. */
    public static Source of(Path file) throws IOException {
        String text = Files.readString(file);
        return new Source(folder(text) + file.getFileName(), text);
    }

    private static String folder(String text) {
        Matcher name = PACKAGE.matcher(withoutComments(text));
        return name.find() ? name.group(1).replace('.', '/') + "/" : "";
    }

    private static String withoutComments(String text) {
        return COMMENT.matcher(text).replaceAll("");
    }
}
