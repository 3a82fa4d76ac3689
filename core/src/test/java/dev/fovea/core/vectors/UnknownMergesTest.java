package dev.fovea.core.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.Network;
import dev.fovea.Padding;
import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.analysis.ReceptiveField;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.report.Rational;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Branches of unknown extents meet again: what stays exact, and what becomes unknown. */
final class UnknownMergesTest {
    private static final List<Long> SAME = List.of((long) Padding.SAME);

    private static Declaration conv(String name, String from, long kernel, long stride, List<Long> padding) {
        return Declarations.layer(
                name,
                "Conv",
                Map.of(
                        "kernel", List.of(kernel),
                        "stride", List.of(stride),
                        "padding", padding,
                        "out", 4L,
                        "from", List.of(from)));
    }

    private static Declaration join(String annotation, String... from) {
        return Declarations.layer("join", annotation, Map.of("from", List.of(from)));
    }

    private static ReceptiveField last(List<Long> size, Declaration... layers) {
        Analysis analysis = AgainstBruteForce.analysed(Declarations.model("Merges", 1, 4, size, List.of(layers)));
        return analysis.last().get(0);
    }

    @Test
    void branchesThatShareAnUnknownOffsetMergeExactly() {
        Declaration[] layers = {
            conv("stem", Network.INPUT, 3, 2, SAME),
            conv("narrow", "stem", 3, 1, SAME),
            conv("wide", "stem", 4, 1, SAME),
            join("Add", "stem", "narrow", "wide")
        };
        ReceptiveField unknown = last(List.of(), layers);
        assertEquals(Optional.empty(), unknown.start());
        assertEquals(Optional.empty(), unknown.centre());
        for (long extent = 1; extent <= 20; extent++) {
            ReceptiveField known = last(List.of(extent), layers);
            assertEquals(known.size(), unknown.size());
            assertEquals(known.covered(), unknown.covered());
            assertEquals(known.jump(), unknown.jump());
            assertEquals(known.shortest(), unknown.shortest());
        }
    }

    @Test
    void branchesWithDifferentUnknownOffsetsLeaveTheSizeOpen() {
        ReceptiveField figures = last(
                List.of(),
                conv("narrow", Network.INPUT, 3, 2, SAME),
                conv("wide", Network.INPUT, 6, 2, SAME),
                join("Add", "narrow", "wide"));
        assertEquals(OptionalLong.empty(), figures.size());
        assertEquals(OptionalLong.empty(), figures.covered());
        assertEquals(Optional.empty(), figures.start());
        assertEquals(Optional.of(Rational.of(2)), figures.jump());
        assertTrue(figures.seen().uniform());
    }

    @Test
    void upsamplingToALayerGoesByTheRatioOfTheJumps() {
        Declaration[] layers = {
            conv("fine", Network.INPUT, 3, 2, List.of(1L)),
            conv("middle", "fine", 3, 2, List.of(1L)),
            conv("coarse", "middle", 3, 2, List.of(1L)),
            Declarations.layer("up", "Upsample", Map.of("to", "fine", "mode", "LINEAR")),
            join("Add", "fine", "up")
        };
        ReceptiveField unknown = last(List.of(), layers);
        ReceptiveField known = last(List.of(64L), layers);
        assertEquals(known, unknown);
        assertTrue(known.seen().uniform());
    }

    @Test
    void imagePoolingReachesEveryUnitOfAnUnknownExtent() {
        ReceptiveField figures = last(
                List.of(),
                conv("local", Network.INPUT, 3, 1, List.of(1L)),
                Declarations.layer("pooled", "GlobalPool", Map.of()),
                conv("mixed", "pooled", 1, 1, List.of(0L)),
                Declarations.layer("spread", "Upsample", Map.of("to", "local")),
                join("Concat", "local", "spread"));
        assertTrue(figures.seen().global());
        assertTrue(figures.seen().uniform());
        assertEquals(OptionalLong.of(3), figures.size());
        assertEquals(Optional.of(Rational.of(-1)), figures.start());
        assertEquals(Optional.of(Rational.ONE), figures.jump());
    }
}
