package dev.fovea.djl.measure;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/** Finds the pixels among many that matter one by one: a box without one is passed over, another one is halved. */
final class Search {
    private final long[] extents;
    private final Function<List<BitSet>, boolean[]> test;
    private final int most;
    private int tests;

    /**
     * @param image channels and extents
     * @param test per set, whether any of its pixels matters
     * @param most tests, after which it gives up
     */
    Search(Shape image, Function<List<BitSet>, boolean[]> test, int most) {
        extents = image.slice(1).getShape();
        this.test = test;
        this.most = most;
    }

    private record Box(long[] begin, long[] end) {
        boolean isPixel() {
            for (int axis = 0; axis < begin.length; axis++) {
                if (end[axis] - begin[axis] > 1) {
                    return false;
                }
            }
            return true;
        }

        List<Box> halves() {
            int longest = 0;
            for (int axis = 1; axis < begin.length; axis++) {
                longest = end[axis] - begin[axis] > end[longest] - begin[longest] ? axis : longest;
            }
            long middle = (begin[longest] + end[longest]) / 2;
            long[] upper = end.clone();
            long[] lower = begin.clone();
            upper[longest] = middle;
            lower[longest] = middle;
            return List.of(new Box(begin, upper), new Box(lower, end));
        }
    }

    /**
     * The pixels that matter by themselves.
     *
     * @param candidates the pixels to look at
     * @param found takes them
     * @return the pixels that were left when it gave up
     */
    BitSet run(BitSet candidates, BitSet found) {
        List<Box> boxes = List.of(new Box(new long[extents.length], extents));
        while (!boxes.isEmpty()) {
            List<Box> known = new ArrayList<>();
            List<BitSet> sets = new ArrayList<>();
            for (Box box : boxes) {
                BitSet set = pixels(box);
                set.and(candidates);
                if (!set.isEmpty()) {
                    known.add(box);
                    sets.add(set);
                }
            }
            tests += sets.size();
            if (tests > most) {
                BitSet left = new BitSet();
                sets.forEach(left::or);
                return left;
            }
            boolean[] hits = test.apply(sets);
            List<Box> next = new ArrayList<>();
            for (int i = 0; i < hits.length; i++) {
                if (hits[i] && (known.get(i).isPixel() || sets.get(i).cardinality() == 1)) {
                    found.or(sets.get(i));
                } else if (hits[i]) {
                    next.addAll(known.get(i).halves());
                }
            }
            boxes = next;
        }
        return new BitSet();
    }

    private BitSet pixels(Box box) {
        BitSet pixels = new BitSet();
        add(box, 0, 0, pixels);
        return pixels;
    }

    private void add(Box box, int axis, long offset, BitSet pixels) {
        if (axis == extents.length - 1) {
            long row = offset * extents[axis];
            pixels.set(Math.toIntExact(row + box.begin[axis]), Math.toIntExact(row + box.end[axis]));
            return;
        }
        for (long place = box.begin[axis]; place < box.end[axis]; place++) {
            add(box, axis + 1, offset * extents[axis] + place, pixels);
        }
    }
}
