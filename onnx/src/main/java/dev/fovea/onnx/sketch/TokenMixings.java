package dev.fovea.onnx.sketch;

import dev.fovea.onnx.unread.Missing;
import dev.fovea.onnx.view.Atom;
import java.util.List;

/** Joins a matrix from positions to hidden values and the one back into one layer (Tolstikhin et al. 2021). */
public final class TokenMixings {
    public static final String MIXING = "TokenMixing";
    /** From positions to hidden values. */
    public static final String THERE = "MixingThere";
    /** From hidden values to positions. */
    public static final String BACK = "MixingBack";

    private TokenMixings() {}

    /** True for a matrix over positions, or a half of two. */
    public static boolean isMatrix(Item item) {
        return item.is(MIXING) || item.is(THERE) || item.is(BACK);
    }

    /** The positions that a matrix reads, in their order. */
    @SuppressWarnings("unchecked")
    public static List<Atom> positions(Item there) {
        return (List<Atom>) there.values().get("positions");
    }

    static void join(Rewriting net, Wording.Remarks remarks) {
        for (int layer = 0; layer < net.size(); layer++) {
            if (net.is(layer, BACK)) {
                join(net, layer, remarks);
            }
        }
    }

    private static void join(Rewriting net, int layer, Wording.Remarks remarks) {
        Item back = net.item(layer);
        Object activation = "NONE";
        int there = back.sources().get(0);
        while (net.is(there, "Activate")) {
            activation = net.item(there).values().getOrDefault("value", activation);
            there = net.item(there).sources().get(0);
        }
        Item first = net.item(there);
        if (!first.has("bias", back.values().get("bias"))) {
            remarks.add(
                    back.node(),
                    "only one of its two matrices over positions has a bias, which is left out",
                    Missing.COSTS);
            back.with("bias", false);
        }
        back.become(MIXING);
        back.with("hidden", first.values().get("hidden")).with("activation", activation);
        back.withWeights(first.weights());
        net.rewire(layer, List.of(first.sources().get(0)));
    }
}
