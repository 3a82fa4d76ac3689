package dev.fovea.processor.read;

import dev.fovea.core.finding.Region;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Where elements and what is written in their annotations stand in the source, if the compiler tells. */
public interface Positions {
    /** Knows no position. */
    Positions NONE = (element, mirror, value) -> Optional.empty();

    /**
     * The region of a value, else of the annotation, else of the element's name.
     *
     * @param mirror an annotation of the element
     * @param value a value written in that annotation, or an entry of it
     */
    Optional<Region> of(Element element, @Nullable AnnotationMirror mirror, @Nullable AnnotationValue value);

    /** The positions that javac gives, even if a build tool wraps it; none for other compilers. */
    static Positions of(ProcessingEnvironment environment) {
        try {
            Optional<ProcessingEnvironment> javac = javac(environment);
            // A reference to the method would load what it takes in other compilers too.
            return javac.isPresent() ? JavacPositions.of(javac.get()) : NONE;
        } catch (RuntimeException | LinkageError unavailable) {
            return NONE;
        }
    }

    /** Javac's own environment, even if a build tool wraps it; empty for other compilers. */
    static Optional<ProcessingEnvironment> javac(ProcessingEnvironment environment) {
        try {
            ProcessingEnvironment compiler = unwrapped(environment);
            return isJavac(compiler) ? Optional.of(compiler) : Optional.empty();
        } catch (ReflectiveOperationException | RuntimeException unavailable) {
            return Optional.empty();
        }
    }

    private static boolean isJavac(ProcessingEnvironment environment) {
        return environment.getClass().getName().startsWith("com.sun.tools.javac.");
    }

    /** Gradle passes an object that delegates to the compiler's, IntelliJ IDEA a proxy whose handler holds it. */
    private static ProcessingEnvironment unwrapped(ProcessingEnvironment environment)
            throws ReflectiveOperationException {
        if (isJavac(environment)) {
            return environment;
        }
        InvocationHandler handler =
                Proxy.isProxyClass(environment.getClass()) ? Proxy.getInvocationHandler(environment) : null;
        Object holder = handler == null ? environment : handler;
        for (Class<?> type = holder.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (ProcessingEnvironment.class.isAssignableFrom(field.getType()) || field.getType() == Object.class) {
                    field.setAccessible(true);
                    if (field.get(holder) instanceof ProcessingEnvironment inner && inner != environment) {
                        return unwrapped(inner);
                    }
                }
            }
        }
        return environment;
    }
}
