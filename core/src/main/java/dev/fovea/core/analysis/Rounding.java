package dev.fovea.core.analysis;

import dev.fovea.core.network.Extent;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Step;
import dev.fovea.core.network.Units;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Pixels at the end of an axis that the network never reads because strided windows fit a whole number of times only.
 *
 * <p>Followed from what is read from outside back to the input: how far the units that are used reach. A layer that
 * neighbours or another branch make up for loses nothing. Padding is not counted.
 */
public final class Rounding {
    /** Longest period of fractional steps that is followed unit by unit. */
    private static final long MAX_PERIOD = 1 << 12;

    private static final int NOBODY = -1;

    private final Network network;
    private final int axis;
    private final List<Integer> rounded = new ArrayList<>();

    /** Per map, the input first, the last unit that is used. */
    private final long[] used;

    private Rounding(Network network, int axis) {
        this.network = network;
        this.axis = axis;
        this.used = new long[network.layers().size() + 1];
    }

    /**
     * The pixels lost along an axis.
     *
     * @param lost how many, at the end
     * @param extent of the input
     * @param layers indices of the layers whose rounding loses them
     */
    public record Loss(long lost, long extent, List<Integer> layers) {}

    /** What is lost along an axis; empty where nothing is, or an extent is unknown. */
    public static Optional<Loss> of(Network network, int axis) {
        boolean known = network.input().extents().get(axis).isKnown();
        for (Layer layer : network.layers()) {
            known &= !layer.faulty() && layer.shape().extents().get(axis).isKnown();
        }
        return known ? new Rounding(network, axis).loss() : Optional.empty();
    }

    private Optional<Loss> loss() {
        long read = lastPixel(false, NOBODY);
        if (rounded.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> cutShort = rounded.stream().filter(this::isCutShort).toList();
        long whole = cutShort.isEmpty() ? read : lastPixel(true, NOBODY);
        if (whole == read) {
            return Optional.empty();
        }
        List<Integer> guilty = List.copyOf(rounded).stream()
                .filter(one -> lastPixel(true, one) < whole)
                .toList();
        return Optional.of(new Loss(whole - read, extent(Network.INPUT), guilty.isEmpty() ? cutShort : guilty));
    }

    /** True if nothing reads the end of what a layer reads. */
    private boolean isCutShort(int layer) {
        return network.layers().get(layer).links().stream()
                .anyMatch(link -> used[link.source() + 1] < extent(link.source()) - 1);
    }

    /**
     * The last pixel of the input that is read.
     *
     * @param complete whether layers are taken to read what is left of their input as well
     * @param except a layer that is not
     */
    private long lastPixel(boolean complete, int except) {
        rounded.clear();
        Arrays.fill(used, -1);
        for (int i = network.layers().size() - 1; i >= 0; i--) {
            Layer layer = network.layers().get(i);
            if (used[i + 1] < 0 || layer.isRead() || layer.wholeMap()) {
                used[i + 1] = extent(i) - 1;
            }
            for (Link link : layer.links()) {
                long last = last(layer, link, used[i + 1]);
                if (isRounded(i, link, last)) {
                    rounded.add(0, i);
                    last = complete && i != except ? extent(link.source()) - 1 : last;
                }
                used[link.source() + 1] = Math.max(used[link.source() + 1], last);
            }
        }
        return used[0];
    }

    private long extent(int source) {
        Extent extent = network.shape(source).extents().get(axis);
        return extent.value();
    }

    /** The last unit that the units up to {@code newest} read; all of them where that cannot be told. */
    private long last(Layer layer, Link link, long newest) {
        long end = extent(link.source()) - 1;
        Optional<Step.Local> found = link.steps().get(axis).local();
        if (found.isEmpty()
                || found.get().isBroadcast()
                || layer.dataDependent()
                || found.get().period() > MAX_PERIOD) {
            return end;
        }
        Step.Local local = found.get();
        long last = -1;
        for (long unit = Math.max(0, newest - local.period() + 1); unit <= newest; unit++) {
            Units read = local.reads(unit);
            if (read.count() > 0) {
                last = Math.max(last, read.last());
            }
        }
        return Math.max(0, Math.min(end, last));
    }

    /** True if one more window would read something that the last one does not. */
    private boolean isRounded(int layer, Link link, long last) {
        Optional<Step.Window> strided = link.steps().get(axis).window();
        if (strided.isEmpty() || strided.get().stride() == 1 || used[layer + 1] < extent(layer) - 1) {
            return false;
        }
        Step.Window window = strided.get();
        long first = window.reads(used[layer + 1] + 1).first();
        long tap = Math.max(0, Math.floorDiv(last - first, window.rate()) + 1);
        // Its last tap is beyond the map, or it would be a unit: no tap after that one can be inside.
        return first + tap * window.rate() < extent(link.source());
    }
}
