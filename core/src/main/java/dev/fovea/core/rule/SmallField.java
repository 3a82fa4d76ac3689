package dev.fovea.core.rule;

import dev.fovea.core.analysis.ReceptiveField;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The map that a network pools globally at its end sees less than half of the input along every axis. Of several such maps
 * the one with the largest field is judged.
 *
 * <p>A linear layer has weights of its own for every position and puts them together itself; something global on the way
 * (attention, matrices over positions, squeeze-excite, statistics of the whole map) has seen everything before; networks of single points, and bags
 * of words or frames along a sequence, are designed that way. Nothing is reported in these cases.
 */
public final class SmallField extends Rule {
    public SmallField() {
        super(Severity.NOTE, "The last local layer of a network that ends globally sees less than half of the input.");
    }

    @Override
    public void check(AnalysedNetwork analysed, Consumer<Finding> findings) {
        Network network = analysed.network();
        if (network.axes() < 2
                || !network.input().isKnown()
                || !network.last().isGlobal()
                || analysed.analysis().faulty().contains(true)) {
            return;
        }
        Set<Integer> pooled = pooled(network);
        if (pooled.stream().allMatch(map -> isLocal(analysed, map))) {
            pooled.stream()
                    .filter(map -> size(analysed, map, 0) > 1)
                    .max((one, other) -> Long.compare(size(analysed, one, 0), size(analysed, other, 0)))
                    .filter(map -> isSmall(analysed, map))
                    .ifPresent(map -> findings.accept(finding(analysed, map)));
        }
    }

    /** The local maps that global layers at the end pool; none where a layer with a weight for every position reads one. */
    private static Set<Integer> pooled(Network network) {
        Set<Integer> maps = new HashSet<>();
        Set<Integer> passed = new HashSet<>();
        Deque<Integer> global = new ArrayDeque<>(List.of(network.layers().size() - 1));
        while (!global.isEmpty()) {
            Layer layer = network.layers().get(global.pop());
            for (Link link : layer.links()) {
                boolean isGlobal = link.source() != Network.INPUT
                        && network.layers().get(link.source()).isGlobal();
                if (!isGlobal && layer.operation().fitsOneExtent()) {
                    return Set.of();
                }
                if (!isGlobal) {
                    maps.add(link.source());
                } else if (passed.add(link.source())) {
                    global.push(link.source());
                }
            }
        }
        return maps;
    }

    /** True if it is known what a map sees, and none of it is global. */
    private static boolean isLocal(AnalysedNetwork analysed, int map) {
        return map != Network.INPUT
                && analysed.analysis().figures().get(map).stream()
                        .allMatch(field ->
                                field.size().isPresent() && !field.seen().global());
    }

    private static boolean isSmall(AnalysedNetwork analysed, int map) {
        for (int axis = 0; axis < analysed.network().axes(); axis++) {
            long extent = analysed.network().input().extents().get(axis).value();
            if (size(analysed, map, axis) >= extent - size(analysed, map, axis)) {
                return false;
            }
        }
        return true;
    }

    private static long size(AnalysedNetwork analysed, int map, int axis) {
        ReceptiveField field = analysed.analysis().figures().get(map).get(axis);
        return field.size().getAsLong();
    }

    private Finding finding(AnalysedNetwork analysed, int map) {
        Network network = analysed.network();
        Layer layer = network.layers().get(map);
        List<Long> field = new ArrayList<>();
        List<Long> input = new ArrayList<>();
        for (int axis = 0; axis < network.axes(); axis++) {
            field.add(size(analysed, map, axis));
            input.add(network.input().extents().get(axis).value());
        }
        return finding(
                Place.layer(layer.site()),
                "%s sees %s of the input's %s pixels, so only the global layer that follows puts larger objects together; add layers, strides or dilation if they matter"
                        .formatted(layer.name(), WindowText.perAxis(field), WindowText.perAxis(input)));
    }
}
