package dev.fovea.processor.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Found;
import dev.fovea.processor.testing.Models;
import dev.fovea.processor.testing.Severity;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;

/** The pages of a compilation: which files there are, what they hold, and what becomes of hostile texts and folders. */
final class PagesTest {
    private static final Pattern REPORT =
            Pattern.compile("(?s)<script type=\"application/json\" id=\"report\">\n(.*?)</script>");
    private static final Pattern OUTSIDE =
            Pattern.compile("<link|\\ssrc=|url\\((?!#)|@import|href=\"(?!#|index\\.html|[\\w.$-]+\\.html)[^\"]*");

    private static final Source MODELS = Source.of("""
            package com.acme;

            import dev.fovea.*;

            @Network(input = @Input(channels = 3, size = {64, 48}), objectSizes = {16})
            class SegNet {
                @Conv(kernel = 3, padding = 1, stride = 2, out = 8) Object stem;
                @Dilated(kernel = 3, rate = 2, padding = 2) Object d1;
                @Dilated(kernel = 3, rate = {4, 2}, padding = {4, 2}) Object d2;
                @Conv(kernel = 1) @Endpoint("</script><script>alert(1)</script>") Object größe_大きさ;
                @GlobalPool @Accept(value = "SmallField", reason = "\\u202e & \\"<b>\\" ]]> --> \\ud800")
                Object pool;
            }

            class Outer {
                static class Sequence {
                    @Dilated(kernel = 2, rate = 4) @Accept(value = "DilationCommonDivisor", reason = "</pre>") Object a;
                    @Dilated(kernel = 2, rate = 8) Object b;
                    @TransposedConv(kernel = 3, stride = 2) Object up;
                }
            }

            @Network(input = @Input(axes = 3))
            enum Volume {
                @Conv(kernel = {1, 3, 3}) FLAT,
                @Linear(out = 5) CLASSES
            }

            class Faulty {
                @Conv(kernel = 0) Object a;
                @Conv(kernel = 3, from = "nowhere") Object b;
            }

            @Block
            class Part {
                @Dilated(kernel = Param.KERNEL, rate = Param.RATE) Object a;
            }
            """);

    private static final List<String> PAGES = List.of(
            "com.acme.Faulty", "com.acme.Outer$Sequence", "com.acme.Part", "com.acme.SegNet", "com.acme.Volume");

    @TempDir
    Path folder;

