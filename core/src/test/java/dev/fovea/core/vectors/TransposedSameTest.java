package dev.fovea.core.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.Padding;
import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.analysis.PeriodicField;
import dev.fovea.core.resolve.Declaration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A transposed convolution with padding SAME reverses the edges of the convolution with padding SAME. */
final class TransposedSameTest {
    @Test
    void transposedSameReversesTheEdgesOfTheConvolution() {
        for (long kernel = 1; kernel <= 5; kernel++) {
            for (long stride = 1; stride <= 4; stride++) {
                for (long rate = 1; rate <= 3; rate++) {
                    for (long extent = 1; extent <= 6; extent++) {
                        Map<String, Object> stated = Map.of(
                                "kernel", List.of(kernel),
                                "stride", List.of(stride),
                                "rate", List.of(rate),
                                "padding", List.of((long) Padding.SAME));
                        check(extent, stride, stated);
                    }
                }
            }
        }
    }

    private static void check(long extent, long stride, Map<String, Object> stated) {
        Declaration transposed = Declarations.layer("up", "TransposedConv", stated);
        Analysis analysis =
                AgainstBruteForce.analysed(Declarations.model("Up", 1, 1, List.of(extent), List.of(transposed)));
        String where = stated + " on " + extent;
        long made = extent * stride;
        assertEquals(
                OptionalLong.of(made),
                analysis.network().last().shape().extents().get(0).known(),
                where);
        BruteForce convolution = new BruteForce(1, List.of(made));
        BruteReading reading = convolution
                .describe(Declarations.layer("down", "Pool", stated))
                .orElseThrow()
                .readings()
                .get(0)
                .get(0);
        PeriodicField field = analysis.last().get(0).seen().field().orElseThrow();
        for (long above = 0; above < made; above++) {
            for (long below = 0; below < extent; below++) {
                assertEquals(reading.of(below).contains(above), field.at(above).contains(below), where);
            }
        }
    }
}
