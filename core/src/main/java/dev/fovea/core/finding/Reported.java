package dev.fovea.core.finding;

import java.util.Optional;

/**
 * A finding as it leaves a compilation.
 *
 * @param identity the same for findings that are one defect
 * @param rule name of the rule
 * @param message first line complete in itself; details on further lines
 * @param accepted why its author accepts it; empty where it reaches the compiler
 * @param isKnown whether that is because a baseline has it
 * @param isStructural whether it keeps the network from running, so that nothing accepts it
 * @param anchor qualified name of the member, or of the class, where it is reported
 * @param isType whether that is a class
 * @param detail what distinguishes it from others of its rule there; free of lines and columns
 * @param region where the compiler can tell
 */
public record Reported(
        Identity identity,
        String rule,
        Severity severity,
        String message,
        Optional<String> accepted,
        boolean isKnown,
        boolean isStructural,
        String anchor,
        boolean isType,
        String detail,
        Optional<Region> region) {
    /** The same, accepted because a baseline has it. */
    public Reported known(String reason) {
        return new Reported(
                identity,
                rule,
                severity,
                message,
                Optional.of(reason),
                true,
                isStructural,
                anchor,
                isType,
                detail,
                region);
    }
}
