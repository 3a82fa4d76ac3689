package dev.fovea.processor.fuzz;

/** Methods that build networks by whatever statements Java has. */
final class BuilderSources {
    private static final int MOST_DEPTH = 4;

    private final Choices choices;
    private final String name;
    private int depth;
    private int variables;

    private BuilderSources(Choices choices, String name) {
        this.choices = choices;
        this.name = name;
    }

    /** The source of a class of this name. */
    static String of(byte[] bytes, String name) {
        return new BuilderSources(new Choices(bytes), name).source();
    }

    private String source() {
        String body = statements();
        String helper = statements();
        return """
                import ai.djl.ndarray.NDArrays;
                import ai.djl.ndarray.NDList;
                import ai.djl.ndarray.types.Shape;
                import ai.djl.nn.Activation;
                import ai.djl.nn.Block;
                import ai.djl.nn.Blocks;
                import ai.djl.nn.ParallelBlock;
                import ai.djl.nn.SequentialBlock;
                import ai.djl.nn.convolutional.Conv2d;
                import ai.djl.nn.core.Linear;
                import ai.djl.nn.norm.BatchNorm;
                import ai.djl.nn.pooling.Pool;
                import dev.fovea.Input;
                import dev.fovea.Network;
                import java.util.ArrayList;
                import java.util.Arrays;
                import java.util.List;

                class %s {
                    static int count = 2;
                    final int own = 3;

                    static int twice(int x) {
                        return x > 100 ? 7 : 2 * x;
                    }

                    static Block helper(int a) {
                        SequentialBlock net = new SequentialBlock();
                        List<Integer> list = new ArrayList<>(Arrays.asList(1, 2));
                        int[] array = {3, a};
                %s        return net;
                    }

                    @Network(input = @Input(channels = 3, size = 32))
                    static Block net() {
                        int a = 1;
                        SequentialBlock net = new SequentialBlock();
                        List<Integer> list = new ArrayList<>();
                        int[] array = new int[4];
                %s        return net;
                    }
                }
                """.formatted(name, helper, body);
    }

    private String statements() {
        StringBuilder text = new StringBuilder();
        for (int count = 1 + choices.below(4); count > 0; count--) {
            text.append("        ").append(statement()).append('\n');
        }
        return text.toString();
    }

    private String statement() {
        if (++depth > MOST_DEPTH) {
            depth--;
            return "net.add(" + block() + ");";
        }
        try {
            return switch (choices.below(14)) {
                case 1 ->
                    "for (int i%d = %s; i%1$d < %s; i%1$d++) {\n%s}"
                            .formatted(++variables, number(), number(), statements());
                case 2 -> "if (%s) {\n%s} else {\n%s}".formatted(condition(), statements(), statements());
                case 3 -> "list.add(" + number() + ");";
                case 4 -> "array[" + number() + "] = " + number() + ";";
                case 5 -> "a %s= %s;".formatted(choices.of("+", "-", "*", "/", "%", "<<", ">>", "^"), number());
                case 6 ->
                    "switch (%s) { case 1: %s break; case 2: a++; default: %s }"
                            .formatted(number(), statement(), statement());
                case 7 -> "for (int each : %s) { a = each; %s }".formatted(choices.of("list", "array"), statement());
                case 8 ->
                    "while (a++ < %s) { %s if (%s) { %s; } }"
                            .formatted(number(), statement(), condition(), choices.of("break", "continue"));
                case 9 -> "count = " + number() + ";";
                case 10 -> "list.removeIf(x -> x > " + number() + ");";
                case 11 -> "{ Block b%d = %s; net.add(b%1$d); }".formatted(++variables, block());
                case 12 -> "try { a = %s; } catch (ArithmeticException e) { a = 1; }".formatted(number());
                default -> "net.add(" + block() + ");";
            };
        } finally {
            depth--;
        }
    }

    private String condition() {
        return "%s %s %s".formatted(number(), choices.of("<", "==", ">=", "!="), number())
                + (choices.oneIn(4) ? choices.of(" && ", " || ") + "list.isEmpty()" : "");
    }

    private String number() {
        if (++depth > MOST_DEPTH) {
            depth--;
            return choices.of("1", "2", "3", "a");
        }
        try {
            return switch (choices.below(16)) {
                case 1 -> "2";
                case 2 -> "3";
                case 3 -> "a";
                case 4 -> "(%s %s %s)".formatted(number(), choices.of("+", "-", "*", "/", "%"), number());
                case 5 -> "twice(" + number() + ")";
                case 6 -> "list.size()";
                case 7 -> "array[" + number() + "]";
                case 8 -> "(%s ? %s : %s)".formatted(condition(), number(), number());
                case 9 -> choices.of("-1", "0", "Integer.MAX_VALUE", "1 << 20", "(int) 3.7", "'c'", "(byte) 300");
                case 10 -> "Math.max(" + number() + ", " + number() + ")";
                case 11 -> "list.get(" + number() + ")";
                case 12 -> "Integer.parseInt(\"" + choices.of("3", "x", "") + "\")";
                case 13 -> "count";
                case 14 -> "(a++)";
                default -> "1";
            };
        } finally {
            depth--;
        }
    }

    private String block() {
        if (++depth > MOST_DEPTH) {
            depth--;
            return "Activation.reluBlock()";
        }
        try {
            return switch (choices.below(10)) {
                case 1 -> "Pool.maxPool2dBlock(%s)".formatted(shape());
                case 2 -> "Activation.reluBlock()";
                case 3 -> "new SequentialBlock().add(%s).add(%s)".formatted(block(), block());
                case 4 ->
                    ("new ParallelBlock(lists -> new NDList(NDArrays.add(lists.get(0).head(), lists.get(1).head())),"
                                    + " Arrays.asList(%s, %s))")
                            .formatted(block(), block());
                case 5 -> "Blocks.identityBlock()";
                case 6 -> "BatchNorm.builder().build()";
                case 7 -> "Linear.builder().setUnits(" + number() + ").build()";
                case 8 -> "helper(" + number() + ")";
                default ->
                    "Conv2d.builder().setKernelShape(%s)%s%s%s.setFilters(%s).build()"
                            .formatted(
                                    shape(),
                                    choices.oneIn(3) ? ".optStride(" + shape() + ")" : "",
                                    choices.oneIn(3) ? ".optPadding(" + shape() + ")" : "",
                                    choices.oneIn(3) ? ".optDilation(" + shape() + ")" : "",
                                    number());
            };
        } finally {
            depth--;
        }
    }

    private String shape() {
        return choices.oneIn(8) ? "new Shape(" + number() + ")" : "new Shape(" + number() + ", " + number() + ")";
    }
}
