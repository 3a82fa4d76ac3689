package dev.fovea.processor;

import com.google.auto.service.AutoService;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import net.ltgt.gradle.incap.IncrementalAnnotationProcessor;
import net.ltgt.gradle.incap.IncrementalAnnotationProcessorType;
import org.jspecify.annotations.Nullable;

/**
 * Analyses every model definition of a compilation, reports what is wrong with it and generates its report.
 *
 * <p>It is on the path of many compilations that have no model. There no other class is loaded: what {@link Session} does
 * stays behind it, and the names of the options are constants.
 */
@AutoService(Processor.class)
@IncrementalAnnotationProcessor(IncrementalAnnotationProcessorType.DYNAMIC)
public final class FoveaProcessor extends AbstractProcessor {
    /** Keys of all options. */
    static final Set<String> OPTIONS = Set.of(
            Options.SEVERITY,
            Options.HDC,
            Options.REPORT,
            Options.VERBOSE,
            Options.SARIF,
            Options.CODE_QUALITY,
            Options.BASELINE,
            Options.NEW_BASELINE,
            Options.HTML,
            Options.ROOT,
            Options.SOURCE);

    /** Options that ask for a file about all models together. */
    private static final Set<String> AGGREGATING =
            Set.of(Options.SARIF, Options.CODE_QUALITY, Options.NEW_BASELINE, Options.HTML);

    private @Nullable Session session;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("dev.fovea.*");
    }

    @Override
    public Set<String> getSupportedOptions() {
        Set<String> options = new TreeSet<>(OPTIONS);
        if (isInitialized()) {
            options.add(incremental(processingEnv.getOptions()));
        }
        return options;
    }

    /** The option by which a processor tells Gradle which models a changed file concerns: its own, or all. */
    private static String incremental(Map<String, String> options) {
        boolean all = false;
        for (String option : AGGREGATING) {
            all |= options.containsKey(option);
        }
        return "org.gradle.annotation.processing.".concat(all ? "aggregating" : "isolating");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Session known = session;
        if (known == null) {
            known = new Session(processingEnv);
            session = known;
        }
        known.process(annotations, round);
        // Nothing is claimed: other processors may read these annotations too.
        return false;
    }
}
