package dev.fovea.core.lint;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Identity;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.resolve.NetworkBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Names the numbers of which one, changed by one, lets a network run whose shapes do not fit: the layer where they do not
 * tells that some number below is wrong, not which. Each is tried.
 */
final class OneNumber {
    private static final String SHAPE = Structural.SHAPE_MISMATCH.info().name();
    private static final String EMPTY = Structural.EMPTY_OUTPUT.info().name();
    private static final int MOST_NAMED = 3;
    private static final int MOST_TRIED = 200;

    /** Layers that are put together again, in all trials together: of a huge network fewer numbers are tried. */
    private static final int MOST_LAYERS = 20_000;

    private final ModelDeclaration model;
    private final RuleRun run;
    private final LintOptions options;

    private final Map<Identity, List<Mended>> known = new HashMap<>();

    /** A change with which the network runs, and what is found then. */
    private record Mended(NumberChange change, List<Finding> left) {
        boolean mends(LintFinding found) {
            return left.stream()
                    .noneMatch(one -> one.rule().equals(found.rule())
                            && one.place().site().equals(found.finding().place().site()));
        }
    }

    OneNumber(ModelDeclaration model, RuleRun run, LintOptions options) {
        this.model = model;
        this.run = run;
        this.options = options;
    }

    /** Lets what keeps the network from running speak for what the number mends as well with which the least is found. */
    void fold(Consequences consequences) {
        List<LintFinding> unable = consequences.open().stream()
                .filter(found -> Structural.isStructural(found.finding()))
                .toList();
        if (unable.size() == 1 && isAsked(unable.get(0))) {
            LintFinding first = unable.get(0);
            List<LintFinding> others = consequences.below(first).stream()
                    .filter(found -> DistantNumber.isShownFarFromItsCause(found))
                    .toList();
            List<Mended> mended = others.isEmpty() ? List.of() : mended(first);
            others.stream()
                    .filter(found -> !mended.isEmpty() && mended.get(0).mends(found))
                    .forEach(found -> consequences.take(first, found));
        }
    }

    /** Findings, the one that keeps the network from running saying what would mend it; all as they are if there are several. */
    List<LintFinding> named(List<LintFinding> findings) {
        List<LintFinding> unable = findings.stream()
                .filter(found -> Structural.isStructural(found.finding()))
                .filter(found -> found.finding().place().annotation().isEmpty())
                .toList();
        if (unable.stream().map(LintFinding::identity).distinct().count() != 1 || !isAsked(unable.get(0))) {
            return findings;
        }
        LintFinding first = unable.get(0);
        String text = text(first);
        return text.isEmpty()
                ? findings
                : findings.stream()
                        .map(found -> found == first ? found.detailed(text) : found)
                        .toList();
    }

    /** What is empty only because the input is small needs another input. */
    private boolean isAsked(LintFinding found) {
        boolean isOfShape = found.rule().equals(SHAPE)
                || found.rule().equals(EMPTY) && run.built().ofSize().isEmpty();
        return isOfShape && found.finding().place().site().isPresent();
    }

    /** Empty where none is found, or the first is a number of the layer itself, at which the message stands already. */
    private String text(LintFinding found) {
        List<Mended> mended = mended(found);
        if (mended.isEmpty() || mended.get(0).change().member().name().equals(model.member(found.site()))) {
            return "";
        }
        return mended.stream()
                .limit(MOST_NAMED)
                .map(one -> one.change().text())
                .collect(Collectors.joining("; or ", "the network runs with one number changed by one: ", ""));
    }

    /** First that with which the least is found. */
    private List<Mended> mended(LintFinding found) {
        List<Mended> mended = known.get(found.identity());
        if (mended == null) {
            mended = tried(found);
            known.put(found.identity(), mended);
        }
        return mended;
    }

    private List<Mended> tried(LintFinding found) {
        Lineage lineage = Lineage.of(model, run.built().network());
        OptionalInt unable = lineage.layer(found);
        List<NumberChange> changes =
                unable.isEmpty() ? List.of() : new NumbersBelow(lineage, unable.getAsInt()).changes();
        int layers = run.built().network().layers().size();
        int most = Math.min(changes.size(), Math.min(MOST_TRIED, MOST_LAYERS / layers));
        List<Mended> mended = new ArrayList<>();
        for (NumberChange change : changes.subList(0, most)) {
            ModelDeclaration other = change.in(model);
            if (NetworkBuilder.running(other).isPresent()) {
                List<Finding> left =
                        RuleRun.of(other, options.hdc(), options.rules()).findings();
                if (left.stream().noneMatch(Structural::isStructural)) {
                    mended.add(new Mended(change, left));
                }
            }
        }
        mended.sort(Comparator.comparingInt(one -> one.left().size()));
        return mended;
    }
}
