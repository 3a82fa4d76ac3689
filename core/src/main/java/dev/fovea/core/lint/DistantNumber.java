package dev.fovea.core.lint;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Identity;
import dev.fovea.core.finding.Site;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.network.Network;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.resolve.NetworkBuilder;
import dev.fovea.core.rule.AnalysedNetwork;
import dev.fovea.core.rule.DegenerateDilation;
import dev.fovea.core.rule.JumpMismatch;
import dev.fovea.core.rule.MisalignedMerge;
import dev.fovea.core.rule.Rule;
import dev.fovea.core.rule.UnproductiveLayer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Names the numbers below a finding of which one, changed by one, is enough that it is not found: what a wrong stride does to a map shows
 * far above it, where nothing tells why. Each is tried: nothing else may be found then that is not found now.
 */
final class DistantNumber {
    private static final Map<String, Rule> RULES = Map.of(
            DegenerateDilation.class.getSimpleName(), new DegenerateDilation(),
            UnproductiveLayer.class.getSimpleName(), new UnproductiveLayer(),
            JumpMismatch.class.getSimpleName(), new JumpMismatch(),
            MisalignedMerge.class.getSimpleName(), new MisalignedMerge());

    /** Those that the geometry depends on. */
    private static final Set<String> SHAPING =
            Set.of("kernel", "stride", "rate", "padding", "outputPadding", "repeat", "scale", "factor", "size");

    /** Those with which extents fall, and fields grow, by a factor. */
    private static final Set<String> SCALING = Set.of("stride", "repeat", "factor");

    /** What depends on how many pixels a unit stands for: any number that scales may be wrong, however many are like it. */
    private static final Set<String> OF_SCALE =
            Set.of(DegenerateDilation.class.getSimpleName(), UnproductiveLayer.class.getSimpleName());

    private static final int MOST_FINDINGS = 2;

    /** More numbers than that are no cause. */
    private static final int MOST_NAMED = 5;

    private static final int MOST_JUDGED = 10;
    private static final int MOST_TRIED = 24;

    /** Layers that are put together again, in all trials together: of a huge network fewer numbers are tried. */
    private static final int MOST_LAYERS = 20_000;

    private final Set<Fault> accepted;
    private final ModelDeclaration model;
    private final RuleRun run;
    private final LintOptions options;
    private final Map<Identity, List<Mended>> known = new HashMap<>();
    private int tried;

    /** @param judged all findings, before any is told with another */
    DistantNumber(List<LintFinding> judged, ModelDeclaration model, RuleRun run, LintOptions options) {
        this.accepted = judged.stream()
                .filter(found -> found.accepted().isPresent())
                .map(found -> Fault.of(found.finding()))
                .collect(Collectors.toSet());
        this.model = model;
        this.run = run;
        this.options = options;
    }

    /** Where a finding is, and of which rule. */
    private record Fault(String rule, Optional<Site> site) {
        static Fault of(Finding finding) {
            return new Fault(finding.rule(), finding.place().site());
        }
    }

    /** A change that brings nothing new, and what is found then. */
    private record Mended(NumberChange change, Set<Fault> left) {}

    /** True for what a number far below may have brought about. */
    static boolean isShownFarFromItsCause(LintFinding found) {
        return RULES.containsKey(found.rule());
    }

    /** Lets one finding speak for others that vanish with it, whichever of its numbers is changed. */
    void fold(Consequences consequences) {
        for (LintFinding first : consequences.open(RULES.keySet())) {
            List<LintFinding> others = consequences.below(first).stream()
                    .filter(found -> RULES.containsKey(found.rule()))
                    .toList();
            if (!others.isEmpty() && consequences.open(RULES.keySet()).contains(first)) {
                List<Mended> mended = mended(first);
                others.stream()
                        .filter(found -> !mended.isEmpty()
                                && mended.stream().noneMatch(one -> one.left().contains(Fault.of(found.finding()))))
                        .forEach(found -> consequences.take(first, found));
            }
        }
    }

