package dev.fovea.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Found;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.report.NetworkReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever texts a model holds: nothing that is printed or written for it obeys them. */
final class HostileTextsTest {
    /** As it stands in a source: a colour, an override, a line, a link, a comment's end as such and in escapes, markup. */
    private static final String TEXT =
            "=1+1\\u001b[31m\\u202e\\n[x](javascript:y) | */ \\\\u002a\\\\u002f class Injected {} <img src=x> {@code ";

    private static final Source MODEL = Source.of("""
            import dev.fovea.*;

            @Network(input = @Input(channels = 3, size = 32))
            class Net {
                @Dilated(kernel = 3, rate = 2) @Endpoint("TEXT")
                @Accept(value = "DilationCommonDivisor", reason = "TEXT") Object a;
                @Dilated(kernel = 3, rate = 2) @Accept(value = "TEXT", reason = "TEXT") Object b;
                @Conv(kernel = 1, from = "TEXT") Object c;
            }
            """.replace("TEXT", TEXT));

    private static final Source SOUND = Source.of("""
            import dev.fovea.*;

            @Network(input = @Input(channels = 3, size = 32))
            class Sound {
                @Dilated(kernel = 3, rate = 2) @Endpoint("TEXT")
                @Accept(value = "DilationCommonDivisor", reason = "TEXT") Object a;
                @Dilated(kernel = 3, rate = 2) @Accept(value = "OffCentre", reason = "TEXT") Object b;
            }
            """.replace("TEXT", TEXT));

    private static final Source CODE = Source.of("""
            import ai.djl.ndarray.NDList;
            import ai.djl.ndarray.types.Shape;
            import ai.djl.nn.AbstractBlock;
            import ai.djl.nn.Block;
            import ai.djl.nn.convolutional.Conv2d;
            import ai.djl.training.ParameterStore;
            import ai.djl.util.PairList;
            import dev.fovea.Input;
            import dev.fovea.Network;

            public class Nets {
                static class Two extends AbstractBlock {
                    final Block a = addChildBlock("TEXT", conv());
                    final Block b = addChildBlock("*/ class Injected {} /*", conv());

                    @Override
                    protected NDList forwardInternal(
                            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> parameters) {
                        return b.forward(store, a.forward(store, inputs, training), training);
                    }

                    @Override
                    public Shape[] getOutputShapes(Shape[] shapes) {
                        return b.getOutputShapes(a.getOutputShapes(shapes));
                    }
                }

                static Block conv() {
                    return Conv2d.builder().setKernelShape(new Shape(3, 3)).setFilters(8).build();
                }

                @Network(input = @Input(channels = 3, size = 32))
                public static Block net() {
                    return new Two();
                }
            }
            """.replace("TEXT", TEXT));

    @TempDir
    Path folder;

    private static boolean isFit(String text) {
        return text.codePoints()
                .allMatch(c -> c == '\n'
                        || Character.getType(c) != Character.CONTROL && Character.getType(c) != Character.FORMAT);
    }

