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
}
