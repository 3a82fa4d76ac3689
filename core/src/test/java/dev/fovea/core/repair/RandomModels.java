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
    private final List<Declaration> layers = new ArrayList<>();

    private RandomModels(long seed) {
        random = new Random(seed);
        axes = random.nextInt(4) == 0 ? 1 : 2;
    }

    /** The model of a seed. */
    public static ModelDeclaration model(long seed) {
        return new RandomModels(seed).build(seed);
    }

    private ModelDeclaration build(long seed) {
        List<BlockDeclaration> blocks = List.of(block("One"), block("Two"));
        if (random.nextBoolean()) {
            add("Conv", Map.of("kernel", List.of(3L), "padding", List.of(1L)));
        }
        int parts = 1 + random.nextInt(4);
        for (int part = 0; part < parts; part++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> use(blocks.get(random.nextInt(2)));
                case 2 -> strided();
                case 3 -> add("Conv", Map.of("kernel", List.of(3L), "padding", List.of(1L)));
                default -> dilated();
            }
        }
        List<Long> size = random.nextBoolean() ? List.of() : List.of(96L);
        Map<String, Object> input = Map.of("axes", (long) axes, "channels", 8L, "size", size);
        return new ModelDeclaration("Random" + seed, input, Optional.empty(), List.copyOf(layers));
    }

    private void add(String annotation, Map<String, Object> values) {
        layers.add(factory.layer("l" + layers.size(), annotation, values));
    }

    private void strided() {
        switch (random.nextInt(4)) {
            case 0 -> add("Conv", Map.of("kernel", List.of(3L), "stride", List.of(2L), "padding", List.of(1L)));
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

    /** Its padding keeps the extent, however it is written. */
    private Declaration dilated(String name, boolean inBlock) {
        Map<String, Object> values = new LinkedHashMap<>();
        boolean isOpen = inBlock && random.nextBoolean();
        List<Long> rates = isOpen
                ? List.of((long) Param.RATE)
                : random.nextInt(4) == 0 && axes > 1 ? List.of(rate(), rate()) : List.of(rate());
        List<Long> kernels =
                axes > 1 && random.nextInt(6) == 0 ? List.of(3L, 1L) : List.of(random.nextInt(6) == 0 ? 5L : 3L);
        values.put("kernel", kernels);
        values.put("rate", rates);
        values.put("padding", padding(rates, kernels, isOpen));
        return factory.layer(name, "Dilated", values);
    }

    private List<Long> padding(List<Long> rates, List<Long> kernels, boolean isOpen) {
        int form = random.nextInt(4);
        if (form == 0 || isOpen && !kernels.equals(List.of(3L))) {
            return List.of((long) Padding.SAME);
        }
        if (isOpen) {
            return List.of((long) Param.RATE);
        }
        List<Long> padding = new ArrayList<>();
        for (int axis = 0; axis < Math.max(rates.size(), kernels.size()); axis++) {
            padding.add(at(rates, axis) * (at(kernels, axis) - 1) / 2);
        }
        if (form == 1 && rates.size() + kernels.size() == 2) {
            List<Long> ahead = new ArrayList<>(Collections.nCopies(axes, 2 * padding.get(0)));
            ahead.addAll(Collections.nCopies(axes, 0L));
            return ahead;
        }
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
            members.add(factory.layer("plain", "Conv", Map.of("kernel", List.of(3L), "padding", List.of(1L))));
        }
        if (random.nextInt(3) == 0) {
            members.add(factory.layer("sum", "Residual", Map.of("shortcut", dev.fovea.Network.INPUT)));
        }
        return new BlockDeclaration(name, true, axes, members, List.of());
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
        Map<String, Object> values = new LinkedHashMap<>(
                factory.values("Use", Map.of("block", block.name(), "repeat", repeat, "rate", List.copyOf(rates))));
        values.remove("block");
        layers.add(new Declaration(
                "l" + layers.size(), Operation.USE, values, Map.of(), List.of(), Optional.of(block), false));
    }
}
