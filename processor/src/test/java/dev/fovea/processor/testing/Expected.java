package dev.fovea.processor.testing;

/**
 * A finding that a marker asks for.
 *
 * @param severity how loud it is
 * @param rule the rule's name, or {@link Found#COMPILER}
 * @param place where the compiler must point
 * @param text what the message's first line must contain
 */
public record Expected(Severity severity, String rule, Place place, String text) {
    boolean matches(Found found) {
        return severity == found.severity()
                && rule.equals(found.rule())
                && place.equals(found.place())
                && found.firstLine().contains(text);
    }

    @Override
    public String toString() {
        return place + " " + severity + " [" + rule + "] " + text;
    }
}
