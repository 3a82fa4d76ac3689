package dev.fovea.core.resolve;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an endpoint of a used block: {@code tcn.skip} in its last repetition, {@code tcn[2].skip} in one, {@code
 * tcn[*].skip} in all.
 *
 * @param use name of the use
 * @param repetition what is written between the brackets; empty = the last one
 * @param endpoint name of the endpoint
 */
record EndpointName(String use, String repetition, String endpoint) {
    /** Stands for all repetitions. */
    static final String ALL = "*";

    private static final Pattern FORM = Pattern.compile("([^.\\[\\]]+)(?:\\[(\\d{1,6}|\\*)])?\\.(.+)");

    /** Takes a name apart; empty for the plain name of a layer. */
    static Optional<EndpointName> of(String name) {
        Matcher form = FORM.matcher(name);
        if (!form.matches()) {
            return Optional.empty();
        }
        String repetition = form.group(2);
        return Optional.of(new EndpointName(form.group(1), repetition == null ? "" : repetition, form.group(3)));
    }

    boolean isOfAll() {
        return repetition.equals(ALL);
    }
}
