package dev.fovea.core.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.DeclarationFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** By how many declarations more one is like once a number of it is changed. */
final class SiblingsTest {
    private static final DeclarationFactory FACTORY = new DeclarationFactory();

    private static NumberChange.Member conv(long kernel, long padding, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("kernel", List.of(kernel));
        values.put("padding", List.of(padding));
        return new NumberChange.Member("", FACTORY.layer("conv", "Conv", values));
    }

    /** Of the changed one itself and the others. */
    private static int gained(NumberChange.Member changed, NumberChange.Member... others) {
        Siblings siblings = new Siblings(
                Stream.concat(Stream.of(changed), Stream.of(others)).toList());
        return siblings.gained(new NumberChange(changed, "padding", List.of(1L)));
    }

    @Test
    void thoseWithTheSameNumbersCountWhateverTheirChannelsAndWhatTheyRead() {
        assertEquals(
                2,
                gained(
                        conv(3, 2, Map.of("out", 4L)),
                        conv(3, 1, Map.of("out", 8L)),
                        conv(3, 1, Map.of("from", List.of("x")))));
    }

    @Test
    void thoseThatItIsLikeAlreadyCountAgainstIt() {
        assertEquals(
                -1, gained(conv(3, 2, Map.of()), conv(3, 2, Map.of()), conv(3, 2, Map.of()), conv(3, 1, Map.of())));
    }

    @Test
    void thoseWithAnotherNumberDoNotCount() {
        assertEquals(0, gained(conv(3, 2, Map.of()), conv(5, 1, Map.of()), conv(3, 1, Map.of("groups", 2L))));
    }

    @Test
    void usesOfAnotherBlockDoNotCount() {
        NumberChange.Member changed = use("A", 2);
        Siblings siblings = new Siblings(List.of(changed, use("A", 1), use("B", 1)));
        assertEquals(1, siblings.gained(new NumberChange(changed, "repeat", 1L)));
    }

    private static NumberChange.Member use(String name, long repeat) {
        BlockDeclaration block = new BlockDeclaration(
                name, true, 2, List.of(FACTORY.layer("conv", "Conv", Map.of("kernel", List.of(3L)))), List.of());
        Declaration use = FACTORY.layer("use", "Use", Map.of("block", name, "repeat", repeat));
        return new NumberChange.Member(
                "",
                new Declaration("use", use.operation(), use.values(), Map.of(), List.of(), Optional.of(block), false));
    }
}
