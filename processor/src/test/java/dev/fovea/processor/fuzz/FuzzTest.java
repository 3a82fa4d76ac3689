package dev.fovea.processor.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.fovea.core.testing.Seeds;
import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.TestCompiler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A few seeded inputs of each target; {@code .ci/fuzz} searches for others for as long as one likes. */
@Tag("random")
final class FuzzTest {
    private static final int BATCH = 16;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[20 + random.nextInt(400)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void compile(
            TestCompiler compiler, Setup setup, long seed, BiFunction<byte[], String, String> source) {
        Random random = new Random(seed);
        for (int batch = 0; batch < Seeds.times(1); batch++) {
            List<String> sources = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                sources.add(source.apply(bytes(random), "Net" + i));
            }
            assertTimeout(LONGEST, () -> Judged.compile(compiler, setup, sources));
        }
    }

    @ParameterizedTest
    @EnumSource
    void annotationsWithAnyValuesBreakNothing(TestCompiler compiler) {
        compile(compiler, Setup.with(FoveaProcessor::new), 1, AnnotatedSources::of);
    }

    @Test
    void builderCodeOfAnyStatementsBreaksNothing() {
        compile(TestCompiler.JAVAC, Setup.with(FoveaProcessor::new).withDjl(), 2, BuilderSources::of);
    }

    @Test
    void optionsOfAnyWordsBreakNothing() {
        Random random = new Random(3);
        for (int i = 0; i < Seeds.times(12); i++) {
            OptionsTarget.fuzzerTestOneInput(bytes(random));
        }
    }
}
