package dev.fovea.core.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.resolve.ModelDeclaration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Layers that are alike and follow each other, as a loop in code makes them, have their acceptances together. */
final class UnusedOnAlikeTest {
    /** With a stride of 8 there are 8 units of 64, and 1 of 8: of 41 cells at most 8 fall on the second map, and at most 41 on the first. */
    private static List<String> found(int out) {
        ModelDeclaration model = Told.model(64, """
                a = Conv kernel=41 stride=8 padding=20 out=4
                b = Conv kernel=41 stride=8 padding=20 out=%s
                """.formatted(out));
        return Told.of(
                Told.accepting(Told.accepting(model, "a", "DegenerateDilation"), "b", "DegenerateDilation"),
                Told.BUT_UNREAD);
    }

    @Test
    void whatIsAcceptedOnAlikeLayersIsUsedWhereOneHasIt() {
        assertEquals(List.of(), found(4));
    }

    @Test
    void whatIsAcceptedOnLayersThatDifferIsUsedOnEach() {
        assertEquals(List.of("UnusedAcceptance at a"), found(5));
    }
}
