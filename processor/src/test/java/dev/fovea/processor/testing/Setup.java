package dev.fovea.processor.testing;

import ai.djl.nn.Block;
import dev.fovea.Conv;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;

/**
 * Everything about a compilation that is neither the compiler nor the sources.
 *
 * @param processor makes the processor to run, a new one for every compilation; empty for none
 * @param options compiler options, {@code -A} options included; <code>{workspace}</code> in them stands for the temporary
 *     folder of the compilation, which has the folders {@code sources} and {@code classes}
 * @param classPath what the sources see: the annotations alone unless stated otherwise
 */
public record Setup(Optional<Supplier<? extends Processor>> processor, List<String> options, List<Path> classPath) {
    public Setup {
        options = List.copyOf(options);
        classPath = List.copyOf(classPath);
    }

    /** Runs this processor and no other. */
    public static Setup with(Supplier<? extends Processor> processor) {
        return new Setup(Optional.of(processor), List.of(), List.of(annotations()));
    }

    /** Runs no processor. */
    public static Setup withoutProcessor() {
        return new Setup(Optional.empty(), List.of(), List.of(annotations()));
    }

    /** The same with these options. */
    public Setup withOptions(String... newOptions) {
        return new Setup(processor, List.of(newOptions), classPath);
    }

    /** The same with these folders and jars as the whole class path; none for an empty one. */
    public Setup withClassPath(Path... newClassPath) {
        return new Setup(processor, options, List.of(newClassPath));
    }

    /** The same with Deep Java Library on the class path. */
    public Setup withDjl() {
        return new Setup(processor, options, List.of(annotations(), location(Block.class)));
    }

    /** Where the annotations' class files are: a folder or a jar. */
    public static Path annotations() {
        return location(Conv.class);
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
