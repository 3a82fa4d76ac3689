package dev.fovea.report;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which extents of the input work along one axis, and which have further good properties. A set is empty where it is unknown.
 *
 * @param working no map becomes empty, merged maps agree, and linear layers and matrices over positions get the extent that they are declared
 *     for
 * @param lossless working, and no convolution or pool leaves out at its end what a longer input would let it read
 * @param uniform working, and each map that is resampled to another's extents is resampled by its integer ratio
 * @param proportional working, and the output's extent times its jump is the input's extent
 * @param below the largest working extent that is not above the declared one; empty where there is none, or nothing is
 *     declared
 * @param above the smallest working extent that is not below the declared one; empty where there is none, or nothing is
 *     declared
 */
public record InputExtents(
        Optional<ExtentSet> working,
        Optional<ExtentSet> lossless,
        Optional<ExtentSet> uniform,
        Optional<ExtentSet> proportional,
        OptionalLong below,
        OptionalLong above) {
    /** Nothing is known. */
    public static final InputExtents UNKNOWN = new InputExtents(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty());

    /** Rejects {@code null}. */
    public InputExtents {
        Copies.notNull(working, lossless, uniform, proportional, below, above);
    }

    /**
     * The extents that work in words, and where the declared one does not, those beside it that do.
     *
     * @return for instance {@code multiples of 16}
     */
    @Override
    public String toString() {
        String works = working.map(ExtentSet::toString).orElse("?");
        if (below.equals(above)) {
            return works;
        }
        String nearest = Stream.of(below, above)
                .flatMapToLong(OptionalLong::stream)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" or "));
        return works + "; the declared one does not work, " + nearest
                + (below.isPresent() && above.isPresent() ? " do" : " does");
    }
}
