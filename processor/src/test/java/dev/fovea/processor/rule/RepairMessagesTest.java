package dev.fovea.processor.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Found;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.report.NetworkReport;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What messages propose where rates are arguments, or are written once for several layers. */
final class RepairMessagesTest {
    private static final String SPATIAL = """
            @Block
            class Spatial {
                @Dilated(kernel = 3, rate = Param.RATE, padding = Param.RATE) Object conv;
            }
            """;

    @Test
    void ratesOfRepetitionsAreProposedEntryByEntry() {
        expect("write rate = {1, 2, 3} at stack (same field)", SPATIAL, """
                @Use(block = Spatial.class, repeat = 3, rate = 2) Object stack;
                """);
        expect("write rate = {1, 3, 9} at stack (field 27 instead of 29)", SPATIAL, """
                @Use(block = Spatial.class, repeat = 3, rate = {2, 4, 8}) Object stack;
                """);
    }

    @Test
    void onlyWhatChangesIsProposed() {
        expect("write rate = {1, 2, 2, 2} at low and rate = {4, 5} at high (same field)", SPATIAL, """
                @Use(block = Spatial.class, repeat = 4, rate = 2) Object low;
                @Use(block = Spatial.class, repeat = 2, rate = 4) Object high;
                """);
        expect("write rate = 1 at low and rate = 5 at high (same field)", SPATIAL, """
                @Use(block = Spatial.class, rate = 2) Object low;
                @Use(block = Spatial.class, rate = 2) Object middle;
                @Use(block = Spatial.class, rate = 4) Object high;
                """);
        expect("write rate = {1, 2} at low and rate = 5 at head (same field) with padding = 5 at head", SPATIAL, """
                @Use(block = Spatial.class, repeat = 2, rate = 2) Object low;
                @Dilated(kernel = 3, rate = 4, padding = 4) Object head;
                """);
    }

    @Test
    void layersOfOneRepetitionStayEqual() {
        NetworkReport report = expect("write rate = {1, 3} at stack (same field)", """
                @Block
                class Pair {
                    @Dilated(kernel = 3, rate = Param.RATE, padding = Padding.SAME) Object one;
                    @Dilated(kernel = 3, rate = Param.RATE, padding = Padding.SAME) Object other;
                }
                """, """
                @Use(block = Pair.class, repeat = 2, rate = 2) Object stack;
                """);
        List<List<List<Integer>>> repairs = report.stacks().get(0).repairs();
        assertEquals(List.of(1, 1, 3, 3), repairs.get(0).get(0));
        assertEquals(3, repairs.size());
        for (List<List<Integer>> repair : repairs) {
            assertEquals(repair.get(0), repair.get(1));
            assertEquals(repair.get(0).get(0), repair.get(0).get(1));
            assertEquals(repair.get(0).get(2), repair.get(0).get(3));
        }
    }

    /** The inner repetitions take one entry of the outer use, which has no more to give. */
    @Test
    void nestedUses() {
        String outer = SPATIAL + """

                @Block
                class Outer {
                    @Use(block = Spatial.class, repeat = 2, rate = Param.RATE) Object inner;
                }
                """;
        expect("write rate = 1 at outer (field 5 instead of 13)", outer, """
                @Use(block = Outer.class, rate = 3) Object outer;
                """);
        expect("write rate = {1, 5} at outer (same field)", outer, """
                @Use(block = Outer.class, repeat = 2, rate = 3) Object outer;
                """);
    }

    /** What is written in a block changes for every user of it. */
    @Test
    void numbersInsideABlockAreProposedThere() {
        String outer = SPATIAL + """

                @Block
                class Outer {
                    @Use(block = Spatial.class, repeat = 2, rate = {2, 4}) Object inner;
                }
                """;
        NetworkReport report = expect("write rate = {1, 3} at Outer.inner (field 17 instead of 25)", outer, """
                @Use(block = Outer.class, repeat = 2) Object outer;
                """);
        assertEquals(
                List.of(1, 3, 1, 3), report.stacks().get(0).repairs().get(0).get(0));
    }

