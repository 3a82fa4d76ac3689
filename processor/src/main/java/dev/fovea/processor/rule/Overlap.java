package dev.fovea.processor.rule;

import dev.fovea.processor.analysis.AxisFigures;
import dev.fovea.report.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The share of a field that the neighbouring unit sees too: {@code max(0, size - jump) / size}. */
record Overlap(Rational share) {
    /** The overlap along an axis; empty where a figure is unknown, or nothing is seen. */
    static Optional<Overlap> of(AxisFigures figures) {
        if (figures.size().isEmpty()
                || figures.jump().isEmpty()
                || figures.size().getAsLong() == 0) {
            return Optional.empty();
        }
        Rational size = Rational.of(figures.size().getAsLong());
        Rational shared = size.minus(figures.jump().get());
        return Optional.of(new Overlap(shared.compareTo(Rational.ZERO) <= 0 ? Rational.ZERO : shared.dividedBy(size)));
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
