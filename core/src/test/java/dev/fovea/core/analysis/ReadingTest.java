package dev.fovea.core.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.network.Network;
import dev.fovea.core.resolve.NetworkBuilder;
import dev.fovea.core.testing.ModelText;
import dev.fovea.core.testing.Seeds;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Shares of a map that are skipped, also through views of it, against lists of positions from which views are cut. */
@Tag("random")
final class ReadingTest {
    private static final int PADDED = -1;

    /** A multiple of every period tried: two views and a reader with strides up to 3. */
    private static final int PERIOD = 216;

    private static final int EXTENT = 4 * PERIOD;

    private final StringBuilder text = new StringBuilder();
    private Random random = new Random(0);

    @Test
    void skippedPositionsOfASequenceAreThoseThatNoReaderReadsThroughAnyView() {
        int skipping = 0;
        int everything = 0;
        for (int seed = 0; seed < Seeds.times(500); seed++) {
            random = new Random(seed);
            text.setLength(0);
            text.append("m = Conv kernel=1\n");
            Set<Integer> read = new HashSet<>();
            int readers = 1 + random.nextInt(3);
            for (int reader = 0; reader < readers; reader++) {
                read.addAll(read("r" + reader));
            }
            int unread = 0;
            for (int position = PERIOD; position < 2 * PERIOD; position++) {
                unread += read.contains(position) ? 0 : 1;
            }
            assertEquals(Rational.of(unread, PERIOD), skipped(), text::toString);
            skipping += unread > 0 ? 1 : 0;
            everything += unread == 0 ? 1 : 0;
        }
        assertTrue(skipping > 100 && everything > 100, skipping + " skip, " + everything + " do not");
    }

    private Rational skipped() {
        Network network = NetworkBuilder.build(ModelText.model(
                        Map.of("axes", 1L, "channels", 0L, "size", List.of((long) EXTENT)), text.toString()))
                .network();
        return Skipping.of(
                        Reading.of(0, network, Readers.of(network)),
                        network.shape(0).extents())
                .map(skipped -> Rational.of(skipped.unread(), skipped.all()))
                .orElse(Rational.ZERO);
    }

    /** Adds views and a reader of the last, and says which positions that one reads. */
    private Set<Integer> read(String name) {
        List<Integer> map = new ArrayList<>(
                LongStream.range(0, EXTENT).mapToInt(Math::toIntExact).boxed().toList());
        String from = "m";
        int views = random.nextInt(3);
        for (int view = 0; view < views; view++) {
            map = view(name + "v" + view, from, map);
            from = name + "v" + view;
        }
        return read(name, from, map);
    }

    private List<Integer> view(String name, String from, List<Integer> map) {
        int amount = random.nextInt(4);
        List<Integer> view = new ArrayList<>();
        switch (random.nextInt(5)) {
            case 0 -> {
                text.append("%s = Crop padding=%d,0 from=%s\n".formatted(name, amount, from));
                view.addAll(map.subList(amount, map.size()));
            }
            case 1 -> {
                text.append("%s = Pad padding=%d,1 from=%s\n".formatted(name, amount, from));
                for (int i = 0; i < amount; i++) {
                    view.add(PADDED);
                }
                view.addAll(map);
                view.add(PADDED);
            }
            case 2 -> {
                int scale = 1 + random.nextInt(3);
                text.append("%s = Upsample scale=%d from=%s\n".formatted(name, scale, from));
                for (int position : map) {
                    for (int i = 0; i < scale; i++) {
                        view.add(position);
                    }
                }
            }
            case 3 -> {
                text.append("%s = Normalize from=%s\n".formatted(name, from));
                view.addAll(map);
            }
            default -> {
                int stride = 1 + random.nextInt(3);
                text.append("%s = Pool kernel=1 stride=%d from=%s\n".formatted(name, stride, from));
                for (int i = 0; i < map.size(); i += stride) {
                    view.add(map.get(i));
                }
            }
        }
        return view;
    }

    private Set<Integer> read(String name, String from, List<Integer> map) {
        int kernel = 1 + random.nextInt(3) / 2;
        int rate = 1 + random.nextInt(2);
        int stride = 1 + random.nextInt(3);
        text.append("%s = Pool kernel=%d rate=%d stride=%d from=%s\n".formatted(name, kernel, rate, stride, from));
        Set<Integer> read = new HashSet<>();
        for (int first = 0; first + (kernel - 1) * rate < map.size(); first += stride) {
            for (int tap = 0; tap < kernel; tap++) {
                read.add(map.get(first + tap * rate));
            }
        }
        return read;
    }

    /** A view computes nothing: each of its units holds what one unit of the map holds. */
    @Test
    void whatMixesUnitsIsNoView() {
        Map<String, Boolean> views = Map.of(
                "Upsample scale=2", true,
                "Upsample scale=2 mode=LINEAR", false,
                "Pool kernel=1 stride=2", true,
                "Pool kernel=2 stride=2", false,
                "Pool kernel=1,2 stride=2", false,
                "Pool kernel=2,1 stride=2", false,
                "Crop padding=1", true,
                "Conv kernel=1 stride=2", false,
                "Normalize", true,
                "Normalize value=GROUP", false);
        views.forEach((layer, isView) -> {
            Network network =
                    NetworkBuilder.build(ModelText.model("v = " + layer)).network();
            assertEquals(isView, Reading.isView(network.last()), layer);
        });
    }

    /** Of a pool of every second unit, a crop and a convolution with stride 3, the first two are views. */
    @Test
    void theFirstLayerThatLeavesPositionsOutIsTheOneThatSteps() {
        assertEquals(List.of("half", "half"), stepping("half = Pool kernel=1 stride=2\nc = Conv kernel=3 stride=1"));
        assertEquals(List.of("c", "c"), stepping("p = Crop padding=1\nc = Conv kernel=1 stride=3"));
        assertEquals(List.of("c", "half"), stepping("half = Pool kernel=1 stride=1,2\nc = Conv kernel=1 stride=3"));
        assertEquals(List.of("c", "c"), stepping("p = Crop padding=1\nc = Conv kernel=3 padding=1"));
    }

    /** What steps along the first axis, and along any. */
    private static List<String> stepping(String text) {
        Network network = NetworkBuilder.build(ModelText.model(text)).network();
        Reading reading =
                Reading.of(Network.INPUT, network, Readers.of(network)).get(0);
        return List.of(
                reading.stepping(0).layer().name(), reading.stepping().layer().name());
    }
}
