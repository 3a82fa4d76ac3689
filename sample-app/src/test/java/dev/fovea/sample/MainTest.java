package dev.fovea.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class MainTest {
    @Test
    void printsATablePerModel() {
        String printed = printed();
        for (Class<?> model : new Class<?>[] {Vgg16.class, DilatedHead.class, WaveNetStack.class, C3d.class}) {
            assertTrue(printed.contains(model.getName() + ", input "), model + " in\n" + printed);
        }
    }

    @Test
    void figuresAreKnownToTheCompilerAndAtRunTime() {
        assertEquals(196, Vgg16ReceptiveField.CONV5_3_SIZE);
        assertEquals(68, C3dReceptiveField.CONV5B_DEPTH_SIZE);
        assertEquals(14_714_688, Vgg16ReceptiveField.report().parameters().orElseThrow());
        assertEquals(
                1024,
                WaveNetStackReceptiveField.layer("rate512")
                        .field()
                        .get(0)
                        .size()
                        .orElseThrow());
    }

    private static String printed() {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            Main.main(new String[0]);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
