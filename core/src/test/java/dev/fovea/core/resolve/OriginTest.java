package dev.fovea.core.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.Param;
import dev.fovea.core.finding.Site;
import dev.fovea.core.network.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the values of layers within blocks are written. */
final class OriginTest {
    private static final Declaration CONV = new Declaration(
            "conv",
            Operation.CONV,
            Map.of(
                    "kernel", List.of(3L),
                    "out", (long) Param.WIDTH,
                    "stride", List.of((long) Param.ARG1),
                    "groups", (long) Param.ARG3,
                    "rate", List.of((long) Param.RATE)),
            Map.of());

    private static Declaration use(String name, Declaration member, Map<String, Object> values) {
        BlockDeclaration block = new BlockDeclaration("test.B" + name, true, 2, List.of(member), List.of());
        return new Declaration(name, Operation.USE, values, Map.of(), List.of(), Optional.of(block), false);
    }

    private static final Declaration INNER = use(
            "inner",
            CONV,
            Map.of(
                    "width", (long) Param.OUT,
                    "args", List.of(5L, (long) Param.ARG2),
                    "rate", List.of(2L, (long) Param.RATE)));
    private static final Declaration OUTER =
            use("outer", INNER, Map.of("out", 64L, "args", List.of(7L, 8L, 9L), "rate", List.of(4L)));
    private static final List<Declaration> PATH = List.of(OUTER, INNER, CONV);

    @Test
    void aNumberIsWrittenWhereItStands() {
        assertEquals(new Origin(2, "kernel", -1), Origin.of(PATH, "kernel"));
        assertEquals(new Origin(2, "padding", -1), Origin.of(PATH, "padding"));
        assertEquals(new Origin(0, "out", -1), Origin.of(List.of(OUTER), "out"));
    }

    /** The convolution's out is the inner use's width, which is the outer one's out; its stride is entry 1, which is entry 2. */
    @Test
    void placeholdersLeadToTheOutermostUseThatStatesANumber() {
        assertEquals(new Origin(0, "out", -1), Origin.of(PATH, "out"));
        assertEquals(new Origin(0, "args", 2), Origin.of(PATH, "stride"));
        assertEquals(new Origin(0, "width", -1), Origin.of(List.of(INNER, CONV), "out"));
    }

    @Test
    void anEntryThatNobodyStatesIsMissingAtTheUse() {
        assertEquals(new Origin(1, "args", 3), Origin.of(PATH, "groups"));
    }

    /** Entry 0 of no entries, and entry 2 of two; entry 0 of a use is a number, whatever its other entries take. */
    @Test
    void entriesAreCountedFromZero() {
        Declaration first = new Declaration("conv", Operation.CONV, Map.of("out", (long) Param.ARG0), Map.of());
        Declaration third = new Declaration("conv", Operation.CONV, Map.of("out", (long) Param.ARG2), Map.of());
        Declaration none = use("none", first, Map.of("args", List.of()));
        assertEquals(new Origin(1, "args", 0), Origin.of(List.of(OUTER, none, first), "out"));
        Declaration two = use("two", third, Map.of("args", List.of(1L, 2L)));
        assertEquals(new Origin(1, "args", 2), Origin.of(List.of(OUTER, two, third), "out"));
        Declaration inner = use("inner", first, INNER.values());
        assertEquals(new Origin(1, "args", 0), Origin.of(List.of(OUTER, inner, first), "out"));
    }

    /** The first repetition of the inner use states its own rate, the second one takes that of the outer use. */
    @Test
    void eachRepetitionMayTakeItsRateFromElsewhere() {
        Site first = Site.of(0, "outer").within(0, 0, "inner").within(0, 0, "conv");
        Site second = Site.of(0, "outer").within(0, 0, "inner").within(1, 0, "conv");
        assertEquals(new Origin(1, "rate", -1), Origin.of(PATH, "rate", first, -1));
        assertEquals(new Origin(0, "rate", -1), Origin.of(PATH, "rate", second, -1));
    }

    @Test
    void oneEntryHoldsForAll() {
        assertEquals(3L, Origin.entry(List.of(3L), 5));
        assertEquals(4L, Origin.entry(List.of(3L, 4L), 1));
        assertEquals(3L, Origin.entry(List.of(3L, 4L), 2));
        assertEquals(List.of(), Origin.entry(List.of(), 0));
    }

    @Test
    void placeholdersAreTypedByTheirNames() {
        assertEquals("Param.RATE", Params.typed(List.of((long) Param.RATE)));
        assertEquals("Param.ARG3", Params.typed((long) Param.ARG3));
        assertEquals("[3, 5]", Params.typed(List.of(3L, 5L)));
        assertEquals(Optional.of("args"), Params.attribute(List.of(1L, (long) Param.ARG0)));
        assertEquals(Optional.of("width"), Params.attribute((long) Param.WIDTH));
        assertEquals(Optional.empty(), Params.attribute("width"));
        assertEquals(Optional.empty(), Params.attribute(List.of()));
        assertEquals(3, Params.entry(List.of(1L, (long) Param.ARG3)));
        assertEquals(-1, Params.entry((long) Param.OUT));
        assertEquals(-1, Params.entry(5L));
    }
}
