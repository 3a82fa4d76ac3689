package dev.fovea.onnx;

import java.nio.file.Path;
import java.util.List;
import javax.lang.model.SourceVersion;

/** Names classes after files. */
final class ClassNames {
    private static final List<String> ENDINGS = List.of(".onnx", ".json", ".zip", ".keras");

    private ClassNames() {}

    /** {@code resnet-34.v2.onnx} becomes {@code Resnet34V2}. */
    static String of(Path file) {
        Path name = file.getFileName();
        String text = name == null ? "" : withoutEnding(name.toString());
        StringBuilder result = new StringBuilder();
        boolean starts = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c < 128 && Character.isLetterOrDigit(c);
            if (plain) {
                result.append(starts ? Character.toUpperCase(c) : c);
            }
            starts = !plain;
        }
        if (result.isEmpty() || !Character.isJavaIdentifierStart(result.charAt(0))) {
            result.insert(0, "Model");
        }
        String simple = result.toString();
        return SourceVersion.isKeyword(simple) || isTaken(simple) ? simple + "Model" : simple;
    }

    private static String withoutEnding(String name) {
        for (String ending : ENDINGS) {
            if (name.endsWith(ending)) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    /** True for a simple name that stands for something else in the source of an imported class. */
    static boolean isTaken(String name) {
        return exists("dev.fovea." + name) || exists("java.lang." + name);
    }

    private static boolean exists(String binaryName) {
        try {
            Class.forName(binaryName, false, ClassNames.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError unknown) {
            return false;
        }
    }
}
