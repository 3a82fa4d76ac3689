package dev.fovea.core.html;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.hdc.DilationAxis;
import dev.fovea.core.hdc.StackCounts;
import dev.fovea.core.pathmap.Cells;
import dev.fovea.core.pathmap.Profile;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The small parts that figures are made of. */
final class DrawingTest {
    /** Rates 2, 2, 2 read every second row and column, 1, 2, 3 everything. */
    @Test
    void aFieldIsDrawnDottedAgainstItsFullSquare() {
        Cells dotted = square(121, 2, 2, 2);
        Cells full = square(121, 1, 2, 3);
        assertEquals(13, dotted.rows());
        assertEquals(13, full.rows());
        for (int i = 0; i < 13 * 13; i++) {
            boolean even = i / 13 % 2 == 0 && i % 13 % 2 == 0;
            assertEquals(even, dotted.shares().get(i) > 0);
            assertTrue(full.shares().get(i) > 0);
        }
        String svg = draw(dotted);
        assertEquals(7 * 6 + 6, runs(svg, "heat0"));
        assertEquals(0, runs(draw(full), "heat0"));
    }

    /** Of four pixels of a cell the dotted square reads one, so a line of three quarters goes through it. */
    @Test
    void whatIsReadInPartLooksSo() {
        String dotted = draw(square(12, 2, 2, 2));
        assertEquals(0, runs(dotted, "cells heat0"));
        assertEquals(6, runs(dotted, "heat0 part3"));
        assertEquals(7, runs(dotted, "heat0 part2"), "at the far borders half a cell, in the corner all of it");
        assertEquals(0, runs(dotted, "heat0 part1"));
        String full = draw(square(12, 1, 2, 3));
        assertFalse(full.contains("part"), full);
    }

    @Test
    void cellsAreMeansAndKnowWhatIsUnread() {
        List<BigInteger> counts =
                Stream.of(1, 0, 0, 0, 2).map(BigInteger::valueOf).toList();
        Cells cells = Cells.of(Profile.of(3, counts), 3);
        assertEquals(new Cells(2, 1, 5, List.of(250_000, 0, 1_000_000), List.of(1, 0, 1)), cells);
        assertArrayEquals(new int[] {2, 4, 0}, cells.unreadQuarters());
    }

    private static Cells square(int most, int... rates) {
        Profile counts =
                Profile.of(0, StackCounts.own(DilationAxis.of(3, rates)).orElseThrow());
        return Cells.product(counts, counts, most);
    }

    private static String draw(Cells cells) {
        Svg svg = new Svg(100, 100, "");
        Heat.draw(svg, cells, 0, 0, 100, 100);
        return svg.inline();
    }

    private static long runs(String svg, String classes) {
        int start = svg.indexOf(classes + "\" d=\"");
        return start < 0
                ? 0
                : svg.substring(start, svg.indexOf("/>", start))
                                .chars()
                                .filter(c -> c == 'h')
                                .count()
                        - classes.chars().filter(c -> c == 'h').count();
    }

    @Test
    void whatIsReadIsNeverDrawnAsUnread() {
        Profile steep = Profile.of(0, List.of(BigInteger.ONE, BigInteger.TEN.pow(400), BigInteger.ZERO));
        Cells cells = Cells.product(steep, steep, 3);
        assertEquals(List.of(1, 1, 0, 1, 1_000_000, 0, 0, 0, 0), cells.shares());
        String svg = draw(cells);
        assertEquals(3, runs(svg, "heat0"));
        assertEquals(2, runs(svg, "heat1"));
        assertEquals(1, runs(svg, "heat8"));
    }

    @Test
    void noLineToALabelCrossesAnother() {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            List<Labels.Label> labels = new ArrayList<>();
            double x = 70;
            for (int label = random.nextInt(9); label >= 0; label--) {
                x += random.nextInt(60);
                labels.add(new Labels.Label(x, "x".repeat(1 + random.nextInt(12))));
            }
            List<Integer> rows = Labels.rows(labels);
            for (int a = 0; a < rows.size(); a++) {
                for (int b = 0; b < rows.size(); b++) {
                    double left = labels.get(b).x() - labels.get(b).width();
                    boolean passes = labels.get(a).x() > left
                            && labels.get(a).x() < labels.get(b).x();
                    assertTrue(a == b || !passes || rows.get(a) < rows.get(b), labels + " " + rows);
                    boolean touches = left < labels.get(a).x()
                            && labels.get(a).x() - labels.get(a).width()
                                    < labels.get(b).x();
                    assertTrue(a == b || !touches || !rows.get(a).equals(rows.get(b)), labels + " " + rows);
                }
            }
        }
    }

    @Test
    void labelsBesideALineStayApart() {
        assertEquals(List.of(100.0, 85.0, 20.0, 70.0), Labels.apart(List.of(100.0, 97.0, 20.0, 95.0), 15));
    }

    @Test
    void ticksAreRoundAndFew() {
        assertEquals(List.of(0L, 100L, 200L, 300L, 400L), new Scale(false, 483, 0, 1).ticks());
        assertEquals(List.of(0L, 1L), new Scale(false, 1, 0, 1).ticks());
        assertEquals(List.of(1L, 4L, 16L, 64L, 256L), new Scale(true, 483, 0, 1).ticks());
        for (long most = 1; most > 0; most = most * 3 + 1) {
            int ticks = new Scale(false, most, 0, 1).ticks().size();
            assertTrue(ticks >= 2 && ticks <= 8, most + ": " + ticks);
            assertTrue(new Scale(true, most, 0, 1).ticks().size() <= 9);
            if (most > Long.MAX_VALUE / 4) {
                break;
            }
        }
        assertEquals(10, new Scale(true, 64, 10, 20).at(64));
        assertEquals(20, new Scale(true, 64, 10, 20).at(1));
        assertEquals(15, new Scale(true, 64, 10, 20).at(8), 1e-9);
        assertEquals(15, new Scale(false, 64, 10, 20).at(32));
    }

    @Test
    void numbersAreWrittenForPeople() {
        assertEquals("25,557,032", Num.grouped(25_557_032));
        assertEquals("-1,000", Num.grouped(-1000));
        assertEquals("999", Num.grouped(999));
        assertEquals("-123", Num.grouped(-123));
        assertEquals("-0.3", Num.at(-0.26));
        assertEquals("12", Num.at(11.96));
    }

    @Test
    void fileNamesAreSafeAndDifferent() {
        assertEquals("layer3-0.conv2", FileNames.safe("layer3[0].conv2"));
        assertEquals("a-u2f-b", FileNames.safe("a/b"));
        FileNames names = new FileNames();
        Set<String> given = new HashSet<>();
        for (String name : List.of("Net", "net", "NET", "..", "größe", "x".repeat(400), "x".repeat(399) + "y")) {
            String safe = names.unused(name);
            assertTrue(safe.matches("[\\w.$-]{1,124}"), safe);
            assertTrue(given.add(safe.toLowerCase(Locale.ROOT)), safe);
        }
        assertNotEquals(FileNames.safe("a$b"), FileNames.safe("a.b"));
    }

    @Test
    void markupIsEscaped() {
        assertEquals(
                "&lt;&amp;&gt;&quot;&#39;&#13;\n\t\ufffd\ufffd\ufffd\ud83d\ude00\\u202e",
                Markup.escape("<&>\"'\r\n\t\0\ud800\uffff\ud83d\ude00\u202e"));
    }
}
