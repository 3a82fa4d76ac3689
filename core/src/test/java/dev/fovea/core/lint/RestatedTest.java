package dev.fovea.core.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.Param;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Site;
import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.DeclarationFactory;
import dev.fovea.core.resolve.ModelDeclaration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Numbers of layers, written anew where their author wrote them. */
final class RestatedTest {
    private static final DeclarationFactory FACTORY = new DeclarationFactory();
    private static final BlockDeclaration BLOCK = new BlockDeclaration(
            "test.Unit",
            true,
            2,
            List.of(
                    FACTORY.layer("reduce", "Conv", Map.of("kernel", List.of((long) Param.KERNEL), "groups", (long)
                            Param.GROUPS)),
                    FACTORY.layer(
                            "spread",
                            "Dilated",
                            Map.of(
                                    "kernel", List.of(3L),
                                    "rate", List.of((long) Param.RATE),
                                    "stride", List.of((long) Param.ARG1))),
                    FACTORY.layer("last", "Conv", Map.of("kernel", List.of(3L), "stride", List.of((long) Param.ARG0)))),
            List.of());
    private static final ModelDeclaration MODEL = new ModelDeclaration(
            "test.Model",
            FACTORY.values("Input", Map.of()),
            Optional.empty(),
            List.of(
                    FACTORY.layer("stem", "Conv", Map.of("kernel", List.of(7L, 5L), "stride", List.of(2L))),
                    use(Map.of(
                            "block", "test.Unit",
                            "repeat", 2L,
                            "kernel", List.of(5L),
                            "rate", List.of(1L, 2L),
                            "args", List.of(4L, 6L)))));

    private static Declaration use(Map<String, Object> values) {
        Declaration use = FACTORY.layer("u", "Use", values);
        return new Declaration("u", use.operation(), use.values(), use.beside(), List.of(), Optional.of(BLOCK), false);
    }

    @Test
    void aNumberOfTheModelIsWrittenThere() {
        Site stem = Site.of(0, "stem");
        assertEquals(List.of(9L, 9L), restated(Place.attribute(stem, "kernel"), 9, 0, "kernel"));
        assertEquals(List.of(1L), restated(Place.attribute(stem, "stride"), 1, 0, "stride"));
        assertEquals(3L, restated(Place.attribute(stem, "groups"), 3, 0, "groups"));
    }

    /** What the block takes from its user is written at the use, for all repetitions. */
    @Test
    void anArgumentIsWrittenAtTheUse() {
        Site reduce = Site.of(1, "u").within(1, 0, "reduce");
        assertEquals(List.of(3L), restated(Place.attribute(reduce, "kernel"), 3, 1, "kernel"));
        assertEquals(8L, restated(Place.attribute(reduce, "groups"), 8, 1, "groups"));
        Site spread = Site.of(1, "u").within(1, 1, "spread");
        assertEquals(List.of(3L, 3L), restated(Place.attribute(spread, "rate"), 3, 1, "rate"));
        assertEquals(List.of(4L, 3L), restated(Place.attribute(spread, "stride"), 3, 1, "args"));
        Site last = Site.of(1, "u").within(1, 2, "last");
        assertEquals(List.of(3L, 6L), restated(Place.attribute(last, "stride"), 3, 1, "args"));
    }

    @Test
    void aNumberOfABlockIsWrittenInTheBlock() {
        Site spread = Site.of(1, "u").within(0, 1, "spread");
        ModelDeclaration restated =
                Restated.with(MODEL, Place.attribute(spread, "kernel"), 5).orElseThrow();
        assertEquals(MODEL.layers().get(0), restated.layers().get(0));
        assertEquals(MODEL.layers().get(1).values(), restated.layers().get(1).values());
        BlockDeclaration block = restated.layers().get(1).block().orElseThrow();
        assertEquals(BLOCK.layers().get(0), block.layers().get(0));
        assertEquals(List.of(5L), block.layers().get(1).values().get("kernel"));
        assertEquals(
                BLOCK.layers().get(1).values().get("rate"),
                block.layers().get(1).values().get("rate"));
        assertEquals("test.Unit", block.name());
        assertEquals(MODEL.model(), restated.model());
    }

    /** Equal names elsewhere are other members. */
    @Test
    void onlyTheMemberOfItsOwnerChanges() {
        ModelDeclaration restated = Restated.with(MODEL, "", "reduce", "kernel", List.of(9L));
        assertEquals(MODEL, restated);
    }

    /** A pool strides by its kernel where it states no stride: there is no number to write another one for. */
    @Test
    void whatIsNotWrittenCannotBeRestated() {
        ModelDeclaration model = new ModelDeclaration(
                "test.Pools",
                FACTORY.values("Input", Map.of()),
                Optional.empty(),
                List.of(FACTORY.layer("p", "Pool", Map.of("kernel", List.of(2L)))));
        Site pool = Site.of(0, "p");
        assertEquals(Optional.empty(), Restated.with(model, Place.attribute(pool, "stride"), 1));
        assertEquals(Optional.empty(), Restated.with(model, Place.attribute(pool, "type"), 1));
        assertEquals(Optional.empty(), Restated.with(model, Place.attribute(pool, "rates"), 1));
    }

    private static Object restated(Place place, long number, int declaration, String attribute) {
        ModelDeclaration restated = Restated.with(MODEL, place, number).orElseThrow();
        for (int i = 0; i < MODEL.layers().size(); i++) {
            if (i != declaration) {
                assertEquals(MODEL.layers().get(i), restated.layers().get(i));
            }
        }
        return restated.layers().get(declaration).values().get(attribute);
    }
}
