package dev.fovea.core.html;

import java.util.ArrayList;
import java.util.List;

/**
 * From pixels to a height in a chart, in proportion or by logarithm.
 *
 * @param isLog whether equal heights are equal ratios
 * @param most the largest value shown
 * @param top where it lies
 * @param bottom where 0 lies; where 1 lies, on a logarithmic scale
 */
record Scale(boolean isLog, long most, double top, double bottom) {
    private static final int TICKS = 6;

    double at(double value) {
        double share = isLog
                ? most <= 1 ? 0 : StrictMath.log(Math.max(1, value)) / StrictMath.log(most)
                : value / Math.max(1, most);
        return bottom - share * (bottom - top);
    }

    /** Values to label: powers of 2, or multiples of 1, 2 or 5 times a power of 10. */
    List<Long> ticks() {
        List<Long> ticks = new ArrayList<>();
        if (isLog) {
            int powers = 63 - Long.numberOfLeadingZeros(Math.max(1, most));
            for (int power = 0; power <= powers; power += 1 + powers / TICKS) {
                ticks.add(1L << power);
            }
            return ticks;
        }
        long step = step();
        for (long tick = 0; tick <= most; tick += step) {
            ticks.add(tick);
            if (tick > Long.MAX_VALUE - step) {
                break;
            }
        }
        return ticks;
    }

    private long step() {
        long power = 1;
        while (true) {
            for (long digit : new long[] {1, 2, 5}) {
                if (most / (power * digit) <= TICKS) {
                    return power * digit;
                }
            }
            power *= 10;
        }
    }
}
