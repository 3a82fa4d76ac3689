package dev.fovea.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.report.NetworkReport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("replaces the console")
final class MainTest {
    @Test
    void mainPrintsReportsAndOneTableOfAllModels() {
        String printed = printed();
        for (String model : List.of("Vgg16", "DilatedHead", "WaveNet", "C3d")) {
            assertTrue(printed.contains("dev.fovea.sample." + model + ", input "), printed);
        }
        for (NetworkReport report : Zoo.reports()) {
            assertTrue(printed.contains("\n" + Zoo.name(report) + " "), report.model() + " in\n" + printed);
        }
    }

    @Test
    void mainWritesOneFigurePerAxisWhereTheyDiffer() {
        assertTrue(printed().contains(" 76x150x150  pool5"), printed());
    }

    @Test
    void mainPrintsTheModelsThatAreNamed() {
        String printed = printed("ResNet50", "resnet05");
        assertTrue(printed.startsWith("dev.fovea.sample.ResNet50, input 3x224x224\n"), printed);
        assertTrue(printed.contains("no model resnet05; there are Vgg16, "), printed);
    }

    @Test
    void figuresAreKnownToTheCompilerAndAtRunTime() {
        assertEquals(196, Vgg16ReceptiveField.CONV5_3_SIZE);
        assertEquals(68, C3dReceptiveField.CONV5B_DEPTH_SIZE);
        assertEquals(483, ResNet50OriginalReceptiveField.CONV5_SIZE);
        assertEquals(
                1024,
                WaveNetReceptiveField.layer("first[9].sum")
                        .field()
                        .get(0)
                        .size()
                        .orElseThrow());
    }

    private static String printed(String... models) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            Main.main(models);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
