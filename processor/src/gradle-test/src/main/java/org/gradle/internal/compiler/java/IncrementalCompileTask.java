package org.gradle.internal.compiler.java;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.io.File;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler.CompilationTask;

/**
 * Tells Gradle which classes each source became: what Gradle's own class of this name does, which is not in the jar that
 * is on Maven Central. Gradle's also tells which sources took constants from which; this one does not.
 */
public final class IncrementalCompileTask implements CompilationTask {
    private final JavacTask task;
    private final Map<String, Set<String>> classes = new TreeMap<>();
    private final Consumer<Map<String, Set<String>>> result;

    /** Gradle calls this constructor by its parameters' types. */
    public IncrementalCompileTask(
            CompilationTask task,
            Function<File, Optional<String>> relative,
            Consumer<String> backup,
            Consumer<Map<String, Set<String>>> result,
            BiConsumer<String, String> publicConstants,
            BiConsumer<String, String> privateConstants) {
        this.task = (JavacTask) task;
        this.result = result;
        this.task.addTaskListener(new TaskListener() {
            @Override
            public void started(TaskEvent event) {
                if (event.getKind() == TaskEvent.Kind.GENERATE) {
                    String name = ((JavacTask) task)
                            .getElements()
                            .getBinaryName(event.getTypeElement())
                            .toString();
                    backup.accept(name);
                    relative.apply(new File(event.getSourceFile().getName()))
                            .ifPresent(source -> classes.computeIfAbsent(source, unseen -> new TreeSet<>())
                                    .add(name));
                }
            }
        });
    }

    @Override
    public void addModules(Iterable<String> names) {
        task.addModules(names);
    }

    @Override
    public void setProcessors(Iterable<? extends Processor> processors) {
        task.setProcessors(processors);
    }

    @Override
    public void setLocale(Locale locale) {
        task.setLocale(locale);
    }

    @Override
    public Boolean call() {
        try {
            return task.call();
        } finally {
            result.accept(classes);
        }
    }
}
