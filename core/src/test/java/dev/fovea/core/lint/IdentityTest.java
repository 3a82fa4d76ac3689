package dev.fovea.core.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.fovea.Param;
import dev.fovea.core.finding.Identity;
import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.DeclarationFactory;
import dev.fovea.core.resolve.ModelDeclaration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is one defect, whoever finds it: of rates 2 and 4 every second position is never read. */
final class IdentityTest {
    private static final DeclarationFactory FACTORY = new DeclarationFactory();

    private static BlockDeclaration block(boolean isSource, long rate) {
        return new BlockDeclaration("test.Stack", isSource, 2, List.of(dilated("a", rate), dilated("b", 4)), List.of());
    }

    private static Declaration dilated(String name, long rate) {
        return FACTORY.layer(
                name, "Dilated", Map.of("kernel", List.of(3L), "rate", List.of(rate), "padding", List.of(rate)));
    }

    private static Identity used(BlockDeclaration block, Map<String, Object> stated) {
        Map<String, Object> values = new HashMap<>(stated);
        values.put("block", block.name());
        Declaration use = FACTORY.layer("u", "Use", values);
        return only(new ModelDeclaration(
                "test.Model",
                FACTORY.values("Input", Map.of()),
                Optional.empty(),
                List.of(new Declaration(
                        "u", use.operation(), use.values(), use.beside(), List.of(), Optional.of(block), false))));
    }

    private static Identity only(ModelDeclaration model) {
        List<LintFinding> found = Lint.run(model, LintOptions.DEFAULT).findings();
        assertEquals(
                List.of("DilationCommonDivisor"),
                found.stream().map(LintFinding::rule).toList());
        return found.get(0).identity();
    }

    @Test
    void aBlockByItselfAndWhoUsesItFindTheSameDefect() {
        Identity own = only(ModelDeclaration.of(block(true, 2)));
        assertInstanceOf(Identity.InBlock.class, own);
        assertEquals(own, used(block(true, 2), Map.of()));
    }

    @Test
    void anArgumentHasADefectOfItsOwn() {
        assertInstanceOf(Identity.OfArgument.class, used(block(true, Param.RATE), Map.of("rate", List.of(2L))));
    }

    @Test
    void whatABlockFromElsewhereHasIsADefectOfItsUse() {
        assertInstanceOf(Identity.OfUse.class, used(block(false, 2), Map.of()));
    }

    @Test
    void whatIsFoundOnTheModelItselfIsItsOwn() {
        assertInstanceOf(
                Identity.OfModel.class,
                only(new ModelDeclaration(
                        "test.Model",
                        FACTORY.values("Input", Map.of()),
                        Optional.empty(),
                        List.of(dilated("a", 2), dilated("b", 4)))));
    }
}
