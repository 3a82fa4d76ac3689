package dev.fovea.core.repair;

import java.util.List;

/**
 * Rates to write instead of a stack's.
 *
 * @param rates per axis, those of all members
 */
public record Proposal(List<List<Integer>> rates) {
    public Proposal {
        rates = rates.stream().map(List::copyOf).toList();
    }
}
