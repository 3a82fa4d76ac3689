package dev.fovea.onnx.read;

import dev.fovea.onnx.fold.Constant;
import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.sketch.Item;
import dev.fovea.onnx.sketch.Sketch;
import dev.fovea.onnx.view.Atom;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resize, and Upsample of older files. */
final class ResizeOperator {
    private final Bench bench;
    private final Sketch sketch;
    private final Layouts layouts;

    ResizeOperator(Bench bench, Layouts layouts) {
        this.bench = bench;
        this.sketch = bench.sketch();
        this.layouts = layouts;
    }

    /** @param origins layers whose extents went into the sizes that the node asks for */
    View resize(Call call, Set<Integer> origins) {
        Node node = call.node();
        View settled = bench.settle(call.view(0), node);
        Layouts.Grid grid = layouts.grid(settled, node, 1, WindowOperators.space(settled));
        View view = grid.view();
        boolean old = node.type().equals("Upsample")
                || call.count() == 2 && node.attribute("axes").isEmpty() && !call.has(2);
        Optional<List<Num>> scales = data(call, old ? 1 : 2);
        if (scales.isEmpty() && node.attribute("scales").isPresent()) {
            scales = node.attribute("scales")
                    .map(a -> a.reals().stream().map(Num::of).toList());
        }
        Optional<List<Num>> sizes = old ? Optional.empty() : data(call, 3);
        if (scales.isEmpty() && sizes.isEmpty()) {
            throw new NotRead("the extents it resamples to are computed from the data");
        }
        List<Num> stated = sizes.isPresent() ? sizes.get() : scales.get();
        List<Integer> axes = call.axes(99, view.rank()).orElse(null);
        List<Num> extents = new ArrayList<>(sketch.extents(view.layer()));
        boolean whole = true;
        List<Long> scale = new ArrayList<>();
        for (int axis = 0; axis < sketch.axes(); axis++) {
            scale.add(1L);
        }
        for (int i = 0; i < stated.size(); i++) {
            int dim = axes == null ? i : axes.get(i);
            Num from = view.size(dim);
            Num to = sizes.isPresent() ? stated.get(i) : scaled(from, stated.get(i));
            if (dim < 2) {
                if (!to.equals(from)) {
                    throw new NotRead("it resamples along the channels");
                }
                continue;
            }
            int axis = grid.axes()[dim - 2];
            extents.set(axis, to);
            Optional<Num> ratio = to.dividedBy(from);
            boolean integer =
                    ratio.isPresent() && ratio.get().isWhole() && ratio.get().factor() >= 1;
            whole &= integer;
            scale.set(axis, integer ? ratio.get().orUnknown() : -1);
        }
        if (extents.equals(sketch.extents(view.layer()))) {
            return view;
        }
        String mode = mode(node, whole, scale);
        Item item = new Item("Upsample", node, List.of(view.layer()), sketch.channels(view.layer()), extents);
        item.with("mode", mode.equals("NEAREST") ? "NEAREST" : "LINEAR");
        if (mode.equals("ALIGNED")) {
            item.with("alignCorners", true);
        }
        int target = target(origins, view.layer(), extents);
        if (target >= -1) {
            item.with("toLayer", (long) target);
        } else if (sizes.isEmpty() && whole) {
            item.with("scale", scale);
        } else {
            List<Long> size = extents.stream().map(Num::orUnknown).toList();
            if (size.contains(-1L)) {
                if (!whole) {
                    throw new NotRead("it resamples from %s to %s, which are not known"
                            .formatted(sketch.extents(view.layer()), extents));
                }
                item.with("scale", scale);
            } else {
                item.with("size", size);
            }
        }
        List<List<Atom>> dims = new ArrayList<>(view.dims());
        for (int i = 0; i < grid.axes().length; i++) {
            int axis = grid.axes()[i];
            dims.set(i + 2, Bench.whole(axis + Atom.SPACE, extents.get(axis)));
        }
        return new View(sketch.add(item), dims);
    }

    private static Optional<List<Num>> data(Call call, int index) {
        return call.constant(index).flatMap(Constant::data).filter(data -> !data.isEmpty());
    }

    private Num scaled(Num from, Num scale) {
        Num exact = from.times(scale);
        return exact.floor().orElse(bench.named("floor(" + exact + ")"));
    }

    /** The layer of these extents that the sizes were taken from; -2 = none. */
    private int target(Set<Integer> origins, int own, List<Num> extents) {
        int found = -2;
        for (int layer : origins) {
            if (layer != own && sketch.extents(layer).equals(extents)) {
                found = found == -2 ? layer : Math.max(found, layer);
            }
        }
        return found;
    }

    private static String mode(Node node, boolean whole, List<Long> scale) {
        String mode = node.text("mode", "nearest");
        String place = node.text(
                "coordinate_transformation_mode", node.type().equals("Upsample") ? "asymmetric" : "half_pixel");
        if (node.number("antialias", 0) == 1) {
            throw new NotRead("it resamples with antialias");
        }
        if (mode.equals("nearest")) {
            String rounding =
                    node.text("nearest_mode", node.type().equals("Upsample") ? "floor" : "round_prefer_floor");
            boolean halves = scale.stream().allMatch(s -> s == 1 || s == 2);
            boolean floors = place.equals("asymmetric")
                            && (rounding.equals("floor") || rounding.equals("round_prefer_floor") && whole && halves)
                    || place.equals("tf_half_pixel_for_nn") && rounding.equals("floor") && whole
                    || place.endsWith("half_pixel") && rounding.startsWith("round_prefer") && whole;
            if (!floors) {
                throw new NotRead("it resamples to the nearest unit by %s, %s".formatted(place, rounding));
            }
            return "NEAREST";
        }
        if (mode.equals("linear") || mode.equals("bilinear")) {
            if (place.endsWith("half_pixel")) {
                return "LINEAR";
            }
            if (place.equals("align_corners")) {
                return "ALIGNED";
            }
        }
        throw new NotRead("it resamples by %s, %s".formatted(mode, place));
    }
}
