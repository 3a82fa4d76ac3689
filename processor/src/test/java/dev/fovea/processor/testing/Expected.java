package dev.fovea.processor.testing;

/**
 * A finding that a marker asks for.
 *
 * @param severity how loud it is
 * @param rule the rule's name, or {@link Found#COMPILER}
 * @param place where the compiler must point
 * @param text what the message's first line must contain, and after {@code |} what its further lines must
 */
public record Expected(Severity severity, String rule, Place place, String text) {
    boolean matches(Found found) {
        return severity == found.severity()
                && rule.equals(found.rule())
                && place.equals(found.place())
                && contains(found);
    }

    private boolean contains(Found found) {
        String[] parts = text.split(" \\| ", 2);
        String details = found.message().substring(found.firstLine().length());
        return found.firstLine().contains(parts[0]) && (parts.length == 1 || details.contains(parts[1]));
    }

    @Override
    public String toString() {
        return place + " " + severity + " [" + rule + "] " + text;
    }
}
