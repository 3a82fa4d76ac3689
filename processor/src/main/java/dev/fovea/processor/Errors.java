package dev.fovea.processor;

import dev.fovea.internal.Printable;
import dev.fovea.processor.read.HeldAnchor;
import dev.fovea.processor.read.Positions;
import dev.fovea.processor.read.SourceAnchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;

/**
 * The errors of a compilation. Javac ends the processing of annotations after the round in which the first one is printed:
 * what other models and processors generate in later rounds would be missing, and the compiler would say so. There they
 * are held back until the last round.
 */
final class Errors {
    private final ProcessingEnvironment environment;
    private final boolean holds;
    private final List<Held> held = new ArrayList<>();

    Errors(ProcessingEnvironment environment) {
        this.environment = environment;
        this.holds = Positions.javac(environment).isPresent();
    }

    private record Held(Optional<HeldAnchor> anchor, String message) {}

    /** Prints an error at its place. */
    void print(SourceAnchor anchor, String text) {
        String message = Printable.message(text);
        if (holds) {
            held.add(new Held(Optional.of(anchor.held()), message));
        } else {
            anchor.print(environment.getMessager(), Diagnostic.Kind.ERROR, message);
        }
    }

    /** Prints an error that has no place in a source. */
    void print(String text) {
        String message = Printable.message(text);
        if (holds) {
            held.add(new Held(Optional.empty(), message));
        } else {
            environment.getMessager().printMessage(Diagnostic.Kind.ERROR, message);
        }
    }

    /** Prints what was held back; called in the last round. */
    void release() {
        for (Held error : held) {
            Optional<SourceAnchor> anchor =
                    error.anchor().flatMap(names -> names.renewed(environment.getElementUtils()));
            if (anchor.isPresent()) {
                anchor.get().print(environment.getMessager(), Diagnostic.Kind.ERROR, error.message());
            } else {
                environment.getMessager().printMessage(Diagnostic.Kind.ERROR, error.message());
            }
        }
        held.clear();
    }
}
