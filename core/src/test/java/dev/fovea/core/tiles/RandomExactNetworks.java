package dev.fovea.core.tiles;

import dev.fovea.Network;
import dev.fovea.Padding;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.vectors.Declarations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Draws small networks of one axis, always the same from the same seed. */
final class RandomExactNetworks {
    /** Simple names of annotations; {@code To} stands for an upsampling to the extent of another map. */
    static final List<String> KINDS = List.of(
            "Conv",
            "Conv",
            "Dilated",
            "Dilated",
            "DeformableConv",
            "Pool",
            "Pool",
            "TransposedConv",
            "TransposedConv",
            "Upsample",
            "PixelShuffle",
            "To",
            "Pad",
            "Crop",
            "SeparableConv",
            "SpaceToDepth",
            "Attention",
            "Unpool",
            "Unpool",
            "Normalize",
            "Scale",
            "Activate",
            "Dropout",
            "LocalResponseNorm",
            "ChannelShuffle",
            "Add",
            "Concat",
            "Multiply",
            "Add",
            "Concat");

    /**
     * Of which no tile is exact: {@code Corners} stands for an upsampling with equal corners, {@code Whole} for attention without
     * a window, {@code Grid} for the same over a grid, {@code Parts} for that of three maps, {@code Group} and {@code Instance} for those norms.
     */
    static final List<String> UNTILED = List.of(
            "AdaptivePool",
            "GlobalPool",
            "Linear",
            "SqueezeExcite",
            "Corners",
            "Recurrent",
            "Whole",
            "Grid",
            "Parts",
            "TokenMixing",
            "Group",
            "Instance");

    private static final List<String> BORDERS = List.of("REFLECT", "REPLICATE", "REPLICATE", "CIRCULAR");

    private final Random random;
    private final boolean untiled;

    /** Networks of the layers that can be tiled. */
    RandomExactNetworks(long seed) {
        this(seed, false);
    }

    /** The same; or one layer in three of those that cannot. */
    RandomExactNetworks(long seed, boolean untiled) {
        random = new Random(seed);
        this.untiled = untiled;
    }

    ExactNetwork next() {
        List<ExactLayer> layers = new ArrayList<>();
        int count = 1 + random.nextInt(7);
        for (int i = 0; i < count; i++) {
            layers.add(layer(layers));
        }
        return new ExactNetwork(layers);
    }

    private ExactLayer layer(List<ExactLayer> below) {
        int maps = below.size();
        String kind = pick(untiled && random.nextInt(3) == 0 ? UNTILED : KINDS);
        if (kind.equals("Unpool")) {
            List<Integer> pools = new ArrayList<>();
            for (int i = 0; i < maps; i++) {
                if (isUndone(below.get(i))) {
                    pools.add(i + 1);
                }
            }
            if (!pools.isEmpty()) {
                int pool = pick(pools);
                ExactLayer undone = below.get(pool - 1);
                int read = random.nextBoolean() ? pool : maps;
                List<Integer> from = List.of(read, undone.from().get(0));
                return new ExactLayer(kind, from, undone.kernel(), 1, 1, 0, 0, pool, false, "", "ZEROS", false);
            }
            int kernel = 2 + random.nextInt(2);
            return new ExactLayer("Pool", List.of(maps), kernel, kernel, 1, 0, 0, 0, false, "", "ZEROS", false);
        }
        int previous = random.nextInt(3) > 0 ? maps : random.nextInt(maps + 1);
        boolean joins = kind.equals("Add") || kind.equals("Concat") || kind.equals("Multiply");
        List<Integer> from = new ArrayList<>(List.of(previous));
        if (joins) {
            from.add(random.nextInt(maps + 1));
        }
        if (kind.equals("Parts")) {
            from.add(random.nextInt(maps + 1));
            from.add(random.nextInt(maps + 1));
        }
        boolean filled = kind.equals("Conv") || kind.equals("Dilated") || kind.equals("Pad");
        boolean window = filled && !kind.equals("Pad")
                || kind.equals("SeparableConv")
                || kind.equals("DeformableConv")
                || kind.equals("Pool");
        boolean moves = window || kind.equals("TransposedConv");
        int stride = moves && random.nextBoolean() ? 1 + random.nextInt(3) : 1;
        int rate = moves && !kind.equals("Conv") && random.nextBoolean() ? 1 + random.nextInt(3) : 1;
        boolean pads = moves || kind.equals("Pad") || kind.equals("Crop");
        int extra =
                switch (kind) {
                    case "TransposedConv" -> random.nextInt(Math.max(stride, rate));
                    case "Upsample" -> 1 + random.nextInt(3);
                    case "PixelShuffle" -> 1 + random.nextInt(2);
                    case "To" -> random.nextInt(maps + 1);
                    case "SpaceToDepth" -> 1 + random.nextInt(3);
                    case "Attention" -> random.nextInt(2);
                    case "DeformableConv" -> 1 + random.nextInt(2);
                    case "AdaptivePool" -> 1 + random.nextInt(5);
                    case "Corners" -> 2 + random.nextInt(2);
                    case "Grid" -> 2 + random.nextInt(4);
                    default -> 0;
                };
        String padding = window && random.nextInt(4) == 0 ? pick(List.of("SAME", "CAUSAL")) : "";
        return new ExactLayer(
                kind,
                from,
                moves || kind.equals("Attention") ? 1 + random.nextInt(4) + (kind.equals("Attention") ? 1 : 0) : 1,
                stride,
                rate,
                pads && padding.isEmpty() ? random.nextInt(3) : 0,
                pads && padding.isEmpty() ? random.nextInt(3) : 0,
                extra,
                kind.equals("Pool") && random.nextBoolean(),
                padding,
                filled && random.nextInt(3) == 0 ? pick(BORDERS) : "ZEROS",
                (kind.equals("Upsample") || kind.equals("To")) && random.nextBoolean());
    }

