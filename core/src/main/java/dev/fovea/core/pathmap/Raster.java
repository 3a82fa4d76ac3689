package dev.fovea.core.pathmap;

import dev.fovea.core.paths.Budget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Adds up the parts of the paths to a unit over cells, one axis at a time. */
final class Raster {
    private static final int LONGEST = 1 << 17;
    private static final long MOST_PIXELS = 1L << 26;

    private final int axes;
    private final List<ScaledPart> parts = new ArrayList<>();

    /** @param budget words that the numbers of paths along the axes may take */
    Raster(List<PathPart> all, int axes, Budget budget) {
        this.axes = axes;
        int shift = Proportion.shift(
                all.stream().flatMap(part -> Arrays.stream(part.grid().values())));
        int factorShift = Proportion.shift(all.stream().map(PathPart::factor));
        List<List<List<PixelRun>>> reached = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            reached.add(reached(all, axis, budget));
        }
        for (int i = 0; i < all.size(); i++) {
            int part = i;
            CountGrid grid = all.get(i).grid();
            double factor = Proportion.of(all.get(i).factor(), factorShift);
            double[] paths = Arrays.stream(grid.values())
                    .mapToDouble(count -> Proportion.of(count, shift) * factor)
                    .toArray();
            List<List<PixelRun>> runs =
                    reached.stream().map(perPart -> perPart.get(part)).toList();
            List<double[]> totals = runs.stream()
                    .map(units -> units.stream().mapToDouble(PixelRun::total).toArray())
                    .toList();
            parts.add(new ScaledPart(grid.size(), paths, runs, totals));
        }
    }

    /** Per part and place on its grid along an axis, the pixels reached from there. */
    private static List<List<PixelRun>> reached(List<PathPart> all, int axis, Budget budget) {
        Map<AxisPath, Map<Long, CountGrid>> known = new HashMap<>();
        List<List<CountGrid>> grids = new ArrayList<>();
        for (PathPart part : all) {
            Map<Long, CountGrid> units = known.computeIfAbsent(part.paths().get(axis), path -> new HashMap<>());
            long start = part.grid().start()[axis];
            grids.add(Stream.iterate(start, unit -> unit + 1)
                    .limit(part.grid().size()[axis])
                    .map(unit -> units.computeIfAbsent(
                            unit, place -> part.paths().get(axis).pixels(place, budget)))
                    .toList());
        }
        int shift =
                Proportion.shift(grids.stream().flatMap(List::stream).flatMap(grid -> Arrays.stream(grid.values())));
        return grids.stream()
                .map(units ->
                        units.stream().map(pixels -> PixelRun.of(pixels, shift)).toList())
                .toList();
    }

    /** The map in at most the given number of cells per axis; empty if there is no path. */
    Optional<PathMap> map(boolean isPlaced, int most) {
        List<Profile> profiles = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            Optional<Profile> profile = profile(axis);
            if (profile.isEmpty()) {
                return Optional.empty();
            }
            profiles.add(profile.get());
        }
        Profile across = profiles.get(axes - 1);
        Profile down = axes == 1 ? new Profile(0, List.of(1.0)) : profiles.get(axes - 2);
        int rows = down.paths().size();
        int columns = across.paths().size();
        if ((long) rows * columns > MOST_PIXELS) {
            throw new Budget.SpentException();
        }
        long slice = axes > 2 ? fullest(profiles.get(0)) : 0;
        int side = Cells.side(Math.max(rows, columns), most);
        CellSums sums = new CellSums(rows, columns, side);
        List<PixelRun> point = List.of(new PixelRun(0, new double[] {1}));
        for (ScaledPart part : parts) {
            sums.add(
                    part.plane(slice),
                    inCells(axes == 1 ? point : part.reached().get(axes - 2), down, side),
                    inCells(part.reached().get(axes - 1), across, side));
        }
        return Optional.of(new PathMap(isPlaced, profiles, slice, sums.cells()));
    }

    private static List<CellRun> inCells(List<PixelRun> units, Profile row, int side) {
        return units.stream().map(unit -> unit.inCells(row, side)).toList();
    }

    private static long fullest(Profile profile) {
        int most = 0;
        for (int i = 1; i < profile.paths().size(); i++) {
            most = profile.paths().get(i) > profile.paths().get(most) ? i : most;
        }
        return profile.start() + most;
    }

    /** The paths from all pixels of each position along an axis; empty if there is no path. */
    private Optional<Profile> profile(int axis) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        List<double[]> weights = new ArrayList<>();
        for (ScaledPart part : parts) {
            double[] along = part.along(axis);
            weights.add(along);
            for (int unit = 0; unit < along.length; unit++) {
                PixelRun run = part.reached().get(axis).get(unit);
                if (along[unit] > 0 && !run.isEmpty()) {
                    first = Math.min(first, run.start());
                    last = Math.max(last, run.start() + run.counts().length - 1);
                }
            }
        }
        if (first > last) {
            return Optional.empty();
        }
        if (last - first >= LONGEST) {
            throw new Budget.SpentException();
        }
        Double[] sums = new Double[(int) (last - first) + 1];
        Arrays.fill(sums, 0.0);
        for (int i = 0; i < parts.size(); i++) {
            for (int unit = 0; unit < weights.get(i).length; unit++) {
                add(sums, first, parts.get(i).reached().get(axis).get(unit), weights.get(i)[unit]);
            }
        }
        return Optional.of(new Profile(first, List.of(sums)));
    }

    private static void add(Double[] sums, long first, PixelRun run, double times) {
        for (int i = 0; i < run.counts().length && times > 0; i++) {
            if (run.counts()[i] > 0) {
                sums[(int) (run.start() - first) + i] += Proportion.positive(run.counts()[i] * times);
            }
        }
    }
}
