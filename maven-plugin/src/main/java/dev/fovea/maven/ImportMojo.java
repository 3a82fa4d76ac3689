package dev.fovea.maven;

import dev.fovea.onnx.OnnxModel;
import dev.fovea.onnx.source.ImportedClass;
import dev.fovea.onnx.source.ModelOrigin;
import dev.fovea.onnx.unread.NotExpressed;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes an annotated class that is the network of a model file: repeated parts become blocks, and what is found in the file
 * is accepted, so that the class compiles without warnings. For those who want to go on in Java.
 */
@Mojo(name = "import", requiresProject = false, threadSafe = true)
public final class ImportMojo extends ModelMojo {
    /** Qualified name of the class; by default made of the file's name. */
    @Parameter(property = "fovea.className", defaultValue = "")
    private @Nullable String className;

    /** Where the source is written; by default the project's sources, or the working directory where there is no project. */
    @Parameter(property = "fovea.outputDirectory")
    private @Nullable File outputDirectory;

    @Parameter(defaultValue = "${project.build.sourceDirectory}", readonly = true)
    private @Nullable File sources;

    @Parameter(defaultValue = "${project.file}", readonly = true)
    private @Nullable File project;

    /** Whether a file that is there already is overwritten. */
    @Parameter(property = "fovea.overwrite", defaultValue = "false")
    private boolean overwrite;

    /** For Maven. */
    public ImportMojo() {}

    @Override
    public void execute() throws MojoExecutionException {
        if (skip) {
            return;
        }
        for (File file : files()) {
            Optional<String> name =
                    className == null || className.isBlank() ? Optional.empty() : Optional.of(checked(className));
            OnnxModel model = read(file, name);
            for (NotExpressed part : model.notExpressed()) {
                if (part.isGap()) {
                    getLog().warn("%s: not read: %s; the class ends before it".formatted(file.getName(), part));
                } else {
                    getLog().info("%s: left out: %s".formatted(file.getName(), part));
                }
            }
            hint(file, model);
            File target = new File(folder(), model.definition().model().replace('.', '/') + ".java");
            if (target.exists() && !overwrite) {
                throw new MojoExecutionException(
                        "%s is there already; set fovea.overwrite to write it again".formatted(target));
            }
            try {
                ImportedClass imported = ImportedClass.of(model, ModelOrigin.of(file.toPath()));
                Texts.write(target, imported.source());
                getLog().info("wrote %s: %s from %s"
                        .formatted(
                                target,
                                count(imported.definition().layers().size(), "member"),
                                count(model.nodeCount(), "node")));
            } catch (IOException failure) {
                throw new MojoExecutionException("%s cannot be written: %s".formatted(target, failure), failure);
            }
        }
    }

    private File folder() {
        if (outputDirectory != null) {
            return outputDirectory;
        }
        return sources == null || project == null ? new File(".") : sources;
    }
}
