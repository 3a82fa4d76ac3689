package dev.fovea.onnx.read;

import dev.fovea.Groups;
import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.sketch.Item;
import dev.fovea.onnx.view.Atom;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Convolutions and pools. */
final class WindowOperators {
    private final Bench bench;
    private final Layouts layouts;

    WindowOperators(Bench bench, Layouts layouts) {
        this.bench = bench;
        this.layouts = layouts;
    }

    /** The dimensions of a tensor that a window slides over. */
    static List<Integer> space(View view) {
        List<Integer> space = new ArrayList<>();
        for (int dim = 2; dim < view.rank(); dim++) {
            space.add(dim);
        }
        return space;
    }

    View convolution(Call call, int weightIndex, int biasIndex) {
        Node node = call.node();
        View input = bench.settle(call.view(0), node);
        List<Num> weight = call.weight(weightIndex);
        Layouts.Grid grid = layouts.grid(input, node, 1, space(input));
        Window window = Window.of(node, grid, kernel(node, weight, grid.axes().length), extents(grid));
        long groups = node.number("group", 1);
        Num in = bench.sketch().channels(grid.view().layer());
        Num out = weight.get(0);
        if (!weight.get(1).times(Num.of(groups)).equals(in)) {
            throw new NotRead("its weights expect %s channels in %s groups, its input has %s"
                    .formatted(weight.get(1), groups, in));
        }
        boolean dilated = Collections.max(window.rate()) > 1;
        Item item = new Item(
                node.type().equals("DeformConv") ? "DeformableConv" : dilated ? "Dilated" : "Conv",
                node,
                List.of(grid.view().layer()),
                out,
                window.extents(bench, bench.sketch().extents(grid.view().layer()), false));
        window.state(item);
        if (dilated || item.is("DeformableConv")) {
            item.with("rate", window.rate());
        }
        item.with("out", channels(out));
        item.with("groups", groups > 1 && in.is(groups) ? (long) Groups.DEPTHWISE : groups);
        item.with("bias", call.has(biasIndex));
        return result(grid, item);
    }

    View pool(Call call, String type) {
        Node node = call.node();
        View input = bench.settle(call.view(0), node);
        Layouts.Grid grid = layouts.grid(input, node, 1, space(input));
        Window window = Window.of(node, grid, node.numbers("kernel_shape"), extents(grid));
        boolean ceil = node.number("ceil_mode", 0) == 1;
        int layer = grid.view().layer();
        List<Num> extents = window.extents(bench, bench.sketch().extents(layer), ceil);
        Item item = new Item("Pool", node, List.of(layer), bench.sketch().channels(layer), extents);
        window.state(item);
        item.with("rate", window.rate()).with("ceilMode", ceil).with("type", type);
        return result(grid, item);
    }

    /** Units go back to where the indices of a pool say that they came from. */
    View unpool(Call call) {
        View input = bench.settle(call.view(0), call.node());
        if (!(call.inputs().get(1) instanceof Value.Indices indices)) {
            throw new NotRead("its indices are not those of a pool");
        }
        Layouts.Grid grid = layouts.grid(input, call.node(), 1, space(input));
        int pool = indices.layer();
        List<Num> extents = bench.sketch().extents(bench.item(pool).sources().get(0));
        int layer = grid.view().layer();
        Item item =
                new Item("Unpool", call.node(), List.of(layer), bench.sketch().channels(layer), extents);
        return result(grid, item.with("ofLayer", (long) pool));
    }

    View globalPool(Call call, String type) {
        View input = bench.settle(call.view(0), call.node());
        Layouts.Grid grid = layouts.grid(input, call.node(), 1, space(input));
        return globalPool(grid.view(), call.node(), space(input), type);
    }

    /** A pool of all positions along the axes that the dimensions hold; they are left with an extent of 1. */
    View globalPool(View view, Node node, List<Integer> dims, String type) {
        int layer = view.layer();
        List<Integer> axes = new ArrayList<>();
        for (int dim : dims) {
            for (Atom atom : view.dims().get(dim)) {
                axes.add(atom.axis() - Atom.SPACE);
            }
        }
        boolean tokens = axes.contains(Atom.TOKENS - Atom.SPACE);
        List<Num> extents = new ArrayList<>();
        List<Long> kernel = new ArrayList<>();
        boolean all = true;
        for (int axis = 0; axis < bench.sketch().axes(); axis++) {
            Num extent = bench.sketch().extent(layer, axis);
            boolean pooled = tokens || axes.contains(axis) || extent.is(1);
            all &= pooled;
            extents.add(pooled ? Num.ONE : extent);
            kernel.add(pooled ? extent.orUnknown() : 1);
        }
        Item item = new Item(
                all ? "GlobalPool" : "Pool",
                node,
                List.of(layer),
                bench.sketch().channels(layer),
                extents);
        item.with("type", type);
        if (!all) {
            if (kernel.contains(-1L)) {
                throw new NotRead("it pools along an axis whose extent is not known");
            }
            item.with("kernel", kernel).with("stride", kernel);
        }
        View result = view.of(bench.sketch().add(item));
        for (int dim : dims) {
            result = result.withDim(dim, List.of());
        }
        return result;
    }

    private List<Num> extents(Layouts.Grid grid) {
        return bench.sketch().extents(grid.view().layer());
    }

    static long channels(Num out) {
        return out.isWhole() ? Math.max(0, out.orUnknown()) : 0;
    }

    /** The kernel per dimension of the tensor. */
    static List<Long> kernel(Node node, List<Num> weight, int count) {
        List<Long> stated = node.numbers("kernel_shape");
        if (!stated.isEmpty()) {
            return stated;
        }
        if (weight.size() != count + 2) {
            throw new NotRead("its weights have %s dimensions".formatted(weight.size()));
        }
        return weight.subList(2, weight.size()).stream().map(Num::orUnknown).toList();
    }

    /** The output in the layout of the input. */
    View result(Layouts.Grid grid, Item item) {
        int layer = bench.sketch().add(item);
        List<List<Atom>> dims = new ArrayList<>(grid.view().dims());
        dims.set(1, Bench.whole(Atom.CHANNEL, item.channels()));
        for (int i = 0; i < grid.axes().length; i++) {
            int axis = grid.axes()[i];
            dims.set(i + 2, Bench.whole(axis + Atom.SPACE, item.extents().get(axis)));
        }
        return new View(layer, dims);
    }
}
