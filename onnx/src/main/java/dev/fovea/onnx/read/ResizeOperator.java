package dev.fovea.onnx.read;

import dev.fovea.onnx.fold.Constant;
import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.sketch.Item;
import dev.fovea.onnx.sketch.Sketch;
import dev.fovea.onnx.view.Atom;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        if (scales.isEmpty() && node.attribute("height_scale").isPresent()) {
            scales = Optional.of(List.of(
                    Num.ONE, Num.ONE, Num.of(node.real("height_scale", 1)), Num.of(node.real("width_scale", 1))));
        }
        Optional<List<Num>> sizes = old ? Optional.empty() : data(call, 3);
        if (scales.isEmpty() && sizes.isEmpty()) {
            throw new NotRead("the extents it resamples to are computed from the data");
        }
        List<Integer> axes = call.axes(99, view.rank()).orElse(null);
        List<Num> stated = sizes.isPresent() ? kept(node, view, sizes.get(), axes) : scales.get();
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
        if (isAsymmetric(node, old)) {
            return asymmetric(grid, node, extents, scale);
        }
        boolean single = false;
        for (int axis = 0; axis < extents.size(); axis++) {
            single |= extents.get(axis).is(1)
                    && !sketch.extent(view.layer(), axis).is(1);
        }
        String mode = mode(node, old, whole, scale, single);
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
        return result(grid, item);
    }

    private View result(Layouts.Grid grid, Item item) {
        List<List<Atom>> dims = new ArrayList<>(grid.view().dims());
        for (int i = 0; i < grid.axes().length; i++) {
            int axis = grid.axes()[i];
            dims.set(i + 2, Bench.whole(axis + Atom.SPACE, item.extents().get(axis)));
        }
        return new View(sketch.add(item), dims);
    }

    /** The sizes that keep the ratio of the extents, where that is asked for. */
    private static List<Num> kept(Node node, View view, List<Num> sizes, @Nullable List<Integer> axes) {
        String policy = node.text("keep_aspect_ratio_policy", "stretch");
        if (policy.equals("stretch")) {
            return sizes;
        }
        double ratio = Double.NaN;
        for (int i = 0; i < sizes.size(); i++) {
            Num from = view.size(axes == null ? i : axes.get(i));
            if (!from.isKnown() || !sizes.get(i).isKnown()) {
                throw new NotRead("the ratio of its extents is not known");
            }
            double own = sizes.get(i).factor() / from.factor();
            ratio = Double.isNaN(ratio)
                    ? own
                    : policy.equals("not_larger") ? Math.min(ratio, own) : Math.max(ratio, own);
        }
        List<Num> kept = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            double exact = view.size(axes == null ? i : axes.get(i)).factor() * ratio;
            if (exact != Math.rint(exact)) {
                throw new NotRead("its scale %s is not a ratio of extents".formatted(ratio));
            }
            kept.add(Num.of(exact));
        }
        return kept;
    }

    private static boolean isAsymmetric(Node node, boolean old) {
        String mode = node.text("mode", "nearest");
        return (mode.equals("linear") || mode.equals("bilinear"))
                && node.number("antialias", 0) == 0
                && place(node, old).equals("asymmetric");
    }

    /** Before opset 11 there was one way only. */
    private static String place(Node node, boolean old) {
        return node.text("coordinate_transformation_mode", old ? "asymmetric" : "half_pixel");
    }

    /**
     * Unit o lies at o/scale, between two units or, at the end, beyond the last: that is how corners are aligned on a map with one unit
     * more, whose last unit is left out again.
     */
    private View asymmetric(Layouts.Grid grid, Node node, List<Num> extents, List<Long> scale) {
        int layer = grid.view().layer();
        List<Long> added = new ArrayList<>(Collections.nCopies(2 * sketch.axes(), 0L));
        List<Num> padded = new ArrayList<>();
        List<Num> aligned = new ArrayList<>();
        for (int axis = 0; axis < sketch.axes(); axis++) {
            long factor = scale.get(axis);
            Num from = sketch.extent(layer, axis);
            if (factor < 1 || !from.isWhole()) {
                throw new NotRead(
                        "it resamples by linear, asymmetric, with a scale that is not a whole number, or extents that are not known");
            }
            long more = factor > 1 ? 1 : 0;
            added.set(sketch.axes() + axis, more);
            padded.add(bench.plus(from, more));
            aligned.add(bench.plus(extents.get(axis), more));
        }
        Num channels = sketch.channels(layer);
        int pad =
                sketch.add(new Item("Pad", node, List.of(layer), channels, padded).with("padding", List.copyOf(added)));
        Item item = new Item("Upsample", node, List.of(pad), channels, aligned);
        item.with("mode", "LINEAR").with("alignCorners", true);
        int up = sketch.add(
                item.with("size", aligned.stream().map(Num::orUnknown).toList()));
        Item crop = new Item("Crop", node, List.of(up), channels, extents);
        return result(grid, crop.with("padding", List.copyOf(added)));
    }

    private static Optional<List<Num>> data(Call call, int index) {
        return call.constant(index).flatMap(Constant::data).filter(data -> !data.isEmpty());
    }

    /** Scales are stored as decimals of single precision; what they round off would move all units. */
    private Num scaled(Num from, Num scale) {
        Num exact = from.times(scale);
        if (exact.isKnown()) {
            float extent = (float) from.factor() * (float) scale.factor();
            if (Math.abs(extent - Math.rint(extent)) > 1e-5 * Math.abs(extent)) {
                throw new NotRead("its scale %s leaves a part of a unit of %s".formatted(scale, from));
            }
            return Num.of(Math.rint(extent));
        }
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

    private static String mode(Node node, boolean old, boolean whole, List<Long> scale, boolean single) {
        String mode = node.text("mode", "nearest");
        String place = place(node, old);
        if (node.number("antialias", 0) == 1) {
            throw new NotRead("it resamples with antialias");
        }
        if (mode.equals("nearest")) {
            String rounding = node.text("nearest_mode", old ? "floor" : "round_prefer_floor");
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
            if (place.equals("pytorch_half_pixel") && single) {
                throw new NotRead("it resamples to a single unit, which lies at the border");
            }
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
