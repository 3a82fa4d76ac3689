package dev.fovea.core.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.network.Network;
import dev.fovea.core.resolve.NetworkBuilder;
import dev.fovea.core.testing.ModelText;
import dev.fovea.core.testing.Seeds;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Taps of windows that fall inside their maps, against counting each of them. */
@Tag("random")
final class ValidTapsTest {
    @Test
    void tapsInsideAreCountedOneByOne() {
        Random random = new Random(5);
        for (int i = 0; i < Seeds.times(600); i++) {
            int extent = 1 + random.nextInt(12);
            int kernel = 1 + random.nextInt(4);
            int stride = 1 + random.nextInt(3);
            int rate = 1 + random.nextInt(4);
            int begin = random.nextInt(6);
            int end = random.nextInt(6);
            int reach = (kernel - 1) * rate;
            if (extent + begin + end <= reach) {
                continue;
            }
            int out = (extent + begin + end - reach - 1) / stride + 1;
            int inside = 0;
            Set<Integer> taps = new HashSet<>();
            for (int unit = 0; unit < out; unit++) {
                for (int tap = 0; tap < kernel; tap++) {
                    int place = unit * stride - begin + tap * rate;
                    if (place >= 0 && place < extent) {
                        inside++;
                        taps.add(tap);
                    }
                }
            }
            String layer =
                    "Dilated kernel=%d stride=%d rate=%d padding=%d,%d".formatted(kernel, stride, rate, begin, end);
            ValidTaps.Counts counts = counts(extent, layer);
            assertEquals(
                    new ValidTaps.Counts(
                            BigInteger.valueOf(inside),
                            BigInteger.valueOf((long) kernel * out),
                            BigInteger.valueOf(taps.size())),
                    counts,
                    layer + " on " + extent);
            assertEquals(taps.size() == 1, counts.isOneTap());
            assertEquals(3 * inside < kernel * out, counts.isBelow(1, 3));
        }
    }

    @Test
    void whereTheMapFillsThePaddingEveryTapReadsIt() {
        ValidTaps.Counts counts = counts(4, "Conv kernel=3 padding=1 borders=REPLICATE");
        assertEquals(BigInteger.valueOf(12), counts.inside());
        assertEquals(BigInteger.valueOf(12), counts.all());
        assertEquals(BigInteger.valueOf(3), counts.taps());
    }

    @Test
    void withoutAnExtentOrAWindowNothingIsCounted() {
        Network open = NetworkBuilder.build(ModelText.model("c = Conv kernel=3 padding=1"))
                .network();
        assertEquals(Optional.empty(), ValidTaps.counts(open, open.last()));
        Network joined = network(4, "a = Conv kernel=3 padding=1\nb = Add from=a,<input>");
        assertEquals(Optional.empty(), ValidTaps.of(joined, joined.last()));
    }

    /** 3 taps on an extent of 2 with padding 1: two units, of which each has two taps inside, 4 of 6. */
    @Test
    void theShareIsRoundedToSixDecimals() {
        Network network = network(2, "c = Conv kernel=3 padding=1");
        assertEquals(
                "0.666667", ValidTaps.of(network, network.last()).orElseThrow().toPlainString());
        // Both units read padding alone: windows of one tap each, one before the map and one after it.
        Network none = network(1, "c = Conv kernel=1 stride=4 padding=2");
        assertEquals("0", ValidTaps.of(none, none.last()).orElseThrow().toPlainString());
    }

    /** A single tap is always inside, so that as many are inside as the map has units. */
    @Test
    void theNeededExtentIsTheLeastOfAll() {
        for (long least : List.of(1L, 2L, 3L, 4L, 5L, 31L, 32L, 33L, 1L << 20)) {
            assertEquals(OptionalLong.of(least), needed(1, "Conv kernel=1", atLeast(least)));
        }
        assertEquals(OptionalLong.empty(), needed(1, "Conv kernel=1", atLeast((1L << 20) + 1)));
    }

