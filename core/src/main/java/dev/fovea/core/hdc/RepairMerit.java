package dev.fovea.core.hdc;

import java.util.Comparator;
import java.util.List;

/**
 * What makes one proposal better than another, in this order; the better one is the smaller.
 *
 * @param fieldChange by how many units the stack's own field changes
 * @param size the field
 * @param change sum of the changes of the rates
 * @param falls how often a rate is below the one before
 * @param rates the proposal, compared in lexicographic order
 */
record RepairMerit(long fieldChange, long size, long change, int falls, List<Integer> rates)
        implements Comparable<RepairMerit> {
    private static final Comparator<RepairMerit> ORDER = Comparator.comparingLong(RepairMerit::fieldChange)
            .thenComparingLong(RepairMerit::size)
            .thenComparingLong(RepairMerit::change)
            .thenComparingInt(RepairMerit::falls)
            .thenComparing(RepairMerit::rates, RepairMerit::compareInOrder);

    @Override
    public int compareTo(RepairMerit other) {
        return ORDER.compare(this, other);
    }

    private static int compareInOrder(List<Integer> a, List<Integer> b) {
        for (int i = 0; i < a.size(); i++) {
            if (!a.get(i).equals(b.get(i))) {
                return a.get(i) - b.get(i);
            }
        }
        return 0;
    }
}