    private Map<String, String> files(TestCompiler compiler, String name, String... options) throws IOException {
        Path pages = folder.resolve(name);
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-Afovea.html=" + pages);
        Map<String, String> files = new TreeMap<>();
        try (Compilation compilation = compiler.compile(Models.setup(all.toArray(String[]::new)), MODELS);
                Stream<Path> written = Files.walk(pages)) {
            for (Path file : written.filter(Files::isRegularFile).toList()) {
                files.put(pages.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
            compilation.resourceText("META-INF/fovea/com.acme.SegNet.json").ifPresent(json -> files.put("json", json));
        }
        return files;
    }

    @Test
    void thereIsAPagePerModelAndAnIndexOfAll() throws IOException {
        Map<String, String> files = files(TestCompiler.JAVAC, "pages");
        assertEquals(
                Stream.concat(PAGES.stream().map(page -> page + ".html"), Stream.of("index.html"))
                        .toList(),
                files.keySet().stream().filter(name -> name.endsWith(".html")).toList());
        for (String page : PAGES) {
            assertTrue(files.get("index.html").contains("<a href=\"" + page + ".html\">"), page);
            assertTrue(files.containsKey(page + "/profile.svg"), page);
        }
        assertTrue(files.containsKey("com.acme.SegNet/stack-1-before.svg"), files.keySet()::toString);
        assertTrue(files.containsKey("com.acme.SegNet/stack-1-after.svg"), files.keySet()::toString);
        assertTrue(
                files.containsKey("com.acme.SegNet/coverage-gr-uf6--udf-e_-u5927--u304d--u3055-.svg"),
                files.keySet()::toString);
    }

    @Test
    void pagesHoldTheReport() throws IOException {
        Map<String, String> files = files(TestCompiler.JAVAC, "pages");
        Matcher report = REPORT.matcher(files.get("com.acme.SegNet.html"));
        assertTrue(report.find());
        assertEquals(files.get("json"), report.group(1).replace("\\u003c", "<"));
    }

    @Test
    void findingsSayWhereTheyAreAndWhatMendsThem() throws IOException {
        String page = files(TestCompiler.JAVAC, "pages").get("com.acme.SegNet.html");
        assertTrue(page.contains("<span class=\"rule\">DilationCommonDivisor</span> on <a href=\"#layer-d1\">"), page);
        assertTrue(
                page.contains(
                        "<p class=\"message\"><strong>gridding in height: rates 2, 4 of d1, d2 are both multiples of 2</strong>, so"),
                page);
        assertTrue(page.contains("<p>Repair: rates "), page);
        assertTrue(page.contains("<title>\u2717 not sound: "), page);
        assertTrue(page.contains("class=\"copy\" data-copy=\"@Dilated(kernel = 3, rate = "), page);
        assertTrue(page.contains("<details class=\"about\" id=\"rule-DilationCommonDivisor\">"), page);
        String sources = files(TestCompiler.JAVAC, "rooted", "-Afovea.root=" + System.getProperty("java.io.tmpdir"))
                .get("com.acme.SegNet.html");
        assertTrue(
                Pattern.compile("At <code>[^<]*com/acme/SegNet\\.java:8:33</code>")
                        .matcher(sources)
                        .find(),
                sources);
        String linked = files(
                        TestCompiler.JAVAC,
                        "linked",
                        "-Afovea.root=" + System.getProperty("java.io.tmpdir"),
                        "-Afovea.source=https://forge.example/blob/main/")
                .get("com.acme.SegNet.html");
        assertTrue(
                Pattern.compile("href=\"https://forge\\.example/blob/main/[^\"]*com/acme/SegNet\\.java#L8\"")
                        .matcher(linked)
                        .find(),
                linked);
    }

    @Test
    void objectSizesAreLinesOfTheProfile() throws IOException {
        String page = files(TestCompiler.JAVAC, "pages").get("com.acme.SegNet.html");
        assertTrue(page.contains(">object 16</text>"), page);
        assertTrue(page.contains(">input height 64</text>"), page);
    }

    @Test
    void hostileTextsAreShownAndDoNothing() throws IOException {
        Map<String, String> files = files(TestCompiler.JAVAC, "pages");
        files.forEach((name, text) -> {
            if (!name.equals("json")) {
                assertFalse(text.contains("<script>alert"), name);
                assertFalse(text.contains("<b>"), name);
                assertFalse(text.contains("\u202e"), () -> name + " has a bare override");
            }
        });
        String page = files.get("com.acme.SegNet.html");
        assertTrue(page.contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;"));
        assertTrue(page.contains(">größe_大きさ</bdi>"));
    }

    /** A 1x1 layer looks as what it reads, and so does a layer with the same window elsewhere. */
    @Test
    void layersThatReadTheSameShareAPicture() throws IOException {
        String page = page("""
                class Net {
                    @dev.fovea.Endpoint("a") @dev.fovea.Dilated(kernel = 3, rate = 2) Object a;
                    @dev.fovea.Conv(kernel = 1) Object b;
                    @dev.fovea.Dilated(kernel = 3, rate = 2, from = "<input>") Object c;
                }
                """);
        assertEquals(1, page.split("<figcaption>", -1).length - 1, page);
        assertEquals("a: reads 9 of 5\u00d75 pixels, 16 unread. The same: b, c", caption(page));
    }

    @Test
    void aUnitInTheMiddleStandsForThoseThatDiffer() throws IOException {
        String page = page("""
                @dev.fovea.Network(input = @dev.fovea.Input(size = 21))
                class Net {
                    @dev.fovea.Pool(kernel = 3) Object a;
                    @dev.fovea.Upsample(size = 10) Object b;
                }
                """);
        assertEquals("b: reads all 3\u00d73 pixels, unit [5, 5], fields differ", caption(page));
    }

    @Test
    void whyThereIsNoPictureIsSaid() throws IOException {
        String page = page("""
                @dev.fovea.Network(input = @dev.fovea.Input(size = 32))
                class Net {
                    @dev.fovea.DeformableConv(kernel = 3, maxOffset = 2) Object a;
                }
                """);
        assertTrue(
                text(page).contains("a: reads all 7\u00d77 pixels; no picture: the data decides what is read"), page);
    }

    @Test
    void positionsThatAreUnknownAreNotWritten() throws IOException {
        String page = page("""
                class Net {
                    @dev.fovea.Conv(kernel = 3, stride = 2, padding = dev.fovea.Padding.SAME) Object a;
                }
                """);
        assertEquals("a: reads all 3\u00d73 pixels", caption(page));
        String figure = page.substring(page.indexOf("<section id=\"coverage\">"), page.indexOf("<figcaption>"));
        assertFalse(figure.contains(">0</text>") || figure.contains(">2</text>"), figure);
    }

    private String page(String model) throws IOException {
        Path pages = folder.resolve("page");
        try (Compilation compilation =
                TestCompiler.JAVAC.compile(Models.setup("-Afovea.html=" + pages), Source.of(model))) {
            assertTrue(compilation.resourceText("META-INF/fovea/Net.json").isPresent());
            return Files.readString(pages.resolve("Net.html"));
        }
    }

    private static String caption(String page) {
        int start = page.indexOf("<figcaption>");
        return text(page.substring(start, page.indexOf("</figcaption>", start)));
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", "");
    }

    @Test
    void nothingIsFetched() throws IOException {
        files(TestCompiler.JAVAC, "pages").forEach((name, text) -> {
            if (!name.equals("json")) {
                Matcher outside = OUTSIDE.matcher(text.replaceAll("(?s)/\\*! @dagrejs.*?\\*/", ""));
                assertFalse(outside.find(), () -> name + ": " + outside.group());
            }
        });
    }

    @Test
    void figuresAreFilesOfTheirOwn() throws Exception {
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        for (Map.Entry<String, String> file : files(TestCompiler.JAVAC, "pages").entrySet()) {
            if (file.getKey().endsWith(".svg")) {
                assertEquals(
                        "svg",
                        parsers.newDocumentBuilder()
                                .parse(new InputSource(new StringReader(file.getValue())))
                                .getDocumentElement()
                                .getTagName());
            }
        }
    }

    @Test
    void theSameSourceGivesTheSameBytes() throws IOException {
        Map<String, String> first = files(TestCompiler.JAVAC, "first");
        assertEquals(first, files(TestCompiler.JAVAC, "second"));
        Map<String, String> ecj = files(TestCompiler.ECJ, "third");
        first.replaceAll((name, text) -> text.replaceAll("<p class=\"quiet\">At <code>.*</code></p>\n", ""));
        assertEquals(first, ecj);
    }

    @Test
    void pagesNeedNoOtherReport() throws IOException {
        Map<String, String> files = files(TestCompiler.JAVAC, "pages", "-Afovea.report=none");
        assertFalse(files.containsKey("json"));
        assertTrue(files.containsKey("com.acme.SegNet.html"));
    }

    @ParameterizedTest
    @EnumSource
    void aFolderThatCannotBeWrittenIsOneError(TestCompiler compiler) throws IOException {
        Path file = Files.createFile(folder.resolve("taken"));
        Source sound = Source.of(
                "class A { @dev.fovea.Conv(kernel = 3) Object a; } class B { @dev.fovea.Conv(kernel = 3) Object b; }");
        for (Path taken : List.of(file, file.resolve("below"))) {
            try (Compilation compilation = compiler.compile(Models.setup("-Afovea.html=" + taken), sound)) {
                assertFalse(compilation.success());
                List<String> found =
                        compilation.diagnostics().stream().map(Found::message).toList();
                assertEquals(1, found.size(), found::toString);
                assertTrue(
                        found.get(0).startsWith("option -Afovea.html: " + taken + " cannot be written ("),
                        found::toString);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClosingNoteSaysOnceWhereTheIndexIs(TestCompiler compiler) {
        // The second model waits for a constant that is generated in the first round.
        Source models = Source.of("""
                @dev.fovea.Network class A { @dev.fovea.Conv(kernel = 3) Object a; }
                @dev.fovea.Network class B { @dev.fovea.Conv(kernel = AReceptiveField.A_SIZE) Object b; }
                @dev.fovea.Block class C { @dev.fovea.Conv(kernel = 3) Object c; }
                """);
        String[] strict = compiler == TestCompiler.JAVAC
                ? new String[] {"-Xlint:all,-processing", "-Werror", "-Afovea.html=" + folder}
                : new String[] {"-Afovea.html=" + folder};
        try (Compilation compilation = compiler.compile(Models.setup(strict), models)) {
            assertTrue(compilation.success(), () -> compilation.diagnostics().toString());
            assertEquals(
                    List.of("Fovea judged 2 models, 1 block: nothing found; see "
                            + folder.resolve("index.html").toUri()),
                    compilation.diagnostics().stream()
                            .filter(found -> found.severity() == Severity.NOTE)
                            .map(Found::message)
                            .toList());
        }
        try (Compilation compilation = compiler.compile(Models.setup(), models)) {
            assertEquals(List.of(), compilation.diagnostics());
        }
    }

    @Test
    void theOptionTakesAFolder() {
        Models.expect("-Afovea.html", """
                class Net {
                    @dev.fovea.Conv(kernel = 3) Object a;
                }
                // nowhere error compiler: option -Afovea.html is ""; it takes a path
                """);
    }
}
