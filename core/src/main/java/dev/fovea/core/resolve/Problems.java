package dev.fovea.core.resolve;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Structural;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Collects the structural findings of one model. */
final class Problems {
    private static final int MOST_NAMED = 3;

    private final List<Finding> findings = new ArrayList<>();
    private final Set<Finding> ofSizes = new HashSet<>();
    private final Map<Object, Integer> first = new HashMap<>();
    private final Map<Integer, List<String>> others = new HashMap<>();

    void add(Structural rule, Place place, String message) {
        findings.add(rule.finding(place, message));
    }

    /** A fault that others may have as well: the first of them names them. */
    void addOnce(Object fault, String who, Structural rule, Place place, String message) {
        Integer known = first.putIfAbsent(fault, findings.size());
        if (known == null) {
            add(rule, place, message);
        } else {
            others.computeIfAbsent(known, none -> new ArrayList<>()).add(who);
        }
    }

    /** A fault that another size of the input may mend. */
    void addOfSize(Structural rule, Place place, String message) {
        add(rule, place, message);
        ofSizes.add(findings.get(findings.size() - 1));
    }

    /** True if another size of the input may help. */
    boolean areOfSizes() {
        return !ofSizes.isEmpty();
    }

    /** Those of {@link #findings} that the size which the advice names mends. */
    Set<Finding> ofSize(List<Finding> said, SizeAdvice advice) {
        return advice.text().isEmpty()
                ? Set.of()
                : IntStream.range(0, said.size())
                        .filter(i -> ofSizes.contains(findings.get(i)))
                        .mapToObj(said::get)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * All findings.
     *
     * @param advice what to say of other sizes of the input where that may help
     */
    List<Finding> findings(SizeAdvice advice) {
        List<Finding> all = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            boolean isOfSize = ofSizes.contains(finding);
            String more = isOfSize ? advice.text() : named(others.getOrDefault(i, List.of()));
            Finding said = more.isEmpty() ? finding : finding.saying(more);
            all.add(isOfSize ? said.advising(advice.advice()) : said);
        }
        return List.copyOf(all);
    }

    private static String named(List<String> others) {
        if (others.isEmpty()) {
            return "";
        }
        int named = Math.min(others.size(), MOST_NAMED);
        String more = others.size() > named ? " and %s more".formatted(others.size() - named) : "";
        return "; the same of " + String.join(", ", others.subList(0, named)) + more;
    }
}
