package dev.fovea.core.rule.stack;

import dev.fovea.core.finding.Advice;
import dev.fovea.core.repair.RateStatements;
import dev.fovea.core.repair.StackRepair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What to type at which member so that a stack has the rates of a proposal. */
final class RepairStatements {
    private RepairStatements() {}

    /** Empty where nothing is proposed. */
    static Optional<Advice> of(StackEvidence evidence, StackRepair repair) {
        if (repair.proposals().isEmpty()) {
            return Optional.empty();
        }
        Map<String, Map<String, String>> attributes =
                RateStatements.all(repair.touched(), repair.proposals().get(0).values());
        new RepairedPaddings(evidence, repair, 0).all().forEach((member, padding) -> attributes
                .computeIfAbsent(member, first -> new LinkedHashMap<>())
                .put("padding", padding));
        List<Advice.Statement> statements = new ArrayList<>();
        attributes.forEach((member, typed) -> statements.add(new Advice.Statement(member, "", typed)));
        return statements.isEmpty() ? Optional.empty() : Optional.of(new Advice(statements));
    }
}