    @ParameterizedTest
    @EnumSource
    void nothingThatACompilerPrintsSteersATerminal(TestCompiler compiler) {
        Setup setup = Setup.with(FoveaProcessor::new)
                .withOptions("-Afovea.hdc=\u001b[31m\u202e", "-Afovea.severity=\u001b[2J=off");
        try (Compilation compilation = compiler.compile(setup, MODEL, SOUND)) {
            List<String> messages =
                    compilation.diagnostics().stream().map(Found::message).toList();
            assertTrue(messages.size() >= 5, messages::toString);
            for (String message : messages) {
                assertTrue(isFit(message), () -> message);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void generatedCodeHoldsTextsAsTextsOnly(TestCompiler compiler) throws ClassNotFoundException {
        try (Compilation compilation = compiler.compile(Setup.with(FoveaProcessor::new), SOUND)) {
            assertThrows(ClassNotFoundException.class, () -> compilation.loadClass("Injected"));
            compilation.loadClass("SoundReceptiveField");
            String source = compilation.generatedSource("SoundReceptiveField").orElseThrow();
            assertTrue(source.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f), source);
        }
    }

    @ParameterizedTest
    @EnumSource
    void endpointsThatAreNoIdentifiersHaveConstants(TestCompiler compiler) throws ReflectiveOperationException {
        StringBuilder members = new StringBuilder();
        List<String> endpoints =
                List.of("3x3", "]", "8]", " ", "*/", "\\u0149", "a\\0b", "\\ud83d\\ude00", "class", "_");
        for (int i = 0; i < endpoints.size(); i++) {
            members.append("@Conv(kernel = 3) @Endpoint(\"%s\") Object layer%d;%n".formatted(endpoints.get(i), i));
        }
        Source source = Source.of("import dev.fovea.*;\npublic class Net {\n" + members + "}\n");
        try (Compilation compilation = compiler.compile(Setup.with(FoveaProcessor::new), source)) {
            assertEquals(List.of(), compilation.diagnostics());
            Class<?> generated = compilation.loadClass("NetReceptiveField");
            for (String name : List.of("_3X3_TILE_STEP", "_8_TILE_STEP", "A_B_TILE_STEP", "CLASS_TILE_STEP")) {
                assertEquals(1, generated.getField(name).getInt(null), name);
            }
        }
    }

    @Test
    void namesThatCodeGivesDoNotEndTheCommentsOfGeneratedCode() throws ClassNotFoundException {
        try (Compilation compilation =
                TestCompiler.JAVAC.compile(Setup.with(FoveaProcessor::new).withDjl(), CODE)) {
            assertEquals(
                    List.of(),
                    compilation.diagnostics().stream().map(Found::message).toList());
            String source =
                    compilation.generatedSource("Nets_NetReceptiveField").orElseThrow();
            assertTrue(source.contains("class Injected"), source);
            assertThrows(ClassNotFoundException.class, () -> compilation.loadClass("Injected"), source);
            compilation.loadClass("Nets_NetReceptiveField");
        }
    }

    @ParameterizedTest
    @EnumSource
    void filesForProgramsHoldTextsAsTextsOnly(TestCompiler compiler) {
        Setup setup = Setup.with(FoveaProcessor::new)
                .withOptions(
                        "-Afovea.sarif={workspace}/classes/sarif.json",
                        "-Afovea.codequality={workspace}/classes/quality.json");
        try (Compilation compilation = compiler.compile(setup, MODEL, SOUND)) {
            for (String file : List.of("sarif.json", "quality.json", "META-INF/fovea/Sound.json")) {
                String text = new String(compilation.resource(file).orElseThrow(), StandardCharsets.UTF_8);
                assertTrue(text.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f), file);
            }
            String sarif = compilation.resourceText("sarif.json").orElseThrow();
            assertTrue(sarif.contains("javascript:y"), sarif);
            sarif.lines()
                    .filter(line -> line.contains("\"message\":") && line.contains("javascript:y"))
                    .forEach(line -> assertTrue(line.contains("[x\\\\](javascript:y)"), line));
        }
    }

    @Test
    void printedReportsHoldTextsAsTextsOnly() {
        try (Compilation compilation = TestCompiler.JAVAC.compile(Setup.with(FoveaProcessor::new), SOUND)) {
            NetworkReport report = NetworkReport.fromJson(
                    compilation.resourceText("META-INF/fovea/Sound.json").orElseThrow());
            assertTrue(isFit(report.toString()), report::toString);
            String markdown = report.toMarkdown();
            assertTrue(isFit(markdown), markdown);
            assertFalse(markdown.contains("[x](") || markdown.replace("\\<", "").contains("<"), markdown);
            assertTrue(markdown.contains("[x\\]("), markdown);
            assertTrue(report.toCsv().contains(",\"'=1+1"), report::toCsv);
            assertFalse(report.toCsv().contains(",=") || report.toCsv().contains(",\"="), report::toCsv);
        }
    }

    @ParameterizedTest
    @EnumSource
    void pagesHoldTextsAsTextsOnly(TestCompiler compiler) throws IOException {
        Setup setup = Setup.with(FoveaProcessor::new).withOptions("-Afovea.html=" + folder);
        try (Compilation compilation = compiler.compile(setup, MODEL, SOUND);
                Stream<Path> files = Files.walk(folder)) {
            assertFalse(compilation.success());
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                assertFalse(text.contains("<img"), file::toString);
                assertFalse(text.contains("\u202e") || text.contains("\u001b"), file::toString);
            }
            String page = Files.readString(folder.resolve("Sound.html"));
            assertTrue(page.contains("&lt;img src=x&gt;"), page);
        }
    }

    @Test
    void noLinkInTheFolderOfPagesIsFollowed() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Path kept = Files.writeString(outside.resolve("kept"), "kept");
        Source sound = Source.of("class Net { @dev.fovea.Conv(kernel = 3) Object a; }");
        for (String link : List.of("Net.html", "index.html", "Net", "Net/profile.svg")) {
            Path pages = Files.createDirectories(folder.resolve("pages-" + link.replace('/', '-')));
            Files.createDirectories(pages.resolve(link).getParent());
            Files.createSymbolicLink(pages.resolve(link), link.equals("Net") ? outside : kept);
            try (Compilation compilation = TestCompiler.JAVAC.compile(
                    Setup.with(FoveaProcessor::new).withOptions("-Afovea.html=" + pages), sound)) {
                List<String> messages =
                        compilation.diagnostics().stream().map(Found::message).toList();
                assertEquals(1, messages.size(), messages::toString);
                assertTrue(
                        messages.get(0).contains(link + ": a symbolic link, which is not followed"), messages.get(0));
            }
        }
        assertEquals("kept", Files.readString(kept));
        try (Stream<Path> files = Files.list(outside)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void theFolderOfPagesMayItselfBeALink() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        Source sound = Source.of("class Net { @dev.fovea.Conv(kernel = 3) Object a; }");
        try (Compilation compilation = TestCompiler.JAVAC.compile(
                Setup.with(FoveaProcessor::new).withOptions("-Afovea.html=" + link), sound)) {
            assertTrue(compilation.success());
            assertTrue(Files.exists(real.resolve("Net.html")));
        }
    }
}
