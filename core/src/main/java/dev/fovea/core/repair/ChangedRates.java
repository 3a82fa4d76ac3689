package dev.fovea.core.repair;

import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Step;
import java.util.ArrayList;
import java.util.List;

/** A layer as it would be with other rates, and the paddings that keep its extents. */
public final class ChangedRates {
    private ChangedRates() {}

    /** @param rates per axis */
    public static Layer of(Layer layer, List<Integer> rates) {
        Link link = layer.links().get(0);
        List<Step> steps = new ArrayList<>();
        for (int axis = 0; axis < rates.size(); axis++) {
            Step.Window window = link.steps().get(axis).window().orElseThrow();
            long rate = rates.get(axis);
            long more = (window.kernel() - 1) * (rate - window.rate());
            KeptPadding kept = KeptPadding.of(window.begin(), window.end(), more)
                    .orElse(new KeptPadding(window.begin(), window.end()));
            steps.add(new Step.Window(
                    window.kernel(), window.stride(), rate, kept.begin(), kept.end(), window.unknownBegin()));
        }
        return layer.reading(new Link(link.source(), steps));
    }
}
