package dev.fovea.core.finding;

import dev.fovea.internal.Printable;
import java.util.List;
import java.util.Optional;

/**
 * One defect of a model.
 *
 * @param rule name of the rule
 * @param place where it is reported
 * @param layers declared layers on any of which the finding can be accepted
 * @param severity the severity where it differs from the rule's default
 * @param structural true if the network could not run, so that it can be neither lowered nor accepted
 * @param message first line complete in itself, without the rule's name; details on further lines
 * @param advice what the message tells to write; of several, any one will do
 */
public record Finding(
        String rule,
        Place place,
        List<Site> layers,
        Optional<Severity> severity,
        boolean structural,
        String message,
        List<Advice> advice) {
    /** Makes the message fit to be printed. */
    public Finding {
        message = Printable.message(message);
        advice = List.copyOf(advice);
    }

    /** The same, accepted on any of some declared layers. */
    public Finding acceptedOn(List<Site> others) {
        return new Finding(rule, place, others, severity, structural, message, advice);
    }

    /** The same with a severity of its own. */
    public Finding as(Severity other) {
        return new Finding(rule, place, layers, Optional.of(other), structural, message, advice);
    }

    /** The same, with more said at the end of its first line. */
    public Finding saying(String more) {
        String first = message.lines().findFirst().orElse("");
        String longer = first + more + message.substring(first.length());
        return new Finding(rule, place, layers, severity, structural, longer, advice);
    }

    /** The same with a further line of its message. */
    public Finding detailed(String line) {
        return new Finding(rule, place, layers, severity, structural, message + "\n" + line, advice);
    }

    /** The same as something that keeps the network from running. */
    public Finding asStructural() {
        return new Finding(rule, place, layers, severity, true, message, advice);
    }

    /** The same with what its message tells to write. */
    public Finding advising(List<Advice> others) {
        return new Finding(rule, place, layers, severity, structural, message, others);
    }
}
