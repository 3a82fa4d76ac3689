package dev.fovea.core.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.network.Network;
import dev.fovea.core.network.Step;
import dev.fovea.core.network.Units;
import dev.fovea.core.resolve.NetworkBuilder;
import dev.fovea.core.testing.ModelText;
import dev.fovea.core.testing.Seeds;
import dev.fovea.report.Rational;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Shares of a map that are skipped, against looking at every position. */
@Tag("random")
final class SkippingTest {
    private static final long SEED = 11;

    /** Least common multiple of the strides tried. */
    private static final int PERIOD = 12;

    private static final int FAR = 10 * PERIOD;

    @Test
    void windowsOnTwoAxesMaySkipTogether() {
        Random random = new Random(SEED);
        int skipping = 0;
        for (int i = 0; i < Seeds.times(3000); i++) {
            StringBuilder text = new StringBuilder("m = Conv kernel=1\n");
            int readers = 1 + random.nextInt(3);
            for (int reader = 0; reader < readers; reader++) {
                text.append("r%d = Conv from=m".formatted(reader));
                if (random.nextInt(3) == 0) {
                    text = new StringBuilder(text.toString()
                                    .replace("r%d = Conv".formatted(reader), "r%d = Dilated".formatted(reader)))
                            .append(" rate=%d,%d".formatted(1 + random.nextInt(3), 1 + random.nextInt(3)));
                }
                text.append(" kernel=%d,%d".formatted(1 + random.nextInt(3), 1 + random.nextInt(3)));
                text.append(" stride=%d,%d".formatted(1 + random.nextInt(4), 1 + random.nextInt(4)));
                text.append(" padding=%d,%d\n".formatted(random.nextInt(3), random.nextInt(3)));
            }
            Network network =
                    NetworkBuilder.build(ModelText.model(text.toString())).network();
            List<Readers.Reader> all = Readers.of(network).of(0);
            Rational expected = Rational.of(unread(all), PERIOD * PERIOD);
            Rational found = skipped(network, 0);
            assertEquals(expected, found, text::toString);
            boolean skips = !found.equals(Rational.ZERO);
            if (skips && i % 5 == 0) {
                assertNarrowest(network, all, text.toString());
            }
            skipping += skips ? 1 : 0;
        }
        assertTrue(skipping > 500, "only " + skipping);
    }

    /** The first reader that leaves most positions out, and the first axis along which it does. */
    private static void assertNarrowest(Network network, List<Readers.Reader> readers, String text) {
        int narrowest = 0;
        for (int i = 1; i < readers.size(); i++) {
            narrowest = unread(readers.subList(i, i + 1)) > unread(readers.subList(narrowest, narrowest + 1))
                    ? i
                    : narrowest;
        }
        Step.Window rows = (Step.Window) readers.get(narrowest).link().steps().get(0);
        boolean skipsRows = IntStream.range(FAR, FAR + PERIOD).anyMatch(row -> !reads(rows, row));
        Skipping found = Skipping.of(
                        Reading.of(0, network, Readers.of(network)),
                        network.shape(0).extents())
                .orElseThrow();
        assertEquals(narrowest, found.narrowest(), text);
        assertEquals(skipsRows ? 0 : 1, found.axis(), text);
    }

    private static Rational skipped(Network network, int map) {
        return Skipping.of(
                        Reading.of(map, network, Readers.of(network)),
                        network.shape(map).extents())
                .map(skipped -> Rational.of(skipped.unread(), skipped.all()))
                .orElse(Rational.ZERO);
    }

    private static int unread(List<Readers.Reader> readers) {
        int unread = 0;
        for (int row = FAR; row < FAR + PERIOD; row++) {
            for (int column = FAR; column < FAR + PERIOD; column++) {
                int y = row;
                int x = column;
                boolean read = readers.stream()
                        .anyMatch(reader -> reads(
                                        (Step.Window) reader.link().steps().get(0), y)
                                && reads((Step.Window) reader.link().steps().get(1), x));
                unread += read ? 0 : 1;
            }
        }
        return unread;
    }

