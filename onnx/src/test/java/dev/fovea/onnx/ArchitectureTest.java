package dev.fovea.onnx;

import dev.fovea.core.testing.House;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** How long a file of this module may be, and that no name is there twice. */
final class ArchitectureTest {
    private static final House ONNX = new House(Path.of(""));

    @Test
    void noSimpleNameIsThereTwice() {
        ONNX.hasNoNameTwice();
    }

    @Test
    void noFileIsLong() {
        ONNX.hasNoLongFile();
    }

    @Test
    void noFormatWritesNumbersForALocale() {
        ONNX.hasNoNumberFormat();
    }
}
