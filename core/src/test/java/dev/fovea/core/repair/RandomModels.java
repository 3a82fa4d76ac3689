package dev.fovea.core.repair;

import dev.fovea.Padding;
import dev.fovea.Param;
import dev.fovea.core.network.Operation;
import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.DeclarationFactory;
import dev.fovea.core.resolve.ModelDeclaration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Models of dilated layers, in blocks and out of them, with skips, strides, axes and sizes. */
public final class RandomModels {
    private final DeclarationFactory factory = new DeclarationFactory();
    private final Random random;
    private final int axes;

    /** Whether all its layers look back only, as those of a sequence in time. */
    private final boolean looksBack;

    private final List<Declaration> layers = new ArrayList<>();

    private RandomModels(long seed) {
        random = new Random(seed);
        axes = random.nextInt(4) == 0 ? 1 : 2;
        looksBack = random.nextInt(4) == 0;
    }

    /** The model of a seed. */
    public static ModelDeclaration model(long seed) {
        return new RandomModels(seed).build(seed);
    }

    private ModelDeclaration build(long seed) {
        BlockDeclaration one = block("One");
        List<BlockDeclaration> blocks = List.of(one, block("Two"), nested(one), open("Args"));
        if (random.nextBoolean()) {
            add("Conv", Map.of("kernel", List.of(3L), "padding", plain()));
        }
        int parts = 1 + random.nextInt(4);
        for (int part = 0; part < parts; part++) {
            switch (random.nextInt(8)) {
                case 0, 1 -> use(blocks.get(random.nextInt(2)));
                case 2 -> use(blocks.get(2 + random.nextInt(2)));
                case 3 -> gated();
                case 4 -> strided();
                case 5 -> add("Conv", Map.of("kernel", List.of(3L), "padding", plain()));
                default -> dilated();
            }
        }
        List<Long> size = random.nextBoolean() ? List.of() : List.of(random.nextInt(3) > 0 ? 96L : 24L);
        Map<String, Object> input = Map.of("axes", (long) axes, "channels", 8L, "size", size);
        return new ModelDeclaration("Random" + seed, input, Optional.empty(), List.copyOf(layers));
    }

    private void add(String annotation, Map<String, Object> values) {
        layers.add(factory.layer("l" + layers.size(), annotation, values));
    }

    private void strided() {
        switch (random.nextInt(4)) {
            case 0 -> add("Conv", Map.of("kernel", List.of(3L), "stride", List.of(2L), "padding", plain()));
            case 1 -> add("Conv", Map.of("kernel", List.of(1L), "stride", List.of(2L)));
            case 2 ->
                add(
                        "TransposedConv",
                        Map.of(
                                "kernel", List.of(2L + random.nextInt(4)),
                                "stride", List.of(2L + random.nextInt(2)),
                                "padding", List.of((long) random.nextInt(2)),
                                "outputPadding", List.of((long) random.nextInt(2))));
            default -> add("Pool", Map.of("kernel", List.of(2L)));
        }
    }

