package dev.fovea.processor.testing;

import java.util.Locale;
import javax.tools.Diagnostic;

/** How loudly a compiler reports a finding. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE;

    static Severity of(Diagnostic.Kind kind) {
        return switch (kind) {
            case ERROR -> ERROR;
            case WARNING, MANDATORY_WARNING -> WARNING;
            case NOTE, OTHER -> NOTE;
        };
    }

    /** The word that stands in a marker. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
