package dev.fovea.core.tiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.resolve.NetworkBuilder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sizes of the input that are proposed because the declared one does not run. */
final class NearestExtentsTest {
    private static final int MOST = 90;

    @Test
    void proposedSizesAreTheNearestThatRunAndLeaveNoFault() {
        RandomExactNetworks networks = new RandomExactNetworks(29);
        int proposals = 0;
        for (int i = 0; i < 2000; i++) {
            ExactNetwork exact = networks.next();
            if (exact.layers().stream().anyMatch(layer -> layer.kind().equals("Multiply"))) {
                // At the declared extent one of its inputs may be a single unit, which any other extent takes as well.
                continue;
            }
            int declared = 1 + i % (MOST / 2);
            NetworkBuilder.Built built = built(exact, declared);
            Optional<NearestExtents> nearest = NearestExtents.of(built.network(), 0);
            if (exact.extents(declared).isPresent()) {
                assertEquals(Optional.empty(), nearest, exact::toString);
                continue;
            }
            OptionalInt below = IntStream.iterate(declared, n -> n > 0, n -> n - 1)
                    .filter(n -> exact.extents(n).isPresent())
                    .findFirst();
            OptionalInt above = IntStream.rangeClosed(declared, MOST)
                    .filter(n -> exact.extents(n).isPresent())
                    .findFirst();
            assertEquals(
                    below.isPresent(),
                    nearest.isPresent() && nearest.get().below().isPresent(),
                    exact::toString);
            if (above.isPresent()) {
                assertEquals(
                        OptionalLong.of(above.getAsInt()), nearest.orElseThrow().above(), exact::toString);
                assertEquals(List.of(), ofExtents(built(exact, above.getAsInt())), exact::toString);
                assertTrue(
                        ofExtents(built).stream().allMatch(NearestExtentsTest::proposes), built.findings()::toString);
                proposals++;
            }
            if (below.isPresent()) {
                assertEquals(
                        OptionalLong.of(below.getAsInt()), nearest.orElseThrow().below(), exact::toString);
                assertEquals(List.of(), ofExtents(built(exact, below.getAsInt())), exact::toString);
            }
        }
        assertTrue(proposals > 25, "proposals " + proposals);
    }

    private static NetworkBuilder.Built built(ExactNetwork exact, int extent) {
        return NetworkBuilder.build(RandomExactNetworks.declare(exact, extent));
    }

    /** Channels that do not fit have nothing to do with sizes. */
    private static List<Finding> ofExtents(NetworkBuilder.Built built) {
        return built.findings().stream()
                .filter(finding -> !finding.message().contains("channels"))
                .toList();
    }

    private static boolean proposes(Finding finding) {
        return finding.message().contains("; or use an input of ");
    }
}
