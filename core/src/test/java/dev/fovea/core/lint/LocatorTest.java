package dev.fovea.core.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.Param;
import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.DeclarationFactory;
import dev.fovea.core.resolve.ModelDeclaration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where a finding on layers of a block is reported, by who wrote the block and whose number is wrong. */
final class LocatorTest {
    private static final DeclarationFactory FACTORY = new DeclarationFactory();

    /** Rates of 2 and 4: of every second position nothing is read. */
    private static Location stack(boolean isSource, long firstRate, Map<String, Object> stated) {
        return located(model(
                new BlockDeclaration(
                        "lib.Stack", isSource, 2, List.of(dilated("a", firstRate), dilated("b", 4L)), List.of()),
                stated));
    }

    private static Declaration dilated(String name, Long... rate) {
        return FACTORY.layer(
                name, "Dilated", Map.of("kernel", List.of(3L), "rate", List.of(rate), "padding", List.of(rate)));
    }

    private static ModelDeclaration model(BlockDeclaration block, Map<String, Object> stated) {
        Map<String, Object> values = new HashMap<>(stated);
        values.put("block", block.name());
        Declaration use = FACTORY.layer("u", "Use", values);
        return new ModelDeclaration(
                "test.Model",
                FACTORY.values("Input", Map.of()),
                Optional.empty(),
                List.of(new Declaration(
                        "u", use.operation(), use.values(), use.beside(), List.of(), Optional.of(block), false)));
    }

    private static Location located(ModelDeclaration model) {
        List<LintFinding> findings = Lint.run(model, LintOptions.DEFAULT).findings();
        assertEquals(
                List.of("DilationCommonDivisor"),
                findings.stream().map(LintFinding::rule).toList());
        return findings.get(0).location();
    }

    @Test
    void whatABlockStatesIsReportedInIt() {
        Location location = stack(true, 2, Map.of());
        assertEquals("a", location.member().orElseThrow().name());
        assertEquals("rate", location.place().attribute());
        assertEquals("lib.Stack", location.block().orElseThrow().name());
        assertTrue(location.isOfBlock());
        assertFalse(location.isArgument());
        assertTrue(location.defect().isPresent());
    }

    /** The author of a block from elsewhere was told; its user, who cannot change it, has it at the use. */
    @Test
    void whatABlockFromElsewhereStatesWasToldToItsAuthor() {
        Location location = stack(false, 2, Map.of());
        assertEquals("u", location.member().orElseThrow().name());
        assertEquals("", location.place().attribute());
        assertEquals(Optional.empty(), location.block());
        assertTrue(location.isToldElsewhere());
        assertFalse(location.isOfBlock());
        assertFalse(location.isArgument());
    }

    @Test
    void whatAUserStatesIsReportedAtTheArgument() {
        for (boolean isSource : new boolean[] {true, false}) {
            Location location = stack(isSource, Param.RATE, Map.of("rate", List.of(2L)));
            assertEquals("u", location.member().orElseThrow().name());
            assertEquals("rate", location.place().attribute());
            assertEquals(Optional.empty(), location.block());
            assertTrue(location.isArgument());
            assertFalse(location.isToldElsewhere());
        }
    }

    @Test
    void whatIsFoundOnTheModelItselfIsReportedThere() {
        ModelDeclaration model = new ModelDeclaration(
                "test.Model",
                FACTORY.values("Input", Map.of()),
                Optional.empty(),
                List.of(dilated("a", 2L), dilated("b", 4L)));
        Location location = located(model);
        assertEquals("a", location.member().orElseThrow().name());
        assertEquals(Optional.empty(), location.block());
        assertEquals(Optional.empty(), location.defect());
        assertFalse(location.isOfBlock());
        assertFalse(location.isToldElsewhere());
        assertFalse(location.isArgument());
    }

    /** The rate is the second of the use's arguments. */
    @Test
    void whatAnArgumentAmongOthersStatesIsReportedAtItsEntry() {
        Location location = stack(true, Param.ARG1, Map.of("args", List.of(8L, 2L)));
        assertEquals("u", location.member().orElseThrow().name());
        assertEquals("args", location.place().attribute());
        assertEquals(1, location.place().entry());
        assertTrue(location.isArgument());
    }

    /** Along height rates are 1, along width 2 and 4. */
    @Test
    void whatABlockStatesAlongAnAxisIsReportedAtItsEntry() {
        Location location = located(model(
                new BlockDeclaration(
                        "lib.Stack", true, 2, List.of(dilated("a", 1L, 2L), dilated("b", 1L, 4L)), List.of()),
                Map.of()));
        assertEquals("a", location.member().orElseThrow().name());
        assertEquals("rate", location.place().attribute());
        assertEquals(1, location.place().entry());
    }
}
