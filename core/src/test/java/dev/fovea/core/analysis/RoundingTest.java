package dev.fovea.core.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Step;
import dev.fovea.core.resolve.NetworkBuilder;
import dev.fovea.core.testing.ModelText;
import dev.fovea.core.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pixels lost by rounding, against marking every unit that is used. */
@Tag("random")
final class RoundingTest {
    private static final long SEED = 7;

    @Test
    void roundingCountsTheUnreadPixelsAtTheEnd() {
        Random random = new Random(SEED);
        int losses = 0;
        for (int i = 0; i < Seeds.times(6000); i++) {
            int extent = 4 + random.nextInt(60);
            String text = randomTree(random);
            NetworkBuilder.Built built = NetworkBuilder.build(
                    ModelText.model(Map.of("axes", 1L, "channels", 0L, "size", List.of((long) extent)), text));
            if (built.findings().isEmpty()) {
                long unread = unreadAtTheEnd(built.network(), extent);
                long lost =
                        Rounding.of(built.network(), 0).map(Rounding.Loss::lost).orElse(0L);
                assertEquals(unread, lost, extent + "\n" + text);
                losses += lost > 0 ? 1 : 0;
            }
        }
        assertTrue(losses > 500, "only " + losses);
    }

    /** Windows of at least their stride, each of which reads any map before it; what nothing reads is an output. */
    private static String randomTree(Random random) {
        StringBuilder text = new StringBuilder();
        List<String> maps = new ArrayList<>(List.of("<input>"));
        int layers = 1 + random.nextInt(5);
        for (int i = 0; i < layers; i++) {
            int kernel = 1 + random.nextInt(5);
            int stride = 1 + random.nextInt(kernel);
            String from = maps.get(Math.max(0, maps.size() - 1 - random.nextInt(3)));
            boolean pool = random.nextBoolean();
            text.append("l%d = %s kernel=%d stride=%d padding=%d from=%s"
                    .formatted(i, pool ? "Pool" : "Conv", kernel, stride, random.nextInt(kernel / 2 + 1), from));
            text.append(pool && random.nextInt(4) == 0 ? " ceilMode=true\n" : "\n");
            maps.add("l" + i);
        }
        return text.toString();
    }

    private static long unreadAtTheEnd(Network network, int extent) {
        List<boolean[]> used = new ArrayList<>(List.of(new boolean[extent]));
        boolean[] isRead = new boolean[network.layers().size() + 1];
        for (Layer layer : network.layers()) {
            used.add(new boolean[(int) layer.shape().extents().get(0).value()]);
            isRead[layer.links().get(0).source() + 1] = true;
        }
        for (int i = network.layers().size() - 1; i >= 0; i--) {
            Link link = network.layers().get(i).links().get(0);
            Step.Window window = (Step.Window) link.steps().get(0);
            for (int unit = 0; unit < used.get(i + 1).length; unit++) {
                if (!isRead[i + 1] || used.get(i + 1)[unit]) {
                    for (long tap = 0; tap < window.kernel(); tap++) {
                        long place = unit * window.stride() - window.begin() + tap;
                        if (place >= 0 && place < used.get(link.source() + 1).length) {
                            used.get(link.source() + 1)[(int) place] = true;
                        }
                    }
                }
            }
        }
        int unread = 0;
        while (!used.get(0)[extent - 1 - unread]) {
            unread++;
        }
        return unread;
    }

    /** The first of five windows leaves pixel 10 of 11; one of two readers of its map leaves a unit that the other reads. */
    @Test
    void aLayerThatAnotherMakesUpForLosesNothing() {
        assertLoss(11, """
                a = Conv kernel=2 stride=2
                all = Conv kernel=1 from=a
                some = Conv kernel=2 stride=2 from=a
                """, 1, "a");
    }

    /** Either of a and b would read the last of five pixels if it went on; the unit that c leaves is read by all. */
    @Test
    void layersThatLoseTheSamePixelAreAllNamed() {
        assertLoss(5, """
                a = Conv kernel=2 stride=2
                b = Conv kernel=2 stride=2 from=<input>
                odd = Conv kernel=2 padding=1 from=a
                all = Conv kernel=1 from=odd
                c = Conv kernel=2 stride=2 from=odd
                """, 1, "a", "b");
    }

    /** Pixels 1, 3 and 5 lie between taps, 6 of seven after the last of them: another window would begin beyond both. */
    @Test
    void pixelsBetweenTapsAreNotLostByRounding() {
        assertLoss(6, "a = Dilated kernel=2 rate=2 stride=2", 0);
        assertLoss(7, "a = Dilated kernel=2 rate=3 stride=2", 0);
        assertLoss(4, "a = Conv kernel=1 stride=2", 0);
        // Taps at 0 and 2, at 3 and 5; the next would be at 6 and 8.
        assertLoss(8, "a = Dilated kernel=2 rate=2 stride=3", 2, "a");
    }

    /** b reads unit 0 of a alone, of which unit 1 is the last: a need not reach the end. */
    @Test
    void aLayerOfWhichLittleIsUsedIsNotTheOneThatRounds() {
        assertLoss(5, "a = Conv kernel=2 stride=2\nb = Conv kernel=1 stride=2", 0);
    }

    /** 8192 units for two of three pixels: the window reads these, and fits once in 12288 units. */
    @Test
    void aLongPeriodIsFollowedUnitByUnit() {
        assertLoss(3, "a = Upsample scale=4096\nb = Conv kernel=8192 stride=8192", 1, "b");
    }

    @Test
    void whatIsReadAsAWholeIsReadToItsEnd() {
        assertLoss(5, "a = Conv kernel=2 stride=2\ng = GlobalPool", 1, "a");
        assertLoss(4, "a = Conv kernel=2 stride=2\ng = GlobalPool", 0);
    }

    @Test
    void nothingIsKnownWhereAnExtentIsNot() {
        Network open = NetworkBuilder.build(ModelText.model("a = Conv kernel=2 stride=2"))
                .network();
        assertEquals(Optional.empty(), Rounding.of(open, 0));
        Network faulty = NetworkBuilder.build(ModelText.model(
                        Map.of("axes", 1L, "channels", 3L, "size", List.of(5L)), "a = Conv kernel=2 stride=2 groups=2"))
                .network();
        assertEquals(Optional.empty(), Rounding.of(faulty, 0));
    }

    private static void assertLoss(long extent, String text, long lost, String... layers) {
        NetworkBuilder.Built built = NetworkBuilder.build(
                ModelText.model(Map.of("axes", 1L, "channels", 0L, "size", List.of(extent)), text));
        assertEquals(List.of(), built.findings());
        Optional<Rounding.Loss> loss = Rounding.of(built.network(), 0);
        assertEquals(
                List.of(layers),
                loss.map(Rounding.Loss::layers).orElse(List.of()).stream()
                        .map(built.network()::name)
                        .toList());
        assertEquals(lost, loss.map(Rounding.Loss::lost).orElse(0L));
        assertEquals(extent, loss.map(Rounding.Loss::extent).orElse(extent));
    }
}
