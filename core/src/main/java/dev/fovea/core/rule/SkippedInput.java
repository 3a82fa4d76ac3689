package dev.fovea.core.rule;

import dev.fovea.core.analysis.Readers;
import dev.fovea.core.analysis.Readers.Reader;
import dev.fovea.core.analysis.Skipping;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Positions of a feature map that no layer reads, all its readers together.
 *
 * <p>Layers that hand on what they read, position by position, count as a part of the map that they read. An endpoint and
 * the last layer are read by something outside, and so is what nothing reads. Where the rates of a reader's stack are at
 * fault, they are reported instead. Maps below a layer with a fault are passed
 * over: it may be meant to read them.
 */
public final class SkippedInput extends Rule {
    private static final int MOST_NAMED = 3;

    public SkippedInput() {
        super(Severity.WARNING, "No layer reads some positions of a feature map.");
    }

    @Override
    public void check(AnalysedNetwork analysed, Consumer<Finding> findings) {
        Network network = analysed.network();
        Readers readers = Readers.of(network);
        Set<Integer> reported = analysed.layersOfFaultyStacks();
        for (int map = lastFault(network) + 1; map < network.layers().size(); map++) {
            if (map == Network.INPUT || !handsOn(network.layers().get(map))) {
                check(network, readers, reported, map).ifPresent(findings);
            }
        }
    }

    /** The last layer with a fault; before the input if there is none. */
    private static int lastFault(Network network) {
        for (int i = network.layers().size() - 1; i >= 0; i--) {
            if (network.layers().get(i).faulty()) {
                return i;
            }
        }
        return Network.INPUT - 1;
    }

    private Optional<Finding> check(Network network, Readers readers, Set<Integer> reported, int map) {
        List<Reader> all = readers(network, readers, map);
        Optional<Skipping> skipped = all.isEmpty()
                ? Optional.empty()
                : Skipping.of(all, network.shape(map).extents());
        return skipped.isEmpty()
                        || reported.contains(all.get(skipped.get().narrowest()).index())
                ? Optional.empty()
                : Optional.of(finding(network, map, all, skipped.get()));
    }

    /** Who reads a map, through what hands it on; nobody where something outside reads it too. */
    private static List<Reader> readers(Network network, Readers readers, int map) {
        List<Reader> all = new ArrayList<>();
        Deque<Integer> maps = new ArrayDeque<>(List.of(map));
        while (!maps.isEmpty()) {
            int next = maps.pop();
            if (isOutput(network, readers, next)) {
                return List.of();
            }
            for (Reader reader : readers.of(next)) {
                if (handsOn(reader.layer())) {
                    maps.push(reader.index());
                } else {
                    all.add(reader);
                }
            }
        }
        return all;
    }

    private static boolean handsOn(Layer layer) {
        return layer.operation().handsOn() && !layer.wholeMap();
    }

    private static boolean isOutput(Network network, Readers readers, int map) {
        return readers.of(map).isEmpty()
                || map != Network.INPUT && network.layers().get(map).isRead();
    }

    private Finding finding(Network network, int map, List<Reader> readers, Skipping skipped) {
        Reader narrowest = readers.get(skipped.narrowest());
        String name = map == Network.INPUT ? "the input" : network.name(map);
        return finding(
                place(narrowest, skipped.axis()),
                readers.stream().map(reader -> reader.layer().site()).distinct().toList(),
                "no layer reads %s of %s positions of %s: %s; what they hold is lost; use a kernel of at least the stride, or average before striding (@Pool)"
                        .formatted(skipped.unread(), skipped.all(), name, named(readers)));
    }

    private static String named(List<Reader> readers) {
        String first = readers.stream()
                .limit(MOST_NAMED)
                .map(reader -> WindowText.named(reader.layer(), reader.link()))
                .collect(Collectors.joining(" and "));
        String rest = readers.size() > MOST_NAMED ? " and %s more".formatted(readers.size() - MOST_NAMED) : "";
        return first + rest + (readers.size() == 1 ? " steps over them" : " all step over them");
    }

    private static Place place(Reader reader, int axis) {
        Layer layer = reader.layer();
        if (!layer.operation().isAnnotation()) {
            return Place.attribute(layer.site(), layer.operation().sourceAttribute());
        }
        boolean resamples = reader.link().steps().get(axis).resample().isPresent();
        return Place.attribute(layer.site(), resamples ? "size" : "stride").at(axis);
    }
}
