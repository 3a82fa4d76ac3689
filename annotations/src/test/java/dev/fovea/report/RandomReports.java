package dev.fovea.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;

/** Reports with arbitrary contents, every optional part now there and now not. */
final class RandomReports {
    private static final List<String> HOSTILE = List.of(
            "",
            "conv1",
            "layer3[0].conv2",
            "\"quoted\"",
            "back\\slash",
            "tab\tnew\nline\rend",
            "\0\u0001\u001f\u007f",
            "\u2028\u2029",
            "\ud83d\ude00",
            "\ud800 alone",
            "alone \udc00",
            "größe 大きさ",
            "a|b*c_d",
            "</script>",
            "\\u0041",
            "\ufeff\uffff");

    private final Random random;

    RandomReports(long seed) {
        random = new Random(seed);
    }

    NetworkReport next(int layers) {
        return new NetworkReport(
                text(),
                1 + random.nextInt(3),
                shape(),
                known(),
                known(),
                list(layers, this::layer),
                some(this::stack),
                some(this::diagnostic),
                some(this::target));
    }

    private Shape shape() {
        return new Shape(known(), some(this::known));
    }

    private LayerReport layer() {
        return new LayerReport(
                text(),
                text(),
                some(this::text),
                maybe(this::text),
                shape(),
                known(),
                known(),
                maybe(this::figure),
                some(this::axis),
                maybe(() ->
                        new Coverage(known(), known(), maybe(() -> some(this::number)), some(this::number), known())),
                attributes(),
                random.nextBoolean(),
                some(() -> some(() -> maybe(this::rational))));
    }

    private Target target() {
        return new Target(text(), maybe(this::text), some(this::targetAxis));
    }

    private TargetAxis targetAxis() {
        TilePlan tiles = new TilePlan(
                random.nextBoolean(),
                maybe(() -> Obstacle.values()[random.nextInt(Obstacle.values().length)]),
                known(),
                known(),
                known(),
                known(),
                known(),
                known(),
                maybe(this::rational),
                known(),
                known());
        InputExtents extents = new InputExtents(
                maybe(this::extents),
                maybe(this::extents),
                maybe(this::extents),
                maybe(this::extents),
                known(),
                known());
        StreamPlan stream = random.nextBoolean()
                ? StreamPlan.NONE
                : new StreamPlan(known(), known(), OptionalLong.of(number()), Map.of(text(), number()), known());
        return new TargetAxis(tiles, extents, stream);
    }

    private ExtentSet extents() {
        return new ExtentSet(known(), known(), number(), some(this::number), maybe(() -> some(this::number)), known());
    }

    private AxisField axis() {
        return new AxisField(
                known(),
                known(),
                maybe(this::rational),
                maybe(this::rational),
                maybe(this::rational),
                random.nextBoolean(),
                maybe(this::figure),
                known(),
                maybe(this::figure),
                known(),
                random.nextBoolean(),
                known(),
                1 + random.nextInt(3),
                some(() -> new Phase(known(), number(), known())));
    }

    private StackReport stack() {
        return new StackReport(
                some(this::text),
                maybe(this::text),
                maybe(this::text),
                some(() -> some(random::nextInt)),
                some(() -> some(random::nextInt)),
                some(random::nextInt),
                some(() -> some(this::edge)),
                maybe(random::nextBoolean),
                known(),
                maybe(() -> some(this::number)),
                maybe(() -> some(this::number)),
                maybe(() -> new StackReport.Own(some(this::number), some(this::number), known())),
                some(() -> maybe(() -> new StackReport.Evenness(some(this::figure), maybe(this::figure)))),
                random.nextBoolean(),
                some(() -> some(() -> some(random::nextInt))));
    }

    private StackReport.Edge edge() {
        OptionalInt kernel = random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt());
        return new StackReport.Edge(some(random::nextInt), kernel, some(this::number));
    }

    private Diagnostic diagnostic() {
        String severity = List.of("error", "warning", "note").get(random.nextInt(3));
        return new Diagnostic(
                text(),
                severity,
                maybe(this::text),
                text(),
                random.nextBoolean(),
                maybe(this::text),
                maybe(this::text));
    }

    private Map<String, Object> attributes() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            attributes.put(text(), attribute());
        }
        return attributes;
    }

    private Object attribute() {
        return switch (random.nextInt(5)) {
            case 0 -> number();
            case 1 -> random.nextBoolean();
            case 2 -> text();
            case 3 -> figure();
            default -> some(this::attribute);
        };
    }

    private String text() {
        return HOSTILE.get(random.nextInt(HOSTILE.size()));
    }

    private BigDecimal figure() {
        return BigDecimal.valueOf(random.nextInt(), random.nextInt(14) - 4);
    }

    private Rational rational() {
        return new Rational(number(), 1 + random.nextInt(4));
    }

    private OptionalLong known() {
        return random.nextBoolean() ? OptionalLong.of(number()) : OptionalLong.empty();
    }

    private long number() {
        return random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(9) - 4;
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> some(Supplier<T> item) {
        return list(random.nextInt(3), item);
    }

    private static <T> List<T> list(int size, Supplier<T> item) {
        List<T> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(item.get());
        }
        return list;
    }
}
