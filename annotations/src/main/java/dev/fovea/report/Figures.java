package dev.fovea.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** How figures that are not integers are rounded and noted, so that equal figures are equal objects. */
final class Figures {
    static final int DECIMALS = 6;
    static final RoundingMode ROUNDING = RoundingMode.HALF_EVEN;

    private Figures() {}

    static Optional<BigDecimal> normal(Optional<BigDecimal> figure) {
        return figure.isPresent() ? Optional.of(normal(figure.get())) : figure;
    }

    /** At most six decimals, no trailing zeros, and a scale that prints without an exponent. */
    static BigDecimal normal(BigDecimal figure) {
        BigDecimal rounded = figure.scale() > DECIMALS ? figure.setScale(DECIMALS, ROUNDING) : figure;
        BigDecimal stripped = rounded.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
