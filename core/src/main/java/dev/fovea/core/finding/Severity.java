package dev.fovea.core.finding;

import java.util.Locale;

/** How a finding reaches the compiler. */
public enum Severity {
    /** Breaks the build. */
    ERROR,
    /** Breaks the build only under {@code -Werror}. */
    WARNING,
    /** Never breaks a build. */
    NOTE;

    /** The name used in options and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
