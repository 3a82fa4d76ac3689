package dev.fovea.core.rule;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.network.Extent;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.paths.EffectiveField;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The map that a network joins globally at its end does not see the whole input: its field, or its effective width, is
 * smaller. Of several such maps the one with the largest field is judged; pointwise networks are not.
 */
public final class SmallField extends Rule {
    public SmallField() {
        super(Severity.NOTE, "The last local layer of a network that ends globally sees less than the input.");
    }

    @Override
    public void check(AnalysedNetwork analysed, Consumer<Finding> findings) {
        Network network = analysed.network();
        if (!network.last().isGlobal() || analysed.analysis().faulty().contains(true)) {
            return;
        }
        largest(analysed, lastLocal(analysed)).ifPresent(map -> {
            List<Optional<Sight>> perAxis = new ArrayList<>();
            for (int axis = 0; axis < network.axes(); axis++) {
                perAxis.add(sight(analysed, map, axis));
            }
            AlongAxes.of(perAxis).stream()
                    .limit(1)
                    .forEach(found -> findings.accept(finding(network.layers().get(map), found)));
        });
    }

    /** The local maps that the global layers at the end read. */
    private static Set<Integer> lastLocal(AnalysedNetwork analysed) {
        Network network = analysed.network();
        Set<Integer> maps = new HashSet<>();
        Set<Integer> passed = new HashSet<>();
        Deque<Integer> global = new ArrayDeque<>(List.of(network.layers().size() - 1));
        while (!global.isEmpty()) {
            for (Link link : network.layers().get(global.pop()).links()) {
                boolean isGlobal = link.source() != Network.INPUT
                        && network.layers().get(link.source()).isGlobal();
                if (!isGlobal) {
                    maps.add(link.source());
                } else if (passed.add(link.source())) {
                    global.push(link.source());
                }
            }
        }
        return maps;
    }

    /** The map with the largest field along the first axis; empty where one is unknown or pointwise. */
    private static Optional<Integer> largest(AnalysedNetwork analysed, Set<Integer> maps) {
        Optional<Integer> largest = Optional.empty();
        long most = 1;
        for (int map : maps.stream().sorted().toList()) {
            OptionalLong size = map == Network.INPUT ? OptionalLong.of(1) : size(analysed, map, 0);
            if (size.isEmpty()) {
                return Optional.empty();
            }
            if (size.getAsLong() > most) {
                most = size.getAsLong();
                largest = Optional.of(map);
            }
        }
        return largest;
    }

    private static OptionalLong size(AnalysedNetwork analysed, int map, int axis) {
        return analysed.analysis().figures().get(map).get(axis).size();
    }

    /**
     * How much is seen along an axis.
     *
     * @param width the effective width, where it is known
     */
    private record Sight(long field, OptionalLong width, long extent) {}

    private static Optional<Sight> sight(AnalysedNetwork analysed, int map, int axis) {
        Extent extent = analysed.network().input().extents().get(axis);
        OptionalLong field = size(analysed, map, axis);
        if (!extent.isKnown() || field.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong width = analysed.paths()
                .field(map, axis)
                .map(EffectiveField::width)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
        return Math.min(field.getAsLong(), width.orElse(Long.MAX_VALUE)) < extent.value()
                ? Optional.of(new Sight(field.getAsLong(), width, extent.value()))
                : Optional.empty();
    }

    private Finding finding(Layer layer, AlongAxes<Sight> found) {
        Sight sight = found.value();
        String effective = sight.width().isPresent()
                ? "an effective width of " + sight.width().getAsLong()
                : "";
        String what = sight.field() >= sight.extent()
                ? "%s has %s%s, of the input's %s pixels: the middle of its field of %s carries nearly all"
                        .formatted(layer.name(), effective, found.where(), sight.extent(), sight.field())
                : "units of %s see %s of the input's %s pixels%s%s"
                        .formatted(
                                layer.name(),
                                sight.field(),
                                sight.extent(),
                                found.where(),
                                effective.isEmpty() ? "" : ", with " + effective);
        return finding(
                Place.layer(layer.site()),
                what
                        + ": larger objects are put together by the global layer only; add layers, strides or dilation if they matter");
    }
}
