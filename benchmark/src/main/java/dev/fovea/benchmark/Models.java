package dev.fovea.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes model definitions. */
final class Models {
    private static final String HEAD = """
            import dev.fovea.*;

            @Network(input = @Input(axes = %d, channels = %d, size = 64))
            class %s {
            """;
    private static final String CONV = "    @Conv(kernel = 3, padding = 1, out = 16) Object %s;\n";
    private static final String CONV_FROM = "    @Conv(kernel = 3, padding = 1, out = 16, from = \"%s\") Object %s;\n";
    private static final int NEAR = 20;

    private Models() {}

    /** Convolutions one above the other. */
    static String chain(String name, int layers) {
        StringBuilder text = new StringBuilder(HEAD.formatted(2, 16, name));
        for (int i = 0; i < layers; i++) {
            text.append(CONV.formatted("conv" + i));
        }
        return text.append("}\n").toString();
    }

    /** The same convolutions as code that builds them, a model only if {@code annotated}. */
    static String builder(String name, int layers, boolean annotated) {
        StringBuilder text = new StringBuilder(
                """
                import ai.djl.ndarray.types.Shape;
                import ai.djl.nn.*;
                import ai.djl.nn.convolutional.Conv2d;
                import dev.fovea.Input;
                import dev.fovea.Network;

                class %s {
                    %s
                    static Block net() {
                        SequentialBlock net = new SequentialBlock();
                """.formatted(name, annotated ? "@Network(input = @Input(channels = 16, size = 64))" : ""));
        for (int i = 0; i < layers; i++) {
            text.append("        net.add(Conv2d.builder().setKernelShape(new Shape(3, 3)).optPadding(new Shape(1, 1))"
                    + ".setFilters(16).build());\n");
        }
        return text.append("        return net;\n    }\n}\n").toString();
    }

    /** Convolutions of any earlier layer nearby, and sums of two or three; always the same. */
    static String random(String name, int layers) {
        Random random = new Random(layers);
        StringBuilder text = new StringBuilder(HEAD.formatted(2, 16, name)).append(CONV.formatted("layer0"));
        for (int i = 1; i < layers; i++) {
            List<String> from = new ArrayList<>();
            int inputs = random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1;
            while (from.size() < inputs) {
                from.add("layer" + (i - 1 - random.nextInt(Math.min(i, NEAR))));
            }
            text.append(inputs == 1 ? CONV_FROM.formatted(from.get(0), "layer" + i) : merge("Add", from, "layer" + i));
        }
        return text.append("}\n").toString();
    }

    /** Convolutions each of which reads all others before it. */
    static String dense(String name, int layers) {
        StringBuilder text = new StringBuilder(HEAD.formatted(2, 16, name)).append(CONV.formatted("conv0"));
        List<String> all = new ArrayList<>(List.of("conv0"));
        for (int i = 1; i < layers; i++) {
            text.append(i == 1 ? "" : merge("Concat", all, "all" + i)).append(CONV.formatted("conv" + i));
            all.add("conv" + i);
        }
        return text.append("}\n").toString();
    }

    /** A U-Net of four levels on volumes (Cicek et al. 2016). */
    static String volumes(String name) {
        StringBuilder text = new StringBuilder(HEAD.formatted(3, 1, name));
        for (int level = 0; level < 4; level++) {
            text.append(CONV.formatted("down%da".formatted(level))).append(CONV.formatted("down%db".formatted(level)));
            if (level < 3) {
                text.append("    @Pool(kernel = 2) Object pool%d;\n".formatted(level));
            }
        }
        for (int level = 2; level >= 0; level--) {
            text.append("    @TransposedConv(kernel = 2, stride = 2, out = 16) Object up%d;\n".formatted(level))
                    .append(merge("Concat", List.of("down%db".formatted(level), "up" + level), "joined" + level))
                    .append(CONV.formatted("up%da".formatted(level)))
                    .append(CONV.formatted("up%db".formatted(level)));
        }
        return text.append("}\n").toString();
    }

    private static String merge(String annotation, List<String> from, String name) {
        return "    @%s(from = {\"%s\"}) Object %s;\n".formatted(annotation, String.join("\", \"", from), name);
    }
}
