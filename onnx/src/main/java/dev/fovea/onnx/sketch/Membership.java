package dev.fovea.onnx.sketch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the undilated convolutions that belong to a dilation stack, since a file does not say which do.
 *
 * <p>A convolution of stride 1 is a member if it is next to a dilated one, other window layers apart, with equal kernel,
 * groups and channels, and if both come from repeated parts of the author's program. Channels may differ where no other convolution
 * is between the two and the other one's rate is above 1, since context modules and temporal convolutions widen from level to level (Yu and
 * Koltun 2016, table 1). Where the file has no scopes, the first conditions decide, channels among them, and the membership
 * is called inferred.
 */
final class Membership {
    private static final Set<String> ENDS = Set.of(
            "Linear", "Recurrent", "Upsample", "PixelShuffle", "SpaceToDepth", "TransposedConv", "Every", "Unpool");

    private final Rewriting net;
    private final Set<Integer> inferred = new TreeSet<>();
    private final Map<Integer, Set<Integer>> below = new HashMap<>();

    private Membership(Rewriting net) {
        this.net = net;
    }

    /** Makes them members; returns those whose membership was inferred without scopes. */
    static Set<Integer> find(Rewriting net) {
        Membership membership = new Membership(net);
        membership.find();
        return membership.inferred;
    }

    private void find() {
        List<Integer> live = net.live();
        boolean none = live.stream().noneMatch(layer -> net.is(layer, "Dilated"));
        if (none) {
            return;
        }
        for (int layer : live) {
            if (isWindow(layer)) {
                below.put(layer, nearest(layer));
            }
        }
        Map<Integer, Set<Integer>> neighbours = new HashMap<>();
        below.forEach((layer, sources) -> {
            for (int source : reduced(sources)) {
                neighbours.computeIfAbsent(layer, key -> new TreeSet<>()).add(source);
                neighbours.computeIfAbsent(source, key -> new TreeSet<>()).add(layer);
            }
        });
        List<Integer> members = new ArrayList<>(
                live.stream().filter(layer -> net.is(layer, "Dilated")).toList());
        while (!members.isEmpty()) {
            int member = members.remove(members.size() - 1);
            for (int other : neighbours.getOrDefault(member, Set.of())) {
                if (net.is(other, "Conv") && belongs(other, member)) {
                    net.item(other).become("Dilated");
                    net.item(other)
                            .with("rate", Collections.nCopies(net.sketch().axes(), 1L));
                    members.add(other);
                }
            }
        }
    }

    private boolean belongs(int layer, int member) {
        Item plain = net.item(layer);
        Item dilated = net.item(member);
        boolean equal = plain.numbers("stride").stream().allMatch(stride -> stride == 1)
                && dilated.numbers("kernel").equals(plain.numbers("kernel"))
                && dilated.has("groups", plain.values().get("groups"));
        if (!equal) {
            return false;
        }
        boolean alike = dilated.channels().equals(plain.channels())
                && areAlike(plain.sources().get(0), dilated.sources().get(0));
        List<String> scope = Scope.of(plain.node());
        List<String> other = Scope.of(dilated.node());
        if (scope.isEmpty() || other.isEmpty()) {
            if (alike) {
                inferred.add(layer);
            }
            return alike;
        }
        boolean isApart = dilated.numbers("rate").stream().anyMatch(rate -> rate > 1);
        return (alike || isApart && (isNext(layer, member) || isNext(member, layer))) && Scope.isRepeated(scope, other);
    }

    /** True if a layer reads another one with no convolution between, not even a pointwise one. */
    private boolean isNext(int lower, int upper) {
        Set<Integer> seen = new HashSet<>();
        List<Integer> open = new ArrayList<>(net.item(upper).sources());
        while (!open.isEmpty()) {
            int next = open.remove(open.size() - 1);
            if (next == lower) {
                return true;
            }
            if (next > lower && seen.add(next) && !net.is(next, "Conv") && !net.is(next, "Dilated")) {
                open.addAll(net.item(next).sources());
            }
        }
        return false;
    }

    /** The network's input has the channels that the data have, padded or not. */
    private boolean areAlike(int source, int other) {
        int read = source;
        while (net.is(read, "Pad")) {
            read = net.item(read).sources().get(0);
        }
        return read < 0 || net.sketch().channels(other).equals(net.sketch().channels(read));
    }

    private boolean isWindow(int layer) {
        Item item = net.item(layer);
        return ENDS.contains(item.op())
                || !item.isPointwise()
                        && (item.is("Conv") || item.is("Dilated") || item.is("Pool") || item.is("DeformableConv"));
    }

    /** The window layers that paths of other layers lead to. Statistics of a whole map are beside the path: norms and gates take them. */
    private Set<Integer> nearest(int layer) {
        Set<Integer> found = new TreeSet<>();
        Set<Integer> seen = new HashSet<>();
        List<Integer> open = new ArrayList<>(net.item(layer).sources());
        while (!open.isEmpty()) {
            int next = open.remove(open.size() - 1);
            if (next < 0 || !seen.add(next) || net.is(next, "GlobalPool")) {
                continue;
            }
            if (isWindow(next)) {
                found.add(next);
            } else {
                open.addAll(net.item(next).sources());
            }
        }
        return found;
    }

    /** Drops the layers that a longer path also leads to, so that shortcuts vanish. */
    private Set<Integer> reduced(Set<Integer> sources) {
        Set<Integer> left = new TreeSet<>(sources);
        for (int source : sources) {
            if (sources.size() > 1) {
                left.removeAll(ancestors(source, Collections.min(sources)));
            }
        }
        return left;
    }

    private Set<Integer> ancestors(int layer, int least) {
        Set<Integer> found = new TreeSet<>();
        List<Integer> open = new ArrayList<>(below.getOrDefault(layer, Set.of()));
        while (!open.isEmpty()) {
            int next = open.remove(open.size() - 1);
            if (next >= least && found.add(next)) {
                open.addAll(below.getOrDefault(next, Set.of()));
            }
        }
        return found;
    }
}
