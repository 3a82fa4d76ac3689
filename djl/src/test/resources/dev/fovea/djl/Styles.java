package styles;

import static ai.djl.nn.Activation.reluBlock;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.convolutional.Convolution;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import dev.fovea.Input;
import dev.fovea.Network;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One network of three stages in the styles that programmers have. */
class Styles {
    static Block conv(int filters, int kernel, int stride) {
        return Conv2d.builder()
                .setKernelShape(new Shape(kernel, kernel))
                .setFilters(filters)
                .optStride(new Shape(stride, stride))
                .optPadding(new Shape(kernel / 2, kernel / 2))
                .build();
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block arrayOfArrays() {
        int[][] stages = {{8, 3, 1}, {16, 3, 2}, {24, 5, 2}};
        SequentialBlock net = new SequentialBlock();
        for (int[] stage : stages) {
            net.add(conv(stage[0], stage[1], stage[2]));
        }
        return net;
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block streamForEach() {
        SequentialBlock net = new SequentialBlock();
        IntStream.range(0, 3).forEach(i -> net.add(conv(8 << i, 3, i + 1)));
        return net;
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block streamCollect() {
        List<Block> blocks =
                IntStream.rangeClosed(1, 3).mapToObj(i -> conv(8 * i, 2 * i + 1, 1)).collect(Collectors.toList());
        return new SequentialBlock().addAll(blocks);
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block addAllVarargs() {
        return new SequentialBlock().addAll(conv(8, 3, 1), reluBlock(), conv(8, 3, 2), Activation.tanhBlock());
    }

    enum Stage {
        STEM(8, 7, 2),
        BODY(16, 3, 1) {
            @Override
            int stride() {
                return 2;
            }
        },
        HEAD(24, 1, 1);

        final int filters;
        final int kernel;
        private final int stride;

        Stage(int filters, int kernel, int stride) {
            this.filters = filters;
            this.kernel = kernel;
            this.stride = stride;
        }

        int stride() {
            return stride;
        }
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block enumValues() {
        SequentialBlock net = new SequentialBlock();
        for (Stage stage : Stage.values()) {
            net.add(conv(stage.filters, stage.kernel, stage.stride()));
        }
        return net;
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block enumMap() {
        Map<Stage, Integer> rates = new EnumMap<>(Stage.class);
        rates.put(Stage.HEAD, 3);
        rates.put(Stage.STEM, 1);
        SequentialBlock net = new SequentialBlock();
        rates.forEach((stage, rate) -> net.add(Conv2d.builder()
                .setKernelShape(new Shape(3, 3))
                .optDilation(new Shape(rate, rate))
                .setFilters(stage.filters)
                .build()));
        return net;
    }

    static final class Builder {
        private int width = 4;
        private int depth;
        private boolean norm = true;
        private Activation last;
        private final List<Integer> strides = new ArrayList<>();

        Builder width(int width) {
            this.width = width;
            return this;
        }

        Builder depth(int depth) {
            this.depth = depth;
            return this;
        }

        Builder noNorm() {
            norm = false;
            return this;
        }

        Builder strides(Integer... all) {
            Collections.addAll(strides, all);
            return this;
        }

        Block build() {
            SequentialBlock net = new SequentialBlock();
            for (int i = 0; i < depth; i++) {
                net.add(conv(width << i, 3, i < strides.size() ? strides.get(i) : 1));
                if (norm) {
                    net.add(BatchNorm.builder().optEpsilon(1e-3f).build());
                }
                net.add(Activation.reluBlock());
            }
            return net;
        }
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block ownBuilder() {
        return new Builder().width(8).depth(3).strides(2, 1, 2).build();
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block ownBuilderWithoutNorm() {
        return new Builder().depth(2).noNorm().build();
    }

    abstract static class Template {
        abstract int filters(int i);

        protected int kernel() {
            return 3;
        }

        Block make() {
            SequentialBlock net = new SequentialBlock();
            for (int i = 0; i < 3; i++) {
                net.add(conv(filters(i), kernel(), 1));
            }
            return net;
        }
    }

    static class Wide extends Template {
        @Override
        int filters(int i) {
            return 32 + i;
        }

        @Override
        protected int kernel() {
            return super.kernel() + 2;
        }
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block inherited() {
        return new Wide().make();
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block anonymous() {
        return new Template() {
            @Override
            int filters(int i) {
                return i == 0 ? 5 : 6;
            }
        }.make();
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block functions() {
        Function<Integer, Block> one = filters -> conv(filters, 3, 1);
        IntFunction<Block> two = filters -> conv(filters, 3, 2);
        BiFunction<Integer, Integer, Block> three = (f, k) -> conv(f, k, 1);
        Supplier<Block> pool = () -> Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2));
        UnaryOperator<Block> twice = block -> new SequentialBlock().add(block).add(Activation.reluBlock());
        return new SequentialBlock()
                .add(twice.apply(one.apply(8)))
                .add(two.apply(8))
                .add(pool.get())
                .add(three.apply(16, 5));
    }

    static <T extends Block> T same(T block) {
        return block;
    }

    static <A, B> B map(A value, Function<? super A, ? extends B> function) {
        return function.apply(value);
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block generics() {
        SequentialBlock net = same(new SequentialBlock());
        Convolution conv = same((Convolution) conv(8, 3, 1));
        return net.add(conv).add(Styles.<Integer, Block>map(16, filters -> conv(filters, 3, 2)));
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block tryAndFinally() {
        SequentialBlock net = new SequentialBlock();
        try {
            net.add(conv(8, 3, 2));
        } finally {
            net.add(Activation.reluBlock());
        }
        return net.add(conv(4, 3, 1));
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block caught() {
        int filters;
        try {
            filters = Integer.parseInt("eight");
        } catch (NumberFormatException notANumber) {
            filters = 8;
        }
        return new SequentialBlock().add(conv(filters, 3, 2));
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block parsed() {
        return new SequentialBlock()
                .add(conv(Integer.parseInt("12"), Math.max(3, 1), (int) Math.sqrt(4)))
                .add(conv((int) Math.round(8 * 1.25), Math.floorMod(-1, 4), Math.abs(-1)));
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block iteratorAndDeque() {
        Deque<Integer> open = new ArrayDeque<>(List.of(4, 8, 12));
        SequentialBlock net = new SequentialBlock();
        while (!open.isEmpty()) {
            net.add(conv(open.pollLast(), 3, 1));
        }
        Iterator<String> names = List.of("a", "bb").iterator();
        while (names.hasNext()) {
            net.add(conv(names.next().length(), 1, 1));
        }
        return net;
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block maps() {
        Map<String, Integer> widths = new LinkedHashMap<>();
        widths.put("stem", 8);
        widths.put("body", 16);
        widths.merge("stem", 4, Integer::sum);
        widths.computeIfAbsent("head", name -> name.length());
        SequentialBlock net = new SequentialBlock();
        for (Map.Entry<String, Integer> one : widths.entrySet()) {
            net.add(conv(one.getValue(), 3, 1));
        }
        return net.add(conv(widths.getOrDefault("none", 7), 1, 1));
    }

    record Spec(int filters, int kernel, int stride) {
        Spec {
            if (kernel % 2 == 0) {
                throw new IllegalArgumentException("even");
            }
        }

        Spec(int filters) {
            this(filters, 3, 1);
        }

        static Spec strided(int filters) {
            return new Spec(filters, 3, 2);
        }

        Block block() {
            return conv(filters, kernel, stride);
        }
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block records() {
        SequentialBlock net = new SequentialBlock();
        Stream.of(new Spec(8), Spec.strided(16), new Spec(24, 5, 1)).map(Spec::block).forEach(block -> net.add(block));
        return net;
    }

    @Network(input = @Input(channels = 3, size = 32))
    static Block recursion() {
        return pyramid(3, 8);
    }

    private static Block pyramid(int depth, int filters) {
        return depth == 0
                ? conv(filters, 1, 1)
                : new SequentialBlock().add(conv(filters, 3, 2)).add(pyramid(depth - 1, filters * 2));
    }
}
