package dev.fovea.core.hdc;

import dev.fovea.core.exact.TapPolynomials;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How the paths through a stack share out among the residue classes of its divisor, counted from the first corner of its box:
 * a layer before a stack of rates 2 may make its coverage complete, but one class in two then gets twice the paths.
 *
 * @param paths number of paths per class in lowest terms, the entry and the exit layer's taps included
 */
public record Evenness(List<BigInteger> paths) {
    private static final long MOST_CLASSES = 256;

    /** The evenness of a stack; empty where its divisor is 1, or above 256. */
    static Optional<Evenness> of(DilationAxis axis, long divisor) {
        if (divisor < 2 || divisor > MOST_CLASSES) {
            return Optional.empty();
        }
        int classes = (int) divisor;
        BigInteger[] paths = new BigInteger[classes];
        Arrays.fill(paths, BigInteger.ZERO);
        paths[0] = BigInteger.ONE;
        for (Window window : axis.allWindows()) {
            paths = TapPolynomials.timesModulo(paths, window.step(), window.kernel());
        }
        BigInteger common = Arrays.stream(paths).reduce(BigInteger.ZERO, BigInteger::gcd);
        return Optional.of(new Evenness(
                Arrays.stream(paths).map(count -> count.divide(common)).toList()));
    }
}
