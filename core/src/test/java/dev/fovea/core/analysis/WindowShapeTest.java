package dev.fovea.core.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.network.Deformed;
import dev.fovea.core.network.Resample;
import dev.fovea.core.network.Step;
import dev.fovea.report.Rational;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What of a window decides whether it can be centred. */
final class WindowShapeTest {
    private static final Rational HALF = Rational.of(1, 2);

    @Test
    void aShapeIsWhatAWindowSpansAndItsStride() {
        Step.Window dilated = new Step.Window(2, 3, 4, 1, 0, 0);
        assertEquals(Optional.of(new WindowShape(5, 3)), WindowShape.of(dilated));
        assertEquals(Optional.of(new WindowShape(5, 3)), WindowShape.of(new Deformed(dilated, 2)));
        assertEquals(Optional.of(new WindowShape(7, 2)), WindowShape.of(new Step.Transposed(3, 2, 3, 0, 0)));
    }

    /** Eight units pooled to four are windows of two; to three they are of two sizes. */
    @Test
    void onlyPoolingInEqualPartsIsAWindow() {
        assertEquals(Optional.of(new WindowShape(2, 2)), WindowShape.of(new Resample(8, 4, Resample.Mode.ADAPTIVE)));
        assertEquals(Optional.empty(), WindowShape.of(new Resample(8, 3, Resample.Mode.ADAPTIVE)));
        assertEquals(Optional.empty(), WindowShape.of(new Resample(8, 4, Resample.Mode.NEAREST)));
        assertEquals(Optional.empty(), WindowShape.of(new Step.Whole()));
    }

    /**
     * A unit of stride s stands for positions 0 to s - 1, whose centre is (s - 1) / 2. An odd window that is centred on its
     * own position 0 is as far off; an even one can be centred between positions, and fits an even stride.
     */
    @Test
    void aWindowIsOffItsAreaByHalvesOfItsStride() {
        assertEquals(Rational.ONE, new WindowShape(3, 3).resampling(false));
        assertEquals(HALF, new WindowShape(3, 2).resampling(false));
        assertEquals(Rational.ZERO, new WindowShape(4, 2).resampling(false));
        assertEquals(HALF, new WindowShape(4, 3).resampling(false));
        // Where ends are compared, the unit's own position is the first of its area, whatever the window.
        assertEquals(HALF, new WindowShape(4, 2).resampling(true));
        assertEquals(Rational.ONE, new WindowShape(4, 3).resampling(true));
    }
}
