package dev.fovea.core.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.core.testing.ModelText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults that readers of the pages found, and that show in what is written; others are clicked in a browser. */
final class PageFaultsTest {
    private static final Map<String, Object> INPUT =
            Map.of("axes", 3L, "channels", 3L, "size", List.of(16L, 112L, 112L));
    private static final String FIRST = "a = Conv kernel=5,11,11 padding=2,5,5 out=640\n";
    private static final String STACK =
            "b = Dilated kernel=3 rate=2 padding=2 out=640\nc = Dilated kernel=3 rate=4 padding=4 out=640\n";

    @TempDir
    Path folder;

    private String page;

    @BeforeEach
    void draw() throws IOException {
        page = page("one", FIRST + STACK);
    }

    private String page(String name, String text) throws IOException {
        HtmlReports pages = new HtmlReports(folder.resolve(name), folder);
        pages.add(Lint.run(ModelText.model(INPUT, text), LintOptions.DEFAULT));
        pages.finish();
        return Files.readString(folder.resolve(name).resolve("test.Model.html"));
    }

    private static String anchors(String page) {
        return Pattern.compile("id=\"(layer-[^\"]*)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.joining(" "));
    }

    @Test
    void theVerdictIsInTheTitle() {
        assertTrue(page.contains("<title>\u2717 not sound: 1 error \u2013 "), page.substring(0, 400));
    }

    @Test
    void aLayerKeepsItsAnchorWhenAnotherIsInserted() throws IOException {
        assertEquals("layer-a layer-b layer-c", anchors(page));
        assertEquals(
                "layer-a layer-between layer-b layer-c",
                anchors(page("longer", FIRST + "between = Normalize value=BATCH\n" + STACK)));
    }

    @Test
    void eachSeverityHasItsOwnColourInTheGraphAndInEveryScheme() {
        for (String severity : List.of("error", "warning", "note")) {
            assertTrue(page.contains("#drawing ." + severity + " rect { stroke: var(--" + severity + ")"), severity);
        }
        Matcher scheme = Pattern.compile("--error: (\\S+); --warning: (\\S+); --note: (\\S+);")
                .matcher(page);
        int schemes = 0;
        while (scheme.find()) {
            schemes++;
            assertEquals(
                    3,
                    List.of(scheme.group(1), scheme.group(2), scheme.group(3)).stream()
                            .distinct()
                            .count());
        }
        assertEquals(3, schemes);
    }

    @Test
    void whatIsUnreadIsHatchedSoThatNoColourIsNeededToTell() {
        assertTrue(page.contains("<pattern"));
        assertTrue(page.contains("pattern .hatch {"));
    }

    @Test
    void rowsThatAreLinkedToAreNotBelowTheHeadingThatStays() {
        assertTrue(page.contains(".tall thead th { position: sticky; top: 0;"));
        assertTrue(Pattern.compile("\\.tall \\{[^}]*scroll-padding-top: [1-9]")
                .matcher(page)
                .find());
    }

    @Test
    void placesAreNotWrittenLikeExtents() {
        assertTrue(page.contains(">-2, -5, -5</td>"));
        assertFalse(Pattern.compile("-2\u00d7(<wbr>)?-5").matcher(page).find());
    }

    @Test
    void sharesArePercent() throws IOException {
        String shares = page("shares", "a = Dilated kernel=3 rate=1 padding=1 out=8\n");
        // One of three taps lies in the padding of one of 112 places at either side, so 1 - 2/336 of them do not.
        assertFalse(Pattern.compile(">0\\.9[89]\\d+<").matcher(shares).find(), "a share with six digits");
        assertTrue(Pattern.compile(">9[0-9]\\.[0-9] %").matcher(shares).find());
    }

    @Test
    void largeCostsShowThreeDigitsAndKeepTheOthersInATitle() {
        // 16 x 112 x 112 units of 640 channels, each of 27 taps in 640 channels.
        assertTrue(page.contains(" title=\"2,219,625,676,800\">2.22 T</td>"));
    }

    @Test
    void latticesAreInNoneOfTheColoursOfCounts() {
        assertTrue(page.contains("class=\"cells lattice1\""), "interleaved networks are drawn");
        for (int lattice = 1; lattice <= 8; lattice++) {
            String rule = ".figure .lattice" + lattice + " { stroke: var(--l" + lattice + "); }";
            assertTrue(page.contains(rule), rule);
        }
        List<String> lattices = colours("l");
        List<String> counts = colours("h");
        // Printed and dark pages state colours of their own; the eight of lattices hold in the dark as well.
        assertEquals(List.of(16, 24), List.of(lattices.size(), counts.size()));
        assertTrue(lattices.stream().noneMatch(counts::contains));
        assertEquals(8, lattices.stream().distinct().count());
    }

    private List<String> colours(String prefix) {
        return Pattern.compile("--" + prefix + "[1-8]: (#[0-9a-f]+);")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void theTitleOfAFigureOfThreeAxesIsWhole() throws IOException {
        String axes = page(
                "axes",
                "a = Conv kernel=3 padding=1 out=8\n"
                        + "b = Dilated kernel=3 rate=1,2,2 padding=1,2,2 out=8\n"
                        + "c = Dilated kernel=3 rate=2,4,4 padding=2,4,4 out=8\n"
                        + "d = Dilated kernel=3 rate=4,8,8 padding=4,8,8 out=8\n");
        String titles = Pattern.compile("<text[^>]*class=\"strong\"[^>]*>([^<]*)</text>")
                .matcher(axes)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.joining(" "));
        assertTrue(titles.contains("rates 1, 2, 4 in depth, 2, 4, 8 in height and width"), titles);
        assertFalse(titles.contains("\u2026"), titles);
    }
}
