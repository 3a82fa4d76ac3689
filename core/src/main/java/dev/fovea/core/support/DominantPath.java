package dev.fovea.core.support;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.analysis.PeriodicField;
import dev.fovea.core.exact.CompleteCoverage;
import dev.fovea.core.exact.Taps;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Step;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The path into a layer along which its units see, on one axis, all that they see: a chain's only path, the main path of
 * residual blocks.
 */
public final class DominantPath {
    private DominantPath() {}

    /**
     * The layers whose taps open a gap.
     *
     * @param layers indices of those with the same step, which are interchangeable; ascending
     * @param step pixels between their taps: the rate times the jump of the input
     * @param most the largest step that would leave no gap: 1 plus what the layers of smaller steps span
     */
    public record Opening(List<Integer> layers, long step, long most) {
        public Opening {
            layers = List.copyOf(layers);
        }
    }

    private record PathTaps(int layer, long kernel, long rate, long jump) implements Taps {
        @Override
        public long step() {
            return Math.multiplyExact(rate, jump);
        }

        @Override
        public long reach() {
            return Math.multiplyExact(step(), kernel - 1);
        }

        PathTaps withRate(long other) {
            return new PathTaps(layer, kernel, other, jump);
        }
    }

    /** The link that decides what a layer sees on an axis; empty at a merge where no single one does. */
    public static Optional<Link> link(Analysis analysis, int layer, int axis) {
        List<Link> local = analysis.network().layers().get(layer).links().stream()
                .filter(link -> !analysis.readsWhole(link, axis))
                .toList();
        if (local.size() == 1) {
            return Optional.of(local.get(0));
        }
        Optional<PeriodicField> all = analysis.seen(layer, axis).field();
        return local.stream()
                .filter(link -> all.isPresent()
                        && link.steps().get(axis).equals(Step.Window.IDENTITY)
                        && analysis.seen(link.source(), axis).field().equals(all))
                .findFirst();
    }

    /**
     * The first step, in ascending order, that exceeds 1 plus what the smaller ones span ({@link CompleteCoverage} down
     * to the pixels); empty where there is none, or where the path has other steps than windows.
     */
    public static Optional<Opening> opening(Analysis analysis, int layer, int axis) {
        return opening(taps(analysis, layer, axis));
    }

    private static Optional<Opening> opening(List<PathTaps> path) {
        List<PathTaps> ascending = CompleteCoverage.ascending(path);
        CompleteCoverage complete = new CompleteCoverage();
        for (PathTaps taps : ascending) {
            if (!complete.admits(taps)) {
                List<Integer> layers = ascending.stream()
                        .filter(other -> other.step() == taps.step())
                        .map(PathTaps::layer)
                        .toList();
                return Optional.of(new Opening(layers, taps.step(), complete.bound()));
            }
            complete.add(taps.reach());
        }
        return Optional.empty();
    }

    /**
     * The largest rates that leave no gap: a step that exceeds 1 plus what the smaller ones span is lowered to that. Where a jump
     * alone exceeds it, rates of 1, with which steps that are larger now may bridge it.
     *
     * @param written where a layer's rate is written; what is written once stays equal
     * @return by layer; empty where there is no gap, or none that rates of 1 would close
     */
    public static Map<Integer, Long> bridged(Analysis analysis, int layer, int axis, IntFunction<Object> written) {
        List<PathTaps> taps = taps(analysis, layer, axis);
        Map<Object, Long> lowered = new HashMap<>();
        for (Optional<Opening> gap = opening(taps); gap.isPresent(); gap = opening(taps)) {
            int first = gap.get().layers().get(0);
            long jump = taps.stream()
                    .filter(one -> one.layer() == first)
                    .findFirst()
                    .orElseThrow()
                    .jump();
            long rate = gap.get().most() / jump;
            if (rate < 1) {
                return ones(taps(analysis, layer, axis));
            }
            Object place = written.apply(first);
            lowered.put(place, rate);
            taps = taps.stream()
                    .map(one -> written.apply(one.layer()).equals(place) ? one.withRate(rate) : one)
                    .toList();
        }
        Map<Integer, Long> rates = new LinkedHashMap<>();
        for (PathTaps one : taps) {
            Long rate = lowered.get(written.apply(one.layer()));
            if (rate != null) {
                rates.put(one.layer(), rate);
            }
        }
        return rates;
    }

    private static Map<Integer, Long> ones(List<PathTaps> taps) {
        Map<Integer, Long> rates = new LinkedHashMap<>();
        if (opening(taps.stream().map(one -> one.withRate(1)).toList()).isEmpty()) {
            taps.stream().filter(one -> one.rate() > 1).forEach(one -> rates.put(one.layer(), 1L));
        }
        return rates;
    }

    /** The windows on the path, from the bottom to the top; none where it has other steps, or cannot be told. */
    private static List<PathTaps> taps(Analysis analysis, int layer, int axis) {
        List<PathTaps> taps = new ArrayList<>();
        int at = layer;
        while (at != Network.INPUT) {
            Layer here = analysis.network().layers().get(at);
            Optional<Link> link = link(analysis, at, axis);
            Optional<Step.Window> read =
                    link.isPresent() ? link.get().steps().get(axis).window() : Optional.empty();
            if (link.isEmpty()
                    || read.isEmpty()
                    || here.links().size() > 1 && !read.get().isIdentity()) {
                return List.of();
            }
            Step.Window window = read.get();
            Optional<Rational> jump = analysis.jump(link.get().source(), axis).filter(Rational::isInteger);
            if (jump.isEmpty()) {
                return List.of();
            }
            if (window.kernel() > 1) {
                taps.add(new PathTaps(
                        at, window.kernel(), window.rate(), jump.get().longValueExact()));
            }
            at = link.get().source();
        }
        Collections.reverse(taps);
        return taps;
    }
}
