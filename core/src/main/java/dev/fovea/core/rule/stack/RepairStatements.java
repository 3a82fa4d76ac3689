package dev.fovea.core.rule.stack;

import dev.fovea.core.repair.Proposal;
import dev.fovea.core.repair.RateStatements;
import dev.fovea.core.repair.StackRepair;
import dev.fovea.core.rule.AnalysedNetwork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        Map<String, List<String>> attributes = RateStatements.all(repair.touched(), proposal.values());
        new RepairedPaddings(evidence, repair, repair.proposals().indexOf(proposal))
                .all()
                .forEach((member, padding) -> attributes
                        .computeIfAbsent(member, first -> new ArrayList<>())
                        .add("padding = " + padding));
        Map<String, String> statements = new LinkedHashMap<>();
        attributes.forEach((member, one) -> statements.put(member, String.join(", ", one)));
        return statements;
    }
}
