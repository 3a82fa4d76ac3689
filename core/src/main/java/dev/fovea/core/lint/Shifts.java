package dev.fovea.core.lint;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Site;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Step;
import dev.fovea.core.rule.AnalysedNetwork;
import dev.fovea.core.rule.MisalignedMerge;
import dev.fovea.core.rule.UnreadPixels;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Merges that one layer off its centre misaligns: they are aligned once it is centred, which is tried. */
final class Shifts {
    private static final Set<String> RULE = Set.of(MisalignedMerge.class.getSimpleName());
    private static final String UNREAD = UnreadPixels.class.getSimpleName();
    private static final int MOST_TRIED = 24;

    /** Layers that are followed again, in all trials together: of a huge network fewer are tried. */
    private static final int MOST_LAYERS = 50_000;

    private final Lineage lineage;
    private final AnalysedNetwork analysed;
    private final LintOptions options;
    private int tried;

    Shifts(Lineage lineage, AnalysedNetwork analysed, LintOptions options) {
        this.lineage = lineage;
        this.analysed = analysed;
        this.options = options;
    }

    void fold(Consequences consequences) {
        for (LintFinding first : consequences.open(RULE)) {
            List<LintFinding> left = consequences.open(RULE);
            // Those before it have been asked already: what they speak for need not be of this cause.
            List<LintFinding> later = left.subList(left.indexOf(first) + 1, left.size());
            if (left.contains(first) && !later.isEmpty()) {
                Set<Site> aligned = alignedWith(first, later);
                consequences.below(first).stream()
                        .filter(later::contains)
                        .filter(found -> aligned.contains(found.site()))
                        .forEach(found -> consequences.take(first, found));
            }
        }
        consequences.open(RULE).forEach(merge -> takeGaps(merge, consequences));
    }

    /** What inputs leave unread between them that are moved apart. */
    private static void takeGaps(LintFinding merge, Consequences consequences) {
        consequences.below(merge).stream()
                .filter(found -> found.rule().equals(UNREAD) && found.site().equals(merge.site()))
                .forEach(found -> consequences.take(merge, found));
    }

    /** Of some merges, those that one layer aligns with the first: the layer that aligns most. */
    private Set<Site> alignedWith(LintFinding first, List<LintFinding> later) {
        Set<Site> sites = later.stream().map(LintFinding::site).collect(Collectors.toSet());
        Set<Site> most = Set.of();
        for (Object suspect : suspects(first)) {
            if (tried++
                    < Math.min(
                            MOST_TRIED,
                            MOST_LAYERS / analysed.network().layers().size())) {
                Set<Site> left = misaligned(suspect);
                Set<Site> aligned = new HashSet<>(sites);
                aligned.removeAll(left);
                if (!left.contains(first.site()) && aligned.size() > most.size()) {
                    most = aligned;
                }
            }
        }
        return most;
    }

    /** Layers off their centre that a merge is made of; first those that not all of its inputs are made of. */
    private Set<Object> suspects(LintFinding found) {
        OptionalInt merge = lineage.layer(found);
        Set<Object> suspects = new LinkedHashSet<>();
        if (merge.isPresent()) {
            add(lineage.apart(lineage.layer(merge.getAsInt())), suspects);
            add(lineage.of(merge.getAsInt()), suspects);
        }
        return suspects;
    }

    /** Adds what is off its centre, the nearest first. */
    private void add(BitSet layers, Set<Object> suspects) {
        for (int i = layers.length() - 1; i >= 0; i = layers.previousSetBit(i - 1)) {
            if (isOffCentre(lineage.layer(i))) {
                suspects.add(lineage.key(lineage.layer(i)));
            }
        }
    }

    private static boolean isOffCentre(Layer layer) {
        return layer.links().size() == 1
                && layer.links().get(0).steps().stream().anyMatch(step -> !step.equals(centred(step)));
    }

    /** The window of the same stride that is the area that its unit stands for; a step that is no window, or is centred, as it is. */
    private static Step centred(Step step) {
        return step.window()
                .filter(window -> window.reach() - (window.stride() - 1) != 2 * window.begin())
                .<Step>map(window -> new Step.Window(window.stride(), window.stride(), 1, 0, 0, 0))
                .orElse(step);
    }

    /** The merges that are still misaligned if all layers of one kind are centred. */
    private Set<Site> misaligned(Object suspect) {
        List<Layer> changed = new ArrayList<>();
        for (Layer layer : lineage.network().layers()) {
            boolean isSuspect = layer.links().size() == 1 && lineage.key(layer).equals(suspect);
            Link link = layer.links().get(0);
            changed.add(
                    isSuspect
                            ? layer.reading(new Link(
                                    link.source(),
                                    link.steps().stream().map(Shifts::centred).toList()))
                            : layer);
        }
        List<Finding> findings = new ArrayList<>();
        AnalysedNetwork centred =
                AnalysedNetwork.of(Analysis.of(lineage.network().with(changed)), analysed.model(), options.hdc());
        new MisalignedMerge().check(centred, findings::add);
        return findings.stream()
                .map(finding -> finding.place().site().orElseThrow())
                .collect(Collectors.toSet());
    }
}
