package dev.fovea.processor;

import dev.fovea.core.testing.House;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may see what in this module; and how long a file may be. */
final class ArchitectureTest {
    private static final House PROCESSOR = new House(Path.of(""));

    @Test
    void onlyReadersOfSourcesSeeThoseOfJavac() {
        PROCESSOR.onlyInsidersSee(List.of("dev.fovea.processor.read", "dev.fovea.processor.code.."), "com.sun..");
    }

    /** Frameworks and layers are told of by code that was followed already. */
    @Test
    void tablesOfFrameworksSeeNoCompiler() {
        PROCESSOR.onlyInsidersSee(
                List.of(
                        "dev.fovea.processor",
                        "dev.fovea.processor.read",
                        "dev.fovea.processor.generate",
                        "dev.fovea.processor.code",
                        "dev.fovea.processor.code.eval"),
                "javax.lang.model..");
        PROCESSOR.onlyInsidersSee(
                List.of("dev.fovea.processor", "dev.fovea.processor.read", "dev.fovea.processor.code"),
                "javax.annotation.processing..",
                "javax.tools..");
    }

    @Test
    void nothingSeesEclipse() {
        PROCESSOR.onlyInsidersSee(List.of(), "org.eclipse..");
    }

    @Test
    void onlyTheGeneratorSeesJavaPoet() {
        PROCESSOR.onlyInsidersSee(List.of("dev.fovea.processor.generate"), "com.palantir..");
    }

    @Test
    void noPackagesNeedEachOther() {
        PROCESSOR.hasNoCycles();
    }

    @Test
    void noSimpleNameIsThereTwice() {
        PROCESSOR.hasNoNameTwice();
    }

    @Test
    void noFileIsLong() {
        PROCESSOR.hasNoLongFile();
    }

    @Test
    void noFormatWritesNumbersForALocale() {
        PROCESSOR.hasNoNumberFormat();
    }
}
