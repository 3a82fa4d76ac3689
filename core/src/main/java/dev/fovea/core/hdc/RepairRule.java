package dev.fovea.core.hdc;

import java.util.OptionalInt;
import java.util.stream.LongStream;

/**
 * How far the classical rule lets a list of equal kernels go on.
 *
 * <p>Unrolled from below, {@code M_2 <= K} says {@code M_3 <= K + 2r_2}, hence {@code M_4 <= K + 2r_2 + 2r_3}, and so on, and
 * {@code r_i <= M_i}. So no rate after the first exceeds {@code K} plus twice the rates between; for an edge that rises
 * this is the whole rule, for a list that also falls it is necessary.
 *
 * @param kernel the common kernel; 0 where the rule sets no limit
 * @param edgeLimit limit on the next rate if the edge goes on
 * @param edgesSound whether all edges so far keep the rule
 * @param wholeLimit limit on the next rate if the list is read as a whole
 * @param wholeSound whether the list so far can be sound as a whole
 * @param before the rate below, 0 before the first layer
 */
record RepairRule(long kernel, long edgeLimit, boolean edgesSound, long wholeLimit, boolean wholeSound, long before) {
    private static final long NONE = 1L << 60;
    private static final long[] POWERS_OF_THREE =
            LongStream.iterate(1, power -> power < NONE, power -> 3 * power).toArray();

    /** The state before the first layer. */
    static RepairRule unlimited(DilationAxis axis, boolean strict) {
        OptionalInt entry = axis.entryKernel();
        int kernel = axis.kernels().get(0);
        boolean judged = strict
                && axis.kernels().stream().allMatch(other -> other == kernel)
                && (entry.isEmpty() || entry.getAsInt() == kernel);
        boolean led = judged && entry.isPresent();
        return new RepairRule(judged ? kernel : 0, led ? kernel : NONE, true, led ? kernel : NONE, true, 0);
    }

    /** The state after one more layer. */
    RepairRule with(long rate) {
        if (kernel == 0) {
            return this;
        }
        boolean wholeStarts = before == 0 && (rate == 1 || wholeLimit == NONE);
        boolean edgeStarts = wholeStarts || rate < before;
        return new RepairRule(
                kernel,
                edgeStarts ? kernel : edgeLimit + 2 * rate,
                edgesSound && (edgeStarts || rate <= edgeLimit),
                wholeStarts ? kernel : wholeLimit + 2 * rate,
                wholeSound && (wholeStarts || rate <= wholeLimit),
                rate);
    }

    /** True if no list that goes on like this keeps the rule. */
    boolean isBroken() {
        return !edgesSound && !wholeSound;
    }

    /**
     * A limit on a later rate. As long as the list goes on rising, or is read as a whole, each limit is at most three
     * times the one before; where the edge cannot go on the rate has to fall, and only the edge after that starts again
     * with {@code K}.
     *
     * @param ahead 0 for the next layer, 1 for the one above, and so on
     */
    long limit(int ahead) {
        long edge = before <= edgeLimit ? edgeLimit : (kernel + 2) / 3;
        long rising = Math.max(wholeSound ? wholeLimit : 0, edgesSound ? edge : 0);
        long falling = edgesSound ? before - 1 - ahead : 0;
        return Math.max(tripled(rising, ahead), falling);
    }

    private static long tripled(long value, int times) {
        return times >= POWERS_OF_THREE.length || value > NONE / POWERS_OF_THREE[times]
                ? NONE
                : value * POWERS_OF_THREE[times];
    }
}
