package dev.fovea.processor;

import dev.fovea.Block;
import dev.fovea.core.report.FindingLog;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.internal.Printable;
import dev.fovea.processor.code.FieldReader;
import dev.fovea.processor.code.MethodReader;
import dev.fovea.processor.code.RepeatedAnchors;
import dev.fovea.processor.read.ModelReader;
import dev.fovea.processor.read.NetworkAnnotation;
import dev.fovea.processor.read.Positions;
import dev.fovea.processor.read.ReadModel;
import dev.fovea.processor.read.SourceAnchor;
import dev.fovea.processor.read.UnresolvedException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * One compilation: reads the models of its rounds, and judges and reports each.
 *
 * <p>A model whose annotations refer to constants that other processors have yet to generate waits, by name, for the
 * next round.
 */
final class Session {
    private final ProcessingEnvironment environment;
    private final TreeSet<String> waiting = new TreeSet<>();
    private final Set<String> sources = new HashSet<>();
    private final Set<String> used = new HashSet<>();
    private final FindingLog log = new FindingLog();
    private final Errors errors;
    private Optional<PageFiles> pages = Optional.empty();
    private Optional<KnownFindings> known = Optional.empty();
    private boolean optionsChecked;

    Session(ProcessingEnvironment environment) {
        this.environment = environment;
        this.errors = new Errors(environment);
    }

