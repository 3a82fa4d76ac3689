package dev.fovea.processor.code.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that is read gives what it gives when it runs. */
final class InterpreterTest {
    @ParameterizedTest
    @ValueSource(strings = {"Statements.java", "Objects.java"})
    void whatIsReadIsWhatRuns(String file) throws IOException, ReflectiveOperationException {
        Reading reading = Reading.of(resource(file));
        try (var compilation = reading.compilation()) {
            assertTrue(compilation.success(), compilation.diagnostics().toString());
            Map<String, String> expected = new TreeMap<>();
            for (Method method : compilation.loadClass("Code").getDeclaredMethods()) {
                if (method.getParameterCount() == 0
                        && !method.isSynthetic()
                        && Modifier.isStatic(method.getModifiers())) {
                    method.setAccessible(true);
                    expected.put(method.getName(), Reading.text(method.invoke(null)));
                }
            }
            assertEquals(lines(expected), lines(reading.results()));
        }
    }

    /** What depends on when classes are initialized, on exceptions and on identities may stay unread, never be wrong. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "Hostile.java: boxedIdentity, caught, generics, nullUnboxed, sideEffects, staticBlockArray, staticBlockList, staticOrder",
                "HostileTypes.java: enums, patterns"
            })
    void hostileCodeIsReadRightOrNotRead(String file, String unread) throws IOException, ReflectiveOperationException {
        Reading reading = Reading.of(resource(file));
        try (var compilation = reading.compilation()) {
            assertTrue(compilation.success(), compilation.diagnostics().toString());
            Map<String, String> wrong = new TreeMap<>();
            Map<String, String> notRead = new TreeMap<>();
            for (Map.Entry<String, String> read : reading.results().entrySet()) {
                Method method = compilation.loadClass("Code").getDeclaredMethod(read.getKey());
                method.setAccessible(true);
                String expected = Reading.text(method.invoke(null));
                boolean isSaid = read.getValue().startsWith("stopped at")
                        || read.getValue().startsWith("line ");
                if (isSaid) {
                    notRead.put(read.getKey(), read.getValue());
                } else if (!expected.equals(read.getValue())) {
                    wrong.put(read.getKey(), "%s, read %s".formatted(expected, read.getValue()));
                }
            }
            assertEquals("", lines(wrong));
            assertEquals(unread, String.join(", ", notRead.keySet()));
        }
    }

    @Test
    void whatOnlyARunKnowsIsUnknownWithItsPlace() throws IOException {
        Reading reading = Reading.of(resource("Unknown.java").replace("Unknown", "Code"));
        try (var compilation = reading.compilation()) {
            assertTrue(compilation.success(), compilation.diagnostics().toString());
            assertEquals(
                    resource("Unknown.txt").strip(), lines(reading.results()).strip());
        }
    }

    @Test
    void codeThatDoesNotCompileIsIncomplete() {
        Reading reading = Reading.of("""
                class Code {
                    static int name() { return missing; }
                    static int method() { return missing(3); }
                    static Object type() { return new Missing(); }
                    static int half() { return 3 + ; }
                    static int operator() { return 3 * "x"; }
                }
                """);
        reading.compilation().close();
        reading.results().forEach((method, result) -> assertEquals("incomplete", result, method));
    }

    private static String lines(Map<String, String> results) {
        StringBuilder text = new StringBuilder();
        results.forEach(
                (name, value) -> text.append(name).append(" = ").append(value).append('\n'));
        return text.toString();
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = InterpreterTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
