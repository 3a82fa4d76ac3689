package dev.fovea.core.vectors;

import dev.fovea.Groups;
import dev.fovea.Network;
import dev.fovea.Padding;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** Makes small graphs of all operations whose shapes fit, always the same from the same seed. */
public final class RandomGraphs {
    /** All layer annotations; the windows are drawn more often than the others. */
    public static final Set<String> OPERATIONS = new TreeSet<>(Set.of(
            "Conv",
            "Dilated",
            "SeparableConv",
            "DeformableConv",
            "TransposedConv",
            "Pool",
            "GlobalPool",
            "AdaptivePool",
            "Upsample",
            "PixelShuffle",
            "SpaceToDepth",
            "Unpool",
            "Attention",
            "TokenMixing",
            "Recurrent",
            "Activate",
            "Dropout",
            "LocalResponseNorm",
            "Scale",
            "Add",
            "Multiply",
            "Concat",
            "Residual",
            "SqueezeExcite",
            "Normalize",
            "ChannelShuffle",
            "Slice",
            "Pad",
            "Crop",
            "Linear"));

    private static final List<String> WINDOWS = List.of("Conv", "Dilated", "Pool", "TransposedConv");
    private static final Set<String> TIED = Set.of("Conv", "Dilated", "DeformableConv", "TransposedConv");
    private static final List<String> MERGES = List.of("Add", "Concat", "Multiply", "Residual", "Residual");
    private static final Set<String> ACTIVATED = Set.of(
            "Conv",
            "Dilated",
            "SeparableConv",
            "DeformableConv",
            "TransposedConv",
            "Add",
            "Residual",
            "SqueezeExcite",
            "Normalize",
            "TokenMixing",
            "Linear");
    private static final List<String> BORDERS = List.of("ZEROS", "ZEROS", "REFLECT", "REPLICATE", "CIRCULAR");
    private static final List<String> ACTIVATIONS = List.of("RELU", "GELU", "PRELU", "SOFTMAX");
    private static final long MOST_UNITS = 48;
    private static final long LONGEST_PERIOD = 24;

    /** A graph twice: as a model, and as the network that brute force makes of it. */
    public record Graph(ModelDeclaration model, BruteForce brute) {}

    private final Random random;
    private BruteForce brute;
    private List<String> names;

    public RandomGraphs(long seed) {
        random = new Random(seed);
        brute = new BruteForce(1, List.of(1L));
        names = new ArrayList<>();
    }

    public Graph next() {
        int axes = pick(1, 1, 1, 2, 2, 3).intValue();
        List<Long> size = LongStream.generate(() -> between(2, 24 / axes + 12))
                .limit(axes)
                .boxed()
                .toList();
        long channels = pick(1, 2, 4, 8);
        brute = new BruteForce(channels, size);
        names = new ArrayList<>(List.of(Network.INPUT));
        List<Declaration> layers = new ArrayList<>();
        long count = between(1, 8);
        while (layers.size() < count) {
            String name = "layer" + layers.size();
            Declaration candidate = random.nextInt(8) == 0 ? tied(name, layers) : candidate(name);
            if (isAdded(Unpacked.of(brute, candidate))) {
                brute.name(candidate.name());
                layers.add(candidate);
                names.add(candidate.name());
            }
        }
        return new Graph(Declarations.model("Random", axes, channels, size, layers), brute);
    }

    /** Adds the layers if the first one fits, for the others then do, too. */
    private boolean isAdded(List<Declaration> parts) {
        for (Declaration part : parts) {
            Optional<BruteLayer> layer = brute.describe(part).filter(RandomGraphs::isSmall);
            if (layer.isEmpty()) {
                return false;
            }
            brute.add(layer.get());
        }
        return true;
    }

    private static boolean isSmall(BruteLayer layer) {
        return layer.channels() <= 64
                && layer.extents().stream().allMatch(extent -> extent <= MOST_UNITS)
                && layer.bound().stream().allMatch(bound -> bound <= LONGEST_PERIOD);
    }