    void process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Element root : round.getRootElements()) {
            if (root instanceof TypeElement type) {
                sources.add(type.getQualifiedName().toString());
            }
        }
        TreeMap<String, Element> models = new TreeMap<>();
        for (String name : waiting) {
            Element model = waited(name);
            if (model != null) {
                models.put(name, model);
            }
        }
        waiting.clear();
        for (TypeElement annotation : annotations) {
            // ECJ also hands over what it does not find on the class path, as classes.
            if (annotation.getKind() == ElementKind.ANNOTATION_TYPE) {
                for (Element element : round.getElementsAnnotatedWith(annotation)) {
                    TypeElement type = enclosing(element);
                    if (element instanceof ExecutableElement method
                            && annotation.getQualifiedName().contentEquals(NetworkAnnotation.NAME)) {
                        models.put(name(method), method);
                    } else if (type != null) {
                        models.put(type.getQualifiedName().toString(), type);
                    }
                }
            }
        }
        Settings settings = Settings.of(environment.getOptions());
        if (!models.isEmpty()) {
            checkOptions(settings);
            if (known.isEmpty()) {
                known = Optional.of(KnownFindings.read(settings, errors));
            }
            if (settings.html().isPresent() && pages.isEmpty()) {
                pages = PageFiles.of(settings, errors);
            }
            // After an error of the compiler or another processor there is but the last round: what waited is judged,
            // nothing is written.
            Settings possible = round.processingOver() ? settings.withoutReport() : settings;
            // Blocks last: what is wrong with one is told at its users, if it has some.
            for (boolean blocks : new boolean[] {false, true}) {
                for (Map.Entry<String, Element> model : models.entrySet()) {
                    if (isBlock(model.getValue()) == blocks) {
                        process(model.getKey(), model.getValue(), possible);
                    }
                }
            }
        }
        if (round.processingOver()) {
            new LogFiles(settings, errors).write(log);
            Optional<String> summary = pages.isPresent() ? pages.get().finish() : Optional.empty();
            if (summary.isPresent()) {
                environment
                        .getMessager()
                        .printMessage(Diagnostic.Kind.NOTE, Printable.message("Fovea judged " + summary.get()));
            }
            if (known.isPresent() && log.isComplete()) {
                known.get().tellWhatIsGone(environment.getMessager());
            }
            errors.release();
        }
    }

    private static boolean isBlock(Element model) {
        for (AnnotationMirror annotation : model.getAnnotationMirrors()) {
            TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
            if (type.getQualifiedName().contentEquals(Block.class.getName())) {
                return true;
            }
        }
        return false;
    }

    private void addUsed(List<Declaration> layers) {
        for (Declaration layer : layers) {
            if (layer.block().isPresent() && used.add(layer.block().get().name().replace('$', '.'))) {
                addUsed(layer.block().get().layers());
            }
        }
    }

    private void checkOptions(Settings settings) {
        if (!optionsChecked) {
            optionsChecked = true;
            for (String fault : settings.faults()) {
                errors.print(fault);
            }
            if (settings.report() && !Output.takesReportClass(environment)) {
                environment
                        .getMessager()
                        .printMessage(
                                Diagnostic.Kind.WARNING,
                                "no report classes are generated, because they return records, which this release of Java does not have; compile with --release 17 or later, or state -A%s=none"
                                        .formatted(Options.REPORT));
            }
        }
    }

    /** The element itself or the type around it; null for a package, where an annotation is misplaced. */
    private static @Nullable TypeElement enclosing(Element element) {
        Element enclosing = element;
        while (enclosing != null && !(enclosing instanceof TypeElement)) {
            enclosing = enclosing.getEnclosingElement();
        }
        return (TypeElement) enclosing;
    }

    /** The name by which a method waits: it cannot be that of a class. */
    private static String name(ExecutableElement method) {
        return ((TypeElement) Objects.requireNonNull(method.getEnclosingElement())).getQualifiedName() + "#" + method;
    }

    private @Nullable Element waited(String name) {
        int hash = name.indexOf('#');
        TypeElement type = environment.getElementUtils().getTypeElement(hash < 0 ? name : name.substring(0, hash));
        if (type == null || hash < 0) {
            return type;
        }
        for (Element member : type.getEnclosedElements()) {
            if (member instanceof ExecutableElement method && name(method).equals(name)) {
                return method;
            }
        }
        return null;
    }

    private void process(String name, Element model, Settings settings) {
        try {
            Optional<ReadModel> read = model instanceof TypeElement type ? read(type) : read((ExecutableElement) model);
            if (read.isPresent()) {
                KnownFindings baseline = known.orElseThrow();
                baseline.judged(name);
                if (!read.get().declaration().isBlock()) {
                    addUsed(read.get().declaration().layers());
                }
                new Pipeline(environment, settings, log, errors, baseline, pages, used).run(read.get());
            }
        } catch (UnresolvedException notYet) {
            waiting.add(name);
        } catch (UnwrittenException unwritten) {
            log.fail();
            errors.print(
                    SourceAnchor.of(model, null, null),
                    "the report of %s is incomplete: %s; make room, or choose a shorter name or another output folder"
                            .formatted(name, unwritten.getMessage()));
        } catch (RuntimeException | StackOverflowError fault) {
            crashed(name, model, settings, fault);
        }
    }

    private Optional<ReadModel> read(TypeElement type) {
        Optional<ReadModel> read = new ModelReader(environment, sources).read(type);
        boolean repeats = repeats(type);
        boolean hasBlocks = hasBlocks(type);
        Optional<ProcessingEnvironment> javac =
                read.isEmpty() || !repeats && !hasBlocks ? Optional.empty() : Positions.javac(environment);
        if (javac.isEmpty()) {
            return read;
        }
        ReadModel model = repeats ? RepeatedAnchors.place(read.orElseThrow(), javac.get()) : read.orElseThrow();
        return Optional.of(hasBlocks ? new FieldReader(javac.get()).check(model) : model);
    }

    /** Whether the class or a member has several annotations of a kind, which the compiler holds in a container. */
    private static boolean repeats(TypeElement type) {
        for (Element member : type.getEnclosedElements()) {
            if (holdsSeveral(member)) {
                return true;
            }
        }
        return holdsSeveral(type);
    }

    private static boolean holdsSeveral(Element element) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            String name = mirror.getAnnotationType().toString();
            if (name.startsWith("dev.fovea.") && name.endsWith(".List")) {
                return true;
            }
        }
        return false;
    }

    /** Whether fields are of a framework's types, so that there may be code that builds them. */
    private static boolean hasBlocks(TypeElement type) {
        for (Element member : type.getEnclosedElements()) {
            String fieldType =
                    member.getKind() == ElementKind.FIELD ? member.asType().toString() : "";
            if (fieldType.startsWith("ai.djl.") || fieldType.startsWith("org.deeplearning4j.")) {
                return true;
            }
        }
        return false;
    }

    /** Code is read from javac's trees, which other compilers do not have. */
    private Optional<ReadModel> read(ExecutableElement method) {
        Optional<ProcessingEnvironment> javac = Positions.javac(environment);
        if (javac.isEmpty()) {
            environment
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.NOTE,
                            "the model %s is code, which only javac lets Fovea read; it is linted where javac compiles it"
                                    .formatted(method.getSimpleName()),
                            method);
            return Optional.empty();
        }
        MethodReader reader = new MethodReader(javac.get());
        if (!reader.hasCode(method)) {
            log.fail();
            errors.print(
                    SourceAnchor.of(method, null, null),
                    "the model %s of %s is there as a class file only, which has no code to read; build everything (in Gradle, state options.incremental = false)"
                            .formatted(method.getSimpleName(), method.getEnclosingElement()));
            return Optional.empty();
        }
        return Optional.of(reader.read(method));
    }

    /** An internal fault must not look like one of the user's, nor stop the other models. */
    private void crashed(String name, Element model, Settings settings, Throwable fault) {
        log.fail();
        String trace = "";
        if (settings.verbose()) {
            StringWriter text = new StringWriter();
            fault.printStackTrace(new PrintWriter(text));
            trace = "\n" + text;
        }
        errors.print(
                SourceAnchor.of(model, null, null),
                "Fovea failed on the model %s through a fault of its own (%s); please report it with the stack trace that -A%s prints%s"
                        .formatted(name, fault.getClass().getSimpleName(), Options.VERBOSE, trace));
    }
}
