package dev.fovea.core.tiles;

import dev.fovea.core.exact.Integers;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Units;
import dev.fovea.report.Rational;
import dev.fovea.report.StreamPlan;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The target fed sample by sample: each unit is computed as soon as all it reads is there, in order, and kept until its last
 * reader is computed.
 */
final class Stream {
    /** Stands for no sample: a unit that reads nothing waits for none. */
    private static final long NONE = Long.MIN_VALUE;

    private final AxisGraph graph;
    private final List<List<Reads>> reads;

    /** Per map and unit of a step: the first and the last pixel seen, and the sample with which the unit is computed. */
    private final long[][] first;

    private final long[][] last;
    private final long[][] ready;

    /** Per map and unit of a step, the sample with which the last reader is computed. */
    private final long[][] done;

    private Stream(AxisGraph graph, List<List<Reads>> reads) {
        this.graph = graph;
        this.reads = reads;
        int maps = graph.target() + 1;
        this.first = new long[maps][];
        this.last = new long[maps][];
        this.ready = new long[maps][];
        this.done = new long[maps][];
    }

    static StreamPlan of(Network network, AxisGraph graph, List<List<Reads>> reads) {
        Stream stream = new Stream(graph, reads);
        stream.follow();
        return stream.plan(network);
    }

    private void follow() {
        int step = Math.toIntExact(graph.step());
        first[0] = new long[step];
        for (int pixel = 0; pixel < step; pixel++) {
            first[0][pixel] = pixel;
        }
        last[0] = first[0];
        ready[0] = first[0];
        done[0] = filled(step);
        boolean[] read = read();
        for (int map = 1; map <= graph.target(); map++) {
            if (read[map]) {
                int units = Math.toIntExact(graph.units(map));
                first[map] = filled(units);
                last[map] = filled(units);
                ready[map] = filled(units);
                done[map] = filled(units);
                for (Reads one : reads.get(map)) {
                    look(map, one);
                }
                order(ready[map]);
                for (Reads one : reads.get(map)) {
                    release(map, one);
                }
            }
        }
    }

    private static long[] filled(int length) {
        long[] result = new long[length];
        Arrays.fill(result, NONE);
        return result;
    }

    /** The maps that the target reads; of others it may depend on the extent. */
    private boolean[] read() {
        boolean[] read = new boolean[graph.target() + 1];
        read[graph.target()] = true;
        for (int map = graph.target(); map > 0; map--) {
            if (read[map]) {
                for (Reads one : reads.get(map)) {
                    read[one.source()] = true;
                }
            }
        }
        return read;
    }

    /** Taps a whole number of steps apart read the same phase: only the outermost count. */
    private void look(int map, Reads read) {
        int source = read.source();
        int length = first[source].length;
        for (int unit = 0; unit < first[map].length; unit++) {
            Units taken = read.step().reads(unit);
            long taps = distinct(taken, length);
            for (long tap = 0; tap < taps; tap++) {
                long low = taken.first() + tap * taken.distance();
                long high = taken.first() + (taken.count() - 1 - tap) * taken.distance();
                long seen = at(first[source], low);
                if (seen != NONE && (first[map][unit] == NONE || seen < first[map][unit])) {
                    first[map][unit] = seen;
                }
                last[map][unit] = Math.max(last[map][unit], at(last[source], high));
                ready[map][unit] = Math.max(ready[map][unit], at(ready[source], high));
            }
        }
    }

    private static long distinct(Units taken, int length) {
        return Math.min(taken.count(), Integers.cycle(length, taken.distance()));
    }

    /** The value of a unit, which repeats from step to step. */
    private long at(long[] values, long unit) {
        long value = values[Math.floorMod(unit, values.length)];
        return value == NONE
                ? NONE
                : Math.addExact(value, Math.multiplyExact(Math.floorDiv(unit, values.length), graph.step()));
    }

    /** No unit is computed before the one ahead of it. */
    private void order(long[] samples) {
        long latest = NONE;
        for (long sample : samples) {
            latest = sample == NONE ? latest : Math.max(latest, sample - graph.step());
        }
        for (int unit = 0; unit < samples.length; unit++) {
            latest = Math.max(latest, samples[unit]);
            samples[unit] = latest;
        }
    }

    private void release(int map, Reads read) {
        long[] source = done[read.source()];
        for (int unit = 0; unit < ready[map].length; unit++) {
            Units taken = read.step().reads(unit);
            long taps = distinct(taken, source.length);
            for (long tap = 0; tap < taps; tap++) {
                long place = taken.first() + tap * taken.distance();
                int phase = Math.floorMod(place, source.length);
                long sample = ready[map][unit] - Math.floorDiv(place, source.length) * graph.step();
                source[phase] = Math.max(source[phase], sample);
            }
        }
    }

    private StreamPlan plan(Network network) {
        Rational jump = graph.jump(graph.target());
        long past = Long.MIN_VALUE;
        long lookahead = Long.MIN_VALUE;
        long latency = Long.MIN_VALUE;
        for (int unit = 0; unit < first[graph.target()].length; unit++) {
            if (first[graph.target()][unit] != NONE) {
                long own = jump.times(Rational.of(unit + 1L)).ceil() - 1;
                long begin = jump.times(Rational.of(unit)).floor();
                past = Math.max(past, own - first[graph.target()][unit]);
                lookahead = Math.max(lookahead, last[graph.target()][unit] - own);
                latency = Math.max(latency, last[graph.target()][unit] - begin + 1);
            }
        }
        Map<String, Long> buffers = new LinkedHashMap<>();
        OptionalLong state = OptionalLong.of(0);
        for (int map = 0; map < graph.target(); map++) {
            long kept = ready[map] == null ? 0 : kept(map);
            if (kept > 0) {
                buffers.put(network.name(map - 1), kept);
                OptionalLong channels = network.shape(map - 1).channels();
                state = state.isEmpty() || channels.isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(
                                Math.addExact(state.getAsLong(), Math.multiplyExact(kept, channels.getAsLong())));
            }
        }
        return new StreamPlan(
                OptionalLong.of(past), OptionalLong.of(lookahead), OptionalLong.of(latency), buffers, state);
    }

    /**
     * Most units of a map that are kept after a sample: from the oldest that some reader waits for to the newest. One unit is
     * the oldest until its last reader is computed, and there are most just before that.
     */
    private long kept(int map) {
        long[] samples = ready[map];
        long[] until = done[map];
        long before = NONE;
        for (long sample : until) {
            before = sample == NONE ? before : Math.max(before, sample - graph.step());
        }
        long most = 0;
        for (int unit = 0; unit < until.length; unit++) {
            if (until[unit] > before) {
                before = until[unit];
                most = Math.max(most, newest(samples, until[unit] - 1) - unit + 1);
            }
        }
        return most;
    }

    /** The newest unit that is computed with a sample, by when the units of a step are computed. */
    private long newest(long[] samples, long sample) {
        long steps = Math.floorDiv(sample - samples[0], graph.step());
        long within = sample - steps * graph.step();
        int low = 0;
        int high = samples.length;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (samples[middle] <= within) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return steps * samples.length + low;
    }
}