    /** Windows that lie side by side: their places can be given back. */
    private static boolean isUndone(ExactLayer layer) {
        return layer.kind().equals("Pool")
                && layer.kernel() == layer.stride()
                && layer.rate() == 1
                && layer.begin() == 0
                && layer.padding().isEmpty();
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** The same network as its author would write it down. */
    static ModelDeclaration declare(ExactNetwork network, long extent) {
        List<Declaration> layers = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            layers.add(declare(network.layers().get(i), i + 1));
        }
        return Declarations.model("Random", 1, 4, extent > 0 ? List.of(extent) : List.of(), layers);
    }

    private static Declaration declare(ExactLayer layer, int map) {
        Map<String, Object> stated = new HashMap<>();
        int read = layer.kind().equals("Unpool") ? 1 : layer.from().size();
        stated.put(
                "from",
                layer.from().subList(0, read).stream()
                        .map(RandomExactNetworks::name)
                        .toList());
        List<Long> amounts = List.of((long) layer.begin(), (long) layer.end());
        switch (layer.kind()) {
            case "Conv", "SeparableConv", "Dilated", "DeformableConv", "Pool", "TransposedConv" -> {
                if (layer.kind().equals("DeformableConv")) {
                    stated.put("maxOffset", layer.extra() - 0.5);
                }
                stated.put("kernel", List.of((long) layer.kernel()));
                stated.put("stride", List.of((long) layer.stride()));
                if (!layer.kind().equals("Conv")) {
                    stated.put("rate", List.of((long) layer.rate()));
                }
                stated.put(
                        "padding",
                        layer.padding().isEmpty()
                                ? amounts
                                : List.of((long) (layer.padding().equals("SAME") ? Padding.SAME : Padding.CAUSAL)));
                if (layer.kind().equals("Pool")) {
                    stated.put("ceilMode", layer.ceil());
                } else {
                    stated.put("out", 4L);
                }
                if (layer.kind().equals("TransposedConv")) {
                    stated.put("outputPadding", List.of((long) layer.extra()));
                }
            }
            case "AdaptivePool" -> stated.put("size", List.of((long) layer.extra()));
            case "Linear" -> stated.put("out", 4L);
            case "SqueezeExcite" -> stated.put("squeeze", 2L);
            case "Recurrent" -> stated.putAll(Map.of("units", 2L, "bidirectional", true));
            case "Group" -> stated.put("value", "GROUP");
            case "Instance" -> stated.put("value", "INSTANCE");
            case "Upsample", "Corners" -> stated.put("scale", List.of((long) layer.extra()));
            case "PixelShuffle" -> stated.put("factor", (long) layer.extra());
            case "To" -> stated.put("to", name(layer.extra()));
            case "Unpool" -> stated.put("of", name(layer.extra()));
            case "SpaceToDepth" -> stated.put("factor", (long) layer.extra());
            case "Attention" ->
                stated.putAll(Map.of("window", List.of((long) layer.kernel()), "shift", List.of((long) layer.extra())));
            case "Grid" -> stated.put("grid", List.of((long) layer.extra()));
            case "Activate" -> stated.put("value", "RELU");
            case "ChannelShuffle" -> stated.put("groups", 2L);
            case "Pad", "Crop" -> stated.put("padding", amounts);
            case "Normalize" -> stated.put("value", "BATCH");
            default -> {}
        }
        if (!layer.borders().equals("ZEROS")) {
            stated.put("borders", layer.borders());
        }
        if (layer.kind().equals("Upsample") || layer.kind().equals("To")) {
            stated.put("mode", layer.linear() ? "LINEAR" : "NEAREST");
        }
        if (layer.kind().equals("Corners")) {
            stated.putAll(Map.of("mode", "LINEAR", "alignCorners", true));
        }
        String annotation =
                switch (layer.kind()) {
                    case "To", "Corners" -> "Upsample";
                    case "Whole", "Grid", "Parts" -> "Attention";
                    case "Group", "Instance" -> "Normalize";
                    default -> layer.kind();
                };
        return Declarations.layer(name(map), annotation, stated);
    }

    static String name(int map) {
        return map == 0 ? Network.INPUT : "map" + map;
    }
}
