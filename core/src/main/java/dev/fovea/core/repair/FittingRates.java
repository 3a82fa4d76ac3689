package dev.fovea.core.repair;

import dev.fovea.core.analysis.ValidTaps;
import dev.fovea.core.analysis.WideWindow;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.repair.WrittenRate.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Numbers with which no window of some stacks becomes too wide for its map, unless it is already. */
final class FittingRates implements Predicate<Map<Place, Integer>> {
    private final Network network;
    private final List<WrittenStack> stacks;
    private final Map<List<Object>, Boolean> known = new HashMap<>();

    FittingRates(Network network, StackGroup group) {
        this.network = network;
        this.stacks =
                Stream.concat(group.faulty().stream(), group.sound().stream()).toList();
    }

    @Override
    public boolean test(Map<Place, Integer> values) {
        for (WrittenStack stack : stacks) {
            List<List<Integer>> rates = stack.rates(values);
            for (int member = 0; member < stack.stack().members().size(); member++) {
                int at = member;
                List<Integer> own = rates.stream().map(axis -> axis.get(at)).toList();
                int layer = stack.stack().members().get(member);
                if (!known.computeIfAbsent(
                        List.of(layer, own), first -> fits(network.layers().get(layer), own))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean fits(Layer layer, List<Integer> rates) {
        Layer changed = ChangedRates.of(layer, rates);
        return changed.links().equals(layer.links()) || isEnough(changed) || !isEnough(layer);
    }

    private boolean isEnough(Layer layer) {
        return ValidTaps.perAxis(network, layer)
                .map(counts -> WideWindow.isEnough(network, layer, counts))
                .orElse(true);
    }
}
