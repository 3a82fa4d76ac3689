package dev.fovea.core.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.finding.Severity;
import dev.fovea.core.html.HtmlReports;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.DeclarationFactory;
import dev.fovea.core.resolve.ModelDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A front end that reads networks from lists of dilation rates; the one door does all the rest. */
final class NumbersFrontEndTest {
    private final DeclarationFactory factory = new DeclarationFactory();

    private ModelDeclaration read(String name, long... rates) {
        List<Declaration> layers = new ArrayList<>();
        for (long rate : rates) {
            layers.add(factory.layer(
                    "layer" + layers.size(), "Dilated", Map.of("kernel", List.of(3L), "rate", List.of(rate))));
        }
        return new ModelDeclaration(name, factory.values("Input", Map.of()), Optional.empty(), layers);
    }

    @Test
    void aListOfRatesGetsFindingsWithTheirPlacesAndFacts() {
        LintResult result = Lint.run(read("Rates", 1, 2, 9), LintOptions.DEFAULT);
        assertEquals(1, result.findings().size());
        LintFinding gap = result.findings().get(0);
        assertEquals("DilationGap", gap.rule());
        assertEquals(Severity.ERROR, gap.severity());
        assertEquals("layer2", gap.location().member().orElseThrow().name());
        assertEquals("rate", gap.location().place().attribute());
        assertEquals(25, result.report().layer("layer2").field().get(0).size().getAsLong());
        assertEquals(
                List.of(), Lint.run(read("Sound", 1, 2, 5), LintOptions.DEFAULT).findings());
    }

    @Test
    void aListOfRatesGetsAPage(@TempDir Path folder) throws IOException {
        HtmlReports pages = new HtmlReports(folder, folder);
        pages.add(Lint.run(read("Rates", 1, 2, 9), LintOptions.DEFAULT));
        pages.finish();
        assertTrue(Files.readString(folder.resolve("Rates.html")).contains("M2 = 5"));
        assertTrue(Files.readString(folder.resolve("index.html")).contains("Rates.html"));
    }
}
