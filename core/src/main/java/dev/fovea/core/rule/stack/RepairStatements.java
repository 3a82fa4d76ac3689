package dev.fovea.core.rule.stack;

import dev.fovea.core.repair.Proposal;
import dev.fovea.core.repair.StackRepair;
import dev.fovea.core.rule.AnalysedNetwork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What to type at which member so that a stack has the rates of a proposal, for pages to copy. */
public final class RepairStatements {
    private RepairStatements() {}

    /**
     * Attributes by member, {@code rate = 3, padding = 3}.
     *
     * @param index the stack's
     */
    public static Map<String, String> of(AnalysedNetwork analysed, int index, Proposal proposal) {
        StackRepair repair = analysed.repairs().get(index);
        StackEvidence evidence = new StackEvidence(analysed, analysed.stacks().get(index), 0);
        Map<String, List<String>> attributes = RateStatements.all(repair, proposal);
        Set<String> changed = Set.copyOf(attributes.keySet());
        new RepairedPaddings(evidence, repair.written().get(0), proposal.rates().get(0), 0)
                .all()
                .forEach((member, padding) -> attributes
                        .computeIfAbsent(member, first -> new ArrayList<>())
                        .add("padding = " + padding));
        // A padding alone is that of a layer that keeps its rate, unless its rate is an argument.
        Map<String, String> statements = new LinkedHashMap<>();
        attributes.forEach((member, one) -> {
            if (changed.contains(member) || one.contains("padding = Param.RATE")) {
                statements.put(member, String.join(", ", one));
            }
        });
        return statements;
    }
}
