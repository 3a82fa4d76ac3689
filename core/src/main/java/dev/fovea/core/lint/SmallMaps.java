package dev.fovea.core.lint;

import dev.fovea.core.finding.Structural;
import dev.fovea.core.rule.DegenerateDilation;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Windows that are too large for their maps. One window is a wrong number of its own, and a second one may be. Where
 * one layer has made the maps of three or more too small, the maps are at fault, and the first finding speaks for all.
 */
final class SmallMaps {
    private static final int MANY = 3;
    private static final Set<String> DEGENERATE = Set.of(DegenerateDilation.class.getSimpleName());

    private final Lineage lineage;

    SmallMaps(Lineage lineage) {
        this.lineage = lineage;
    }

    void fold(Consequences consequences) {
        foldMany(consequences.open(Set.of(Structural.EMPTY_OUTPUT.info().name())), consequences);
        foldMany(consequences.open(DEGENERATE), consequences);
    }

    private void foldMany(List<LintFinding> found, Consequences consequences) {
        List<LintFinding> ofOneLayer = found.stream()
                .filter(one -> resizing(one).intersects(resizing(found.get(0))))
                .toList();
        if (ofOneLayer.stream().map(LintFinding::site).distinct().count() >= MANY) {
            fold(ofOneLayer, consequences);
        }
    }

    /** The layers that made a layer's input as small as it is. */
    private BitSet resizing(LintFinding found) {
        BitSet layers = new BitSet();
        lineage.layer(found)
                .ifPresent(index ->
                        layers.or(lineage.of(lineage.layer(index).links().get(0).source())));
        for (int i = layers.nextSetBit(0); i >= 0; i = layers.nextSetBit(i + 1)) {
            layers.set(i, lineage.resizes(lineage.layer(i)));
        }
        return layers;
    }

    /** Folds what is found at other layers than the first: several axes of one are findings of their own. */
    private static void fold(List<LintFinding> found, Consequences consequences) {
        found.stream()
                .filter(one -> !one.site().equals(found.get(0).site()))
                .forEach(one -> consequences.take(found.get(0), one));
    }
}
