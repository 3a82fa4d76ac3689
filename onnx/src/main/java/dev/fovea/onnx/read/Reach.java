package dev.fovea.onnx.read;

import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.sketch.Item;
import dev.fovea.onnx.sketch.Sketch;
import dev.fovea.onnx.view.Atom;
import java.util.ArrayList;
import java.util.List;

/** Which positions of a map look at each other: all, those of a window, or one of each cell of a grid. */
final class Reach {
    private final Sketch sketch;
    private final Layouts layouts;
    private final int layer;
    private final List<Atom> places;

    /** @param places of the queries, which are those of the keys */
    Reach(Sketch sketch, Layouts layouts, int layer, List<Atom> places) {
        this.sketch = sketch;
        this.layouts = layouts;
        this.layer = layer;
        this.places = places;
    }

    /** States a window or a grid; neither where all of the map look at each other. */
    void state(Item item) {
        if (places.stream().anyMatch(atom -> atom.axis() == Atom.TOKENS)) {
            return;
        }
        List<Long> counts = new ArrayList<>();
        boolean together = true;
        boolean everywhere = true;
        boolean whole = true;
        for (int axis = 0; axis < sketch.axes(); axis++) {
            Num extent = sketch.extent(layer, axis);
            Atom atom = along(axis);
            counts.add(atom.size().orUnknown());
            together &= atom.stride().is(1);
            everywhere &= atom.size().times(atom.stride()).equals(extent);
            whole &= atom.size().equals(extent);
        }
        if (!together && !everywhere) {
            throw spread();
        }
        if (!whole && counts.contains(-1L)) {
            throw new NotRead(
                    together
                            ? "its windows extend over an extent that is not known"
                            : "its grid has a number of cells that is not known");
        }
        if (!whole) {
            item.with(together ? "window" : "grid", List.copyOf(counts));
        }
    }

    /** The positions along an axis; a single one where none are. */
    private Atom along(int axis) {
        List<Atom> found =
                places.stream().filter(atom -> atom.axis() == axis + Atom.SPACE).toList();
        if (found.size() > 1) {
            throw spread();
        }
        return found.isEmpty() ? new Atom(axis + Atom.SPACE, Num.ONE, Num.ONE) : found.get(0);
    }

    private NotRead spread() {
        return new NotRead("its queries look at positions that are spread over the map: " + layouts.describe(places));
    }
}
