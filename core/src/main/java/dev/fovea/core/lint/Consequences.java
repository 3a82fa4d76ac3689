package dev.fovea.core.lint;

import dev.fovea.core.finding.Identity;
import dev.fovea.core.finding.Site;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.network.Layer;
import dev.fovea.core.resolve.ModelDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Folds the consequences of one defect into its first finding, which then names them. An accepted finding neither
 * speaks for others nor is spoken for, and none is spoken for by a less severe one: a build that broke still breaks.
 */
final class Consequences {
    private static final int MOST_NAMED = 3;

    /** With more layers it would take seconds to tell which of them a map is made of. */
    private static final int MOST_LAYERS = 20_000;

    private final Map<Identity, LintFinding> open = new LinkedHashMap<>();
    private final Map<Site, LintFinding> unable = new LinkedHashMap<>();
    private final Map<Identity, List<LintFinding>> taken = new LinkedHashMap<>();

    private Consequences(List<LintFinding> judged) {
        for (LintFinding found : judged) {
            if (found.accepted().isEmpty() && found.finding().place().site().isPresent()) {
                open.putIfAbsent(found.identity(), found);
                if (Structural.isStructural(found.finding())) {
                    unable.putIfAbsent(found.site(), open.get(found.identity()));
                }
            }
        }
    }

    /** The findings of different causes, in order; the first of each cause names the others. */
    static List<LintFinding> folded(
            List<LintFinding> judged,
            ModelDeclaration model,
            RuleRun run,
            LintOptions options,
            OneNumber one,
            DistantNumber distant) {
        Consequences consequences = new Consequences(judged);
        if (consequences.open.size() > 1 && run.analysed().network().layers().size() < MOST_LAYERS) {
            Lineage lineage = Lineage.of(model, run.analysed().network());
            new Mismatches(lineage, run.built().ofSize()).fold(consequences);
            new Shifts(lineage, run.analysed(), options).fold(consequences);
            new Strides(lineage, run, options).fold(consequences);
            new SmallMaps(lineage).fold(consequences);
            one.fold(consequences);
            distant.fold(consequences);
        }
        return consequences.taken.isEmpty() ? judged : consequences.without(judged, run);
    }

    /** One finding of each defect that nothing has taken in yet. */
    List<LintFinding> open() {
        return List.copyOf(open.values());
    }

    /** One finding of each defect of some rules that nothing has taken in yet. */
    List<LintFinding> open(Set<String> rules) {
        return open.values().stream()
                .filter(found -> rules.contains(found.rule()))
                .toList();
    }

    /** The finding of the defect that keeps a layer from running, if nothing has taken it in yet. */
    Optional<LintFinding> fault(Site site) {
        return Optional.ofNullable(unable.get(site)).filter(found -> open.containsKey(found.identity()));
    }

    /** One finding of each other defect that another one may take in. */
    List<LintFinding> below(LintFinding cause) {
        return open.values().stream()
                .filter(found -> !found.identity().equals(cause.identity()))
                .filter(found -> found.severity().compareTo(cause.severity()) >= 0)
                .filter(found -> !Structural.isStructural(found.finding()) || Structural.isStructural(cause.finding()))
                .toList();
    }

    /** Lets a finding speak for another one, and for what that speaks for. */
    void take(LintFinding cause, LintFinding consequence) {
        open.remove(consequence.identity());
        List<LintFinding> all = taken.computeIfAbsent(cause.identity(), none -> new ArrayList<>());
        all.add(consequence);
        List<LintFinding> more = taken.remove(consequence.identity());
        all.addAll(more == null ? List.of() : more);
    }

    private List<LintFinding> without(List<LintFinding> judged, RuleRun run) {
        Map<Site, String> names = new LinkedHashMap<>();
        for (Layer layer : run.analysed().network().layers()) {
            names.put(layer.site(), layer.name());
        }
        Set<Identity> gone = new HashSet<>();
        taken.values().forEach(all -> all.forEach(found -> gone.add(found.identity())));
        List<LintFinding> left = new ArrayList<>();
        for (LintFinding found : judged) {
            boolean isOpen = found.accepted().isEmpty();
            if (!isOpen || !gone.contains(found.identity())) {
                List<LintFinding> others = taken.getOrDefault(found.identity(), List.of());
                left.add(isOpen && !others.isEmpty() ? found.saying(text(found.rule(), others, names)) : found);
            }
        }
        return left;
    }

    private static String text(String rule, List<LintFinding> others, Map<Site, String> names) {
        List<String> named = new ArrayList<>();
        String last = rule;
        for (LintFinding found : others.subList(0, Math.min(others.size(), MOST_NAMED))) {
            Site site = found.site();
            String name = names.getOrDefault(site, site.outermost().name());
            named.add(found.rule().equals(last) ? name : found.rule() + " at " + name);
            last = found.rule();
        }
        String more = others.size() > MOST_NAMED ? " and %s more".formatted(others.size() - MOST_NAMED) : "";
        return " (from the same cause: %s%s)".formatted(String.join(", ", named), more);
    }
}
