package dev.fovea.core.repair;

import dev.fovea.core.analysis.DilationStack;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.LintResult;
import dev.fovea.core.network.AxisNames;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a message says of a stack's own field with the rates that it proposes: <i>same field</i>, <i>field 9 instead of 13 in width</i>. */
final class FieldClaims {
    private static final Pattern CLAIM =
            Pattern.compile("(?:same field|field (\\d+) instead of (\\d+))( in (?:height|width|depth))?");

    private FieldClaims() {}

    /** Compares it with the stack before and after the rates are typed in. */
    static void check(LintFinding finding, LintResult before, LintResult after, List<String> faults) {
        String first = finding.message().lines().findFirst().orElse("");
        Matcher claim = CLAIM.matcher(first);
        while (claim.find()) {
            DilationStack old = stack(finding, before);
            DilationStack now = after.network().stacks().stream()
                    .filter(stack -> stack.layers().equals(old.layers()))
                    .findFirst()
                    .orElseThrow();
            for (int axis = 0; axis < old.axes().size(); axis++) {
                boolean isMeant = claim.group(3) == null
                        ? old.axes().get(axis).rates().size() > 1
                        : claim.group(3).equals(AxisNames.along(axis, old.axes().size()));
                long was = size(old, axis);
                long said = claim.group(1) == null ? was : Long.parseLong(claim.group(1));
                boolean isTrue =
                        size(now, axis) == said && (claim.group(2) == null || Long.parseLong(claim.group(2)) == was);
                if (isMeant && !isTrue) {
                    faults.add("%s: %s, but %s before and %s after: %s"
                            .formatted(before.model().model(), claim.group(), was, size(now, axis), first));
                }
            }
        }
    }

    private static DilationStack stack(LintFinding finding, LintResult result) {
        return result.network().stacks().stream()
                .filter(stack -> stack.layers().stream()
                        .map(index ->
                                result.network().network().layers().get(index).site())
                        .anyMatch(site ->
                                site.equals(finding.finding().place().site().orElseThrow())))
                .findFirst()
                .orElseThrow();
    }

    private static long size(DilationStack stack, int axis) {
        return stack.axes().get(axis).verdict().axis().ownSize();
    }
}
