package dev.fovea.processor.testing;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.MultipleFailuresError;

/** The check passes where markers and findings agree, and fails on both compilers where they do not. */
final class CheckTest {
    @Test
    void checkPassesWhereEveryFindingHasItsMarker() {
        expect("""
                package net;

                import dev.fovea.*;

                class Net {
                    @Dilated(kernel = 3, rate = {1, 2, 4}) Object first;
                    //                          ^ error Used: first
                    //                              ^ warning Entry: 2
                    //                                 ^ warning Entry: 4
                    @Conv(kernel = 3) Object plain;
                    @Dilated(
                            kernel = 3,
                            rate = 1 + Rates.ONE)
                    //               ^ error Used
                            Object second;
                }

                interface Rates {
                    int ONE = 1;
                }
                """);
    }

    @Test
    void checkPassesOnSourcesWithoutFindings() {
        expect("class Nothing {}");
    }

    @Test
    void checkFailsOnAMissingFinding() {
        assertFails("! Net.java:2:", """
                class Net {
                    @dev.fovea.Conv(kernel = 3) Object a;
                    //                       ^ error Used
                }
                """);
    }

    @Test
    void checkFailsOnAnUnmarkedFinding() {
        assertFails("! Net.java:2:", """
                class Net {
                    @dev.fovea.Dilated(kernel = 3, rate = 2) Object a;
                }
                """);
    }

    @Test
    void checkFailsOnAFindingThatIsThereTwice() {
        assertFails("! Net.java:2:", """
                class Net {
                    @dev.fovea.Dilated(kernel = 3, rate = 2) Object a;
                    //                                    ^ error Used
                    //                                    ^ error Used
                }
                """);
    }

    @Test
    void checkFailsOnAnotherColumn() {
        assertFails("! Net.java:2:", """
                class Net {
                    @dev.fovea.Dilated(kernel = 3, rate = 2) Object a;
                    //                          ^ error Used
                }
                """);
        assertFails("! Net.java:2:", """
                class Net {
                    @dev.fovea.Dilated(kernel = 3, rate = 2) Object a;
                    //                                   ^ javac error Used
                    //                              ^ ecj error Used
                }
                """);
    }

    @Test
    void checkFailsOnAnotherSeverityRuleOrText() {
        String right = """
                class Net {
                    @dev.fovea.Dilated(kernel = 3, rate = 2) Object a;
                    //                                    ^ error Used: a
                }
                """;
        expect(right);
        assertFails("! Net.java:2:", right.replace("error", "warning"));
        assertFails("! Net.java:2:", right.replace("Used", "Usedd"));
        assertFails("! Net.java:2:", right.replace("Used: a", "Used: b"));
        assertFails("! Net.java:2:", right.replace("Used: a", "Used: uses rate"));
    }

    @Test
    void checkFailsOnACompilerErrorUnlessItIsMarked() {
        assertFails("! Net.java:1:19 error", "class Net extends Missing {}");
        expect("""
                class Net extends Missing {}
                //                ^ error compiler
                """);
    }

    @Test
    void checkPassesOverTheCompilersOwnWarnings() {
        expect(
                Setup.with(() -> new AttributeReporter("rate")).withOptions("-Xlint:all"),
                "class Net { java.util.List raw; }");
    }

    @Test
    void checkGivesEachCompilerItsOwnProcessor() {
        List<AttributeReporter> made = new ArrayList<>();
        expect(
                Setup.with(() -> {
                    made.add(new AttributeReporter("rate"));
                    return made.get(made.size() - 1);
                }),
                "class Net {}");
        assertEquals(TestCompiler.values().length, made.size());
    }

    private static void expect(String source) {
        expect(Setup.with(() -> new AttributeReporter("rate")), source);
    }

    private static void expect(Setup setup, String source) {
        Check.expect(setup, Source.of(source));
    }

    /** Asserts a failure on each compiler whose message contains the text. */
    private static void assertFails(String text, String source) {
        MultipleFailuresError error = assertThrows(MultipleFailuresError.class, () -> expect(source));
        List<String> messages =
                error.getFailures().stream().map(Throwable::getMessage).toList();
        assertAll(
                () -> assertEquals(TestCompiler.values().length, messages.size()),
                () -> assertTrue(messages.get(0).startsWith("JAVAC "), messages.get(0)),
                () -> assertTrue(messages.get(1).startsWith("ECJ "), messages.get(1)),
                () -> assertTrue(messages.stream().allMatch(m -> m.contains(text)), messages::toString));
    }
}
