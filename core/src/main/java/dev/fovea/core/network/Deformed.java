package dev.fovea.core.network;

import dev.fovea.report.Rational;
import java.util.List;
import java.util.Optional;

/**
 * Deformable convolution: a window whose taps move by up to {@code reach} units to either side.
 */
public record Deformed(Step.Window nominal, long reach) implements Step {
    /** The window of all places that a tap can move to. */
    public Step.Window widening() {
        return new Step.Window(2 * reach + 1, 1, 1, reach, reach, 0);
    }

    @Override
    public Step.Reading reading() {
        return Step.Reading.DATA_DEPENDENT;
    }

    @Override
    public Optional<Rational> scale() {
        return nominal.scale();
    }

    @Override
    public List<Step.Local> locals() {
        return List.of(widening(), nominal);
    }

    @Override
    public Optional<Deformed> deformed() {
        return Optional.of(this);
    }
}
