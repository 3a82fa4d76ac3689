package dev.fovea.core.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.core.testing.ModelText;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the message on a stack says of the image, against pixels that are counted tap by tap. */
final class ImageLineTest {
    private static List<String> lines(String text) {
        Map<String, Object> input = Map.of("axes", 1L, "channels", 1L, "size", List.of());
        return Lint.run(ModelText.model(input, text), LintOptions.DEFAULT).findings().stream()
                .map(LintFinding::message)
                .flatMap(String::lines)
                .filter(line -> line.startsWith("  in the image"))
                .toList();
    }

    /** Pixels behind a unit: each layer adds its taps, so many pixels apart. */
    private static TreeSet<Integer> pixels(int[]... taps) {
        TreeSet<Integer> pixels = new TreeSet<>(List.of(0));
        for (int[] layer : taps) {
            TreeSet<Integer> more = new TreeSet<>();
            for (int pixel : pixels) {
                for (int tap = 0; tap < layer[0]; tap++) {
                    more.add(pixel + tap * layer[1]);
                }
            }
            pixels = more;
        }
        return pixels;
    }

    @Test
    void overlappingFieldsBelowLoseNoPixelThoughTheStackLosesPositions() {
        String stack = "b = Dilated kernel=3 rate=2\nc = Dilated kernel=3 rate=2";
        TreeSet<Integer> read = pixels(new int[] {3, 1}, new int[] {4, 2}, new int[] {3, 4}, new int[] {3, 4});
        assertEquals(read.last() + 1, read.size());
        assertEquals(
                List.of("  in the image it loses no pixel, since what it reads there overlaps"),
                lines("a = Conv kernel=3\np = Pool kernel=4 stride=2\n" + stack));
    }

    @Test
    void pixelsThatAreLostInTheImageAreCounted() {
        TreeSet<Integer> read = pixels(new int[] {2, 1}, new int[] {3, 8}, new int[] {3, 8});
        assertEquals(
                List.of("  in the image it reads %s of the %s pixels of its field"
                        .formatted(read.size(), read.last() + 1)),
                lines("p = Pool kernel=2 stride=2\nb = Dilated kernel=3 rate=4\nc = Dilated kernel=3 rate=4"));
    }

    @Test
    void nothingIsSaidOfTheImageWhereTheStackReadsItsPixels() {
        assertEquals(List.of(), lines("b = Dilated kernel=3 rate=2\nc = Dilated kernel=3 rate=2"));
        assertEquals(
                List.of(),
                lines("n = Normalize value=BATCH\nb = Dilated kernel=3 rate=2\nc = Dilated kernel=3 rate=2"));
    }
}
