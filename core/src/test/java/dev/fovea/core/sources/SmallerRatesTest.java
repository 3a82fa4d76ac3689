package dev.fovea.core.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.finding.Advice;
import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.LintOptions;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What to write where the rates that open a gap stand at several layers, at the uses of a block, or nowhere. */
final class SmallerRatesTest {
    private static final String UNIT = """

            @Block
            class Unit {
                @Dilated(kernel = 3, rate = Param.RATE, padding = Padding.SAME) Object conv;
            }
            """;

    /** The end of the message, behind the cause, and the statements to type. */
    private static void expect(String source, String says, String... writes) {
        List<Written.Type> types = SourceReader.read("import dev.fovea.*;\n\n" + source);
        SourceModels models = new SourceModels(types);
        List<LintFinding> found = types.stream()
                .flatMap(type -> models.model(type).stream())
                .filter(model -> !model.isBlock())
                .flatMap(model -> Lint.run(model, LintOptions.DEFAULT).findings().stream())
                .toList();
        assertEquals(
                List.of("UnreadPixels"), found.stream().map(LintFinding::rule).toList(), found::toString);
        String first = found.get(0).message().lines().findFirst().orElseThrow();
        assertEquals(says, first.substring(first.lastIndexOf("; ") + 2));
        Stream<Advice.Statement> statements =
                found.get(0).finding().advice().stream().flatMap(one -> one.statements().stream());
        assertEquals(
                List.of(writes),
                statements
                        .map(one -> one.member() + " " + new TreeMap<>(one.attributes()))
                        .toList());
    }

    private static String gated(int rate, String from) {
        return """
                @Network(input = @Input(axes = 1, channels = 4, size = 64))
                class Net {
                    @Conv(kernel = 3, stride = 2, padding = 1) Object stem;
                    @Dilated(kernel = 3, rate = RATE, padding = RATE, from = "stem") Object g1;
                    @Dilated(kernel = 3, rate = RATE, padding = RATE, from = "stem") Object g2;
                    @Multiply(from = {FROM}) Object m;
                }
                """.replace("RATE", "" + rate).replace("FROM", from);
    }

    /** With one of them left at 4, pixels 3 to 5 of 19 would stay unread: the other reads 6 to 12. */
    @Test
    void layersOfAGatedUnitChangeTogetherInWhateverOrderTheyAreJoined() {
        for (int rate : new int[] {2, 4}) {
            for (String from : List.of("\"g1\", \"g2\"", "\"g2\", \"g1\"")) {
                expect(
                        gated(rate, from),
                        "write rate = 1 at g1 and rate = 1 at g2 with padding = 1 at g1 and padding = 1 at g2",
                        "g1 {padding=1, rate=1}",
                        "g2 {padding=1, rate=1}");
            }
        }
    }

    /** Windows of 3 bridge 3; the first entry is as it was. */
    @Test
    void entriesOfOneUseAreOneStatement() {
        expect(
                """
                @Network(input = @Input(axes = 1, channels = 4, size = 64))
                class Net {
                    @Use(block = Unit.class, repeat = 2, rate = {1, 4}) Object stage;
                }
                """ + UNIT.replace("@Dilated(kernel = 3,", "@Pool(kernel = 3, stride = 1,"),
                "write rate = {1, 3} at stage",
                "stage {rate={1, 3}}");
    }

    /** Windows of 3 two apart bridge 3, so rate 2 has to be 1 in width; an argument is one number for both axes. */
    @Test
    void anArgumentIsLoweredForAllAxes() {
        expect("""
                @Network(input = @Input(channels = 4, size = 64))
                class Net {
                    @Conv(kernel = 3, stride = {1, 2}, padding = 1) Object stem;
                    @Use(block = Unit.class, rate = 2) Object use;
                }
                """ + UNIT, "write rate = 1 at use", "use {rate=1}");
    }

    @Test
    void anArgumentWithoutANameOfItsOwnIsAnEntry() {
        expect("""
                @Network(input = @Input(axes = 1, channels = 4, size = 64))
                class Net {
                    @Conv(kernel = 3, stride = 2, padding = 1) Object stem;
                    @Use(block = Unit.class, args = {7, 2}) Object use;
                }
                """ + UNIT.replace("RATE", "ARG1, out = Param.ARG0"), "write args = {7, 1} at use", "use {args={7, 1}}");
    }

    /** Rates of 2 in height behind an undilated layer are sound with 3, share a divisor with 2, and are sound with 1. */
    @Test
    void whereTheLargestRateBreaksAStackRatesOfOneAreNamed() {
        expect("""
                @Network(input = @Input(channels = 4, size = 64))
                class Net {
                    @Conv(kernel = {1, 5}, stride = {1, 2}, padding = {0, 2}) Object stem;
                    @Conv(kernel = {3, 1}, padding = {1, 0}) Object entry;
                    @Dilated(kernel = {3, 1}, rate = 2, padding = {2, 0}) Object first;
                    @Use(block = Unit.class, rate = 3) Object use;
                }
                """ + UNIT, "write rate = 1 at use", "use {rate=1}");
    }

    /** In height 1, 3, 9 is sound, and 1, 2, 9 and 1, 1, 9 leave gaps of 2 and 4. */
    @Test
    void whereRatesOfOneBreakItTooNoNumbersAre() {
        expect("""
                @Network(input = @Input(channels = 4, size = 64))
                class Net {
                    @Conv(kernel = {1, 5}, stride = {1, 2}, padding = {0, 2}) Object stem;
                    @Dilated(kernel = {3, 1}, rate = 1, padding = {1, 0}) Object first;
                    @Use(block = Unit.class, rate = 3) Object use;
                    @Dilated(kernel = {3, 1}, rate = 9, padding = {9, 0}) Object last;
                }
                """ + UNIT, "use smaller rates");
    }

    private static String following(String above) {
        return """
                @Network(input = @Input(axes = 1, channels = 4, size = 64))
                class Net {
                    @Use(block = Unit.class, stride = 2) Object use;
                    ABOVE
                }

                @Block
                class Unit {
                    @Pool(kernel = 3, stride = 1, rate = Param.STRIDE, padding = Param.STRIDE) Object pool;
                }
                """.replace("ABOVE", above);
    }

    /** The stride of the use is the rate: writing it would change what else follows it. */
    @Test
    void aRateThatFollowsAnotherAttributeIsNotWritten() {
        expect(following(""), "use rate 1");
        // Steps of 2 and 7, which both have to be smaller.
        expect(following("@Pool(kernel = 3, stride = 1, rate = 7, padding = 7) Object top;"), "use smaller rates");
    }
}