    private void dilated() {
        int from = layers.size();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            layers.add(dilated("l" + layers.size(), false));
        }
        if (from > 0 && random.nextInt(3) == 0) {
            add("Residual", Map.of("shortcut", layers.get(from - 1).name()));
        }
    }

    /** Two layers of one rate that are multiplied. */
    private void gated() {
        String from = layers.isEmpty()
                ? dev.fovea.Network.INPUT
                : layers.get(layers.size() - 1).name();
        Map<String, Object> values = new LinkedHashMap<>();
        List<Long> rates = List.of(rate());
        values.put("kernel", List.of(3L));
        values.put("rate", rates);
        values.put("padding", padding(rates, List.of(3L), false));
        values.put("from", List.of(from));
        add("Dilated", values);
        add("Dilated", values);
        int count = layers.size();
        add("Multiply", Map.of("from", List.of("l" + (count - 2), "l" + (count - 1))));
    }

    /** Its padding keeps the extent, however it is written. */
    private Declaration dilated(String name, boolean inBlock) {
        Map<String, Object> values = new LinkedHashMap<>();
        boolean isOpen = inBlock && random.nextBoolean();
        List<Long> rates = isOpen
                ? List.of((long) Param.RATE)
                : random.nextInt(4) == 0 && axes > 1 ? List.of(rate(), rate()) : List.of(rate());
        List<Long> kernels = axes > 1 && random.nextInt(6) == 0
                ? List.of(3L, 1L)
                : List.of(random.nextInt(6) == 0 ? 5L : looksBack && random.nextInt(4) == 0 ? 2L : 3L);
        values.put("kernel", kernels);
        values.put("rate", rates);
        values.put("padding", padding(rates, kernels, isOpen));
        return factory.layer(name, "Dilated", values);
    }

    private List<Long> padding(List<Long> rates, List<Long> kernels, boolean isOpen) {
        boolean followsByItself =
                kernels.contains(2L) || isOpen && !kernels.equals(List.of(3L)) || random.nextInt(4) == 0;
        if (followsByItself || looksBack && (isOpen || rates.size() + kernels.size() > 2)) {
            return List.of((long) (looksBack ? Padding.CAUSAL : Padding.SAME));
        }
        if (isOpen) {
            return List.of((long) Param.RATE);
        }
        List<Long> padding = new ArrayList<>();
        for (int axis = 0; axis < Math.max(rates.size(), kernels.size()); axis++) {
            padding.add(at(rates, axis) * (at(kernels, axis) - 1) / 2);
        }
        return looksBack ? before(2 * padding.get(0)) : padding;
    }

    /** What keeps the extent of a plain layer of kernel 3. */
    private List<Long> plain() {
        return looksBack ? before(2) : List.of(1L);
    }

    private List<Long> before(long units) {
        List<Long> padding = new ArrayList<>(Collections.nCopies(axes, units));
        padding.addAll(Collections.nCopies(axes, 0L));
        return padding;
    }

    private static long at(List<Long> entries, int axis) {
        return entries.get(entries.size() == 1 ? 0 : axis);
    }

    private long rate() {
        return 1 + random.nextInt(5);
    }

    private BlockDeclaration block(String name) {
        List<Declaration> members = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            members.add(dilated("m" + i, true));
        }
        if (random.nextInt(3) == 0) {
            members.add(factory.layer("plain", "Conv", Map.of("kernel", List.of(3L), "padding", plain())));
        }
        if (random.nextInt(3) == 0) {
            members.add(factory.layer("sum", "Residual", Map.of("shortcut", dev.fovea.Network.INPUT)));
        }
        return new BlockDeclaration(name, true, axes, members, List.of());
    }

    /** A block that takes its rates from the entries of {@code args}. */
    private BlockDeclaration open(String name) {
        List<Declaration> members = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            long rate = i == 0 ? Param.ARG0 : Param.ARG1;
            members.add(factory.layer(
                    "m" + i,
                    "Dilated",
                    Map.of(
                            "kernel",
                            List.of(3L),
                            "rate",
                            List.of(rate),
                            "padding",
                            List.of(looksBack ? (long) Padding.CAUSAL : rate))));
        }
        return new BlockDeclaration(name, true, axes, members, List.of());
    }

    /** A block that uses another, with its own rate or one of each repetition. */
    private BlockDeclaration nested(BlockDeclaration inner) {
        List<Object> rates = random.nextBoolean() ? List.of((long) Param.RATE) : List.of((long) Param.RATE, rate());
        List<Declaration> members = new ArrayList<>();
        members.add(used("inner", inner, rates.size(), rates, List.of()));
        members.add(dilated("own", true));
        return new BlockDeclaration("Outer", true, axes, members, List.of());
    }

    private void use(BlockDeclaration block) {
        long repeat = 1 + random.nextInt(4);
        List<Object> rates = new ArrayList<>();
        switch (random.nextInt(4)) {
            case 0 -> {
                for (int i = 0; i < repeat; i++) {
                    rates.add(rate());
                }
            }
            case 1 -> {}
            default -> rates.add(rate());
        }
        List<Long> args = block.name().equals("Args") ? List.of(rate(), rate()) : List.of();
        layers.add(used("l" + layers.size(), block, repeat, rates, args));
    }

    private Declaration used(String name, BlockDeclaration block, long repeat, List<Object> rates, List<Long> args) {
        Map<String, Object> values = new LinkedHashMap<>(factory.values(
                "Use", Map.of("block", block.name(), "repeat", repeat, "rate", List.copyOf(rates), "args", args)));
        values.remove("block");
        return new Declaration(name, Operation.USE, values, Map.of(), List.of(), Optional.of(block), false);
    }
}
