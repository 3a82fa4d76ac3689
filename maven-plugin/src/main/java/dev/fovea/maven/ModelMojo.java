package dev.fovea.maven;

import dev.fovea.onnx.OnnxModel;
import dev.fovea.onnx.OnnxOptions;
import dev.fovea.onnx.unread.NotExpressed;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What all goals on model files take. */
abstract class ModelMojo extends AbstractMojo {
    /**
     * The model file: ONNX; a configuration of DL4J as JSON, or the zip that DL4J saves; a {@code .keras} file, or a
     * configuration of Keras as JSON.
     */
    @Parameter(property = "fovea.model")
    @Nullable
    File model;

    /** Further model files. */
    @Parameter
    List<File> models = new ArrayList<>();

    /**
     * Extents of the input where the file leaves them open: one for every axis or one per axis, {@code 224} or {@code
     * 480,640}; or by the names that the file gives them, {@code height=480,width=640}. What stays open is unknown.
     */
    @Parameter(property = "fovea.size", defaultValue = "")
    @Nullable
    String size;

    /** Leaves out the goal. */
    @Parameter(property = "fovea.skip", defaultValue = "false")
    boolean skip;

    /** The files, at least one. */
    final List<File> files() throws MojoExecutionException {
        List<File> files = new ArrayList<>(models);
        if (model != null) {
            files.add(0, model);
        }
        if (files.isEmpty()) {
            throw new MojoExecutionException(
                    "no model is named; state <model> in the configuration, or -Dfovea.model=model.onnx");
        }
        return files;
    }

    /**
     * A class name that is stated, checked before a file is named after it.
     *
     * @param name qualified name
     */
    static String checked(String name) throws MojoExecutionException {
        if (!SourceVersion.isName(name, SourceVersion.RELEASE_17)) {
            throw new MojoExecutionException(
                    "fovea.className is \"%s\", which names no class; write one such as example.Model".formatted(name));
        }
        return name;
    }

    /** A file's model. */
    final OnnxModel read(File file, Optional<String> className) throws MojoExecutionException {
        OnnxOptions options = new OnnxOptions(sizes(), className);
        try {
            return OnnxModel.read(file.toPath(), options);
        } catch (IOException failure) {
            throw new MojoExecutionException("%s: %s".formatted(file, reason(failure)), failure);
        }
    }

    /** Names what could not be read, and says what that means. */
    final void warn(File file, OnnxModel model, String consequence) {
        for (NotExpressed part : model.notExpressed()) {
            if (part.isGap()) {
                getLog().warn("%s: not read: %s; %s".formatted(file.getName(), part, consequence));
            }
        }
        hint(file, model);
    }

    /** Says that more may be read once the extents are stated that the file leaves open. */
    final void hint(File file, OnnxModel model) {
        boolean open = model.definition().input().get("size") instanceof List<?> extents
                && (extents.isEmpty() || extents.contains(0L));
        if (open && !model.isWhole()) {
            getLog().info(
                            "%s: the file leaves extents of its input open; state them, such as -Dfovea.size=224, and more may be read"
                                    .formatted(file.getName()));
        }
    }

    static String reason(IOException failure) {
        return failure instanceof java.nio.file.NoSuchFileException
                ? "there is no such file"
                : String.valueOf(failure.getMessage());
    }

    /** A number of things, in words: {@code 1 layer}, {@code 2 layers}. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private Map<String, List<Long>> sizes() throws MojoExecutionException {
        Map<String, List<Long>> sizes = new HashMap<>();
        List<Long> unnamed = new ArrayList<>();
        for (String entry : size == null || size.isBlank() ? new String[0] : size.split(",")) {
            String[] parts = entry.strip().split("=", 2);
            try {
                long extent = Long.parseLong(parts[parts.length - 1].strip());
                if (extent < 1 || extent > 1 << 24) {
                    throw new NumberFormatException();
                }
                if (parts.length == 2) {
                    sizes.put(parts[0].strip(), List.of(extent));
                } else {
                    unnamed.add(extent);
                }
            } catch (NumberFormatException malformed) {
                throw new MojoExecutionException(
                        "size has \"%s\"; write an extent such as 224, or name=224".formatted(entry.strip()));
            }
        }
        if (!unnamed.isEmpty()) {
            sizes.put("", unnamed);
        }
        return sizes;
    }
}
