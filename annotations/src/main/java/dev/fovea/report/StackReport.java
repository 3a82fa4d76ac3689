package dev.fovea.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A stack of dilated layers, as hybrid dilated convolution judges it (Wang et al. 2018, <i>Understanding convolution
 * for semantic segmentation</i>, section 3.2).
 *
 * @param layers names of the {@code @Dilated} layers, bottom first
 * @param entry name of the plain layer below that counts with rate 1, if there is one
 * @param exit name of the plain layer above that counts with rate 1, if there is one
 * @param kernels kernel extents per axis, bottom first, of the {@code @Dilated} layers
 * @param rates dilation rates per axis, bottom first, of the {@code @Dilated} layers
 * @param divisor greatest common divisor of the rates, per axis; above 1 the stack falls apart into lattices
 * @param edges the rising edges the rates are cut into, per axis
 * @param complete whether every position of the box is read, entry and exit included; empty where unknown
 * @param unread positions of the box, over all axes, that are not read, entry and exit included; empty where there are
 *     too many to count
 * @param firstUnread per axis, the offset of the first unread position from the box's first corner; empty where
 *     everything is read, or unknown
 * @param gap per axis, the largest distance between neighbouring positions that are read, entry and exit included; empty
 *     where there are too many to follow
 * @param own the {@code @Dilated} layers alone; empty where unknown
 * @param evenness per axis, how the paths share out among the residue classes of the divisor, entry and exit included; empty
 *     where the divisor is 1, or too large
 * @param sound whether every rule is kept
 * @param repairs up to three proposals, best first: rates per axis; none where the stack is sound, or none was found
 */
public record StackReport(
        List<String> layers,
        Optional<String> entry,
        Optional<String> exit,
        List<List<Integer>> kernels,
        List<List<Integer>> rates,
        List<Integer> divisor,
        List<List<Edge>> edges,
        Optional<Boolean> complete,
        OptionalLong unread,
        Optional<List<Long>> firstUnread,
        Optional<List<Long>> gap,
        Optional<Own> own,
        List<Optional<Evenness>> evenness,
        boolean sound,
        List<List<List<Integer>>> repairs) {
    /** Copies the lists. */
    public StackReport {
        Copies.notNull(entry, exit, complete, unread, own);
        layers = List.copyOf(layers);
        kernels = Copies.nested(kernels);
        rates = Copies.nested(rates);
        divisor = List.copyOf(divisor);
        edges = Copies.nested(edges);
        firstUnread = firstUnread.map(List::copyOf);
        gap = gap.map(List::copyOf);
        evenness = List.copyOf(evenness);
        repairs = repairs.stream().map(Copies::nested).toList();
    }

    /**
     * A run of rates that do not fall.
     *
     * @param rates the rates, bottom first, with the entry's 1 where it counts
     * @param kernel the layers' common kernel extent; empty where they differ
     * @param m the largest distances M₁ … Mₙ between read positions, equation 2 of the paper; empty where undefined
     */
    public record Edge(List<Integer> rates, OptionalInt kernel, List<Long> m) {
        /** Copies the lists. */
        public Edge {
            Copies.notNull(kernel);
            rates = List.copyOf(rates);
            m = List.copyOf(m);
        }
    }

    /**
     * A stack without its entry and exit.
     *
     * @param size positions of the box, per axis
     * @param covered how many of them are read, per axis
     * @param unread positions of the box, over all axes, that are not read; empty where there are too many to count
     */
    public record Own(List<Long> size, List<Long> covered, OptionalLong unread) {
        /** Copies the lists. */
        public Own {
            Copies.notNull(unread);
            size = List.copyOf(size);
            covered = List.copyOf(covered);
        }
    }

    /**
     * The paths through a stack by residue class of the position they come from, counted from the first corner of its box.
     *
     * @param shares fraction of the paths per residue class of the divisor
     * @param ratio largest to smallest number of paths in a class; empty where a class has none
     */
    public record Evenness(List<BigDecimal> shares, Optional<BigDecimal> ratio) {
        /** Copies the list and rounds the figures to six decimals. */
        public Evenness {
            shares = shares.stream().map(Figures::normal).toList();
            ratio = Figures.normal(ratio);
        }
    }
}
