package dev.fovea.processor.testing;

import dev.fovea.processor.FoveaProcessor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Lets the processor fail when it writes files for the model {@code Doomed}. */
public final class FailingProcessor extends AbstractProcessor {
    private final FoveaProcessor processor = new FoveaProcessor();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public void init(ProcessingEnvironment environment) {
        super.init(environment);
        Filer filer = wrapped(Filer.class, environment.getFiler(), "createSourceFile", null);
        processor.init(wrapped(ProcessingEnvironment.class, environment, "getFiler", filer));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return processor.process(annotations, round);
    }

    /** The same object, but for one method, which returns {@code result} or fails where there is none. */
    private static <T> T wrapped(Class<T> type, T real, String replaced, Object result) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals(replaced) && result != null) {
                        return result;
                    }
                    if (method.getName().equals(replaced)
                            && arguments[0].toString().startsWith("Doomed")) {
                        throw new IllegalStateException("out of order");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }
}
