package dev.fovea.core.rule;

import dev.fovea.core.analysis.ReceptiveField;
import dev.fovea.report.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The share of a field that the neighbouring unit sees too: {@code max(0, size - jump) / size}. */
record Overlap(Rational share) {
    /** The overlap along an axis; empty where a figure is unknown, or nothing is seen. */
    static Optional<Overlap> of(ReceptiveField figures) {
        return figures.overlap().map(Overlap::new);
    }

    boolean isAbove(long numerator, long denominator) {
        return share.compareTo(Rational.of(numerator, denominator)) > 0;
    }

    boolean isBelow(long numerator, long denominator) {
        return share.compareTo(Rational.of(numerator, denominator)) < 0;
    }

    /** {@code 98.4 %}. */
    @Override
    public String toString() {
        return new BigDecimal(share.toDecimal().toString())
                        .movePointRight(2)
                        .setScale(1, RoundingMode.HALF_EVEN)
                        .toPlainString()
                + " %";
    }
}
