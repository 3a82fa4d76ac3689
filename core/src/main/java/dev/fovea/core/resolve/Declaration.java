package dev.fovea.core.resolve;

import dev.fovea.core.finding.Acceptance;
import dev.fovea.core.network.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A member of a model definition as its author wrote it.
 *
 * <p>Attribute values, defaults included, are {@code Long}, {@code Double}, {@code Boolean}, {@code String} (enum
 * constants by name) or a {@code List} of such. A member whose declaration has a fault that has been reported has none.
 *
 * @param name the member's name
 * @param operation what its layer annotation makes it
 * @param values attributes of the layer annotation, but for the block of {@code @Use}
 * @param beside attributes of the annotations beside it, by simple name: {@code Endpoint}, {@code Expect}, {@code
 *     Detects}
 * @param acceptances rules accepted on the member
 * @param block what {@code @Use} instantiates
 * @param rateIsOpen whether the rate is a placeholder of a block that its user does not state
 */
public record Declaration(
        String name,
        Operation operation,
        Map<String, Object> values,
        Map<String, Map<String, Object>> beside,
        List<Acceptance> acceptances,
        Optional<BlockDeclaration> block,
        boolean rateIsOpen) {
    /** A layer without acceptances. */
    public Declaration(
            String name, Operation operation, Map<String, Object> values, Map<String, Map<String, Object>> beside) {
        this(name, operation, values, beside, List.of(), Optional.empty(), false);
    }

    /** A member whose declaration has a fault that has been reported. */
    public static Declaration broken(String name, Operation operation) {
        return new Declaration(name, operation, Map.of(), Map.of());
    }

    /** Simple name of its layer annotation. */
    public String annotation() {
        return operation.label();
    }

    /** A layer of which a front end could read nothing but what it reads. */
    public static Declaration unread(String name, String from) {
        return new Declaration(name, Operation.UNREAD, Map.of("from", List.of(from)), Map.of());
    }

    boolean isUnread() {
        return operation == Operation.UNREAD;
    }

    boolean isBroken() {
        return values.isEmpty();
    }

    boolean isUse() {
        return operation == Operation.USE;
    }
}
