package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Self-attention (Vaswani et al. 2017) over all positions of a map, within windows (Liu et al. 2021), or over a grid (Tu et
 * al. 2022): projections to queries, keys and values, their products, and the output's projection.
 *
 * <p>Without a window every unit reads the whole map; with one, all units of a window read all of it. A window as wide as
 * the map is the whole map; maps of unknown extent are taken to be wider than the window.
 *
 * <p>With a grid the map is cut into cells of equal extents, and a unit reads the units that lie in all cells where it lies in
 * its own: a lattice spread over the whole map, one unit of each cell. As with attention over the whole map, figures are
 * those of the path through the unit's own place, the layer is global, and no tile is exact. A grid as fine as the map is the
 * whole map. The patches of MobileViT (Mehta and Rastegari 2022) are the cells of a grid.
 *
 * <p>Where {@code from} names queries, keys and values, nothing is projected: those three maps are attended with as they are, and
 * there are no weights. Keys and values may have other extents than the queries, and the values other channels; each unit of
 * the queries reads all of both, beside its own place.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Attention {
    /** Number of heads, a divisor of the channels. */
    int heads() default 1;

    /** Number of output channels; 0 = as many as the input's. */
    int out() default 0;

    /** Extents of a window in units: one entry for every axis or one per axis; {@code {}} = the whole map. */
    int[] window() default {};

    /** Units by which the windows are shifted, as a rule half the window; {@code {}} = 0. */
    int[] shift() default {};

    /**
     * Number of cells: one entry for every axis or one per axis, divisors of the map's extents; {@code {}} = no grid. Not beside
     * {@code window} and {@code shift}.
     */
    int[] grid() default {};

    /** Name of an earlier layer with the same attributes whose weights this one shares; parameters count once. */
    String shared() default "";

    /**
     * The layer read, by name; default: the preceding layer. Or three: queries, keys and values, as other layers have made
     * them.
     */
    String[] from() default {};
}
