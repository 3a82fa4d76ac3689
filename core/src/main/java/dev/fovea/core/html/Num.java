package dev.fovea.core.html;

import java.util.OptionalLong;

/** Numbers as pages and figures write them. */
final class Num {
    private static final int GROUP = 3;

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

    static String grouped(OptionalLong value) {
        return value.isPresent() ? grouped(value.getAsLong()) : "?";
    }
}
