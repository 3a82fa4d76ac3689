package dev.fovea.core.repair;

import dev.fovea.core.finding.Severity;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.core.lint.LintResult;
import dev.fovea.core.network.Layer;
import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.testing.Edit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a message proposes, typed in: after one edit the finding is gone, no new one has come, extents are as before, and the stack's
 * field is what the message says.
 */
public final class TypedProposal {
    private static final Pattern NUMBER =
            Pattern.compile("(?:: |; or )(\\w+) = (\\{[^}]*}|[\\w.-]+) at ([\\w.]+) \\(now [^)]*\\)");

    private final LintFinding finding;
    private final LintResult before;
    private final List<String> faults;
    private final Map<String, String> members = new HashMap<>();

    /** @param faults to which what does not work is added */
    public TypedProposal(LintFinding finding, LintResult before, List<String> faults) {
        this.finding = finding;
        this.before = before;
        this.faults = faults;
        addMembers("", before.model().layers());
    }

    /** Types in all that the message names, each by itself; returns the kinds of what it names. */
    public List<String> typeIn() {
        List<String> kinds = new ArrayList<>();
        Advice.declared(finding, before.model()).ifPresent(declared -> {
            kinds.add("declared");
            check(Lint.run(declared, LintOptions.DEFAULT));
        });
        List<Edit> edits = Advice.of(finding, before);
        // It says which other extent each kernel makes, and leaves the choice to its reader.
        if (!edits.isEmpty() && !finding.rule().equals("OffCentre")) {
            kinds.add(finding.rule());
            LintResult after = Lint.run(edited(edits), LintOptions.DEFAULT);
            check(after);
            FieldClaims.check(finding, before, after, faults);
        }
        finding.message()
                .lines()
                .filter(line -> line.contains(" with one number changed by one: "))
                .forEach(line -> {
                    Matcher number = NUMBER.matcher(line);
                    while (number.find()) {
                        kinds.add("one number");
                        Edit edit = new Edit(number.group(3), number.group(1), number.group(2));
                        checkGone(Lint.run(edited(List.of(edit)), LintOptions.DEFAULT));
                    }
                });
        return kinds;
    }

    private ModelDeclaration edited(List<Edit> edits) {
        ModelDeclaration edited = before.model();
        for (Edit edit : edits) {
            String member = members.getOrDefault(edit.member(), edit.member());
            edited = new Edit(member, edit.attribute(), edit.value()).in(edited);
        }
        return edited;
    }

    /** Messages name blocks without their packages. */
    private void addMembers(String owner, List<Declaration> layers) {
        for (Declaration layer : layers) {
            members.put(
                    BlockDeclaration.member(owner, layer.name()),
                    owner.isEmpty() ? layer.name() : owner + "." + layer.name());
            layer.block().ifPresent(block -> addMembers(block.name(), block.layers()));
        }
    }

    /** No layer of the declaration has it, or any other that keeps the network from running. */
    private void checkGone(LintResult after) {
        String member = member(finding, before);
        boolean isLeft = after.findings().stream()
                .filter(left -> left.accepted().isEmpty())
                .anyMatch(left -> left.rule().equals(finding.rule())
                                && member(left, after).equals(member)
                        || Structural.isStructural(left.finding()));
        if (isLeft) {
            faults.add(before.model().model() + ": " + finding.rule() + " is still there: " + finding.message());
        }
    }

    private static String member(LintFinding finding, LintResult result) {
        return finding.finding().place().site().map(result.model()::member).orElse("");
    }

    private void check(LintResult after) {
        Set<String> allowed = keys(before);
        Set<String> left = keys(after);
        String context = "%s: %s %s"
                .formatted(
                        before.model().model(),
                        finding.rule(),
                        finding.message().lines().findFirst().orElse(""));
        if (left.contains(key(finding))) {
            faults.add(context + " is still there");
        }
        left.removeAll(allowed);
        left.removeIf(key -> isTold(key, before));
        // A pin is of one figure; another kernel or rate has another field, as the message says.
        left.removeIf(key -> key.startsWith("ExpectationFailed"));
        if (!finding.rule().equals("UnreadPixels")) {
            // Silent on layers whose stack is reported, and on positions that no layer reads.
            left.removeIf(key -> key.startsWith("UnreadPixels"));
        }
        if (!left.isEmpty()) {
            faults.add(context + " brings " + left);
        }
        boolean isTold = finding.message().contains(", with which the output is ")
                || finding.message().contains(", which may change its extent")
                || finding.message().contains(", which may change extents");
        if (!isTold && !extents(before).equals(extents(after))) {
            faults.add(context + " changes extents");
        }
    }

    /** True if a finding before names it as one of the same cause. */
    private static boolean isTold(String key, LintResult before) {
        String rule = key.substring(0, key.indexOf(' '));
        return before.findings().stream()
                .filter(found -> found.message().lines().findFirst().orElse("").contains("(from the same cause: "))
                .anyMatch(found -> found.rule().equals(rule) || found.message().contains(rule + " at "));
    }

    private static Set<String> keys(LintResult result) {
        return result.findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .map(TypedProposal::key)
                .collect(Collectors.toSet());
    }

    /** The stack rules are one: a repair must not turn one into another. */
    private static String key(LintFinding finding) {
        String rule =
                Set.of("DilationCommonDivisor", "DilationGap", "CoverageHole").contains(finding.rule())
                        ? "stack"
                        : finding.rule();
        return rule
                + " at "
                + finding.location().block().map(block -> block.name() + ".").orElse("")
                + finding.location().member().map(member -> member.name()).orElse("")
                + "." + finding.location().place().attribute();
    }

    private static Map<String, Object> extents(LintResult result) {
        Map<String, Object> extents = new LinkedHashMap<>();
        for (Layer layer : result.network().network().layers()) {
            extents.put(layer.name(), layer.shape().extents());
        }
        return extents;
    }
}
