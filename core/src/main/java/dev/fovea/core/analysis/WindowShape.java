package dev.fovea.core.analysis;

import dev.fovea.core.network.Resample;
import dev.fovea.core.network.Step;
import dev.fovea.report.Rational;
import java.util.Optional;

/**
 * What decides whether a window can be centred on the area that its unit stands for.
 *
 * @param span units from the first tap to the last, both included
 * @param stride of the window, or of the transposed window
 */
record WindowShape(long span, long stride) {
    /** The shape of a convolution, a pool or a transposed one; empty for other ways of resampling. */
    static Optional<WindowShape> of(Step step) {
        return step.stated()
                .map(window -> new WindowShape(window.reach() + 1, window.stride()))
                .or(() -> step.transposed().map(WindowShape::of))
                .or(() -> step.resample().filter(WindowShape::isPooling).map(WindowShape::of));
    }

    private static WindowShape of(Step.Transposed transposed) {
        long reach = Math.multiplyExact(transposed.kernel() - 1, transposed.rate());
        return new WindowShape(reach + 1, transposed.stride());
    }

    private static boolean isPooling(Resample resample) {
        return resample.mode() == Resample.Mode.ADAPTIVE && resample.in() % resample.out() == 0;
    }

    private static WindowShape of(Resample pooling) {
        return new WindowShape(pooling.in() / pooling.out(), pooling.in() / pooling.out());
    }

    boolean isEven() {
        return span % 2 == 0;
    }

    /** By how many finer units a strided window may be off its area: 0 where it can be centred. */
    Rational resampling(boolean causal) {
        if (causal || !isEven()) {
            return Rational.of(stride - 1, 2);
        }
        return stride % 2 == 0 ? Rational.ZERO : Rational.of(1, 2);
    }
}
