package dev.fovea.core.html;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalLong;

/** Numbers as pages and figures write them. */
final class Num {
    private static final int GROUP = 3;
    private static final long SMALLEST_ROUNDED = 1_000_000;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Num() {}

    /** A coordinate, to a tenth. */
    static String at(double value) {
        long tenths = Math.round(value * 10);
        String sign = tenths < 0 ? "-" : "";
        long whole = Math.abs(tenths) / 10;
        long rest = Math.abs(tenths) % 10;
        return sign + whole + (rest == 0 ? "" : "." + rest);
    }

    /** With commas between thousands. */
    static String grouped(long value) {
        String digits = Long.toString(value);
        StringBuilder text = new StringBuilder(digits);
        for (int i = digits.length() - GROUP; i > (value < 0 ? 1 : 0); i -= GROUP) {
            text.insert(i, ',');
        }
        return text.toString();
    }

    /** Of large numbers three digits and the unit, {@code 50.4 G}. */
    static String rounded(OptionalLong value) {
        if (value.isEmpty() || value.getAsLong() < SMALLEST_ROUNDED) {
            return grouped(value);
        }
        BigDecimal digits = BigDecimal.valueOf(value.getAsLong()).round(new MathContext(GROUP));
        int power = digits.precision() - digits.scale() - 1;
        return digits.scaleByPowerOfTen(-(power / GROUP) * GROUP).toPlainString() + " "
                + "kMGTPE".charAt(power / GROUP - 1);
    }

    /** A fraction in percent, to a tenth; what is not whole is never shown as whole. */
    static String percent(BigDecimal fraction) {
        BigDecimal percent = fraction.movePointRight(2);
        BigDecimal shown = percent.setScale(1, RoundingMode.HALF_EVEN);
        boolean isWhole = shown.compareTo(HUNDRED) == 0 || shown.signum() == 0;
        boolean hidesRest = isWhole && shown.compareTo(percent) != 0;
        return hidesRest
                ? shown.signum() == 0 ? "< 0.1 %" : "> 99.9 %"
                : shown.stripTrailingZeros().toPlainString() + " %";
    }

    static String grouped(OptionalLong value) {
        return value.isPresent() ? grouped(value.getAsLong()) : "?";
    }
}
