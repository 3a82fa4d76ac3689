package dev.fovea.core.repair;

import java.util.List;
import java.util.Map;

/**
 * Rates to write instead of a stack's.
 *
 * @param rates per axis, those of all members
 * @param values what is written in each place, those of other stacks that are mended at once among them
 */
public record Proposal(List<List<Integer>> rates, Map<WrittenRate.Place, Integer> values) {
    public Proposal {
        rates = rates.stream().map(List::copyOf).toList();
        values = Map.copyOf(values);
    }
}
