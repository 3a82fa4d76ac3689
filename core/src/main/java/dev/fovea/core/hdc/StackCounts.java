package dev.fovea.core.hdc;

import dev.fovea.core.exact.Naturals;
import dev.fovea.core.exact.TapPolynomials;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The numbers of paths by which a chain of stride-1 layers reads the positions of its own grid along one axis: the
 * coefficients of the product of its {@linkplain TapPolynomials tap polynomials}.
 */
public final class StackCounts {
    /** Positions beyond which nothing is counted. */
    public static final long MOST = 1 << 13;

    private StackCounts() {}

    /** The stack alone; empty where its field is too large. */
    public static Optional<List<BigInteger>> own(DilationAxis axis) {
        return of(axis.ownWindows());
    }

    /** The stack with its entry and exit layer; empty where its field is too large. */
    public static Optional<List<BigInteger>> full(DilationAxis axis) {
        return of(axis.allWindows());
    }

    private static Optional<List<BigInteger>> of(List<Window> windows) {
        if (Coverage.size(windows) > MOST) {
            return Optional.empty();
        }
        BigInteger paths = BigInteger.ONE;
        Naturals counts = Naturals.ONE;
        for (Window window : windows) {
            paths = paths.multiply(BigInteger.valueOf(window.kernel()));
            counts = TapPolynomials.times(counts, (int) window.step(), window.kernel(), paths.bitLength());
        }
        return Optional.of(counts.all());
    }
}
