package dev.fovea.core.hdc;

import dev.fovea.core.exact.CompleteCoverage;
import dev.fovea.core.exact.PositionSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Which positions a chain of stride-1 layers reads along one axis: judged by {@link CompleteCoverage}.
 *
 * @param size positions from the first to the last one read
 * @param covered positions read; unknown where the set falls into too many runs to be kept
 * @param firstUnread distance of the first unread position from the first corner, if any is unread
 * @param gap the largest distance between neighbouring positions that are read, 1 where all are; unknown as {@code covered}
 * @param firstBeyond index of the first layer of the stack, in order of step, that exceeds its bound; where only the exit
 *     layer does, the stack's top layer, whose stride has spread the exit's taps
 */
public record Coverage(
        long size, OptionalLong covered, OptionalLong firstUnread, OptionalLong gap, OptionalInt firstBeyond) {
    /** Taps beyond which a set that falls into too many runs is not tried in halves: it takes too long. */
    private static final long MOST_HALVED = 1 << 16;

    /** Judges a chain given from the bottom to the top; equal steps keep that order. */
    static Coverage of(List<Window> windows) {
        List<Window> ascending = CompleteCoverage.ascending(windows);
        CompleteCoverage complete = new CompleteCoverage();
        OptionalLong firstUnread = OptionalLong.empty();
        OptionalInt firstBeyond = OptionalInt.empty();
        int top = Window.NEIGHBOUR;
        for (Window window : ascending) {
            if (!complete.admits(window)) {
                firstUnread = firstUnread.isPresent() ? firstUnread : OptionalLong.of(complete.bound());
                if (firstBeyond.isEmpty() && window.layer() != Window.NEIGHBOUR) {
                    firstBeyond = OptionalInt.of(window.layer());
                }
            }
            complete.add(window.reach());
            top = Math.max(top, window.layer());
        }
        long size = complete.bound();
        if (firstUnread.isEmpty()) {
            return new Coverage(size, OptionalLong.of(size), firstUnread, OptionalLong.of(1), firstBeyond);
        }
        if (firstBeyond.isEmpty() && top != Window.NEIGHBOUR) {
            firstBeyond = OptionalInt.of(top);
        }
        PositionSet read = positions(ascending);
        OptionalLong gap = read.isOutline() ? OptionalLong.empty() : OptionalLong.of(read.largestStep());
        return new Coverage(size, read.count(), firstUnread, gap, firstBeyond);
    }

    /** Positions from the first to the last one read. */
    static long size(List<Window> windows) {
        return windows.stream().mapToLong(Window::reach).reduce(1, Math::addExact);
    }

    /** True if every position of the box is read. */
    public boolean isComplete() {
        return firstUnread.isEmpty();
    }

    /** The sumset of the taps; small steps first, which keeps the set in few runs. */
    private static PositionSet positions(List<Window> ascending) {
        PositionSet set = PositionSet.range(0, 0);
        int i = 0;
        while (i < ascending.size()) {
            long step = ascending.get(i).step();
            long taps = 0;
            while (i < ascending.size() && ascending.get(i).step() == step) {
                taps += ascending.get(i).kernel() - 1;
                i++;
            }
            set = spread(set, step, taps);
        }
        return set;
    }

    /**
     * Layers of equal step are one layer with all their taps, which a stack of thousands of layers needs; taken in
     * halves where that is too much at once, since halves overlap into fewer runs.
     */
    private static PositionSet spread(PositionSet set, long step, long taps) {
        PositionSet spread = set.spread(step, taps + 1);
        if (set.isOutline() || !spread.isOutline() || taps == 1 || taps > MOST_HALVED) {
            return spread;
        }
        return spread(spread(set, step, taps / 2), step, taps - taps / 2);
    }
}
