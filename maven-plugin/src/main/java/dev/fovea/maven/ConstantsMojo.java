package dev.fovea.maven;

import dev.fovea.onnx.OnnxModel;
import dev.fovea.onnx.lint.FileLint;
import dev.fovea.onnx.lint.FileLintOptions;
import dev.fovea.onnx.source.ConstantsSource;
import dev.fovea.onnx.source.ModelOrigin;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Writes a class with compile-time constants of a model: its input, the field of its outputs, the tiles that give the same
 * result as the whole image, the input extents that work. It is written again when the file changes.
 */
@Mojo(name = "constants", defaultPhase = LifecyclePhase.GENERATE_SOURCES, requiresProject = false, threadSafe = true)
public final class ConstantsMojo extends ModelMojo {
    /** Qualified name of the class; by default made of the file's name. With several models, a package that ends with a dot. */
    @Parameter(property = "fovea.className", defaultValue = "")
    private @Nullable String className;

    /**
     * Where the source is written; by default {@code generated-sources/fovea} in the project's build directory, or the
     * working directory where there is no project.
     */
    @Parameter(property = "fovea.outputDirectory")
    private @Nullable File outputDirectory;

    @Parameter(defaultValue = "${project}", readonly = true)
    private @Nullable MavenProject project;

    /** For Maven. */
    public ConstantsMojo() {}

    @Override
    public void execute() throws MojoExecutionException {
        if (skip) {
            return;
        }
        File folder = folder();
        for (File file : files()) {
            OnnxModel model = read(file, Optional.empty());
            String name = name(model.definition().model());
            warn(file, model, "what depends on it has no constants");
            try {
                FileLint lint = FileLint.of(model, FileLintOptions.DEFAULT);
                String source = ConstantsSource.write(lint.result(), model, name, ModelOrigin.of(file.toPath()));
                File target = new File(folder, name.replace('.', '/') + ".java");
                if (Texts.write(target, source)) {
                    getLog().info("wrote " + target);
                }
            } catch (IOException failure) {
                throw new MojoExecutionException(
                        "the constants of %s cannot be written: %s".formatted(file, failure), failure);
            }
        }
        if (project != null && project.getFile() != null) {
            project.addCompileSourceRoot(folder.getPath());
        }
    }

    private File folder() {
        if (outputDirectory != null) {
            return outputDirectory;
        }
        return project == null || project.getFile() == null
                ? new File(".")
                : new File(project.getBuild().getDirectory(), "generated-sources/fovea");
    }

    private String name(String byFile) throws MojoExecutionException {
        if (className == null || className.isBlank()) {
            return byFile + "Constants";
        }
        return checked(className.endsWith(".") ? className + byFile + "Constants" : className);
    }
}
