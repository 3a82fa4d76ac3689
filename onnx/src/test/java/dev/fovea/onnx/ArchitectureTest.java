package dev.fovea.onnx;

import dev.fovea.core.testing.House;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** That no packages of this module need each other, how long a file may be, and that no name is there twice. */
final class ArchitectureTest {
    private static final House ONNX = new House(Path.of(""));

    @Test
    void noPackagesNeedEachOther() {
        ONNX.hasNoCycles();
    }

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
