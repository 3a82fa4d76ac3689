package dev.fovea.core.analysis;

import dev.fovea.core.network.Grouped;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Step;
import dev.fovea.report.Rational;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What lies, along one axis, between a merge and the nearest map that all local paths into it pass; and how far apart the
 * strided and even windows there excuse the inputs of the merge to be.
 *
 * <p>An odd window with an even stride cannot be centred on the area that its unit stands for, and such halves add up along
 * a pyramid; an even window of stride 1 is half a unit to either side. Attention within windows reads all of a window: where
 * its units see unequally far, as behind other windows, it is off by as much as they are.
 */
public final class MergePaths {
    private static final Rational TWO = Rational.of(2);

    private final Analysis analysis;
    private final int axis;

    private int @Nullable [] dominators;

    /** Prepares the paths of {@code analysis} along an axis; they are followed when first asked for. */
    public MergePaths(Analysis analysis, int axis) {
        this.analysis = analysis;
        this.axis = axis;
    }

    /** The nearest layer, or the input, that all local paths into the given maps pass; one of them itself counts. */
    public int common(List<Integer> maps) {
        int[] known = dominators;
        if (known == null) {
            known = dominators();
            dominators = known;
        }
        int common = maps.get(0);
        for (int map : maps) {
            common = common(known, common, map);
        }
        return common;
    }

    /**
     * Per layer, the nearest layer before it, or the input, that all its local paths pass (Cooper, Harvey and Kennedy 2001,
     * on a graph without cycles).
     */
    private int[] dominators() {
        List<Layer> layers = analysis.network().layers();
        int[] nearest = new int[layers.size()];
        for (int i = 0; i < nearest.length; i++) {
            boolean first = true;
            nearest[i] = Network.INPUT;
            for (Link link : layers.get(i).links()) {
                if (!analysis.readsWhole(link, axis)) {
                    nearest[i] = first ? link.source() : common(nearest, nearest[i], link.source());
                    first = false;
                }
            }
        }
        return nearest;
    }

    private static int common(int[] dominators, int one, int other) {
        int left = one;
        int right = other;
        while (left != right) {
            if (left > right) {
                left = dominators[left];
            } else {
                right = dominators[right];
            }
        }
        return left;
    }

    /**
     * What the paths from a common map to an input of a merge excuse, in input pixels.
     *
     * @param strides the largest sum, over the layers of a path, of what windows excuse that stride or resample
     * @param even the largest of what a single even window of stride 1 excuses
     * @param coarsest the largest jump on the paths, that of the common map included
     * @param groups the largest sum, over the layers of a path, of what units that are read in groups excuse
     */
    public record Excuse(Rational strides, Rational even, Rational coarsest, Rational groups) {
        private Excuse or(Excuse other) {
            return new Excuse(
                    max(strides, other.strides),
                    max(even, other.even),
                    max(coarsest, other.coarsest),
                    max(groups, other.groups));
        }

        /**
         * How far apart two inputs may be: halves can be taken to either side, so that even windows do not add up; half a
         * unit is always excused, and nothing beyond half the coarsest jump, but for groups.
         */
        public Rational together(Excuse other, Rational jump) {
            Rational windows = strides.plus(other.strides).plus(max(even, other.even));
            Rational half = max(coarsest, max(other.coarsest, jump)).dividedBy(TWO);
            Rational excused = max(windows, jump.dividedBy(TWO));
            return (excused.compareTo(half) < 0 ? excused : half).plus(groups).plus(other.groups);
        }
    }

    /**
     * What the paths from {@code common} to each of some maps excuse; a map is absent if a jump on its paths is unknown. All
     * local paths into the maps pass {@code common}, so one pass over the layers between serves them all.
     *
     * @param causal whether the ends of fields are compared: then every stride leaves them behind, and no window is even
     */
    public Map<Integer, Excuse> excuses(int common, List<Integer> maps, boolean causal) {
        Optional<Rational> jump = analysis.jump(common, axis);
        if (jump.isEmpty()) {
            return Map.of();
        }
        BitSet between = between(common, maps);
        Map<Integer, Excuse> excuses = new HashMap<>();
        excuses.put(common, new Excuse(Rational.ZERO, Rational.ZERO, jump.get(), Rational.ZERO));
        for (int i = between.nextSetBit(0); i >= 0; i = between.nextSetBit(i + 1)) {
            Optional<Rational> own = analysis.jump(i, axis);
            for (Link link : analysis.network().layers().get(i).links()) {
                Excuse below = excuses.get(link.source());
                // Behind an unknown jump all jumps are unknown.
                if (own.isPresent() && below != null && !analysis.readsWhole(link, axis)) {
                    Rational read = analysis.jump(link.source(), axis).orElseThrow();
                    Rational groups = below.groups().plus(groups(link, causal));
                    excuses.merge(i, with(below, link.steps().get(axis), read, own.get(), groups, causal), Excuse::or);
                }
            }
        }
        return excuses;
    }

    /** The layers on the paths from one map to others, those included. */
    private BitSet between(int common, List<Integer> maps) {
        BitSet between = new BitSet();
        maps.stream().filter(map -> map > common).forEach(between::set);
        for (int i = between.length() - 1; i > common; i = between.previousSetBit(i - 1)) {
            for (Link link : analysis.network().layers().get(i).links()) {
                if (link.source() > common && !analysis.readsWhole(link, axis)) {
                    between.set(link.source());
                }
            }
        }
        return between;
    }

    private Rational groups(Link link, boolean causal) {
        boolean areGroups = link.steps().get(axis) instanceof Grouped groups && groups.size() > 1;
        Optional<PeriodicField> read =
                areGroups ? analysis.seen(link.source(), axis).field() : Optional.empty();
        return read.isPresent() ? read.get().unevenness(causal) : Rational.ZERO;
    }

    private static Excuse with(Excuse below, Step step, Rational read, Rational own, Rational groups, boolean causal) {
        Rational finer = read.compareTo(own) < 0 ? read : own;
        Rational strides = below.strides;
        Rational even = below.even;
        Optional<WindowShape> shape = WindowShape.of(step);
        if (shape.isPresent() && shape.get().stride() > 1) {
            strides = strides.plus(finer.times(shape.get().resampling(causal)));
        } else if (shape.isPresent() && shape.get().isEven() && !causal) {
            even = max(even, finer.dividedBy(TWO));
        }
        return new Excuse(strides, even, max(below.coarsest, own), groups);
    }

    private static Rational max(Rational one, Rational other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
