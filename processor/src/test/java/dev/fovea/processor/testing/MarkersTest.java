package dev.fovea.processor.testing;

import static dev.fovea.processor.testing.TestCompiler.ECJ;
import static dev.fovea.processor.testing.TestCompiler.JAVAC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the marker comments mean. */
final class MarkersTest {
    private static final String FILE = "Net.java";

    @Test
    void aMarkerMeansTheLastLineThatIsNoMarker() {
        Source source = Source.of("""
                class Net {
                    int a = 1, b = 2;
                    //  ^ error First: some text: with a colon
                    //         ^ note Second
                }
                // <- warning Third
                """);
        assertEquals(
                List.of(
                        new Expected(Severity.ERROR, "First", new Place(FILE, 2, 9), "some text: with a colon"),
                        new Expected(Severity.NOTE, "Second", new Place(FILE, 2, 16), ""),
                        new Expected(Severity.WARNING, "Third", new Place(FILE, 5, 1), "")),
                Markers.expected(source, JAVAC));
    }

    @Test
    void aMarkerMayHoldForOneCompiler() {
        Source source = Source.of("""
                class Net {
                // <- javac error Type
                //    ^ ecj error Type
                }
                """);
        assertEquals(
                List.of(new Expected(Severity.ERROR, "Type", new Place(FILE, 1, 1), "")),
                Markers.expected(source, JAVAC));
        assertEquals(
                List.of(new Expected(Severity.ERROR, "Type", new Place(FILE, 1, 7), "")),
                Markers.expected(source, ECJ));
    }

    @Test
    void aFindingMayBeExpectedWithoutAPosition() {
        Source source = Source.of("""
                record Net(int a) {}
                // nowhere ecj error Rule: a
                """);
        assertEquals(List.of(new Expected(Severity.ERROR, "Rule", Place.NOWHERE, "a")), Markers.expected(source, ECJ));
        assertTrue(Markers.expected(source, JAVAC).isEmpty());
    }

    @Test
    void otherCommentsAreNoMarkers() {
        Source source = Source.of("""
                class Net {
                    // An error Rule, in prose.
                    // error Rule
                    int a; // ^ error Rule
                }
                """);
        assertTrue(Markers.expected(source, JAVAC).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"// ^ eror Rule", "// ^", "// ^ error", "// <- maven error Rule", "// ^ error Rule text"})
    void aMisspeltMarkerIsRefused(String marker) {
        Source source = Source.of("class Net {}\n" + marker + "\n");
        assertThrows(IllegalArgumentException.class, () -> Markers.expected(source, JAVAC));
    }

    @Test
    void aMarkerNeedsALineAboveIt() {
        Source source = Source.of("// <- error Rule\nclass Net {}");
        assertThrows(IllegalArgumentException.class, () -> Markers.expected(source, JAVAC));
    }
}
