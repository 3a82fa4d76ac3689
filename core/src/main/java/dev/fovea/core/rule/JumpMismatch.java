package dev.fovea.core.rule;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.network.Extent;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The inputs of a merge differ in jump, so that units of the same index look at different places, the further apart the
 * larger the index (Araujo et al. 2019).
 *
 * <p>An error where the extents are unknown: they can agree for a few input sizes at most. Where they are known and agree
 * it is a warning, and silent while the drift across the map stays below the coarsest jump on the paths.
 */
public final class JumpMismatch extends MergeRule {
    private static final Optional<Rational> NONE = Optional.of(Rational.ZERO);

    public JumpMismatch() {
        super(Severity.ERROR, "The inputs of a merge differ in jump.");
    }

    @Override
    Optional<Finding> check(Merge merge) {
        if (areEqual(merge)) {
            return Optional.empty();
        }
        List<Optional<Farthest.Value>> jumps = new ArrayList<>();
        for (int input : merge.inputs()) {
            Optional<Rational> jump = jump(merge, input);
            jumps.add(jump.isPresent() ? Optional.of(new Farthest.Value("", jump.get())) : Optional.empty());
        }
        Optional<Farthest> pair = Farthest.of(jumps);
        return pair.isEmpty()
                ? Optional.empty()
                : report(
                        merge,
                        merge.inputs().get(pair.get().one()),
                        jumps.get(pair.get().one()).orElseThrow().number(),
                        merge.inputs().get(pair.get().other()),
                        jumps.get(pair.get().other()).orElseThrow().number());
    }

    private static boolean areEqual(Merge merge) {
        Optional<Rational> first = jump(merge, merge.inputs().get(0));
        for (int input : merge.inputs()) {
            if (!jump(merge, input).equals(first)) {
                return false;
            }
        }
        return true;
    }

    /** Pixels between neighbouring units; empty where unknown, and where every unit reads the whole input. */
    private static Optional<Rational> jump(Merge merge, int input) {
        Optional<Rational> jump = merge.analysed().analysis().jump(merge.source(input), merge.axis());
        return jump.equals(NONE) ? Optional.empty() : jump;
    }

    private Optional<Finding> report(Merge merge, int one, Rational first, int other, Rational second) {
        Extent extent = merge.layer().shape().extents().get(merge.axis());
        Rational perUnit = first.minus(second).abs();
        String drift = "by %s per position".formatted(Merge.pixels(perUnit));
        if (extent.isKnown()) {
            Rational across = perUnit.times(Rational.of(extent.value() - 1));
            if (across.compareTo(merge.coarsest()) < 0) {
                return Optional.empty();
            }
            drift = "by %s across the map's %s positions".formatted(Merge.pixels(across), extent.value());
        }
        String message =
                "inputs of %s differ in jump%s: neighbours are %s apart in %s and %s in %s, so they drift apart %s; bring them to one grid with a stride, pooling or @Upsample"
                        .formatted(
                                merge.layer().name(),
                                merge.where(),
                                Merge.pixels(first),
                                merge.name(one),
                                Merge.pixels(second),
                                merge.name(other),
                                drift);
        Finding finding = finding(merge.place(other), List.of(merge.layer().site()), message);
        return Optional.of(extent.isKnown() ? finding.as(Severity.WARNING) : finding.asStructural());
    }
}