    @Test
    void paddingsInsideABlockAreProposedThere() {
        expect("write rate = {1, 2, 3} at stack (same field) with padding = Param.RATE at Fixed.conv", """
                @Block
                class Fixed {
                    @Dilated(kernel = 3, rate = Param.RATE, padding = 2) Object conv;
                }
                """, """
                @Use(block = Fixed.class, repeat = 3, rate = 2) Object stack;
                """);
        expect("write rate = {1, 2, 3} at stack (same field) with padding = Padding.SAME at Fixed.conv", """
                @Block
                class Fixed {
                    @Dilated(kernel = 5, rate = Param.RATE, padding = 4) Object conv;
                }
                """, """
                @Use(block = Fixed.class, repeat = 3, rate = 2) Object stack;
                """);
        expect("use rates 1, 2, 3 (same field) with padding 1, 2, 3", """
                @Block
                class Fixed {
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object a;
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object b;
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object c;
                }
                """, """
                @Use(block = Fixed.class) Object stack;
                """);
        expect("use rates 1, 2, 3 (same field) with padding 1 at a, 3 at c", "", """
                @Dilated(kernel = 3, rate = 2, padding = 2) Object a;
                @Dilated(kernel = 3, rate = 2, padding = Padding.SAME) Object b;
                @Dilated(kernel = 3, rate = 2, padding = 2) Object c;
                """);
    }

    /** One number for both axes stays one, though the axes differ. */
    @Test
    void axesThatShareANumberKeepOne() {
        NetworkReport report = expect(
                "write rate = 1 at a and rate = 3 at b and rate = 9 at c (field 27 instead of 29 in height, field 29 instead of 33 in width)",
                "",
                """
                @Dilated(kernel = {3, 5}, rate = 2) Object a;
                @Dilated(kernel = 3, rate = 4) Object b;
                @Dilated(kernel = 3, rate = 8) Object c;
                """);
        report.stacks().get(0).repairs().forEach(repair -> assertEquals(repair.get(0), repair.get(1)));
        expect(
                "write rate = 1 at a and rate = 3 at b (field 9 instead of 13 in height, field 9 instead of 11 in width)",
                "",
                """
                @Dilated(kernel = 3, rate = 2) Object a;
                @Dilated(kernel = 3, rate = {4, 3}) Object b;
                """);
    }

    /** As DUC has it: 23 blocks of rate 2 and three of rate 4 above plain layers. */
    @Test
    void longStagesOfBlocksAreProposedShortly() {
        expect(
                "write rate = {1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2} at layer3 and rate = {4, 4, 5} at layer4 (same field)",
                SPATIAL,
                """
                @Conv(kernel = 3, padding = 1) Object layer2;
                @Use(block = Spatial.class, repeat = 23, rate = 2) Object layer3;
                @Use(block = Spatial.class, repeat = 3, rate = 4) Object layer4;
                """);
    }

    /** Compiles a model of these members with both compilers and asserts how its only message ends its first line. */
    private static NetworkReport expect(String mending, String blocks, String members) {
        Source source = Source.of("import dev.fovea.*;\n\nclass Net {\n" + members.indent(4) + "}\n\n" + blocks);
        for (TestCompiler compiler : TestCompiler.values()) {
            try (Compilation compilation = compiler.compile(Setup.with(FoveaProcessor::new), source)) {
                List<String> lines = compilation.diagnostics().stream()
                        .map(Found::message)
                        .map(message -> message.lines().findFirst().orElseThrow())
                        .toList();
                assertEquals(1, lines.size(), lines::toString);
                assertEquals(
                        mending,
                        lines.get(0)
                                .substring(
                                        lines.get(0).indexOf("; ", lines.get(0).indexOf(" reads ")) + 2));
            }
        }
        try (Compilation compilation = TestCompiler.JAVAC.compile(Setup.with(FoveaProcessor::new), source)) {
            NetworkReport report = NetworkReport.fromJson(
                    compilation.resourceText("META-INF/fovea/Net.json").orElseThrow());
            assertTrue(report.stacks().get(0).repairs().size() > 0);
            return report;
        }
    }
}
