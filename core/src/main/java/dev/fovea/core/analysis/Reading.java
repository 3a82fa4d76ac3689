package dev.fovea.core.analysis;

import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a map is read: by a layer, or by something outside, and through views of the map. A view computes nothing, each of
 * its units holds what one unit of the map holds: cropped, padded, every second one, repeated.
 *
 * @param way the views, then the layer; the last is a view only where something outside reads it
 */
public record Reading(List<Readers.Reader> way) {
    public Reading {
        way = List.copyOf(way);
    }

    /** All readings of a map, in the order of their layers; none where something outside reads the map itself. */
    public static List<Reading> of(int map, Network network, Readers readers) {
        List<Reading> readings = new ArrayList<>();
        Deque<Way> ways = new ArrayDeque<>();
        if (!isOutput(network, readers, map)) {
            push(readers.of(map), null, ways);
        }
        while (!ways.isEmpty()) {
            Way way = ways.pop();
            if (isView(way.last.layer()) && !isOutput(network, readers, way.last.index())) {
                push(readers.of(way.last.index()), way, ways);
            } else {
                readings.add(way.reading());
            }
        }
        return readings;
    }

    private static void push(List<Readers.Reader> further, @Nullable Way before, Deque<Way> ways) {
        for (int i = further.size() - 1; i >= 0; i--) {
            ways.push(new Way(before, further.get(i)));
        }
    }

    /** A way that several readings may share: its last layer, and what comes before. */
    private record Way(@Nullable Way before, Readers.Reader last) {
        Reading reading() {
            Deque<Readers.Reader> all = new ArrayDeque<>();
            for (Way way = this; way != null; way = way.before) {
                all.addFirst(way.last);
            }
            return new Reading(List.copyOf(all));
        }
    }

    /** True if a layer holds nothing but units of what it reads. */
    public static boolean isView(Layer layer) {
        return layer.operation().handsOn() && !layer.wholeMap()
                || layer.operation().picks() && readsOneUnit(layer.links().get(0));
    }

    private static boolean readsOneUnit(Link link) {
        for (Step step : link.steps()) {
            boolean one = step.window().filter(window -> window.kernel() == 1).isPresent()
                    || step.resample().filter(resample -> resample.isNearest()).isPresent();
            if (!one) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOutput(Network network, Readers readers, int map) {
        return readers.of(map).isEmpty()
                || map != Network.INPUT && network.layers().get(map).isRead();
    }

    /** The layer that reads, or the view that something outside reads. */
    public Readers.Reader last() {
        return way.get(way.size() - 1);
    }

    /** The first layer on the way that leaves positions out along some axis; the last if none does by itself. */
    public Readers.Reader stepping() {
        int axes = last().link().steps().size();
        for (Readers.Reader reader : way) {
            for (int axis = 0; axis < axes; axis++) {
                if (leavesOut(reader, axis)) {
                    return reader;
                }
            }
        }
        return last();
    }

    /** The same along one axis. */
    public Readers.Reader stepping(int axis) {
        return way.stream()
                .filter(reader -> leavesOut(reader, axis))
                .findFirst()
                .orElseGet(this::last);
    }

    private static boolean leavesOut(Readers.Reader reader, int axis) {
        return sampling(reader, axis).filter(own -> !own.isEverything()).isPresent();
    }

    /** Which positions of the map are read along {@code axis}; empty where that is unknown. */
    Optional<Sampling> sampling(int axis) {
        Optional<Sampling> read = Optional.of(Sampling.ALL);
        if (!isView(last().layer())) {
            read = sampling(last(), axis);
        }
        for (int i = way.size() - 1; i >= 0 && read.isPresent(); i--) {
            Readers.Reader reader = way.get(i);
            if (isView(reader.layer())) {
                read = read.get().through(reader.link().steps().get(axis));
            }
        }
        return read;
    }

    /** Taps that move with the data can read any position. */
    private static Optional<Sampling> sampling(Readers.Reader reader, int axis) {
        return reader.layer().dataDependent()
                ? Optional.of(Sampling.ALL)
                : Sampling.of(reader.link().steps().get(axis));
    }
}
