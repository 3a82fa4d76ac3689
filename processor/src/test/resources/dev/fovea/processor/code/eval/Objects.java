import static java.lang.Math.max;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class Code {
    static final int[] WIDTHS = {64, 128, 256};

    enum Stage {
        STEM(64),
        BODY(128, 3);

        private final int width;
        private final int repeats;

        Stage(int width) {
            this(width, 1);
        }

        Stage(int width, int repeats) {
            this.width = width;
            this.repeats = repeats;
        }

        int total() {
            return width * repeats;
        }
    }

    static Object enums() {
        int sum = 0;
        for (Stage stage : Stage.values()) {
            sum += stage.total() + stage.ordinal();
        }
        return new Object[] {sum, Stage.BODY.name(), Stage.STEM == Stage.BODY, Stage.BODY.repeats, "" + Stage.STEM};
    }

    record Layer(String name, int kernel, long... sizes) {
        static final int DEFAULT = 3;

        Layer(String name) {
            this(name, DEFAULT, 1, 2);
        }

        int half() {
            return kernel / 2;
        }
    }

    static Object records() {
        Layer layer = new Layer("a");
        Layer other = new Layer("b", 7, 5);
        return new Object[] {layer.name(), layer.kernel(), layer.half(), layer.sizes(), other.sizes.length, other.sizes()[0]};
    }

    static class Builder {
        int[] filters = {16, 32};
        float momentum = 0.9f;
        private boolean deep;
        long out;
        String name;
        List<Integer> all = new ArrayList<>();
        {
            all.add(filters[1]);
        }

        Builder setFilters(int... filters) {
            this.filters = filters;
            return this;
        }

        Builder optDeep() {
            return optDeep(true);
        }

        Builder optDeep(boolean deep) {
            this.deep = deep;
            return this;
        }

        Builder setOut(long out) {
            this.out = out;
            all.add((int) out);
            return this;
        }

        Object build() {
            return new Object[] {filters, momentum, deep, out, name, all.toString()};
        }
    }

    static Object builders() {
        return new Object[] {new Builder().build(), new Builder().setOut(10).optDeep().setFilters(1, 2, 3).build(),
                new Builder().setFilters().setFilters(WIDTHS).build()};
    }

    abstract static class Shape {
        protected final int sides;
        private int area = initial();

        Shape(int sides) {
            this.sides = sides;
        }

        int initial() {
            return 5;
        }

        abstract int area(int scale);

        int twice() {
            return 2 * area(1) + area;
        }
    }

    static class Square extends Shape implements Scaled {
        final int side;

        Square(int side) {
            super(4);
            this.side = side;
        }

        @Override
        int area(int scale) {
            return side * side * scale;
        }

        @Override
        int initial() {
            return super.initial() + 1 + side;
        }
    }

    interface Scaled {
        int BY = 3;

        default int scaled() {
            return BY * 7;
        }
    }

    static Object inheritance() {
        Square square = new Square(3);
        Shape shape = square;
        return new Object[] {square.twice(), shape.sides, square.scaled(), Scaled.BY, Square.BY, shape instanceof Scaled,
                shape instanceof Square s && s.side == 3};
    }

    class Inner {
        int value = base * 2;

        int sum() {
            return value + base;
        }
    }

    int base = 21;

    Inner inner() {
        return new Inner();
    }

    static Object innerClasses() {
        return new Code().makeInner().sum();
    }

    Inner makeInner() {
        return this.new Inner2().get();
    }

    class Inner2 {
        Inner get() {
            return inner(1);
        }
    }

    Inner inner(int unused) {
        return new Inner();
    }

    static int twice(int n) {
        return 2 * n;
    }

    static long twice(long n) {
        return 3 * n;
    }

    static String kind(Object o) {
        return "object";
    }

    static String kind(int... many) {
        return "many";
    }

    static int sum(int first, int... rest) {
        int sum = first;
        for (int n : rest) {
            sum += n;
        }
        return sum;
    }

    static int recursive(int n) {
        return n <= 1 ? 1 : n * recursive(n - 1);
    }

    static Object calls() {
        return new Object[] {twice(4), twice(4L), sum(1), sum(1, 2, 3), sum(1, new int[] {5}), recursive(10), max(3, 4L), Math.ceil(2.1),
                Math.round(2.5f), Math.floorMod(-7, 3), Math.pow(2, 10)};
    }

    static Object lambdas() {
        int offset = 3;
        IntUnaryOperator plus = x -> x + offset;
        Function<Integer, Integer> square = x -> {
            int y = x * x;
            return y;
        };
        BiFunction<Integer, Integer, Integer> both = (a, b) -> a * 10 + b;
        Supplier<List<Integer>> made = ArrayList::new;
        Function<String, Integer> length = String::length;
        List<Supplier<Integer>> later = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int copy = i;
            later.add(() -> copy * 2);
        }
        List<Integer> list = made.get();
        list.add(7);
        return new Object[] {plus.applyAsInt(4), square.apply(5), both.apply(1, 2), length.apply("four"), list.get(0), later.get(2).get(),
                later.get(0).get()};
    }

    static Object streams() {
        return new Object[] {
            IntStream.range(0, 5).map(x -> x * x).sum(),
            Arrays.stream(WIDTHS).max().getAsInt(),
            Arrays.asList(3, 1, 2).stream().map(x -> x + 1).collect(Collectors.toList()).toString(),
            List.of("a", "b").stream().map(String::toUpperCase).collect(Collectors.joining("-")),
            IntStream.rangeClosed(1, 3).mapToObj(i -> "s" + i).toArray(String[]::new),
            Arrays.asList(1, 2, 3).stream().mapToInt(Integer::intValue).filter(i -> i != 2).sum(),
            Optional.of(3).map(Code::twice).get()
        };
    }
}
