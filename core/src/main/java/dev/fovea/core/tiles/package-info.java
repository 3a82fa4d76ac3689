/** Tile plans, input extents that work, and streams: how a network is fed. */
@NullMarked
package dev.fovea.core.tiles;

import org.jspecify.annotations.NullMarked;
