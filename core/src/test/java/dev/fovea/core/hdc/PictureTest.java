package dev.fovea.core.hdc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.exact.PositionSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pictures of what is read, position by position. */
final class PictureTest {
    @Test
    void aStackIsDrawnAloneAndBetweenItsNeighbours() {
        DilationAxis axis = DilationAxis.of(2, 3).withEntry(2).withExit(2, 6);
        assertEquals(Optional.of("#..#"), Picture.own(axis));
        // Taps at 0 and 1, each also 3 further on, and all those 6 further on.
        assertEquals(Optional.of("##.##.##.##"), Picture.full(axis));
    }

    @Test
    void eightyPositionsAreDrawnAndMoreAreNot() {
        assertEquals(Optional.of("#" + ".".repeat(78) + "#"), Picture.own(DilationAxis.of(2, 79)));
        assertEquals(Optional.empty(), Picture.own(DilationAxis.of(2, 80)));
        assertEquals(Optional.of("#".repeat(80)), Picture.of(PositionSet.range(-3, 76)));
        assertEquals(Optional.empty(), Picture.of(PositionSet.range(-3, 77)));
    }
}
