package dev.fovea.djl;

import dev.fovea.core.testing.House;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may see what in this module; and how long a file may be. */
final class ArchitectureTest {
    private static final House DJL = new House(Path.of(""));

    @Test
    void onlyTheApiOfTheEngineIsSeenAndNothingOfItsPrivateStructure() {
        DJL.onlyInsidersSee(List.of(), "ai.djl.pytorch..", "ai.djl.onnxruntime..", "java.lang.invoke..");
        DJL.onlyInsidersSee(List.of("dev.fovea.djl.read"), "java.lang.reflect..");
    }

    @Test
    void noPackagesNeedEachOther() {
        DJL.hasNoCycles();
    }

    @Test
    void noSimpleNameIsThereTwice() {
        DJL.hasNoNameTwice();
    }

    @Test
    void noFileIsLong() {
        DJL.hasNoLongFile();
    }

    @Test
    void noFormatWritesNumbersForALocale() {
        DJL.hasNoNumberFormat();
    }
}
