package dev.fovea.onnx.sketch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Recognises residual blocks: sums of a map and of what was computed from it (He et al. 2016). */
final class Shortcuts {
    private Shortcuts() {}

    /** Turns a sum into a residual if one operand leads to the other without a change of extents. */
    static void join(Rewriting net, int sum) {
        List<Integer> sources = List.copyOf(net.item(sum).sources());
        if (sources.size() != 2) {
            return;
        }
        for (int i = 0; i < 2; i++) {
            int main = sources.get(i);
            int shortcut = sources.get(1 - i);
            boolean alike = net.sketch().channels(main).isWhole()
                    && net.sketch().channels(main).equals(net.sketch().channels(shortcut))
                    && net.sketch().extents(main).equals(net.sketch().extents(shortcut));
            if (alike && leads(net, shortcut, main)) {
                net.item(sum).become("Residual");
                net.rewire(sum, List.of(main, shortcut));
                return;
            }
        }
    }

    private static boolean leads(Rewriting net, int from, int to) {
        Set<Integer> seen = new HashSet<>();
        List<Integer> open = new ArrayList<>(List.of(to));
        while (!open.isEmpty()) {
            int next = open.remove(open.size() - 1);
            if (next == from) {
                return to != from;
            }
            boolean keeps = next > from
                    && seen.add(next)
                    && net.sketch().extents(next).equals(net.sketch().extents(from))
                    && net.item(next).numbers("stride").stream().allMatch(stride -> stride == 1);
            if (keeps) {
                open.addAll(net.item(next).sources());
            }
        }
        return false;
    }
}
