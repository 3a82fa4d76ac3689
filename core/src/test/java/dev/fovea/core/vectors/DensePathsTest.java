package dev.fovea.core.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.network.Layer;
import dev.fovea.core.paths.EffectiveField;
import dev.fovea.core.paths.PathCounts;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.NetworkBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dense block is the same network whether its merges name all layers before, or the merge before and one more. */
final class DensePathsTest {
    private static final int LAYERS = 12;

    /** @param interrupted whether another merge stands between those of the block */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eachMergeCountsThePathsOfAll(boolean interrupted) {
        assertEquals(fields(false, interrupted), fields(true, interrupted));
    }

    private static Map<String, Optional<EffectiveField>> fields(boolean stepwise, boolean interrupted) {
        List<Declaration> layers = new ArrayList<>(List.of(conv(0)));
        List<String> all = new ArrayList<>(List.of("conv0"));
        for (int i = 1; i < LAYERS; i++) {
            if (i > 1) {
                List<String> from = stepwise && i > 2 ? List.of("all" + (i - 1), "conv" + (i - 1)) : List.copyOf(all);
                layers.add(Declarations.layer("all" + i, "Concat", Map.of("from", from)));
            }
            layers.add(conv(i));
            if (interrupted && i % 3 == 0) {
                List<String> pair = List.of("conv" + (i - 1), "conv" + i);
                layers.add(Declarations.layer("side" + i, "Concat", Map.of("from", pair)));
            }
            all.add("conv" + i);
        }
        Analysis analysis = Analysis.of(NetworkBuilder.build(Declarations.model("Net", 2, 4, List.of(64L), layers))
                .network());
        PathCounts counts = PathCounts.of(analysis);
        Map<String, Optional<EffectiveField>> fields = new LinkedHashMap<>();
        for (int i = 0; i < analysis.network().layers().size(); i++) {
            Layer layer = analysis.network().layers().get(i);
            if (layer.name().startsWith("conv")) {
                fields.put(layer.name(), counts.field(i, 0));
            }
        }
        return fields;
    }

    /** Kernels of 1 and 3, so that some layers hand on what they read. */
    private static Declaration conv(int index) {
        long kernel = index % 4 == 2 ? 1 : 3;
        Map<String, Object> stated = new LinkedHashMap<>(Map.of("kernel", List.of(kernel), "out", 4L));
        stated.put("padding", List.of(kernel / 2));
        if (index > 1) {
            stated.put("from", List.of("all" + index));
        }
        return Declarations.layer("conv" + index, "Conv", stated);
    }
}