    @Test
    void noExtentHelpsWhereTheMapFillsItsPadding() {
        assertEquals(OptionalLong.empty(), needed(4, "Conv kernel=3 padding=1 borders=REPLICATE", counts -> true));
    }

    /** Axes that have more already keep what they have: 2 x 5 taps need 4 of the first axis for 20. */
    @Test
    void onlyAxesThatHaveLessAreTakenToGrow() {
        Network network = NetworkBuilder.build(ModelText.model(
                        Map.of("axes", 2L, "channels", 0L, "size", List.of(2L, 5L)), "c = Conv kernel=1"))
                .network();
        assertEquals(
                OptionalLong.of(4),
                ValidTaps.neededExtent(
                        network,
                        network.last(),
                        counts -> ValidTaps.together(counts).inside().longValueExact() >= 20));
    }

    @Test
    void aWindowIsWideWhereFewerThanAThirdOfItsTapsAreInside() {
        // One unit of three taps at -2, 0 and 2: one inside.
        assertTrue(isWide(1, "Dilated kernel=3 rate=2 padding=2"));
        // 3 units: taps -2 0 2, -1 1 3, 0 2 4: 2 + 1 + 2 of 9, and none is the only one.
        assertFalse(isWide(3, "Dilated kernel=3 rate=2 padding=2"));
        // 2 units of 7 taps from -3 on: 2 each of 14, fewer than a third; a pool has no weights to waste.
        assertTrue(isWide(2, "Conv kernel=7 padding=3"));
        assertFalse(isWide(2, "Pool kernel=7 stride=1 padding=3"));
        // On a single unit that is common.
        assertFalse(isWide(1, "Conv kernel=7 padding=3"));
        // 2 units of 6 taps: 2 of 6 each are a third, not fewer.
        assertFalse(isWide(2, "Conv kernel=6 padding=2,3"));
        assertFalse(isWide(1, "Dilated kernel=1 rate=9"));
    }

    /** 5 of 9 taps are inside along each axis, 25 of 81 along both: fewer than a third. A plain window is judged axis by axis. */
    @Test
    void aDilatedWindowIsJudgedOverAllAxesTogether() {
        assertTrue(
                isWide(Map.of("axes", 2L, "channels", 0L, "size", List.of(3L)), "Dilated kernel=3 rate=2 padding=2"));
        // Along the second axis 7 of 9, together 35 of 81.
        assertFalse(isWide(
                Map.of("axes", 2L, "channels", 0L, "size", List.of(3L)), "Dilated kernel=3 rate=2,1 padding=2,1"));
        // 4 of 10 taps along each axis.
        assertFalse(isWide(Map.of("axes", 2L, "channels", 0L, "size", List.of(2L)), "Conv kernel=5 padding=2"));
    }

    private static boolean isWide(Map<String, Object> input, String layer) {
        Network network =
                NetworkBuilder.build(ModelText.model(input, "c = " + layer)).network();
        List<ValidTaps.Counts> counts =
                ValidTaps.perAxis(network, network.last()).orElseThrow();
        return !WideWindow.isEnough(network, network.last(), counts);
    }

    private static boolean isWide(long extent, String layer) {
        return isWide(Map.of("axes", 1L, "channels", 0L, "size", List.of(extent)), layer);
    }

    private static Predicate<List<ValidTaps.Counts>> atLeast(long inside) {
        return counts -> counts.get(0).inside().compareTo(BigInteger.valueOf(inside)) >= 0;
    }

    private static OptionalLong needed(long extent, String layer, Predicate<List<ValidTaps.Counts>> enough) {
        Network network = network(extent, "c = " + layer);
        return ValidTaps.neededExtent(network, network.last(), enough);
    }

    private static ValidTaps.Counts counts(long extent, String layer) {
        Network network = network(extent, "c = " + layer);
        return ValidTaps.counts(network, network.last()).orElseThrow();
    }

    private static Network network(long extent, String text) {
        NetworkBuilder.Built built = NetworkBuilder.build(
                ModelText.model(Map.of("axes", 1L, "channels", 0L, "size", List.of(extent)), text));
        assertEquals(List.of(), built.findings());
        return built.network();
    }
}
