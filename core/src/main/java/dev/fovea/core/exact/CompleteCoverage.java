package dev.fovea.core.exact;

import java.util.Comparator;
import java.util.List;

/**
 * The complete-coverage theorem, layer by layer.
 *
 * <p>A chain of layers reads the sumset of its layers' taps. Sort the layers by step. <b>No position from the first to the
 * last is unread exactly when each step is at most 1 plus the reach of all layers before it in that order.</b> <i>If</i>: the
 * layers so far read an interval, and the next layer lays copies of it that touch or overlap. <i>Only if</i>: take the first
 * step beyond its bound {@code W + 1}. The layers before it reach no further than {@code W}, every other one jumps beyond
 * {@code W + 1} at once, so {@code W + 1} is unread; it is also the first such position, since everything up to {@code W} is
 * read.
 *
 * <p>For kernels of two taps this is the theorem on complete sequences: every number up to the sum of an ascending sequence
 * is a sum of some of its terms exactly when no term exceeds 1 plus the sum of those before (Brown 1961).
 */
public final class CompleteCoverage {
    private long reach;

    /** The layers in the order in which the theorem takes them; those of equal step keep theirs. */
    public static <T extends Taps> List<T> ascending(List<T> chain) {
        return chain.stream().sorted(Comparator.comparingLong(Taps::step)).toList();
    }

    /** True if a chain leaves no position unread. */
    public static boolean of(List<? extends Taps> chain) {
        CompleteCoverage coverage = new CompleteCoverage();
        for (Taps taps : ascending(chain)) {
            if (!coverage.admits(taps)) {
                return false;
            }
            coverage.add(taps.reach());
        }
        return true;
    }

    /** The largest step by which the next layer opens no gap: also the first position that the layers so far do not reach. */
    public long bound() {
        return Math.addExact(reach, 1);
    }

    /** True if the next layer opens no gap. */
    public boolean admits(Taps taps) {
        return taps.step() <= bound();
    }

    /** Goes on beyond a layer of this reach. */
    public void add(long layerReach) {
        reach = Math.addExact(reach, layerReach);
    }
}
