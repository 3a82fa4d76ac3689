package dev.fovea.processor;

import com.google.auto.service.AutoService;
import dev.fovea.processor.read.ModelReader;
import dev.fovea.processor.read.ReadModel;
import dev.fovea.processor.read.UnresolvedException;
import dev.fovea.processor.report.FindingLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import net.ltgt.gradle.incap.IncrementalAnnotationProcessor;
import net.ltgt.gradle.incap.IncrementalAnnotationProcessorType;

/**
 * Analyses every model definition of a compilation, reports what is wrong with it and generates its report.
 *
 * <p>A model whose annotations refer to constants that other processors have yet to generate waits, by name, for the
 * next round.
 */
@AutoService(Processor.class)
@IncrementalAnnotationProcessor(IncrementalAnnotationProcessorType.DYNAMIC)
public final class FoveaProcessor extends AbstractProcessor {
    private final TreeSet<String> waiting = new TreeSet<>();
    private final Set<String> sources = new HashSet<>();
    private final FindingLog log = new FindingLog();
    private Optional<PageFiles> pages = Optional.empty();
    private boolean optionsChecked;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("dev.fovea.*");
    }

    @Override
    public Set<String> getSupportedOptions() {
        Set<String> options = new TreeSet<>(Settings.KEYS);
        if (isInitialized()) {
            options.add(Settings.incremental(processingEnv.getOptions()));
        }
        return options;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Element root : round.getRootElements()) {
            if (root instanceof TypeElement type) {
                sources.add(type.getQualifiedName().toString());
            }
        }
        TreeMap<String, TypeElement> models = new TreeMap<>();
        for (String name : waiting) {
            TypeElement model = processingEnv.getElementUtils().getTypeElement(name);
            if (model != null) {
                models.put(name, model);
            }
        }
        waiting.clear();
        for (TypeElement annotation : annotations) {
            // ECJ also hands over what it does not find on the class path, as classes.
            if (annotation.getKind() == ElementKind.ANNOTATION_TYPE) {
                for (Element element : round.getElementsAnnotatedWith(annotation)) {
                    enclosing(element)
                            .ifPresent(
                                    model -> models.put(model.getQualifiedName().toString(), model));
                }
            }
        }
        Settings settings = Settings.of(processingEnv.getOptions());
        if (!models.isEmpty()) {
            checkOptions(settings);
            pages = pages.or(() -> PageFiles.of(settings, processingEnv.getMessager()));
            // After an error, of a model even, there is but the last round: what waited is judged, nothing is written.
            Settings possible = round.processingOver() ? settings.withoutReport() : settings;
            models.forEach((name, model) -> process(name, model, possible));
        }
        if (round.processingOver()) {
            new LogFiles(settings, processingEnv.getMessager()).write(log);
            pages.ifPresent(PageFiles::finish);
        }
        // Nothing is claimed: other processors may read these annotations too.
        return false;
    }

    private void checkOptions(Settings settings) {
        if (!optionsChecked) {
            optionsChecked = true;
            settings.faults().forEach(fault -> processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, fault));
        }
    }

    /** The element itself or the type around it; empty for a package, where an annotation is misplaced. */
    private static Optional<TypeElement> enclosing(Element element) {
        Element enclosing = element;
        while (enclosing != null && !(enclosing instanceof TypeElement)) {
            enclosing = enclosing.getEnclosingElement();
        }
        return Optional.ofNullable((TypeElement) enclosing);
    }

    private void process(String name, TypeElement model, Settings settings) {
        try {
            boolean isEcj = processingEnv.getClass().getName().startsWith("org.eclipse.");
            Optional<ReadModel> read = new ModelReader(processingEnv.getElementUtils(), isEcj, sources).read(model);
            if (read.isPresent()) {
                new Pipeline(processingEnv, settings, log, pages).run(read.get());
            }
        } catch (UnresolvedException notYet) {
            waiting.add(name);
        } catch (RuntimeException | StackOverflowError fault) {
            crashed(name, model, settings, fault);
        }
    }

    /** An internal fault must not look like one of the user's, nor stop the other models. */
    private void crashed(String name, TypeElement model, Settings settings, Throwable fault) {
        log.fail();
        String trace = "";
        if (settings.verbose()) {
            StringWriter text = new StringWriter();
            fault.printStackTrace(new PrintWriter(text));
            trace = "\n" + text;
        }
        processingEnv
                .getMessager()
                .printMessage(
                        Diagnostic.Kind.ERROR,
                        "Fovea failed on the model %s through a fault of its own (%s); please report it with the stack trace that -Afovea.verbose prints%s"
                                .formatted(name, fault.getClass().getSimpleName(), trace),
                        model);
    }
}
