package dev.fovea.core.hdc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** All sound lists of a few layers by size of their field, to look up the best one for any rates. */
final class RepairOracle {
    private final DilationAxis axis;
    private final int[] kernels;
    private final TreeMap<Integer, List<int[]>> soundBySize = new TreeMap<>();

    RepairOracle(DilationAxis axis, boolean strict) {
        this(axis, IntStream.range(0, axis.kernels().size()).boxed().toList(), strict);
    }

    /**
     * Tries all rates up to the largest that can occur: where it exceeds the field of all others, it leaves a hole.
     *
     * @param groups per layer which rate it takes, counted from 0
     */
    RepairOracle(DilationAxis axis, List<Integer> groups, boolean strict) {
        this.axis = axis;
        this.kernels = axis.kernels().stream().mapToInt(kernel -> kernel).toArray();
        int layers = groups.size();
        int count = groups.stream().mapToInt(group -> group + 1).max().orElseThrow();
        int others = axis.entryKernel().orElse(1) + (axis.exitKernel().orElse(1) - 1) * axis.exitStep();
        int largest = 0;
        for (int i = 0; i < count; i++) {
            int product = others;
            for (int j = 0; j < layers; j++) {
                product *= groups.get(j) == i ? 1 : axis.kernels().get(j);
            }
            largest = Math.max(largest, product);
        }
        Oracle.lists(count, largest, values -> {
            int[] rates = groups.stream().mapToInt(group -> values[group]).toArray();
            // Without a neighbour, position 1 is read only by a layer of rate 1.
            boolean startsAtOne =
                    axis.entryKernel().isPresent() || axis.exitKernel().isPresent();
            for (int rate : rates) {
                startsAtOne |= rate == 1;
            }
            if (startsAtOne && Oracle.isSound(withRates(rates), strict)) {
                add(rates);
            }
        });
    }

    /** For longer stacks: all sound lists of one field size, grown layer by layer in ascending order of rate. */
    RepairOracle(DilationAxis axis, boolean strict, int size) {
        this.axis = axis;
        this.kernels = axis.kernels().stream().mapToInt(kernel -> kernel).toArray();
        grow(new int[kernels.length], kernels.length, 1, 0, 1, size, strict);
    }

    private void grow(int[] rates, int missing, int from, int fromLayer, int field, int size, boolean strict) {
        if (missing == 0) {
            if (field == size && (!strict || !Oracle.hasGap(withRates(rates)))) {
                add(rates.clone());
            }
            return;
        }
        for (int rate = from; rate <= field; rate++) {
            for (int layer = rate == from ? fromLayer : 0; layer < rates.length; layer++) {
                int next = field + (kernels[layer] - 1) * rate;
                if (rates[layer] == 0 && next <= size) {
                    rates[layer] = rate;
                    grow(rates, missing - 1, rate, layer + 1, next, size, strict);
                    rates[layer] = 0;
                }
            }
        }
    }

    private record Candidate(int[] rates, int[] merit) implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate other) {
            return Arrays.compare(merit, other.merit);
        }
    }

    private void add(int[] rates) {
        soundBySize.computeIfAbsent(size(rates), size -> new ArrayList<>()).add(rates);
    }

    /** The best {@code count} lists for these rates. */
    List<List<Integer>> best(int[] rates, int count) {
        List<int[]> best = new ArrayList<>();
        int size = size(rates);
        List<Integer> sizes = new ArrayList<>(soundBySize.keySet());
        sizes.sort(Comparator.comparingInt((Integer other) -> Math.abs(other - size))
                .thenComparing(other -> other));
        for (int other : sizes) {
            if (best.size() < count) {
                soundBySize.get(other).stream()
                        .map(list -> new Candidate(list, merit(rates, list)))
                        .sorted()
                        .limit(count - best.size())
                        .forEach(candidate -> best.add(candidate.rates()));
            }
        }
        return best.stream().map(list -> Arrays.stream(list).boxed().toList()).toList();
    }

    /** The best list of the very same size, found in one pass. */
    int[] bestOfSize(int[] rates) {
        int[] best = new int[0];
        int least = Integer.MAX_VALUE;
        for (int[] list : soundBySize.get(size(rates))) {
            int change = 0;
            for (int i = 0; i < list.length && change <= least; i++) {
                change += Math.abs(list[i] - rates[i]);
            }
            if (change < least || change == least && Arrays.compare(merit(rates, list), merit(rates, best)) < 0) {
                best = list;
                least = change;
            }
        }
        return best;
    }

    private static int[] merit(int[] from, int[] to) {
        int[] merit = new int[to.length + 2];
        for (int i = 0; i < to.length; i++) {
            merit[0] += Math.abs(to[i] - from[i]);
            merit[1] += i > 0 && to[i] < to[i - 1] ? 1 : 0;
            merit[i + 2] = to[i];
        }
        return merit;
    }

    private int size(int[] rates) {
        int size = 1;
        for (int i = 0; i < rates.length; i++) {
            size += (kernels[i] - 1) * rates[i];
        }
        return size;
    }

    private DilationAxis withRates(int[] rates) {
        return axis.withRates(Arrays.stream(rates).boxed().toList());
    }
}
