package dev.fovea.core.rule;

import dev.fovea.core.analysis.ValidTaps;
import dev.fovea.core.analysis.WideWindow;
import dev.fovea.core.finding.Advice;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Step;
import dev.fovea.core.repair.ChangedRates;
import dev.fovea.core.repair.RatePadding;
import dev.fovea.core.repair.WrittenRate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The largest rate with which enough taps of a window fall inside its map. */
record FittingRate(long most, RatePadding padding) {
    /**
     * Empty where the rate is not the layer's own, or the largest would break the rules of its stack.
     *
     * @param axes those along which the rate is too large
     */
    static Optional<FittingRate> of(AnalysedNetwork analysed, Layer layer, List<Integer> axes) {
        Optional<WrittenRate> written =
                WrittenRate.of(analysed.model().declarations(layer.site()), layer.site(), axes.get(0));
        if (written.isEmpty()
                || layer.site().parts().size() > 1
                || !layer.links().get(0).isWindow()) {
            return Optional.empty();
        }
        for (long most = largest(analysed, layer, axes); most > 0; most--) {
            List<Integer> rates = rates(layer, axes, most);
            if (isEnough(analysed, ChangedRates.of(layer, rates))) {
                return breaksStack(analysed, layer, rates)
                        ? Optional.empty()
                        : Optional.of(new FittingRate(most, new RatePadding(layer, written.get(), rates)));
            }
        }
        return Optional.empty();
    }

    /** {@code a rate of at most 28 (rate 28 with padding 28)}. */
    String text() {
        return "a rate of at most " + most
                + padding.typed()
                        .map(text -> " (rate %s with padding %s)".formatted(rate(), text))
                        .orElse("");
    }

    /** What to write at the layer. */
    Advice advice() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("rate", rate());
        padding.typed().ifPresent(text -> attributes.put("padding", text));
        return Advice.of(new Advice.Statement(padding.written().layer(), "", attributes));
    }

    private String rate() {
        return Statements.typed(padding.rates().stream().map(Long::valueOf).toList());
    }

    /** No rate beyond the extent has more than one tap inside. */
    private static long largest(AnalysedNetwork analysed, Layer layer, List<Integer> axes) {
        long largest = 0;
        for (int axis : axes) {
            long extent = analysed.network()
                    .shape(layer.links().get(0).source())
                    .extents()
                    .get(axis)
                    .value();
            largest = Math.max(largest, Math.min(extent, window(layer, axis).rate() - 1));
        }
        return largest;
    }

    private static List<Integer> rates(Layer layer, List<Integer> axes, long most) {
        List<Integer> rates = new ArrayList<>();
        for (int axis = 0; axis < layer.links().get(0).steps().size(); axis++) {
            long present = window(layer, axis).rate();
            rates.add((int) (axes.contains(axis) ? Math.min(most, present) : present));
        }
        return rates;
    }

    private static boolean isEnough(AnalysedNetwork analysed, Layer layer) {
        return ValidTaps.perAxis(analysed.network(), layer)
                .filter(counts -> WideWindow.isEnough(analysed.network(), layer, counts))
                .isPresent();
    }

    private static boolean breaksStack(AnalysedNetwork analysed, Layer layer, List<Integer> rates) {
        List<Layer> layers = new ArrayList<>(analysed.network().layers());
        layers.replaceAll(one -> one == layer ? ChangedRates.of(layer, rates) : one);
        return !analysed.faultyStacks().containsAll(analysed.faultyStacksWith(layers));
    }

    private static Step.Window window(Layer layer, int axis) {
        return layer.step(axis).window().orElseThrow();
    }
}
