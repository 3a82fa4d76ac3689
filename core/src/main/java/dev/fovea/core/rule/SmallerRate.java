package dev.fovea.core.rule;

import dev.fovea.core.network.Layer;
import dev.fovea.core.network.PaddingMode;
import dev.fovea.core.network.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to write on a layer whose rate is too large along some axes, with the padding that keeps its extent. */
final class SmallerRate {
    private SmallerRate() {}

    /**
     * {@code use rate 1 with padding 1}; {@code use a rate of at most 3 (rate 3 with padding 3)}.
     *
     * @param axes those along which the rate is too large
     * @param most the largest sound rate there
     */
    static String advice(Layer layer, List<Integer> axes, long most) {
        List<Long> rates = new ArrayList<>();
        List<KeptPadding> paddings = new ArrayList<>();
        boolean states =
                layer.padding() == PaddingMode.EXPLICIT && layer.links().size() == 1;
        int count = layer.links().get(0).steps().size();
        for (int axis = 0; axis < count; axis++) {
            Optional<Step.Window> window = layer.step(axis).window();
            long rate = window.isEmpty() || axes.contains(axis)
                    ? most
                    : window.get().rate();
            rates.add(rate);
            Optional<KeptPadding> kept = window.flatMap(
                    found -> KeptPadding.of(found.begin(), found.end(), (found.kernel() - 1) * (rate - found.rate())));
            states &= kept.isPresent();
            kept.ifPresent(paddings::add);
        }
        String rate = KeptPadding.typedNumbers(rates.stream().distinct().count() == 1 ? rates.subList(0, 1) : rates);
        String padding = states ? " with padding " + KeptPadding.typed(paddings) : "";
        return most == 1
                ? "use rate " + rate + padding
                : "use a rate of at most " + most + (padding.isEmpty() ? "" : " (rate " + rate + padding + ")");
    }
}
