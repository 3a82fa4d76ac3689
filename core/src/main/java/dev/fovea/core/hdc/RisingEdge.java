package dev.fovea.core.hdc;

import dev.fovea.core.exact.CompleteCoverage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Consecutive layers read as one list by the classical rule of Hybrid Dilated Convolution.
 *
 * <p>Wang et al. 2018, equation 2: with {@code M_n = r_n} and {@code M_i = max(M_{i+1} − 2r_i, 2r_i − M_{i+1}, r_i)}, the
 * distance {@code M_2} between positions that are read must not exceed the kernel. No {@code M_i} exceeds twice the
 * largest rate.
 *
 * @param first index of the first layer among the stack's layers; −1 where the entry layer leads
 * @param rates dilation rates, the entry layer's 1 included where it leads
 * @param kernel the layers' common kernel; empty where they differ, which leaves the recurrence undefined
 * @param m {@code M_1 … M_n}, for a single layer {@code [r_1]}; empty where the kernels differ
 */
public record RisingEdge(int first, List<Integer> rates, OptionalInt kernel, List<Long> m) {
    private static final int ENTRY = -1;

    /** The rising edges of a stack: a new one starts wherever the rate falls, as in 1,2,5,1,2,5. */
    static List<RisingEdge> cut(DilationAxis axis) {
        List<RisingEdge> edges = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= axis.rates().size(); i++) {
            if (i == axis.rates().size() || axis.rates().get(i) < axis.rates().get(i - 1)) {
                edges.add(read(axis, first, i));
                first = i;
            }
        }
        return List.copyOf(edges);
    }

    /** The whole stack read as one list, wherever its rates fall. */
    static RisingEdge whole(DilationAxis axis) {
        return read(axis, 0, axis.rates().size());
    }

    /**
     * The first edge whose {@code M2} exceeds its kernel, unless the whole list read as one edge is sound: edges accept
     * 1,2,5,1,2,5, the whole list accepts 1,2,3,2,5.
     */
    static Optional<RisingEdge> firstGap(RisingEdge whole, List<RisingEdge> edges) {
        return whole.isJudged() && !whole.exceedsKernel()
                ? Optional.empty()
                : edges.stream().filter(RisingEdge::exceedsKernel).findFirst();
    }

    private static RisingEdge read(DilationAxis axis, int from, int to) {
        List<Integer> rates = new ArrayList<>(axis.rates().subList(from, to));
        List<Integer> kernels = new ArrayList<>(axis.kernels().subList(from, to));
        boolean led = from == 0 && axis.entryLeads();
        if (led) {
            rates.add(0, 1);
            kernels.add(0, axis.entryKernel().getAsInt());
        }
        boolean uniform = kernels.stream().distinct().count() == 1;
        return new RisingEdge(
                led ? ENTRY : from,
                List.copyOf(rates),
                uniform ? OptionalInt.of(kernels.get(0)) : OptionalInt.empty(),
                uniform ? recurrence(rates) : List.of());
    }

    private static List<Long> recurrence(List<Integer> rates) {
        Long[] m = new Long[rates.size()];
        long above = rates.get(rates.size() - 1);
        m[rates.size() - 1] = above;
        for (int i = rates.size() - 2; i >= 0; i--) {
            long rate = rates.get(i);
            above = Math.max(Math.abs(above - 2 * rate), rate);
            m[i] = above;
        }
        return List.copyOf(Arrays.asList(m));
    }

    /** True if the rule applies: two layers or more, all of one kernel. */
    public boolean isJudged() {
        return m.size() > 1;
    }

    /** True if the rule applies and {@code M_2} exceeds the kernel. */
    public boolean exceedsKernel() {
        return isJudged() && m.get(1) > kernel.getAsInt();
    }

    /**
     * Index among the stack's layers of the rate that first exceeds what the smaller rates of the edge bridge, whatever the
     * layers around it read; of the edge's second layer, the first one to which the rule sets a limit, where none does.
     */
    public int offender() {
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            windows.add(new Window(rates.get(i), kernel.getAsInt(), first + i));
        }
        CompleteCoverage bridged = new CompleteCoverage();
        for (Window window : CompleteCoverage.ascending(windows)) {
            if (!bridged.admits(window)) {
                return window.layer();
            }
            bridged.add(window.reach());
        }
        return first + 1;
    }
}
