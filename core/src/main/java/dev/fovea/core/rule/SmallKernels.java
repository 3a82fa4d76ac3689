package dev.fovea.core.rule;

import dev.fovea.core.finding.Advice;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.PaddingMode;
import dev.fovea.core.network.Step;
import dev.fovea.core.repair.KeptPadding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a large kernel as layers of kernel 3, the last of which keeps the member, and with it the name and the stride. */
final class SmallKernels {
    private SmallKernels() {}

    /** Empty within blocks, and where the padding is not one that the layers can share evenly. */
    static Optional<Advice> of(AnalysedNetwork analysed, Layer layer, long kernel) {
        Network network = analysed.network();
        long count = (kernel - 1) / 2;
        if (layer.padding() != PaddingMode.EXPLICIT || layer.site().parts().size() > 1 || sharesWeights(analysed)) {
            return Optional.empty();
        }
        List<Long> kernels = new ArrayList<>();
        List<KeptPadding> shares = new ArrayList<>();
        for (int axis = 0; axis < network.axes(); axis++) {
            Step.Window window = layer.step(axis).window().orElseThrow();
            boolean isPadded = window.begin() != 0 || window.end() != 0;
            boolean isShared = window.begin() % count == 0 && window.end() % count == 0;
            if (window.kernel() == 1 ? isPadded : !isShared) {
                return Optional.empty();
            }
            kernels.add(Math.min(window.kernel(), 3));
            shares.add(new KeptPadding(window.begin() / count, window.end() / count));
        }
        return Statements.of(
                        analysed,
                        layer,
                        Map.of("kernel", Statements.typed(kernels), "padding", KeptPadding.typed(shares)))
                .map(last -> stack(last, count));
    }

    /** Layers that share their weights would all have to be stacks. */
    private static boolean sharesWeights(AnalysedNetwork analysed) {
        return analysed.model().layers().stream()
                .anyMatch(layer -> !layer.values().getOrDefault("shared", "").equals(""));
    }

    /** The first layer reads what the large one reads, each other the one before it. */
    private static Advice stack(Advice.Statement last, long count) {
        List<Advice.Statement> statements = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            boolean isLast = i == count - 1;
            Map<String, String> attributes = new LinkedHashMap<>(last.attributes());
            if (i > 0) {
                attributes.put("from", "");
            }
            if (!isLast) {
                attributes.put("stride", "");
            }
            statements.add(new Advice.Statement(last.member(), "", attributes, !isLast));
        }
        return new Advice(statements);
    }
}
