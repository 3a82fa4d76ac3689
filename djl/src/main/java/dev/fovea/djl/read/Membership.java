package dev.fovea.djl.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which convolutions of rate 1 belong to a stack of dilated ones: a block does not say so.
 *
 * <p>Those with stride 1 that stand directly before or behind a dilated one, with the same kernel, groups and channels, if
 * their names differ in digits only, as those of neighbours in a sequence do. Channels may differ where no other convolution is
 * between the two, since context modules widen from rate to rate.
 */
final class Membership {
    private final List<TracedLayer> layers;

    private Membership(List<TracedLayer> layers) {
        this.layers = layers;
    }

    /** The layers, members declared as dilated. */
    static List<TracedLayer> of(List<TracedLayer> layers) {
        Membership membership = new Membership(layers);
        boolean[] members = new boolean[layers.size()];
        for (int index = 0; index < layers.size(); index++) {
            for (int below : membership.windowsBelow(index)) {
                membership.join(members, index, below);
                membership.join(members, below, index);
            }
        }
        for (int index = 0; index < layers.size(); index++) {
            membership.joinBearer(members, index);
        }
        List<TracedLayer> result = new ArrayList<>();
        for (int index = 0; index < layers.size(); index++) {
            result.add(members[index] ? member(layers.get(index)) : layers.get(index));
        }
        return result;
    }

    /** Uses of the same weights are declared alike. */
    private void joinBearer(boolean[] members, int index) {
        Object bearer = layers.get(index).stated().get(Trace.SHARED);
        for (int other = 0; other < index && bearer != null; other++) {
            TracedLayer layer = layers.get(other);
            if (layer.name().equals(bearer) || bearer.equals(layer.stated().get(Trace.SHARED))) {
                members[index] |= members[other];
                members[other] |= members[index];
            }
        }
    }

    private void join(boolean[] members, int candidate, int dilated) {
        TracedLayer layer = layers.get(candidate);
        TracedLayer other = layers.get(dilated);
        boolean undilated = layer.annotation().equals("Conv")
                && ((List<?>) layer.stated().get("stride")).stream().allMatch(stride -> stride.equals(1L));
        if (undilated
                && other.annotation().equals("Dilated")
                && isAlike("kernel", layer, other)
                && isAlike("groups", layer, other)
                && (isAlike("out", layer, other) || feeds(candidate, dilated) || feeds(dilated, candidate))
                && layer.name().replaceAll("\\d+", "0").equals(other.name().replaceAll("\\d+", "0"))) {
            members[candidate] = true;
        }
    }

    private static boolean isAlike(String attribute, TracedLayer layer, TracedLayer other) {
        return Objects.equals(layer.stated().get(attribute), other.stated().get(attribute));
    }

    /** True if a layer reads another one with no convolution between, not even a pointwise one. */
    private boolean feeds(int lower, int upper) {
        Set<Integer> seen = new HashSet<>();
        List<Integer> open = new ArrayList<>(layers.get(upper).from());
        while (!open.isEmpty()) {
            int next = open.remove(open.size() - 1);
            if (next == lower) {
                return true;
            }
            if (next > lower
                    && seen.add(next)
                    && !hasWindow(next)
                    && !layers.get(next).annotation().equals("Conv")) {
                open.addAll(layers.get(next).from());
            }
        }
        return false;
    }

    /** The layers with a window that a layer reads, through others without one. */
    private List<Integer> windowsBelow(int index) {
        List<Integer> windows = new ArrayList<>();
        if (hasWindow(index)) {
            layers.get(index).from().forEach(from -> collect(from, windows));
        }
        return windows;
    }

    private void collect(int index, List<Integer> windows) {
        if (index < 0 || windows.contains(index)) {
            return;
        }
        if (hasWindow(index)) {
            windows.add(index);
        } else {
            layers.get(index).from().forEach(from -> collect(from, windows));
        }
    }

    /** A pool, a convolution that is not 1×1, or whatever else changes the grid. */
    private boolean hasWindow(int index) {
        TracedLayer layer = layers.get(index);
        return switch (layer.annotation()) {
            case "Add", "Multiply", "Concat", "Activate", "Normalize", "Dropout", "ChannelShuffle", "Slice" -> false;
            case "Conv" ->
                !(layer.stated().get("kernel") instanceof List<?> kernel
                                && kernel.stream().allMatch(k -> k.equals(1L)))
                        || layer.stated().get("stride") instanceof List<?> stride
                                && !stride.stream().allMatch(s -> s.equals(1L));
            default -> true;
        };
    }

    private static TracedLayer member(TracedLayer layer) {
        Map<String, Object> stated = new HashMap<>(layer.stated());
        stated.put("rate", List.of(1L));
        return new TracedLayer(
                layer.name(),
                "Dilated",
                stated,
                layer.from(),
                layer.shape(),
                layer.constants(),
                layer.parameters(),
                layer.isRead());
    }
}
