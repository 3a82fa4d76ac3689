package dev.fovea.sample.djl;

import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import dev.fovea.sample.Zoo;
import java.util.Optional;
import java.util.stream.Stream;

/** The networks of the zoo that Deep Java Library can build: it has no block for attention over a map. */
final class Built {
    private Built() {}

    static Stream<NetworkReport> reports() {
        return Zoo.reports().stream().filter(report -> !attends(report));
    }

    /** Those that it cannot build. */
    static Stream<NetworkReport> others() {
        return Zoo.reports().stream().filter(Built::attends);
    }

    private static boolean attends(NetworkReport report) {
        return report.layers().stream().anyMatch(layer -> layer.op().equals("Attention"));
    }

    /** Parameters of the block of a layer: layers that share weights are built with weights of their own. */
    static long parameters(NetworkReport report, LayerReport layer) {
        Optional<String> shared =
                Optional.ofNullable((String) layer.attributes().get("shared"));
        return shared.map(report::layer).orElse(layer).parameters().orElseThrow();
    }
}
