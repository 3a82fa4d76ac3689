package dev.fovea.core.paths;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.resolve.NetworkBuilder;
import dev.fovea.core.testing.Seeds;
import dev.fovea.core.vectors.Declarations;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Effective fields of networks so deep that their numbers of paths have hundreds of digits. */
@Tag("random")
final class DeepPathsTest {
    private static final MathContext EXACT = new MathContext(60);

    @Test
    void deepRandomNetworksHaveTheFieldsOfTheirTrueNumbers() {
        Random random = new Random(5);
        for (int i = 0; i < Seeds.times(12); i++) {
            check(DeepNetwork.random(random, 60 + random.nextInt(180)));
        }
    }

    @Test
    void theTrunkOfEsrganHasAnEffectiveField() {
        check(DeepNetwork.denseResidual(23));
    }

    /** Their fields have a period of 16 units, of thousands of pixels each. */
    @Test
    void eightHourglassesHaveAnEffectiveField() {
        check(DeepNetwork.hourglasses(8));
    }

    /** Where no numbers are followed any more, moments still are. */
    @Test
    void aChainOfAThousandLayersHasAnEffectiveField() {
        DeepNetwork chain = new DeepNetwork();
        int last = -1;
        for (int i = 0; i < 1000; i++) {
            last = chain.conv(last, 3, 1, 1);
        }
        check(chain);
    }

    @Test
    void wideRowsAreNotFollowedButTheirMomentsAre() {
        DeepNetwork wide = new DeepNetwork();
        int last = -1;
        for (int rate = 1; rate <= 1 << 22; rate *= 2) {
            last = wide.conv(last, 2, 1, rate);
        }
        PathCounts counts = counts(wide);
        assertEquals(Optional.empty(), counts.bulk(last, 0, 1));
        EffectiveField field = counts.field(last, 0).orElseThrow();
        BigDecimal squares = new BigDecimal(BigInteger.ONE.shiftLeft(46).subtract(BigInteger.ONE));
        assertEquals(
                squares.divide(BigDecimal.valueOf(12), EXACT).sqrt(EXACT).setScale(6, RoundingMode.HALF_EVEN),
                field.deviation());
        assertEquals(OptionalLong.empty(), field.width());
    }

    private static PathCounts counts(DeepNetwork deep) {
        return PathCounts.of(
                Analysis.of(NetworkBuilder.build(Declarations.model("Net", 2, 1, List.of(), deep.declarations()))
                        .network()));
    }

    private static void check(DeepNetwork deep) {
        TreeMap<Long, BigInteger> truth = deep.paths();
        PathCounts counts = counts(deep);
        for (int axis = 0; axis < 2; axis++) {
            EffectiveField field = counts.field(deep.size() - 1, axis).orElseThrow();
            assertEquals(deviation(truth), field.deviation());
            assertEquals(OptionalLong.of(width(truth)), field.width());
            PathCounts.Line line = counts.line(deep.size() - 1, axis).orElseThrow();
            assertEquals(truth.lastKey() - truth.firstKey() + 1, line.counts().size());
            boolean rounded = false;
            for (int i = 0; i < line.counts().size(); i++) {
                BigInteger exact = truth.getOrDefault(truth.firstKey() + i, BigInteger.ZERO);
                BigInteger over = line.counts().get(i).subtract(exact);
                assertTrue(over.signum() >= 0 && over.compareTo(line.error()) <= 0, over + " of " + line.error());
                assertEquals(exact.signum(), line.counts().get(i).signum());
                rounded |= over.signum() > 0;
            }
            assertEquals(total(truth).bitLength() > Row.MOST_BITS, rounded);
        }
        assertFalse(truth.isEmpty());
    }

    private static BigInteger total(TreeMap<Long, BigInteger> counts) {
        return counts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigDecimal deviation(TreeMap<Long, BigInteger> counts) {
        BigInteger first = BigInteger.ZERO;
        BigInteger second = BigInteger.ZERO;
        for (long position : counts.keySet()) {
            BigInteger moment = counts.get(position).multiply(BigInteger.valueOf(position));
            first = first.add(moment);
            second = second.add(moment.multiply(BigInteger.valueOf(position)));
        }
        BigInteger total = total(counts);
        return new BigDecimal(total.multiply(second).subtract(first.pow(2)))
                .divide(new BigDecimal(total.pow(2)), EXACT)
                .sqrt(EXACT)
                .setScale(6, RoundingMode.HALF_EVEN);
    }

    private static long width(TreeMap<Long, BigInteger> counts) {
        BigInteger least = total(counts).multiply(BigInteger.valueOf(9545));
        BigInteger sum = BigInteger.ZERO;
        long first = counts.firstKey();
        long shortest = Long.MAX_VALUE;
        for (long last = first; last <= counts.lastKey(); last++) {
            sum = sum.add(counts.getOrDefault(last, BigInteger.ZERO));
            while (sum.multiply(BigInteger.valueOf(10_000)).compareTo(least) >= 0) {
                shortest = Math.min(shortest, last - first + 1);
                sum = sum.subtract(counts.getOrDefault(first, BigInteger.ZERO));
                first++;
            }
        }
        return shortest;
    }
}
