package dev.fovea.core.pathmap;

import java.util.List;

/**
 * The number of paths from the pixels to one unit, over all axes together: what its gradient is with all weights one. Paths
 * that read the whole input are left out.
 *
 * @param isPlaced false if all positions are moved by an unknown number of pixels
 * @param profiles per axis, the paths from all pixels of each position; they begin and end where paths do, so they span the box
 *     that all paths come from, which may lie in the padding
 * @param slice of a volume, the position along the first axis that the cells are of: the first with most paths; else 0
 * @param cells the box along the last two axes, or the only one
 */
public record PathMap(boolean isPlaced, List<Profile> profiles, long slice, Cells cells) {
    public PathMap {
        profiles = List.copyOf(profiles);
    }
}