    /** A layer with the weights of another, which reads a map of as many channels; any other where there is none. */
    private Declaration tied(String name, List<Declaration> layers) {
        List<Declaration> tieable = layers.stream()
                .filter(layer -> TIED.contains(layer.annotation())
                        && layer.values().get("shared").equals(""))
                .toList();
        if (tieable.isEmpty()) {
            return candidate(name);
        }
        Declaration first = pick(tieable);
        long channels = brute.channels(brute.layer(first.name()).sources().get(0));
        List<String> fitting = names.stream()
                .filter(read -> brute.channels(brute.index(read)) == channels)
                .toList();
        Map<String, Object> stated = new HashMap<>(first.values());
        stated.put("from", List.of(pick(fitting)));
        stated.put("shared", first.name());
        return Declarations.layer(name, first.annotation(), stated);
    }

    private Declaration candidate(String name) {
        String annotation =
                switch (random.nextInt(5)) {
                    case 0, 1 -> pick(WINDOWS);
                    case 2 -> pick(MERGES);
                    default -> pick(List.copyOf(OPERATIONS));
                };
        Map<String, Object> stated = new HashMap<>();
        if (random.nextInt(3) > 0) {
            stated.put("from", List.of(pick(names)));
        }
        attributes(annotation, stated);
        if (random.nextInt(4) == 0 && ACTIVATED.contains(annotation)) {
            stated.put("activation", pick(ACTIVATIONS));
        }
        return Declarations.layer(name, annotation, stated);
    }

    private void attributes(String annotation, Map<String, Object> stated) {
        switch (annotation) {
            case "Conv", "Dilated", "SeparableConv", "DeformableConv", "TransposedConv", "Pool" ->
                window(annotation, stated);
            case "AdaptivePool" -> stated.put("size", entries(1, 8));
            case "Upsample" -> upsample(stated);
            case "PixelShuffle" -> stated.put("factor", between(1, 2));
            case "Unpool" -> stated.put("of", pick(names));
            case "Attention" -> attention(stated);
            case "Recurrent" -> {
                stated.put("axis", between(0, brute.axes() - 1));
                stated.put("units", between(1, 3));
                stated.put("bidirectional", random.nextBoolean());
            }
            case "TokenMixing" -> stated.putAll(Map.of("hidden", pick(0, 0, 2, 3), "bias", random.nextBoolean()));
            case "SpaceToDepth" -> stated.put("factor", between(1, 3));
            case "Activate" -> stated.put("value", pick(ACTIVATIONS));
            case "LocalResponseNorm" -> stated.put("value", between(1, 5));
            case "Add", "Concat", "Multiply" -> stated.put("from", several());
            case "Residual" -> stated.put("shortcut", pick(names));
            case "SqueezeExcite" -> stated.put("squeeze", between(1, 4));
            case "Normalize" ->
                stated.put("value", pick(List.of("BATCH", "LAYER", "GROUP", "INSTANCE", "INSTANCE_AFFINE")));
            case "ChannelShuffle" -> stated.put("groups", pick(1, 2, 4));
            case "Slice" -> stated.putAll(Map.of("begin", between(0, 1), "end", between(2, 4)));
            case "Pad" -> {
                stated.put("padding", amounts());
                stated.put("borders", pick(BORDERS));
            }
            case "Crop" -> stated.put("padding", amounts());
            case "Linear" -> stated.put("out", between(1, 4));
            default -> {}
        }
    }

