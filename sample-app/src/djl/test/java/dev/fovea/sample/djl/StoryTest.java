package dev.fovea.sample.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The README tells what the story shows. The training is seeded, but processors round differently, which training magnifies:
 * accuracies may be a few points, and predictions a few pixels, off.
 */
@Isolated("replaces the console")
final class StoryTest {
    private static final Pattern ROW = Pattern.compile("(?m)^  (period .|all) +([0-9.]+) % +([0-9.]+) %$");
    private static final double POINTS = 4;
    private static final double SAME_PREDICTIONS = 0.95;

    @Test
    void readmeTellsIt(@TempDir Path directory) throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        String told = tell(directory);
        assertTrue(
                told.contains(
                        "of the 289 pixels of its 17x17 field, 289 are read as computed, 289 as measured by gradients: the same"),
                told);
        assertTrue(
                told.contains(
                        "of the 169 pixels of its 13x13 field, 49 are read as computed, 49 as measured by gradients: the same"),
                told);
        assertTrue(told.contains("The gridding twin is worse by "), told);
        List<MatchResult> expected = ROW.matcher(readme).results().toList();
        List<MatchResult> actual = ROW.matcher(told).results().toList();
        assertEquals(4, expected.size(), readme);
        assertEquals(4, actual.size(), told);
        for (int row = 0; row < 4; row++) {
            assertEquals(expected.get(row).group(1), actual.get(row).group(1));
            for (int network = 2; network <= 3; network++) {
                assertEquals(number(expected.get(row), network), number(actual.get(row), network), POINTS, told);
            }
        }
        assertEquals(1, same(directory, "fields.png", colour -> colour == Color.BLACK.getRGB() ? 0 : 1));
        assertTrue(same(directory, "stripes.png", colour -> colour) > SAME_PREDICTIONS);
    }

    @Test
    void verdictIsHonest() {
        assertEquals("The gridding twin is worse by 15.5 points.", Story.verdict(0.155));
        assertEquals("The gridding twin is not worse (0.4 points): here its holes cost nothing.", Story.verdict(0.004));
        assertEquals(
                "The gridding twin is not worse (-2.0 points): here its holes cost nothing.", Story.verdict(-0.02));
    }

    private static String tell(Path directory) throws IOException {
        PrintStream console = System.out;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setOut(new PrintStream(told, true));
        try {
            Story.main(new String[] {directory.toString()});
        } finally {
            System.setOut(console);
        }
        return told.toString();
    }

    private static double number(MatchResult row, int group) {
        return Double.parseDouble(row.group(group));
    }

    /** Share of the pixels that are what they are in the README's picture. */
    private static double same(Path directory, String file, IntUnaryOperator seen) throws IOException {
        BufferedImage actual = ImageIO.read(directory.resolve(file).toFile());
        BufferedImage expected = ImageIO.read(Path.of("../docs/images", file).toFile());
        assertEquals(expected.getWidth(), actual.getWidth(), file);
        assertEquals(expected.getHeight(), actual.getHeight(), file);
        long same = 0;
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                same += seen.applyAsInt(expected.getRGB(x, y)) == seen.applyAsInt(actual.getRGB(x, y)) ? 1 : 0;
            }
        }
        return (double) same / expected.getWidth() / expected.getHeight();
    }
}
