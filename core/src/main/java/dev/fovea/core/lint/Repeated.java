package dev.fovea.core.lint;

import dev.fovea.core.finding.Identity;
import dev.fovea.core.finding.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says, beside a finding that is reported once, how many more layers have it. */
final class Repeated {
    private Repeated() {}

    /** The findings; those of one defect name their own layer and the number of the others. */
    static List<LintFinding> counted(List<LintFinding> findings) {
        Map<Identity, Set<Site>> sites = new HashMap<>();
        for (LintFinding found : findings) {
            found.finding().place().site().ifPresent(site -> sites.computeIfAbsent(
                            found.identity(), none -> new HashSet<>())
                    .add(site));
        }
        List<LintFinding> counted = new ArrayList<>();
        for (LintFinding found : findings) {
            int others = sites.getOrDefault(found.identity(), Set.of()).size() - 1;
            counted.add(others < 1 ? found : found.saying(" (and %s)".formatted(where(found, others))));
        }
        return List.copyOf(counted);
    }

    private static String where(LintFinding found, int others) {
        String layers = others + (others == 1 ? " more layer" : " more layers");
        return found.location()
                .block()
                .map(block -> layers + " of uses of " + block.simpleName())
                .orElseGet(() -> layers + " of "
                        + found.location().member().orElseThrow().name());
    }
}
