package dev.fovea.djl.measure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * Measures which pixels a unit reads.
 *
 * <p>From below: a gradient that is not 0, at one of several random images, proves that a pixel is read. From above: a NaN at
 * all other pixels at once proves that none of them is, if it does not reach the unit; if it does, halves of them are tried,
 * down to single pixels. NaNs can get lost, where an engine takes a maximum by comparing; so the pixels outside also get
 * other numbers, none of which may change the unit in the least.
 */
public final class Measurement {
    private static final int ROUNDS = 12;
    private static final int SEEN = 3;
    private static final int CONFIRMED = 16;
    private static final long SEED = 20;

    private final Probed network;
    private final Probes probes;
    private final int most;
    private final BitSet read = new BitSet();
    private final List<String> doubts = new ArrayList<>();
    private float[] strength = {};

    private Measurement(Probed network, int most) {
        this.network = network;
        this.most = most;
        probes = new Probes(network, SEED);
    }

    /**
     * What was found.
     *
     * @param read the pixels, last axis fastest
     * @param images how many were run
     * @param doubts why the set may not be exact; none if it is
     */
    public record Found(BitSet read, int images, List<String> doubts) {}

    /**
     * Measures a unit, and a known network on the same engine.
     *
     * @param most tests of sets of pixels, after which the rest is left in doubt
     */
    public static Found run(RunningNetwork network, int most) {
        Found found = run((Probed) network, most);
        List<String> doubts = new ArrayList<>(found.doubts);
        EngineCheck.doubt(network.engine()).ifPresent(doubts::add);
        return new Found(found.read, found.images, doubts);
    }

    /**
     * Measures a unit.
     *
     * @param most tests of sets of pixels, after which the rest is left in doubt
     */
    static Found run(Probed network, int most) {
        return new Measurement(network, most).measure();
    }

    private Found measure() {
        if (!probes.isFinite()) {
            throw new IllegalArgumentException("the unit is not a finite number for an image of random numbers");
        }
        gradients();
        confirm();
        BitSet proven = (BitSet) read.clone();
        search(probes::nans, "NaN");
        changing(proven);
        if (probes.numbers(List.of(outside()), SEED + 1)[0]) {
            BitSet before = (BitSet) read.clone();
            search(sets -> probes.numbers(sets, SEED + 1), "number");
            doubts.add(
                    "NaNs get lost on their way: %s pixels were found only by other numbers, and some that change the unit for few numbers only may be missing"
                            .formatted(read.cardinality() - before.cardinality()));
        }
        return new Found(read, probes.runs(), List.copyOf(doubts));
    }

    /** A NaN also passes where it is multiplied by 0: what only NaNs pass from must change the unit by a number too. */
    private void changing(BitSet proven) {
        BitSet open = (BitSet) read.clone();
        open.andNot(proven);
        if (open.isEmpty()) {
            return;
        }
        BitSet found = new BitSet();
        BitSet left = new Search(network.image(), sets -> probes.numbers(sets, SEED + 2), most).run(open, found);
        open.andNot(found);
        open.andNot(left);
        read.andNot(open);
        if (!open.isEmpty()) {
            doubts.add("NaNs pass from %s more pixels, but none of the numbers that were tried: their weights may be 0"
                    .formatted(open.cardinality()));
        }
        if (!left.isEmpty()) {
            doubts.add("%s pixels are left from which NaNs pass and numbers were not tried; allow more than %s tests"
                    .formatted(left.cardinality(), most));
        }
    }

    private BitSet outside() {
        BitSet outside = new BitSet();
        outside.set(0, probes.pixels());
        outside.andNot(read);
        return outside;
    }

    private void gradients() {
        Random random = new Random(SEED);
        int seen = 0;
        for (int round = 0; round < ROUNDS && seen < SEEN && read.cardinality() < probes.pixels(); round++) {
            Optional<float[]> gradient = network.gradient(probes.random(random, 1), round);
            if (gradient.isEmpty()) {
                return;
            }
            int before = read.cardinality();
            add(gradient.get());
            seen = read.cardinality() == before ? seen + 1 : 0;
        }
    }

    private void add(float[] gradient) {
        int pixels = probes.pixels();
        strength = strength.length == 0 ? new float[pixels] : strength;
        for (int place = 0; place < gradient.length; place++) {
            if (gradient[place] != 0 && !Float.isNaN(gradient[place])) {
                read.set(place % pixels);
                strength[place % pixels] = Math.max(strength[place % pixels], Math.abs(gradient[place]));
            }
        }
    }

    /** The pixels with the smallest gradients could owe them to rounding: a NaN must pass from each of them. */
    private void confirm() {
        List<Integer> weakest = read.stream()
                .boxed()
                .sorted((a, b) -> Float.compare(strength[a], strength[b]))
                .limit(CONFIRMED)
                .toList();
        List<BitSet> sets = new ArrayList<>();
        for (int pixel : weakest) {
            BitSet set = new BitSet();
            set.set(pixel);
            sets.add(set);
        }
        boolean[] hits = probes.nans(sets);
        for (boolean hit : hits) {
            if (!hit) {
                doubts.add("a pixel has a gradient, but a NaN does not pass from there");
                return;
            }
        }
    }

    private void search(Function<List<BitSet>, boolean[]> test, String what) {
        BitSet left = new Search(network.image(), test, most).run(outside(), read);
        if (!left.isEmpty()) {
            doubts.add("%s pixels are left of which a %s in some reaches the unit; allow more than %s tests"
                    .formatted(left.cardinality(), what, most));
        }
    }
}
