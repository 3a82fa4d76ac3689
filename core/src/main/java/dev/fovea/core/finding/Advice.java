package dev.fovea.core.finding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a finding tells its reader to write.
 *
 * @param statements those that belong together
 */
public record Advice(List<Statement> statements) {
    public Advice {
        statements = List.copyOf(statements);
    }

    /** A single statement. */
    public static Advice of(Statement statement) {
        return new Advice(List.of(statement));
    }

    /**
     * What to write at a member.
     *
     * @param member as messages name it, {@code conv1} or {@code Block.conv1}; empty for the model
     * @param annotation simple name of an annotation beside the layer annotation, or on the model; empty for the layer's own
     * @param attributes those to write, as typed, or empty to leave one out; the others stay
     * @param isAdded whether it belongs on a new member just above, with what stands at the member for the others
     */
    public record Statement(String member, String annotation, Map<String, String> attributes, boolean isAdded) {
        /** At the member itself. */
        public Statement(String member, String annotation, Map<String, String> attributes) {
            this(member, annotation, attributes, false);
        }

        public Statement {
            attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        }
    }
}
