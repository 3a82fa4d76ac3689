package dev.fovea.processor.generate;

import static dev.fovea.processor.testing.Models.setup;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.testing.Check;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The compile-time constants of a generated class. */
final class ReportConstantsTest {
    @ParameterizedTest
    @EnumSource
    void theGeneratedClassHasConstants(TestCompiler compiler) throws ReflectiveOperationException {
        try (Compilation compilation = compile(compiler, """
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 3) Object conv1;
                    @Conv(kernel = {1, 3}) Object convOut2D;
                    @Conv(kernel = 1) Object conv_out2D, ALL_CAPS, $dollar, größe;
                    @Conv(kernel = {3, 1}) Object b;
                    @Conv(kernel = 1) Object aB, a_b, A_B;
                    @Conv(kernel = 3) Object cHeight;
                    @Conv(kernel = {1, 3}) Object c;
                }
                """)) {
            assertEquals(
                    new TreeMap<>(Map.ofEntries(
                            Map.entry("CONV1_SIZE", 3),
                            Map.entry("ALL_CAPS_HEIGHT_SIZE", 3),
                            Map.entry("ALL_CAPS_WIDTH_SIZE", 5),
                            Map.entry("$DOLLAR_HEIGHT_SIZE", 3),
                            Map.entry("$DOLLAR_WIDTH_SIZE", 5),
                            Map.entry("GRÖSSE_HEIGHT_SIZE", 3),
                            Map.entry("GRÖSSE_WIDTH_SIZE", 5),
                            Map.entry("B_SIZE", 5),
                            Map.entry("C_WIDTH_SIZE", 9))),
                    constants(compilation.loadClass("NetReceptiveField")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theGeneratedClassHasNoConstantsForWhatIsUnknownOrTooLarge(TestCompiler compiler)
            throws ReflectiveOperationException {
        try (Compilation compilation = compile(compiler, """
                import dev.fovea.*;

                @Network(input = @Input(axes = 1))
                class Net {
                    @Conv(kernel = 1, stride = 1 << 24) Object a;
                    @Conv(kernel = 128) Object b;
                    @Conv(kernel = 2) Object c;
                }
                """)) {
            assertEquals(
                    Map.of("A_SIZE", 1, "B_SIZE", 127 * (1 << 24) + 1),
                    constants(compilation.loadClass("NetReceptiveField")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theGeneratedClassHasConstantsByWhichTilesAreCut(TestCompiler compiler) throws ReflectiveOperationException {
        try (Compilation compilation = compile(compiler, """
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 3, stride = 2, padding = 1) @Endpoint("C1") Object a;
                    @Conv(kernel = {3, 1}, padding = {1, 0}) Object b;
                }

                class Whole {
                    @Conv(kernel = 3) Object a;
                    @GlobalPool Object b;
                }
                """)) {
            assertEquals(
                    new TreeMap<>(Map.of(
                            "TILE_STEP", 2,
                            "TILE_HEIGHT_BEFORE", 4,
                            "TILE_WIDTH_BEFORE", 2,
                            "TILE_HEIGHT_AFTER", 2,
                            "TILE_WIDTH_AFTER", 0,
                            "C1_TILE_STEP", 2,
                            "C1_TILE_BEFORE", 2,
                            "C1_TILE_AFTER", 0)),
                    new TreeMap<>(tiles(compilation.loadClass("NetReceptiveField"))));
            assertEquals(Map.of(), tiles(compilation.loadClass("WholeReceptiveField")));
        }
    }

    @Test
    void theGeneratedClassHasConstantsThatCompilersInline() {
        Check.expect(setup(), Source.of("""
                import dev.fovea.*;

                class User {
                    static final int SIZE = NetReceptiveField.A_SIZE;

                    int size(int i) {
                        switch (i) {
                            case NetReceptiveField.A_SIZE: return 1;
                            default: return NetReceptiveField.layer("a").field().size();
                        }
                    }
                }

                class Net {
                    @Conv(kernel = 3) Object a;
                }
                """));
    }

    private static Compilation compile(TestCompiler compiler, String source) {
        Compilation compilation = compiler.compile(setup(), Source.of(source));
        assertTrue(compilation.success(), compilation.diagnostics()::toString);
        return compilation;
    }

    static Map<String, Integer> constants(Class<?> type) throws IllegalAccessException {
        Map<String, Integer> constants = all(type);
        constants.keySet().removeIf(ReportConstantsTest::isTile);
        return constants;
    }

    private static Map<String, Integer> tiles(Class<?> type) throws IllegalAccessException {
        Map<String, Integer> constants = all(type);
        constants.keySet().removeIf(name -> !isTile(name));
        return constants;
    }

    private static boolean isTile(String name) {
        return name.contains("TILE_");
    }

    private static Map<String, Integer> all(Class<?> type) throws IllegalAccessException {
        Map<String, Integer> constants = new TreeMap<>();
        for (Field field : Arrays.stream(type.getFields()).toList()) {
            field.setAccessible(true);
            constants.put(field.getName(), field.getInt(null));
        }
        return constants;
    }
}
