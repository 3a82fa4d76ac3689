package dev.fovea.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.internal.JsonWriter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonTest {
    @Test
    void jsonReadsEveryKindOfValue() {
        String json = " {\"a\" : [ 1 , -0, 2.50, 1e2, true,false , null, {}, [] ],\r\n\t\"\": \"x\"} ";
        List<Object> list = Arrays.asList(
                1L, 0L, new BigDecimal("2.50"), new BigDecimal("1e2"), true, false, null, Map.of(), List.of());
        assertEquals(Map.of("a", list, "", "x"), JsonReader.read(json));
        assertEquals(Long.MIN_VALUE, JsonReader.read("-9223372036854775808"));
        assertEquals(new BigDecimal("9223372036854775808"), JsonReader.read("9223372036854775808"));
    }

    @Test
    void jsonReadsEscapes() {
        assertEquals(
                "\"\\/\b\f\n\r\t\u00e9\ud83d\ude00\ud800é\u2028",
                JsonReader.read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00E9\\ud83d\\ude00\\ud800é\u2028\""));
    }

    @Test
    void everyCharacterSurvivesInAscii() {
        StringBuilder all = new StringBuilder();
        for (int c = 0xFFFF; c >= 0; c--) {
            all.append((char) c);
        }
        String json = JsonWriter.write(all.toString());
        assertTrue(json.chars().allMatch(c -> c < 0x7F && (c >= ' ' || c == '\n')));
        assertEquals(json.length() - 1, json.indexOf('\n'));
        assertEquals(all.toString(), JsonReader.read(json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\0',
            value = {
                "{\"a\":1 ¦ expected ',' or '}' but found the end at offset 6",
                "{\"a\":1,} ¦ expected '\"' but found '}' at offset 7",
                "{\"a\" 1} ¦ expected ':' but found '1' at offset 5",
                "{a:1} ¦ expected '\"' but found 'a' at offset 1",
                "{\"a\":1,\"a\":2} ¦ duplicate name \"a\" at offset 7",
                "[1,] ¦ expected a value but found ']' at offset 3",
                "[1 2] ¦ expected ',' or ']' but found '2' at offset 3",
                "[1} ¦ expected ',' or ']' but found '}' at offset 2",
                "[ ¦ expected a value but found the end at offset 1",
                "1 2 ¦ expected the end but found '2' at offset 2",
                "nul ¦ expected a value but found 'n' at offset 0",
                "truex ¦ expected the end but found 'x' at offset 4",
                "NaN ¦ expected a value but found 'N' at offset 0",
                "01 ¦ expected the end but found '1' at offset 1",
                "+1 ¦ expected a value but found '+' at offset 0",
                ".5 ¦ expected a value but found '.' at offset 0",
                "1. ¦ expected the end but found '.' at offset 1",
                "1e ¦ expected the end but found 'e' at offset 1",
                "- ¦ expected a value but found '-' at offset 0",
                "1e999999999 ¦ expected a shorter number but found '1' at offset 0",
                "'a' ¦ expected a value but found ''' at offset 0",
                "\"a ¦ expected a string's end but found the end at offset 2",
                "\"\\x\" ¦ expected an escape but found 'x' at offset 2",
                "\"\\u12g4\" ¦ expected a hexadecimal digit but found 'g' at offset 5",
                "\"\\u12 ¦ expected a hexadecimal digit but found the end at offset 5",
                "// ¦ expected a value but found '/' at offset 0"
            })
    void rejectsWhatIsNotJson(String json, String message) {
        Exception e = assertThrows(IllegalArgumentException.class, () -> JsonReader.read(json));
        assertEquals("JSON: " + message, e.getMessage());
    }

    @Test
    void jsonRejectsRawControlCharactersAndDeepNesting() {
        for (String json : List.of(
                "",
                "\0",
                "\"\n\"",
                "\"\0\"",
                "\u00a01",
                "\ufeff1",
                "[1\f]",
                "9".repeat(101),
                "[".repeat(65) + "]".repeat(65))) {
            assertThrows(IllegalArgumentException.class, () -> JsonReader.read(json));
        }
        JsonReader.read("[".repeat(64) + "]".repeat(64));
        JsonReader.read("[" + "[],".repeat(1000) + "{}]");
    }
}
