package dev.fovea.core.pathmap;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.analysis.FieldUnion;
import dev.fovea.core.analysis.PeriodicField;
import dev.fovea.core.analysis.Reach;
import dev.fovea.core.paths.Budget;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts the paths from the pixels to units of a network.
 *
 * <p>From the unit down they are counted unit by unit, as long as a map has no more than 2^18 units, and {@value
 * #MOST_UNITS} are enough for all units asked for. Where a few products give the rest, sums over cells are taken of
 * each factor alone: no number is ever computed for every pixel.
 */
public final class PathMaps {
    private static final long MOST_UNITS = 1L << 23;
    private static final long MOST_WORDS = 1L << 26;

    private final Analysis analysis;
    private final Products products;
    private final Budget budget = new Budget(MOST_UNITS);
    private final Budget words = new Budget(MOST_WORDS);

    public PathMaps(Analysis analysis) {
        this.analysis = analysis;
        this.products = new Products(analysis);
    }

    /**
     * The paths to a unit.
     *
     * @param most cells per axis
     * @throws UncountedException if they are too many, or unknown
     */
    public PathMap of(int layer, List<Long> unit, int most) throws UncountedException {
        boolean isPlaced = isPlaced(layer);
        try {
            List<PathPart> parts = PathPart.of(analysis, products, layer, unit, budget);
            return new Raster(parts, unit.size(), words)
                    .map(isPlaced, most)
                    .orElseThrow(() -> new UncountedException("no path leads to it"));
        } catch (Budget.SpentException | ArithmeticException tooMany) {
            throw new UncountedException("its paths are too many to be counted");
        }
    }

    private boolean isPlaced(int layer) throws UncountedException {
        boolean isPlaced = true;
        for (int axis = 0; axis < analysis.network().axes(); axis++) {
            FieldUnion seen = analysis.seen(layer, axis);
            Set<Map<Integer, Long>> offsets = new HashSet<>();
            seen.fields().stream().map(PeriodicField::offset).forEach(offsets::add);
            if (offsets.size() > 1) {
                throw new UncountedException("its branches lie an unknown distance apart");
            }
            if (!seen.known()) {
                throw new UncountedException(Reach.UNKNOWN.why());
            }
            isPlaced &= offsets.stream().allMatch(Map::isEmpty);
        }
        return isPlaced;
    }
}