    private void window(String annotation, Map<String, Object> stated) {
        stated.put("kernel", entries(1, 4));
        stated.put("padding", amounts());
        if (!annotation.equals("Pool") || random.nextBoolean()) {
            stated.put("stride", random.nextBoolean() ? List.of(1L) : entries(1, 3));
        }
        if (!annotation.equals("Conv")) {
            stated.put("rate", random.nextBoolean() ? List.of(1L) : entries(1, 3));
        }
        if (!annotation.equals("TransposedConv") && random.nextInt(4) == 0) {
            stated.put("padding", List.of((long) (random.nextBoolean() ? Padding.SAME : Padding.CAUSAL)));
        }
        switch (annotation) {
            case "Pool" -> stated.put("ceilMode", random.nextBoolean());
            case "TransposedConv" -> stated.put("outputPadding", entries(0, 1));
            case "DeformableConv" ->
                stated.put("maxOffset", pick(-2, 0, 1, 2, 3).doubleValue() / 2);
            default -> {}
        }
        if (annotation.equals("SeparableConv")) {
            stated.put("rate", random.nextBoolean() ? List.of() : entries(1, 3));
            stated.put("multiplier", between(1, 2));
            stated.put("out", pick(1, 2, 4));
            stated.put("norm", pick(List.of("NONE", "BATCH", "GROUP")));
        } else if (!annotation.equals("Pool")) {
            boolean depthwise = random.nextInt(5) == 0;
            stated.put("groups", depthwise ? Long.valueOf(Groups.DEPTHWISE) : pick(1, 1, 2));
            stated.put("out", depthwise && random.nextBoolean() ? 0L : pick(1, 2, 4, 4, 8));
            if (annotation.equals("Conv") || annotation.equals("Dilated")) {
                stated.put("borders", pick(BORDERS));
            }
            stated.put("norm", pick(List.of("NONE", "NONE", "BATCH", "GROUP")));
        }
    }

    private void attention(Map<String, Object> stated) {
        stated.put("heads", between(1, 2));
        stated.put("out", pick(0, 0, 2, 4));
        switch (random.nextInt(5)) {
            case 0 -> {}
            case 1 -> stated.put("grid", entries(1, 4));
            case 2 -> {
                stated.put("out", 0L);
                stated.put("from", parts());
            }
            default -> {
                stated.put("window", entries(2, 5));
                stated.put("shift", random.nextBoolean() ? List.of() : entries(0, 2));
            }
        }
    }

    /** Queries, keys of as many channels, and values of the keys' extents. */
    private List<String> parts() {
        String queries = pick(names);
        long channels = brute.channels(brute.index(queries));
        String keys = pick(names.stream()
                .filter(name -> brute.channels(brute.index(name)) == channels)
                .toList());
        String values = pick(names.stream()
                .filter(name -> brute.extents(brute.index(name)).equals(brute.extents(brute.index(keys))))
                .toList());
        return List.of(queries, keys, values);
    }

    private void upsample(Map<String, Object> stated) {
        stated.put("mode", pick(List.of("NEAREST", "LINEAR")));
        stated.put("alignCorners", stated.get("mode").equals("LINEAR") && random.nextInt(3) == 0);
        switch (random.nextInt(4)) {
            case 0 -> stated.put("size", entries(1, 24));
            case 1 -> stated.put("to", names.get(random.nextInt(names.size())));
            default -> stated.put("scale", entries(1, 3));
        }
    }

    /** Two or three layers, preferably of equal extents. */
    private List<String> several() {
        List<String> sources = new ArrayList<>(List.of(pick(names)));
        List<Long> extents = brute.extents(brute.index(sources.get(0)));
        List<String> fitting = names.stream()
                .filter(name -> brute.extents(brute.index(name)).equals(extents))
                .toList();
        sources.add(random.nextInt(4) == 0 ? pick(names) : pick(fitting));
        if (random.nextInt(3) == 0) {
            sources.add(pick(fitting));
        }
        return sources;
    }

    private List<Long> entries(long least, long most) {
        int count = random.nextBoolean() ? 1 : brute.axes();
        return LongStream.generate(() -> between(least, most))
                .limit(count)
                .boxed()
                .toList();
    }

    private List<Long> amounts() {
        int count = random.nextInt(3) == 0 ? 2 * brute.axes() : random.nextBoolean() ? 1 : brute.axes();
        return LongStream.generate(() -> between(0, 3)).limit(count).boxed().toList();
    }

    private long between(long least, long most) {
        return least + random.nextInt((int) (most - least + 1));
    }

    private Long pick(long... values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
