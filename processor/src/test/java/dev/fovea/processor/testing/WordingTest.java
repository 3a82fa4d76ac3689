package dev.fovea.processor.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Wording} finds fault with; {@link TestCompiler} asks it about every message of every test. */
final class WordingTest {
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\n]++|\\\\.)*+)\"");

    /** German in English words. */
    private static final Pattern FOREIGN = Pattern.compile(
            "(?<![Tt]here )\\b(?:is|are) no(?:ne)? (?!longer|more|such)|\\bsomething else than\\b|\\banother \\w+ than\\b|\\bwhat \\S+ gives\\b");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Rule] M2 = 5 exceeds the kernel",
                "[Rule] paths per residue class",
                "[Rule] the units of a see 3 pixels",
                "[Rule] a sees 1 pixels; use more",
                "[Rule] no layer reads 1 of 1 positions",
                "[Rule] a is 2x?-1x?-7",
                "[Rule] Plain is no block",
                "[Rule] @Accept names the unknown rule all; the nearest is SmallField",
                "[Rule] channels of @Expect on e is -1; it must be at least 0 (0 = unknown)",
                "[Rule] it ends in a colon:"
            })
    void findsFaultWithWhatNobodyUnderstands(String message) {
        assertNotEquals(List.of(), Wording.faults(message));
    }

    @Test
    void wordingFindsFaultWithLongCausesOnly() {
        assertEquals(List.of(), Wording.faults("[Rule] " + "word ".repeat(39) + "last; " + "word ".repeat(99) + "end"));
        assertEquals(
                1,
                Wording.faults("[Rule] " + "word ".repeat(40) + "last; use it").size());
    }

    @Test
    void wordingPassesWhatIsPlain() {
        assertEquals(
                List.of(),
                Wording.faults(
                        "[Rule] gridding: rates 2, 4, 8 of a to c are all multiples of 2, so a unit reads 15x15 of its 29x29 field; use rates 1, 3, 9\n  M2 = 4 > K"));
        assertEquals(List.of(), Wording.faults("Net.java uses unchecked operations:"));
    }

    /** Texts of every module: those of front ends and goals too, which name no rule. */
    @Test
    void noTextOfTheProductIsGermanInEnglishWords() throws IOException {
        List<String> foreign = new ArrayList<>();
        for (String module : List.of("annotations", "core", "processor", "onnx", "maven-plugin", "djl")) {
            try (Stream<Path> sources = Files.walk(Pages.ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path source : sources.filter(file -> file.toString().endsWith(".java"))
                        .toList()) {
                    TEXT.matcher(Files.readString(source))
                            .results()
                            .map(text -> text.group(1))
                            .filter(text -> FOREIGN.matcher(text).find())
                            .forEach(text -> foreign.add(source.getFileName() + ": " + text));
                }
            }
        }
        assertEquals(List.of(), foreign);
    }
}
