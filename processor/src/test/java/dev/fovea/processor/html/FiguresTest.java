package dev.fovea.processor.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Models;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.processor.testing.Zoo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures in {@code docs/images}, and the pages of the zoo, from one compilation of all: pictures take seconds. */
final class FiguresTest {
    private static final Path IMAGES = Path.of("..", "docs", "images");

    private static final Map<String, String> FIGURES = new TreeMap<>(Map.of(
            "resnet50-profile.svg", "dev.fovea.sample.ResNet50Original/profile.svg",
            "resnet50-c3.svg", "dev.fovea.sample.ResNet50Original/coverage-conv3-3.sum.svg",
            "espnet-pyramid.svg", "dev.fovea.sample.EspNet$Pyramid/coverage-norm.svg",
            "rates-2-2-2.svg", "Dotted/stack-1-before.svg",
            "rates-1-2-3.svg", "Dotted/stack-1-after.svg",
            "rates-2-4-8.svg", "SegmentationHead/stack-1-before.svg",
            "rates-1-3-9.svg", "SegmentationHead/stack-1-after.svg",
            "twenty-layers.svg", "Plain/profile.svg",
            "twenty-layers-pooled.svg", "Pooled/profile.svg"));

    @TempDir
    static Path folder;

    @BeforeAll
    static void compile() {
        List<Source> sources = new ArrayList<>(Zoo.sources());
        sources.add(ProfilesTest.twenty("Plain", false));
        sources.add(ProfilesTest.twenty("Pooled", true));
        sources.add(Source.of("""
                class Dotted {
                    @dev.fovea.Dilated(kernel = 3, rate = 2) Object a, b, c;
                }
                """));
        sources.add(Source.of("""
                class SegmentationHead {
                    @dev.fovea.Dilated(kernel = 3, rate = 2) Object a;
                    @dev.fovea.Dilated(kernel = 3, rate = 4) Object b;
                    @dev.fovea.Dilated(kernel = 3, rate = 8) Object c;
                }
                """));
        try (Compilation compilation = TestCompiler.JAVAC.compile(
                Models.setup("-Afovea.html=" + folder, "-Afovea.severity=DilationCommonDivisor=note"),
                sources.toArray(Source[]::new))) {
            assertTrue(compilation.success(), compilation.diagnostics()::toString);
        }
    }

    @Test
    void figuresInTheDocumentationAreTheOnesThatAreDrawn() throws IOException {
        for (Map.Entry<String, String> figure : FIGURES.entrySet()) {
            assertEquals(
                    Files.readString(folder.resolve(figure.getValue())),
                    Files.readString(IMAGES.resolve(figure.getKey())),
                    figure.getKey());
        }
        try (Stream<Path> files = Files.list(IMAGES)) {
            assertEquals(
                    List.copyOf(FIGURES.keySet()),
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".svg"))
                            .sorted()
                            .toList());
        }
    }

    /** But one: the last maps of U²-Net see 6,624 pixels along each axis, over so many paths that it takes too long to draw them. */
    @Test
    void pagesOfTheZooAreSmallAndLackNoPicture() throws IOException {
        try (Stream<Path> written = Files.list(folder)) {
            for (Path file : written.filter(Files::isRegularFile).toList()) {
                assertTrue(Files.size(file) < 1_000_000, () -> file.toString());
                String page = Files.readString(file);
                boolean lacks = page.contains("Not drawn") || page.contains("no picture");
                assertEquals(file.endsWith("dev.fovea.sample.U2Net.html"), lacks, () -> file.toString());
            }
        }
    }
}
