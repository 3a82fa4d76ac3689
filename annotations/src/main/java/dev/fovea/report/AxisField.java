package dev.fovea.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The receptive field of a layer along one axis, in input pixels; pixels are counted from 0, those in the padding are
 * negative.
 *
 * <p>Where some path reads the whole input ({@code global}), the other figures describe the remaining, local paths; if
 * there are none, the size is the input's extent.
 *
 * @param size pixels from the first to the last that a unit sees, at most; empty where unknown
 * @param minSize the same for the unit that sees least; empty where all units see as much
 * @param jump distance between adjacent units; empty where unknown or where there is none
 * @param start first pixel of unit 0's field: minus the effective padding; empty where unknown
 * @param centre middle of unit 0's field; empty where unknown
 * @param global whether some path reads the whole input
 * @param overlap the fraction of its field that a unit shares with its neighbour; empty where unknown
 * @param covered positions that some local path of unit 0 reaches, borders ignored; less than the size where the field
 *     has holes; empty where unknown
 * @param erfStd standard deviation of the effective receptive field with all weights one; empty where not computed
 * @param erfWidth pixels of the shortest interval that holds at least 95.45 % of the paths; empty where not computed, which in
 *     networks of thousands of layers may be so though the deviation is known
 * @param uniform whether the units' fields are alike, but for a period; not so after resampling by a ratio that is no
 *     integer, or a merge of unequal jumps
 * @param shortest size along the path that grows least; empty where unknown
 * @param period after how many units the fields repeat, shifted; at least 1
 * @param phases the units of one period, or nothing where the period is 1
 */
public record AxisField(
        OptionalLong size,
        OptionalLong minSize,
        Optional<Rational> jump,
        Optional<Rational> start,
        Optional<Rational> centre,
        boolean global,
        Optional<BigDecimal> overlap,
        OptionalLong covered,
        Optional<BigDecimal> erfStd,
        OptionalLong erfWidth,
        boolean uniform,
        OptionalLong shortest,
        int period,
        List<Phase> phases) {
    /**
     * Copies the list and rounds the decimal figures to six decimals.
     *
     * @throws IllegalArgumentException if the period is below 1
     */
    public AxisField {
        Copies.notNull(size, minSize, jump, start, centre, covered, erfWidth, shortest);
        if (period < 1) {
            throw new IllegalArgumentException("a period of " + period + " units");
        }
        overlap = Figures.normal(overlap);
        erfStd = Figures.normal(erfStd);
        phases = List.copyOf(phases);
    }
}
