package dev.fovea.processor.testing;

import static dev.fovea.processor.testing.Models.expect;
import static dev.fovea.processor.testing.Models.setup;

import java.util.List;

/**
 * That a rule can be adjusted: raised, lowered, switched off, and accepted on the layer, its {@code @Use} or the class.
 *
 * <p>A body declares a class {@code Net}, and perhaps blocks {@code Unit} and {@code Other}. Its markers have {@code
 * SEVERITY} in the place of the severity; the comment <code>/&#42;layer&#42;/</code> stands where an annotation on the layer
 * or the use would, <code>/&#42;class&#42;/</code> where one on the class would.
 */
public final class Adjustments {
    private static final String IMPORT = "import dev.fovea.*;\n\n";
    private static final String LAYER = "/*layer*/";
    private static final String CLASS = "/*class*/";

    private Adjustments() {}

    /** Checks a rule with models that break nothing else, unless they leave pixels unread; each has one finding. */
    public static void check(String rule, String... bodies) {
        String together = numbered(List.of(bodies));
        for (String severity : List.of("error", "warning", "note")) {
            expect(
                    "-Afovea.severity=UnreadPixels=off,%s=%s".formatted(rule, severity),
                    together.replace("SEVERITY", severity));
        }
        expect("-Afovea.severity=UnreadPixels=off,%s=off".formatted(rule), withoutMarkers(together));
        Check.expect(
                setup("-Afovea.severity=UnreadPixels=off,%s=warning".formatted(rule)),
                Source.of(accepted(rule, bodies)));
    }

    /** Every body with an acceptance in every place that has a comment for it. */
    private static String accepted(String rule, String... bodies) {
        List<String> acceptances = List.of(
                "@Accept(value = \"%s\", reason = \"tried\")".formatted(rule),
                "@SuppressWarnings(\"%s\")".formatted(rule));
        return withoutMarkers(numbered(List.of(bodies).stream()
                .flatMap(body -> List.of(LAYER, CLASS).stream()
                        .filter(body::contains)
                        .flatMap(place -> acceptances.stream().map(acceptance -> body.replace(place, acceptance))))
                .toList()));
    }

    /** The bodies in one source, their classes told apart by a digit in the place of their last letter. */
    private static String numbered(List<String> bodies) {
        StringBuilder source = new StringBuilder(IMPORT);
        for (int i = 0; i < bodies.size(); i++) {
            source.append(bodies.get(i).replaceAll("\\b(Ne|Uni|Othe)[tr]\\b", "$1" + i));
        }
        return source.toString();
    }

    private static String withoutMarkers(String source) {
        return source.replaceAll("(?m)^ *// *(\\^|<-).*$", "");
    }
}
