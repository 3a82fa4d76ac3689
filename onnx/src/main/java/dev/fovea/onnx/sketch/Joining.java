package dev.fovea.onnx.sketch;

import dev.fovea.core.resolve.DeclarationFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Joins what exporters write as several nodes and annotations as one layer: gates, norms, activations, padding. */
final class Joining {
    private static final Set<String> BORDERS = Set.of("Conv", "Dilated", "Pool");

    private final Rewriting net;
    private final DeclarationFactory words;

    private Joining(Rewriting net, DeclarationFactory words) {
        this.net = net;
        this.words = words;
    }

    static void join(Rewriting net, DeclarationFactory words) {
        WholePools.name(net);
        Joining joining = new Joining(net, words);
        for (int layer = 0; layer < net.size(); layer++) {
            if (net.is(layer, "Multiply") && !net.readers(layer).isEmpty()
                    || net.is(layer, "Multiply") && net.sketch().outputs().contains(layer)) {
                joining.gate(layer);
                joining.squeezeExcite(layer);
            }
        }
        for (int layer = 0; layer < net.size(); layer++) {
            if (net.is(layer, "Normalize")) {
                joining.norm(layer);
            }
        }
        for (int layer = 0; layer < net.size(); layer++) {
            if (net.is(layer, "Activate")) {
                joining.activation(layer);
            }
        }
        for (int layer = 0; layer < net.size(); layer++) {
            if (net.is(layer, "Pad") && net.item(layer).values().containsKey("mode")) {
                joining.border(layer);
            }
        }
        for (int layer : net.live()) {
            if (net.is(layer, "Add") && !net.item(layer).values().containsKey("function")) {
                Shortcuts.join(net, layer);
            }
        }
    }

    /** A product repeats a single unit by itself, where the exporter wrote that down before it. */
    private void gate(int product) {
        List<Integer> sources = new ArrayList<>(net.item(product).sources());
        for (int i = 0; i < sources.size() && sources.size() == 2; i++) {
            int map = sources.get(1 - i);
            int spread = sources.get(i);
            boolean repeats = net.is(spread, "Upsample")
                    && net.onlyReader(spread) == product
                    && net.item(spread).sources().get(0) >= 0
                    && net.item(net.item(spread).sources().get(0)).isPoint()
                    && net.sketch().extents(map).equals(net.item(spread).extents());
            if (repeats) {
                sources.set(i, net.item(spread).sources().get(0));
                net.rewire(product, sources);
                net.rewire(spread, List.of());
                return;
            }
        }
    }

    /** Two biased 1×1 layers on the pooled map that scale its channels (Hu et al. 2018). */
    private void squeezeExcite(int product) {
        List<Integer> sources = net.item(product).sources();
        for (int i = 0; i < sources.size() && sources.size() == 2; i++) {
            int map = sources.get(1 - i);
            int gate = sources.get(i);
            String gating = "NONE";
            if (net.is(gate, "Activate") && net.onlyReader(gate) == product) {
                gating = String.valueOf(net.item(gate).values().get("value"));
                gate = net.item(gate).sources().get(0);
            } else if (gate < 0 || net.onlyReader(gate) != product) {
                continue;
            }
            String inner = "NONE";
            int expand = gate;
            if (!isBiased(expand)) {
                continue;
            }
            int between = net.item(expand).sources().get(0);
            if (net.is(between, "Activate") && net.onlyReader(between) == expand) {
                inner = String.valueOf(net.item(between).values().get("value"));
                between = net.item(between).sources().get(0);
            }
            if (!isBiased(between) || net.readers(between).size() != 1) {
                continue;
            }
            int pool = net.item(between).sources().get(0);
            boolean gates = net.is(pool, "GlobalPool")
                    && net.item(pool).has("type", "AVERAGE")
                    && net.onlyReader(pool) == between
                    && net.item(pool).sources().get(0) == map
                    && net.item(expand).channels().equals(net.sketch().channels(map))
                    && !gating.equals("null")
                    && !inner.equals("null");
            if (gates) {
                Item item = net.item(product);
                item.become("SqueezeExcite");
                item.with("squeeze", net.item(between).channels().orUnknown());
                item.with("activation", inner).with("gate", gating);
                net.rewire(product, List.of(map));
                return;
            }
        }
    }

    private boolean isBiased(int layer) {
        return layer >= 0
                && net.item(layer).isPointwise()
                && net.item(layer).isPoint()
                && net.item(layer).has("bias", true)
                && !net.item(layer).has("groups", -1L)
                && (net.is(layer, "Linear") || net.item(layer).has("groups", 1L));
    }

    private boolean takes(int layer, String attribute) {
        return layer >= 0
                && !isInternal(net.item(layer).op())
                && words.attributes(net.item(layer).op()).containsKey(attribute);
    }

    static boolean isInternal(String op) {
        return Set.of("Scores", "AttentionCore", TokenMixings.THERE, TokenMixings.BACK, "Roll", "Every")
                .contains(op);
    }

    private void norm(int layer) {
        int before = net.item(layer).sources().get(0);
        boolean joins = takes(before, "norm")
                && net.onlyReader(before) == layer
                && !net.item(before).values().containsKey("norm");
        if (joins) {
            Item weighed = net.item(before);
            weighed.with("norm", net.item(layer).values().get("value"));
            weighed.withWeights(norm(net.item(layer), weighed));
            net.redirect(layer, before);
        }
    }

    /** The norm's tensors; where they are copies for every call of its module, the module, if both are called together. */
    private static Weights norm(Item norm, Item before) {
        String module = Scope.module(norm.node());
        boolean together = Scope.call(norm.node()).equals(Scope.call(before.node()));
        return norm.weights().areMade() && together && !module.isEmpty()
                ? new Weights(List.of(module), true)
                : norm.weights();
    }

    private void activation(int layer) {
        int before = net.item(layer).sources().get(0);
        Object value = net.item(layer).values().get("value");
        boolean joins = value != null
                && takes(before, "activation")
                && !net.is(before, "SqueezeExcite")
                && net.onlyReader(before) == layer
                && !net.item(before).values().containsKey("activation");
        if (joins) {
            net.item(before).with("activation", value);
        }
        if (joins || value == null) {
            net.redirect(layer, before);
        }
    }

    /** Padding with something other than zeros belongs to the window that follows. */
    private void border(int layer) {
        String borders =
                switch (String.valueOf(net.item(layer).values().get("mode"))) {
                    case "reflect" -> "REFLECT";
                    case "edge" -> "REPLICATE";
                    case "wrap" -> "CIRCULAR";
                    default -> "";
                };
        int window = net.onlyReader(layer);
        boolean joins = window >= 0
                && !borders.isEmpty()
                && BORDERS.contains(net.item(window).op())
                && takes(window, "borders")
                && net.item(window).numbers("padding").stream().allMatch(amount -> amount == 0);
        if (joins) {
            net.item(window).with("padding", net.item(layer).numbers("padding")).with("borders", borders);
            net.redirect(layer, net.item(layer).sources().get(0));
        }
    }
}
