package dev.fovea.core.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.network.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many layers blocks within blocks become. */
final class ExpandedSizeTest {
    @Test
    void repetitionsMultiplyAndMembersAdd() {
        BlockDeclaration three = block("Three", layer(), layer(), layer());
        assertEquals(3, size(use(three, 1L)));
        assertEquals(12, size(use(three, 4L)));
        // One layer, three repetitions of three, and one use of them more.
        BlockDeclaration outer = block("Outer", layer(), use(three, 3L), use(three, 1L));
        assertEquals(26, size(use(outer, 2L)));
    }

    @Test
    void whatIsNoNumberOfRepetitionsCountsAsOne() {
        BlockDeclaration two = block("Two", layer(), layer());
        assertEquals(2, size(use(two, 0L)));
        assertEquals(2, size(use(two, -5L)));
        assertEquals(2, size(use(two, (1L << 24) + 1)));
        assertEquals(2L << 24, size(use(two, 1L << 24)));
        assertEquals(1, size(new Declaration("x", Operation.USE, Map.of(), Map.of())));
    }

    /** Forty blocks, each of which uses the one before twice: 2^40 layers, counted as 2^31 - 1. */
    @Test
    void whatDoublesAgainAndAgainIsCountedInTime() {
        BlockDeclaration block = block("B0", layer());
        for (int i = 1; i <= 40; i++) {
            block = block("B" + i, use(block, 1L), use(block, 1L));
        }
        assertEquals(Integer.MAX_VALUE, size(use(block, 1L)));
        assertEquals(Integer.MAX_VALUE, size(use(block, 1L << 24)));
    }

    private static long size(Declaration use) {
        return new ExpandedSize().of(use);
    }

    private static Declaration layer() {
        return new Declaration("c", Operation.CONV, Map.of("kernel", List.of(3L)), Map.of());
    }

    private static Declaration use(BlockDeclaration block, long repeat) {
        return new Declaration(
                "u", Operation.USE, Map.of("repeat", repeat), Map.of(), List.of(), Optional.of(block), false);
    }

    private static BlockDeclaration block(String name, Declaration... layers) {
        return new BlockDeclaration(name, true, 2, new ArrayList<>(List.of(layers)), List.of());
    }
}
