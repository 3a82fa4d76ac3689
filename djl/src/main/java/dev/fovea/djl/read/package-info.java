/**
 * From a block to the layers that it computes: its code runs once on arrays that hold no numbers but note what is done to them.
 *
 * <p>Nothing of a block's structure has to be known for that, and none of its private fields: a block with code of its own
 * is read as one of the library's. What the notes cannot express stops the reading of that block and is named.
 */
@NullMarked
package dev.fovea.djl.read;

import org.jspecify.annotations.NullMarked;
