package dev.fovea.processor.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.testing.ModelText;
import dev.fovea.core.testing.Seeds;
import dev.fovea.core.vectors.Examined;
import dev.fovea.core.vectors.Segment;
import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Models of sound and broken parts: each defect is found once, where it is, whatever is beside it. */
@Timeout(600)
@Tag("random")
final class RandomFaultsTest {
    private static final int MODELS = Seeds.times(3000);
    /** So few in one compilation that javac, which stops at 100 errors, reports all. */
    private static final int COMPILED = 20;

    private static final String ACCEPTED = " accepted";

    /**
     * A model and what is to be found.
     *
     * @param expected sorted {@code number Rule}, with the number of the part; {@code accepted} after it where so
     */
    private record Case(ModelDeclaration model, List<String> expected) {}

    private static Case next(Random random, String name) {
        List<Declaration> layers = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        List<String> unused = new ArrayList<>();
        boolean structural = false;
        List<Segment> segments = Stream.generate(() -> Segment.ALL.get(random.nextInt(Segment.ALL.size())))
                .limit(1 + random.nextInt(8))
                // Above a layer with a fault no map is said to be skipped, for that layer may be meant to read it.
                .sorted(Comparator.comparing(segment -> segment.rules().contains("SkippedInput")))
                .toList();
        for (int number = 0; number < segments.size(); number++) {
            Segment segment = segments.get(number);
            structural |= segment.isStructural();
            List<String> accepted = new ArrayList<>();
            if (!segment.isStructural() && random.nextInt(3) == 0) {
                segment.rules().stream().distinct().forEach(accepted::add);
                accepted.add("DegenerateDilation");
                unused.add(number + " UnusedAcceptance");
            }
            for (String rule : segment.rules()) {
                expected.add(number + " " + rule + (accepted.isEmpty() ? "" : ACCEPTED));
            }
            // A layer of which nothing is known counts as a reader of the one before it: of this one.
            layers.addAll(ModelText.model("before_%d = Conv kernel=1 from=<input>".formatted(number))
                    .layers());
            layers.addAll(segment.declarations(number, accepted));
        }
        if (!structural) {
            expected.addAll(unused);
        }
        layers.addAll(ModelText.model("last = Conv kernel=3 from=<input>").layers());
        ModelDeclaration empty = ModelText.model("");
        return new Case(
                new ModelDeclaration(name, empty.input(), empty.hdc(), layers),
                expected.stream().sorted().toList());
    }

    @Test
    void everyDefectIsFoundOnce() {
        Random random = new Random(1);
        for (int i = 0; i < MODELS; i++) {
            Case one = next(random, "test.Model");
            List<String> found = Examined.judged(one.model()).stream()
                    .map(judged -> label(one.model(), judged))
                    .sorted()
                    .toList();
            assertEquals(one.expected(), found, () -> "of " + one.model());
        }
    }

    private static String label(ModelDeclaration model, LintFinding judged) {
        String member =
                judged.finding().place().site().orElseThrow().outermost().name();
        return member.substring(member.indexOf('_') + 1) + " "
                + judged.finding().rule() + (judged.accepted().isPresent() ? ACCEPTED : "");
    }

    @ParameterizedTest
    @EnumSource
    void compilersFindTheSame(TestCompiler compiler) {
        Random random = new Random(2);
        for (int i = 0; i < Seeds.times(3); i++) {
            compilersFindTheSame(compiler, random);
        }
    }

    private static void compilersFindTheSame(TestCompiler compiler, Random random) {
        List<String> expected = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < COMPILED; i++) {
            Case one = next(random, "faults.Model" + i);
            Source source = AnnotatedSource.of(one.model());
            sources.add(source);
            one.expected().stream()
                    .filter(line -> !line.endsWith(ACCEPTED))
                    .map(line -> source.path() + line.substring(line.indexOf(' ')))
                    .forEach(expected::add);
        }
        try (Compilation compilation =
                compiler.compile(Setup.with(FoveaProcessor::new), sources.toArray(Source[]::new))) {
            assertEquals(
                    expected.stream().sorted().toList(),
                    compilation.diagnostics().stream()
                            .map(found -> found.place().file() + " " + found.rule())
                            .sorted()
                            .toList());
        }
    }
}
