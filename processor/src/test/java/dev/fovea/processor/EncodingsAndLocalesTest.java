package dev.fovea.processor;

import static dev.fovea.processor.testing.Models.setup;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.processor.testing.Zoo;
import dev.fovea.report.NetworkReport;
import java.util.Locale;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written does not depend on where the compiler runs. */
@Isolated("changes the default locale")
final class EncodingsAndLocalesTest {
    /** Generated files are the same whatever the encoding of the sources. */
    @ParameterizedTest
    @EnumSource
    void namesThatTheSourcesEncodingLacksAreEscaped(TestCompiler compiler) throws ReflectiveOperationException {
        Source source = Source.of("""
                package p;

                import dev.fovea.*;

                @Block
                public class Net {
                    @Conv(kernel = 3) Object h\\u00f6he;
                    @Conv(kernel = 3) Object \\ud835\\udcb3;
                    static final int SIZE = NetReceptiveField.H\\u00d6HE_SIZE;
                }
                """);
        try (Compilation ascii = compiler.compile(setup("-encoding", "US-ASCII"), source);
                Compilation unicode = compiler.compile(setup("-encoding", "UTF-8"), source)) {
            assertTrue(ascii.success(), ascii.diagnostics()::toString);
            NetworkReport report = NetworkReport.fromJson(
                    ascii.resourceText("META-INF/fovea/p.Net.json").orElseThrow());
            assertEquals("h\u00f6he", report.layers().get(0).name());
            assertEquals("\ud835\udcb3", report.layers().get(1).name());
            assertEquals(Zoo.generated(unicode), Zoo.generated(ascii));
            ascii.loadClass("p.NetReceptiveField").getMethod("report").invoke(null);
        }
    }

    /** Digits of the locale would be wrong in files and unreadable in messages. */
    @ParameterizedTest
    @EnumSource
    void numbersAreWrittenAlikeInEveryLocale(TestCompiler compiler) {
        Source source = Source.of("""
                package p;

                import dev.fovea.*;

                class Gridded {
                    @Dilated(kernel = 3, rate = 2) Object near;
                    @Dilated(kernel = 3, rate = 2) Object far;
                    @Conv(kernel = 3, groups = 3, out = 4) Object last;
                }
                """);
        Locale before = Locale.getDefault();
        try (Compilation english = compiler.compile(setup(), source)) {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            try (Compilation arabic = compiler.compile(setup(), source)) {
                assertEquals(
                        english.diagnostics().stream().map(Object::toString).toList(),
                        arabic.diagnostics().stream().map(Object::toString).toList());
                assertEquals(Zoo.generated(english), Zoo.generated(arabic));
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