    private static boolean reads(Step.Window window, int position) {
        for (long unit = 0; unit < 2 * FAR; unit++) {
            for (long tap = 0; tap < window.kernel(); tap++) {
                if (unit * window.stride() - window.begin() + tap * window.rate() == position) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void resamplingToFewerUnitsSkipsPositions() {
        for (long in = 1; in <= 24; in++) {
            for (long out = 1; out <= in; out++) {
                for (String mode : List.of("NEAREST", "LINEAR")) {
                    Network network = NetworkBuilder.build(ModelText.model(
                                    Map.of("axes", 1L, "channels", 0L, "size", List.of(in)),
                                    "r = Upsample size=%d mode=%s".formatted(out, mode)))
                            .network();
                    Set<Long> read = new HashSet<>();
                    Step.Local step = (Step.Local) network.layers().get(0).step(0);
                    for (long unit = 0; unit < out; unit++) {
                        Units units = step.reads(unit);
                        for (long i = 0; i < units.count(); i++) {
                            read.add(Math.max(0, Math.min(in - 1, units.first() + i)));
                        }
                    }
                    Rational found = skipped(network, Network.INPUT);
                    assertEquals(Rational.of(in - read.size(), in), found, in + " to " + out + ", " + mode);
                }
            }
        }
    }

    /** What the upsampled map leaves out of every second position depends on an extent that nobody knows. */
    @Test
    void besideAReaderThatIsNotKnownNothingIsKnown() {
        Network network = NetworkBuilder.build(ModelText.model("""
                        m = Conv kernel=1
                        half = Conv kernel=1 stride=2
                        sized = Upsample size=7 from=m
                        out = Conv kernel=1
                        """)).network();
        List<Reading> readings = Reading.of(0, network, Readers.of(network));
        assertEquals(2, readings.size());
        assertEquals(Optional.empty(), Skipping.of(readings, network.shape(0).extents()));
        assertTrue(
                Skipping.of(readings.subList(0, 1), network.shape(0).extents()).isPresent());
    }

    /**
     * With an unknown extent, SAME of kernel 3 and stride 4 begins 0 or 1 units before the map: who knows which quarter is
     * skipped, beside a window that begins with the map?
     */
    @Test
    void patternsAnUnknownDistanceApartAreNotJoined() {
        String same = "m = Conv kernel=1\na = Pool kernel=3 stride=4 padding=SAME from=m\n";
        String plain = "b = Conv kernel=1 stride=4 from=m\n";
        assertEquals(Optional.empty(), skipping(same + plain));
        assertEquals(Optional.empty(), skipping("m = Conv kernel=1\n" + plain + same.substring(same.indexOf("a ="))));
        assertEquals(Optional.of(new Skipping(7, 16, 0, 0)), skipping(same));
        // The same windows again; and others that leave out the same columns, but no row.
        assertEquals(
                Optional.of(new Skipping(7, 16, 0, 0)),
                skipping(same + "b = Pool kernel=3 stride=4 padding=SAME from=m\n"));
        assertEquals(
                Optional.of(new Skipping(4, 16, 0, 0)),
                skipping(same + "b = Pool kernel=3 stride=1,4 padding=SAME from=m\n"));
    }

    @Test
    void commonPeriodsAreFollowedUpToTheLongest() {
        assertEquals(
                Optional.of(new Skipping(4095, 4096, 0, 0)),
                skipping("m = Conv kernel=1\na = Conv kernel=1 stride=4096,1"));
        assertEquals(
                Optional.empty(),
                skipping("m = Conv kernel=1\na = Conv kernel=1 stride=64\nb = Conv kernel=1 stride=81 from=m"));
    }

    private static Optional<Skipping> skipping(String text) {
        Network network = NetworkBuilder.build(ModelText.model(text)).network();
        return Skipping.of(
                Reading.of(0, network, Readers.of(network)), network.shape(0).extents());
    }
}
