package dev.fovea.core.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.paths.EffectiveField;
import dev.fovea.core.paths.PathCounts;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.NetworkBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Paths that read the whole input along all axes are left out; along some axes only, they leave the numbers unknown. */
final class GlobalPathsTest {
    private static final List<Long> EVERYTHING = List.of(1L, 1L);
    private static final List<Long> ROWS = List.of(1L, 64L);

    @Test
    void pathsThatReadEverythingAreLeftOut() {
        assertEquals(
                field(List.of(conv("conv")), 1), field(List.of(conv("conv"), pool(EVERYTHING), spread(), sum()), 1));
    }

    @Test
    void pathsThatReadWholeColumnsLeaveNothingKnown() {
        List<Declaration> layers = List.of(conv("conv"), pool(ROWS), spread(), sum());
        assertEquals(Optional.empty(), field(layers, 0));
        assertEquals(Optional.empty(), field(layers, 1));
    }

    /** The effective field of the last layer. */
    private static Optional<EffectiveField> field(List<Declaration> layers, int axis) {
        Analysis analysis = Analysis.of(NetworkBuilder.build(Declarations.model("Net", 2, 4, List.of(64L, 64L), layers))
                .network());
        return PathCounts.of(analysis).field(layers.size() - 1, axis);
    }

    private static Declaration conv(String name) {
        return Declarations.layer(name, "Conv", Map.of("kernel", List.of(3L), "padding", List.of(1L), "out", 4L));
    }

    private static Declaration pool(List<Long> size) {
        return Declarations.layer("pooled", "AdaptivePool", Map.of("size", size));
    }

    private static Declaration spread() {
        return Declarations.layer("spread", "Upsample", Map.of("size", List.of(64L, 64L)));
    }

    private static Declaration sum() {
        return Declarations.layer("sum", "Add", Map.of("from", List.of("conv", "spread")));
    }
}
