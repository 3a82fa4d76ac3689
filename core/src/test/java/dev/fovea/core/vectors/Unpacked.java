package dev.fovea.core.vectors;

import dev.fovea.Groups;
import dev.fovea.core.resolve.Declaration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The layers that a declaration stands for: most stand for themselves, a separable convolution for two. */
final class Unpacked {
    private Unpacked() {}

    /** The layers in the order in which they run; the last one is what the declaration's name means. */
    static List<Declaration> of(BruteForce network, Declaration written) {
        if (!written.annotation().equals("SeparableConv")) {
            return List.of(written);
        }
        Stated stated = new Stated(written);
        List<String> from = stated.texts("from");
        long in = network.channels(from.isEmpty() ? network.layers().size() - 1 : network.index(from.get(0)));
        Map<String, Object> depthwise = new HashMap<>();
        for (String kept : List.of("kernel", "stride", "padding", "borders", "bias", "from")) {
            depthwise.put(kept, written.values().get(kept));
        }
        depthwise.put("groups", (long) Groups.DEPTHWISE);
        depthwise.put("out", in * stated.number("multiplier"));
        boolean dilated = !stated.numbers("rate").isEmpty();
        if (dilated) {
            depthwise.put("rate", stated.numbers("rate"));
        }
        String first = written.name() + ".depthwise";
        Map<String, Object> pointwise = new HashMap<>(Map.of("kernel", List.of(1L), "from", List.of(first)));
        for (String kept : List.of("out", "bias", "norm", "activation")) {
            pointwise.put(kept, written.values().get(kept));
        }
        return List.of(
                Declarations.layer(first, dilated ? "Dilated" : "Conv", depthwise),
                Declarations.layer(written.name() + ".pointwise", "Conv", pointwise));
    }
}
