package dev.fovea.core;

import dev.fovea.core.testing.House;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may see what in this module, and in the annotations'; and how long a file may be. */
final class ArchitectureTest {
    private static final House ANNOTATIONS = new House(Path.of("../annotations"));
    private static final House CORE = new House(Path.of(""));

    @Test
    void nothingSeesACompiler() {
        for (House house : List.of(ANNOTATIONS, CORE)) {
            house.onlyInsidersSee(
                    List.of(),
                    "javax.lang.model..",
                    "javax.annotation.processing..",
                    "javax.tools..",
                    "com.sun..",
                    "org.eclipse..",
                    "com.palantir..");
        }
    }

    @Test
    void noPackagesNeedEachOther() {
        ANNOTATIONS.hasNoCycles();
        CORE.hasNoCycles();
    }

    @Test
    void noSimpleNameIsThereTwice() {
        ANNOTATIONS.hasNoNameTwice();
        CORE.hasNoNameTwice();
    }

    @Test
    void noFileIsLong() {
        ANNOTATIONS.hasNoLongFile();
        CORE.hasNoLongFile();
    }

    @Test
    void noFormatWritesNumbersForALocale() {
        ANNOTATIONS.hasNoNumberFormat();
        CORE.hasNoNumberFormat();
    }
}
