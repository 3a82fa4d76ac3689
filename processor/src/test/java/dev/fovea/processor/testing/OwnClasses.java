package dev.fovea.processor.testing;

import dev.fovea.processor.FoveaProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Processor;

/** Loads the processor's classes anew, as a compiler does, and notes which; of the JDK's compiler it can load nothing. */
public final class OwnClasses extends ClassLoader {
    private final List<String> loaded = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    public OwnClasses() {
        super(FoveaProcessor.class.getClassLoader());
    }

    /** The processor. */
    public Processor processor() {
        try {
            return (Processor)
                    loadClass(FoveaProcessor.class.getName()).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names of the product's classes, in the order in which they were first asked for. */
    public List<String> loaded() {
        return List.copyOf(loaded);
    }

    /** Names of the compiler's classes that were asked for. */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("com.sun.")) {
            refused.add(name);
            throw new ClassNotFoundException(name);
        }
        if (name.startsWith("dev.fovea.") && !loaded.contains(name)) {
            loaded.add(name);
        }
        if (!name.startsWith("dev.fovea.processor.") && !name.startsWith("dev.fovea.core.")) {
            return super.loadClass(name, resolve);
        }
        Class<?> known = findLoadedClass(name);
        return known == null ? define(name) : known;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
            byte[] bytes = Objects.requireNonNull(file, name).readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }
}
