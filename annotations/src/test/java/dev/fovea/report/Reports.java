package dev.fovea.report;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Fixed reports for tests. */
final class Reports {
    private Reports() {}

    /** Only what cannot be left out. */
    static NetworkReport empty() {
        return new NetworkReport(
                "com.acme.Empty",
                2,
                new Shape(OptionalLong.empty(), List.of()),
                OptionalLong.empty(),
                OptionalLong.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** A convolution, one dilated along the height, and a global pool. */
    static NetworkReport small() {
        return new NetworkReport(
                "com.acme.SegNet",
                2,
                shape(3, 32, 32),
                OptionalLong.of(1216),
                OptionalLong.of(1016064),
                List.of(stem(), dilated(), pool()),
                List.of(stack()),
                List.of(
                        new Diagnostic(
                                "DilationGap",
                                "error",
                                Optional.of("spatial"),
                                "M2 = 5 > 3; 2 of 9 pixels are lost.\nWrite rate = 1.",
                                true,
                                Optional.of("rate"),
                                Optional.of("measured:\nno loss")),
                        new Diagnostic(
                                "SmallField",
                                "note",
                                Optional.empty(),
                                "a|b",
                                false,
                                Optional.empty(),
                                Optional.empty())),
                List.of(new Target("pool", Optional.empty(), List.of(fed(), unfed()))));
    }

    private static TargetAxis fed() {
        TilePlan tiles = new TilePlan(
                true,
                Optional.empty(),
                OptionalLong.of(4),
                OptionalLong.of(2),
                OptionalLong.of(6),
                OptionalLong.of(-3),
                OptionalLong.of(8),
                OptionalLong.of(-3),
                Optional.of(Rational.of(1, 2)),
                OptionalLong.of(4),
                OptionalLong.of(-4));
        ExtentSet working = new ExtentSet(
                OptionalLong.of(7),
                OptionalLong.of(7),
                4,
                List.of(0L, 3L),
                Optional.of(List.of()),
                OptionalLong.empty());
        InputExtents extents = new InputExtents(
                Optional.of(working),
                Optional.of(ExtentSet.EMPTY),
                Optional.of(working),
                Optional.of(ExtentSet.EMPTY),
                OptionalLong.of(31),
                OptionalLong.empty());
        StreamPlan stream = new StreamPlan(
                OptionalLong.of(9), OptionalLong.of(-3), OptionalLong.of(1), Map.of("<input>", 2L), OptionalLong.of(6));
        return new TargetAxis(tiles, extents, stream);
    }

    private static TargetAxis unfed() {
        OptionalLong none = OptionalLong.empty();
        ExtentSet few = new ExtentSet(
                OptionalLong.of(224), none, 1, List.of(), Optional.of(List.of(224L, 225L, 226L)), OptionalLong.of(226));
        return new TargetAxis(
                new TilePlan(
                        false,
                        Optional.of(Obstacle.GLOBAL),
                        OptionalLong.of(32),
                        none,
                        none,
                        none,
                        none,
                        none,
                        Optional.empty(),
                        none,
                        none),
                new InputExtents(Optional.of(few), Optional.empty(), Optional.of(few), Optional.of(few), none, none),
                StreamPlan.NONE);
    }

    private static LayerReport stem() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("kernel", List.of(3L, 3L));
        attributes.put("scale", new BigDecimal("0.50"));
        attributes.put("bias", true);
        attributes.put("norm", "BATCH");
        AxisField axis = axis(3, Rational.of(2), Rational.of(-1), "0.33333333", 3);
        return new LayerReport(
                "stem",
                "Conv",
                List.of("<input>"),
                Optional.empty(),
                shape(16, 16, 16),
                OptionalLong.of(448),
                OptionalLong.of(110592),
                Optional.of(new BigDecimal("0.979")),
                List.of(axis, axis),
                Optional.of(new Coverage(
                        OptionalLong.of(9),
                        OptionalLong.of(0),
                        Optional.empty(),
                        List.of(1L, 1L),
                        OptionalLong.empty())),
                attributes,
                false,
                List.of());
    }

    private static LayerReport dilated() {
        AxisField height = new AxisField(
                OptionalLong.of(11),
                OptionalLong.of(10),
                Optional.of(Rational.of(1, 2)),
                Optional.of(Rational.of(-5)),
                Optional.of(Rational.of(1, 2)),
                false,
                Optional.of(new BigDecimal("0.954545")),
                OptionalLong.of(9),
                Optional.of(new BigDecimal("2.25")),
                OptionalLong.of(9),
                false,
                OptionalLong.of(11),
                2,
                List.of(
                        new Phase(OptionalLong.of(-5), 11, OptionalLong.of(9)),
                        new Phase(OptionalLong.empty(), 0, OptionalLong.of(0))));
        AxisField width = axis(7, Rational.of(2), Rational.of(-3), "0.714286", 7);
        return new LayerReport(
                "spatial",
                "Dilated",
                List.of("stem"),
                Optional.of("p3"),
                new Shape(OptionalLong.of(16), List.of(OptionalLong.empty(), OptionalLong.of(16))),
                OptionalLong.of(768),
                OptionalLong.empty(),
                Optional.empty(),
                List.of(height, width),
                Optional.of(new Coverage(
                        OptionalLong.of(63),
                        OptionalLong.of(14),
                        Optional.of(List.of(1L, 0L)),
                        List.of(2L, 1L),
                        OptionalLong.of(77))),
                Map.of(),
                true,
                List.of(List.of(Optional.of(Rational.ZERO), Optional.of(Rational.of(1, 2)))));
    }

    private static LayerReport pool() {
        AxisField axis = new AxisField(
                OptionalLong.of(32),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.of(Rational.ZERO),
                Optional.of(Rational.of(31, 2)),
                true,
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                true,
                OptionalLong.of(32),
                1,
                List.of());
        return new LayerReport(
                "pool",
                "GlobalPool",
                List.of("spatial"),
                Optional.empty(),
                shape(16, 1, 1),
                OptionalLong.of(0),
                OptionalLong.of(0),
                Optional.empty(),
                List.of(axis, axis),
                Optional.empty(),
                Map.of(),
                false,
                List.of());
    }

    private static AxisField axis(long size, Rational jump, Rational start, String overlap, long covered) {
        return new AxisField(
                OptionalLong.of(size),
                OptionalLong.empty(),
                Optional.of(jump),
                Optional.of(start),
                Optional.of(start.plus(Rational.of(size - 1, 2))),
                false,
                Optional.of(new BigDecimal(overlap)),
                OptionalLong.of(covered),
                Optional.empty(),
                OptionalLong.empty(),
                true,
                OptionalLong.of(size),
                1,
                List.of());
    }

    private static StackReport stack() {
        return new StackReport(
                List.of("spatial"),
                Optional.of("stem"),
                Optional.empty(),
                List.of(List.of(3), List.of(3)),
                List.of(List.of(2), List.of(1)),
                List.of(2, 1),
                List.of(List.of(new StackReport.Edge(List.of(1, 2), OptionalInt.of(3), List.of(2L, 2L))), List.of()),
                Optional.of(false),
                OptionalLong.of(18),
                Optional.of(List.of(1L, 0L)),
                Optional.of(List.of(2L, 1L)),
                Optional.of(new StackReport.Own(List.of(5L, 3L), List.of(3L, 3L), OptionalLong.of(6))),
                List.of(
                        Optional.of(new StackReport.Evenness(
                                List.of(new BigDecimal("0.66666667"), new BigDecimal("0.333333")),
                                Optional.of(new BigDecimal("2.00")))),
                        Optional.empty()),
                false,
                List.of(List.of(List.of(1), List.of(1))));
    }

    private static Shape shape(long channels, long height, long width) {
        return new Shape(OptionalLong.of(channels), List.of(OptionalLong.of(height), OptionalLong.of(width)));
    }
}