    /** Findings, those of these rules saying what number below would mend them. */
    List<LintFinding> named(List<LintFinding> findings) {
        Set<Identity> seen = new HashSet<>();
        List<LintFinding> named = new ArrayList<>();
        for (LintFinding found : findings) {
            boolean isAsked =
                    RULES.containsKey(found.rule()) && found.accepted().isEmpty() && seen.add(found.identity());
            String text = isAsked ? text(mended(found)) : "";
            named.add(text.isEmpty() ? found : found.detailed(text));
        }
        return named;
    }

    private static String text(List<Mended> mended) {
        return mended.stream()
                .map(one -> one.change().text())
                .reduce((one, other) -> one + "; or " + other)
                .map("not so with one number changed by one: "::concat)
                .orElse("");
    }

    /** Changes of numbers of other members than the finding is at; none where the network cannot run. */
    private List<Mended> mended(LintFinding found) {
        List<Mended> mended = known.get(found.identity());
        if (mended == null) {
            boolean runs = run.findings().stream().noneMatch(Structural::isStructural);
            mended = model.isBlock() || !runs || known.size() >= MOST_FINDINGS ? List.of() : tried(found);
            known.put(found.identity(), mended);
        }
        return mended;
    }

    private List<Mended> tried(LintFinding found) {
        Lineage lineage = Lineage.of(model, run.built().network());
        OptionalInt layer = lineage.layer(found);
        if (layer.isEmpty()) {
            return List.of();
        }
        NumbersBelow numbers = new NumbersBelow(lineage, layer.getAsInt());
        List<NumberChange> changes = numbers.changes().stream()
                .filter(change -> SHAPING.contains(change.attribute()))
                .filter(change -> !change.member().name().equals(model.member(found.site())))
                .toList();
        List<NumberChange> likely = likely(found, changes, numbers::isOdd);
        if (likely.isEmpty() && OF_SCALE.contains(found.rule())) {
            likely = likely(found, changes, DistantNumber::isLessScaled);
        }
        Set<Fault> now = faults(run);
        List<Mended> mended = new ArrayList<>();
        for (NumberChange change : likely.size() > MOST_JUDGED ? List.<NumberChange>of() : likely) {
            ModelDeclaration other = change.in(model);
            Set<Fault> left = faults(RuleRun.of(other, options.hdc(), options.rules()));
            if (now.containsAll(left) && left.stream().noneMatch(fault -> isLike(fault, other, found))) {
                mended.add(new Mended(change, left));
            }
        }
        return mended.size() > MOST_NAMED ? List.of() : mended;
    }

    /** True if it is of the same rule at the same declaration, at whichever use: that was told once. */
    private boolean isLike(Fault fault, ModelDeclaration other, LintFinding found) {
        return fault.rule().equals(found.rule())
                && !accepted.contains(fault)
                && fault.site()
                        .filter(site -> other.member(site).equals(model.member(found.site())))
                        .isPresent();
    }

    /** True for what lets a unit stand for fewer pixels. */
    private static boolean isLessScaled(NumberChange change) {
        return SCALING.contains(change.attribute()) && change.isLess();
    }

    private List<NumberChange> likely(LintFinding found, List<NumberChange> changes, Predicate<NumberChange> suspect) {
        return changes.stream()
                .filter(suspect)
                .filter(change -> tried++ < mostTried() && isGone(found, change.in(model)))
                .toList();
    }

    private int mostTried() {
        return Math.min(
                MOST_TRIED * MOST_FINDINGS,
                MOST_LAYERS / run.built().network().layers().size());
    }

    /** True if the network runs and the rule, by itself, does not find it. */
    private boolean isGone(LintFinding found, ModelDeclaration other) {
        Optional<Network> running = NetworkBuilder.running(other);
        if (running.isEmpty()) {
            return false;
        }
        Network network = running.get();
        if (found.rule().equals(DegenerateDilation.class.getSimpleName())) {
            return network.layers().stream()
                    .filter(layer -> layer.site().equals(found.site()))
                    .noneMatch(layer -> DegenerateDilation.isDegenerate(network, layer));
        }
        List<Finding> left = new ArrayList<>();
        RULES.get(found.rule()).check(AnalysedNetwork.of(Analysis.of(network), other, options.hdc()), left::add);
        return left.stream().map(Fault::of).noneMatch(Fault.of(found.finding())::equals);
    }

    private static Set<Fault> faults(RuleRun run) {
        return run.findings().stream().map(Fault::of).collect(Collectors.toSet());
    }
}
