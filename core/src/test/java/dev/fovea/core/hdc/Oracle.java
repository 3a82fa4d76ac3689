package dev.fovea.core.hdc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The definitions again, by brute force and without the code under test. */
final class Oracle {
    private Oracle() {}

    /** Calls {@code use} with every list of {@code length} rates from 1 to {@code largest}. */
    static void lists(int length, int largest, Consumer<int[]> use) {
        int[] rates = new int[length];
        int all = (int) Math.pow(largest, length);
        for (int code = 0; code < all; code++) {
            for (int i = 0, rest = code; i < length; i++, rest /= largest) {
                rates[length - 1 - i] = 1 + rest % largest;
            }
            use.accept(rates.clone());
        }
    }

    /** All positions read by layers of these kernels and steps. */
    static boolean[] positions(List<Integer> kernels, List<Integer> steps) {
        boolean[] read = {true};
        for (int layer = 0; layer < kernels.size(); layer++) {
            boolean[] next = new boolean[read.length + (kernels.get(layer) - 1) * steps.get(layer)];
            for (int position = 0; position < read.length; position++) {
                for (int tap = 0; read[position] && tap < kernels.get(layer); tap++) {
                    next[position + tap * steps.get(layer)] = true;
                }
            }
            read = next;
        }
        return read;
    }

    static boolean[] own(DilationAxis axis) {
        return positions(axis.kernels(), axis.rates());
    }

    /** With the neighbours, the exit layer first: the order does not matter. */
    static boolean[] full(DilationAxis axis) {
        List<Integer> kernels = new ArrayList<>(axis.kernels());
        List<Integer> steps = new ArrayList<>(axis.rates());
        if (axis.exitKernel().isPresent()) {
            kernels.add(0, axis.exitKernel().getAsInt());
            steps.add(0, axis.exitStep());
        }
        if (axis.entryKernel().isPresent()) {
            kernels.add(axis.entryKernel().getAsInt());
            steps.add(1);
        }
        return positions(kernels, steps);
    }

    static int count(boolean[] read) {
        int count = 0;
        for (boolean position : read) {
            count += position ? 1 : 0;
        }
        return count;
    }

    /** M_i of a list, from its definition. */
    static long m(List<Integer> rates, int i) {
        int rate = rates.get(i);
        if (i == rates.size() - 1) {
            return rate;
        }
        long above = m(rates, i + 1);
        return Math.max(Math.max(above - 2L * rate, 2L * rate - above), rate);
    }

    static int divisor(List<Integer> rates) {
        for (int divisor = rates.stream().mapToInt(rate -> rate).min().orElse(1); divisor > 1; divisor--) {
            int candidate = divisor;
            if (rates.stream().allMatch(rate -> rate % candidate == 0)) {
                return divisor;
            }
        }
        return 1;
    }

    /** Rates and kernels of the list that the classical rule reads, each as a pair. */
    static List<int[]> classicalList(DilationAxis axis) {
        List<int[]> list = new ArrayList<>();
        if (axis.entryKernel().isPresent() && axis.rates().get(0) != 1) {
            list.add(new int[] {1, axis.entryKernel().getAsInt()});
        }
        for (int i = 0; i < axis.rates().size(); i++) {
            list.add(new int[] {axis.rates().get(i), axis.kernels().get(i)});
        }
        return list;
    }

    /** The pairs of {@link #classicalList} up to each fall. */
    static List<List<int[]>> edges(DilationAxis axis) {
        List<List<int[]>> edges = new ArrayList<>();
        int before = Integer.MAX_VALUE;
        for (int[] layer : classicalList(axis)) {
            if (layer[0] < before) {
                edges.add(new ArrayList<>());
            }
            edges.get(edges.size() - 1).add(layer);
            before = layer[0];
        }
        return edges;
    }

    static boolean isSound(DilationAxis axis, boolean strict) {
        if (count(full(axis)) < full(axis).length || divisor(axis.rates()) > 1) {
            return false;
        }
        return !strict || !hasGap(axis);
    }

    static boolean hasGap(DilationAxis axis) {
        List<int[]> all = classicalList(axis);
        boolean soundAsAWhole = all.size() > 1 && isUniform(all) && m(rates(all), 1) <= all.get(0)[1];
        return !soundAsAWhole
                && edges(axis).stream()
                        .anyMatch(edge -> edge.size() > 1 && isUniform(edge) && m(rates(edge), 1) > edge.get(0)[1]);
    }

    static boolean isUniform(List<int[]> layers) {
        Set<Integer> kernels = new HashSet<>();
        layers.forEach(layer -> kernels.add(layer[1]));
        return kernels.size() == 1;
    }

    static List<Integer> rates(List<int[]> layers) {
        return layers.stream().map(layer -> layer[0]).toList();
    }
}
