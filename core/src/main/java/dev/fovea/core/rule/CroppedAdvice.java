package dev.fovea.core.rule;

import dev.fovea.core.analysis.Rounding;
import dev.fovea.core.finding.Advice;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.PaddingMode;
import dev.fovea.core.network.Step;
import dev.fovea.core.repair.KeptPadding;
import dev.fovea.core.tiles.NearestExtents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** What to write so that nothing is left out, on all axes together: room at the end, or another input. */
final class CroppedAdvice {
    private final AnalysedNetwork analysed;
    private final Network network;
    private final List<Optional<Rounding.Loss>> perAxis;

    /** @param perAxis what is left out */
    CroppedAdvice(AnalysedNetwork analysed, List<Optional<Rounding.Loss>> perAxis) {
        this.analysed = analysed;
        this.network = analysed.network();
        this.perAxis = perAxis;
    }

    List<Advice> all() {
        Set<Advice> all = new LinkedHashSet<>();
        room().ifPresent(all::add);
        List<Optional<NearestExtents>> nearest = new ArrayList<>();
        for (int axis = 0; axis < perAxis.size(); axis++) {
            nearest.add(perAxis.get(axis).isEmpty() ? Optional.empty() : NearestExtents.lossless(network, axis));
        }
        input(nearest, NearestExtents::below).ifPresent(all::add);
        input(nearest, NearestExtents::above).ifPresent(all::add);
        return List.copyOf(all);
    }

    private Optional<Advice> room() {
        Set<Layer> layers = new LinkedHashSet<>();
        for (int axis = 0; axis < perAxis.size(); axis++) {
            if (perAxis.get(axis).isPresent()) {
                layers.addAll(
                        CroppedInput.strided(network, perAxis.get(axis).get().layers(), axis));
            }
        }
        boolean pools = layers.stream().allMatch(layer -> layer.operation().hasCeilMode());
        if (!pools && layers.size() > 1) {
            return Optional.empty();
        }
        Map<String, Advice.Statement> statements = new LinkedHashMap<>();
        for (Layer layer : layers) {
            Optional<Advice.Statement> statement =
                    pools ? Statements.of(analysed, layer, Map.of("ceilMode", "true")) : padded(layer);
            if (statement.isEmpty()) {
                return Optional.empty();
            }
            statements.put(statement.get().member(), statement.get());
        }
        return Optional.of(new Advice(List.copyOf(statements.values())));
    }

    private Optional<Advice.Statement> padded(Layer layer) {
        if (layer.padding() != PaddingMode.EXPLICIT) {
            return Optional.empty();
        }
        List<KeptPadding> paddings = new ArrayList<>();
        for (int axis = 0; axis < perAxis.size(); axis++) {
            Step.Window window = layer.step(axis).window().orElseThrow();
            long more = perAxis.get(axis).isPresent() ? CroppedInput.missing(network, layer, axis) : 0;
            paddings.add(new KeptPadding(window.begin(), window.end() + more));
        }
        return Statements.of(analysed, layer, Map.of("padding", KeptPadding.typed(paddings)));
    }

    /** Another input, whose other axes stay as they are. */
    private Optional<Advice> input(
            List<Optional<NearestExtents>> nearest, Function<NearestExtents, OptionalLong> choice) {
        return NearestExtents.advice(network, nearest, axis -> perAxis.get(axis).isEmpty(), choice);
    }
}
