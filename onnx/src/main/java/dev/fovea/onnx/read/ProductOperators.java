package dev.fovea.onnx.read;

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

/** Matrix products: with weights they are layers, of two maps they are attention. */
final class ProductOperators {
    private final Bench bench;
    private final Sketch sketch;
    private final Layouts layouts;
    private final TokenOperators tokens;
    private final SharedPools shared;

    ProductOperators(Bench bench, Layouts layouts, TokenOperators tokens) {
        this.bench = bench;
        this.sketch = bench.sketch();
        this.layouts = layouts;
        this.tokens = tokens;
        this.shared = new SharedPools(bench);
    }

    View matMul(Call call) {
        if (call.isConstant(1)) {
            List<Num> weight = call.weight(1);
            if (weight.size() < 2 || !isMatrix(weight)) {
                throw new NotRead("it multiplies by a stack of matrices");
            }
            View view = call.view(0);
            return linear(
                    call.node(),
                    view,
                    view.rank() - 1,
                    weight.get(weight.size() - 2),
                    weight.get(weight.size() - 1),
                    false);
        }
        if (call.isConstant(0)) {
            List<Num> weight = call.weight(0);
            if (weight.size() < 2 || !isMatrix(weight)) {
                throw new NotRead("it multiplies by a stack of matrices");
            }
            View view = call.view(1);
            return linear(
                    call.node(),
                    view,
                    view.rank() - 2,
                    weight.get(weight.size() - 1),
                    weight.get(weight.size() - 2),
                    false);
        }
        return product(call.node(), call.view(0), call.view(1));
    }

    View gemm(Call call) {
        Node node = call.node();
        View view = call.view(0);
        if (node.number("transA", 0) == 1) {
            view = view.permuted(List.of(1, 0));
        }
        if (!call.isConstant(1)) {
            View other = call.view(1);
            return product(node, view, node.number("transB", 0) == 1 ? other.permuted(List.of(1, 0)) : other);
        }
        List<Num> weight = call.weight(1);
        boolean transposed = node.number("transB", 0) == 1;
        if (weight.size() != 2) {
            throw new NotRead("its weights have %s dimensions".formatted(weight.size()));
        }
        return linear(node, view, 1, weight.get(transposed ? 1 : 0), weight.get(transposed ? 0 : 1), call.has(2));
    }

    /** A matrix along one dimension: a 1×1 convolution, one over positions, or a layer that reads the whole map. */
    View linear(Node node, View given, int dim, Num in, Num out, boolean bias) {
        View view = bench.settle(given, node);
        if (!view.size(dim).equals(in)) {
            throw new NotRead("its matrix takes %s values, its input has %s".formatted(in, view.size(dim)));
        }
        if (readsMap(view, dim)) {
            List<Num> ones = Collections.nCopies(sketch.axes(), Num.ONE);
            Item item = new Item("Linear", node, List.of(view.layer()), out, ones);
            item.with("out", WindowOperators.channels(out)).with("bias", bias);
            return view.of(sketch.add(item)).withDim(dim, Bench.whole(Atom.CHANNEL, out));
        }
        if (tokens.holdsTokens(view, dim)) {
            return tokens.mixed(node, view, dim, out, bias);
        }
        view = layouts.channels(view, node, dim);
        int layer = view.layer();
        Item item = new Item("Conv", node, List.of(layer), out, sketch.extents(layer));
        long one = 1;
        item.with("kernel", List.of(one)).with("stride", List.of(one)).with("padding", List.of(0L));
        item.with("out", WindowOperators.channels(out)).with("groups", one).with("bias", bias);
        return view.of(sketch.add(item)).withDim(dim, Bench.whole(Atom.CHANNEL, out));
    }

    /** True if the dimension holds all channels and all positions of a map: a fully connected layer. */
    private boolean readsMap(View view, int dim) {
        List<Atom> atoms = view.dims().get(dim);
        Num all = sketch.channels(view.layer());
        for (Num extent : sketch.extents(view.layer())) {
            all = all.times(extent);
        }
        boolean apart = true;
        for (int i = 0; i < view.rank(); i++) {
            apart &= i == dim || view.dims().get(i).stream().allMatch(atom -> atom.axis() == Atom.BATCH);
        }
        boolean inside = atoms.stream()
                .allMatch(atom -> atom.axis() == Atom.CHANNEL || atom.isPosition() && atom.axis() != Atom.TOKENS);
        return apart && inside && View.size(atoms).equals(all);
    }

    /** The product of two maps along the last dimension of one and the last but one of the other. */
    View product(Node node, View first, View second) {
        Optional<View> pooled = shared.product(node, first, second);
        if (pooled.isPresent()) {
            return pooled.get();
        }
        View left = bench.settle(first, node);
        View right = bench.settle(second, node);
        int rank = Math.max(left.rank(), right.rank());
        if (left.rank() != rank || right.rank() != rank || rank < 2) {
            throw new NotRead("it multiplies tensors of %s and %s dimensions".formatted(left.rank(), right.rank()));
        }
        List<Atom> along = left.dims().get(rank - 1);
        List<Atom> against = right.dims().get(rank - 2);
        boolean leftScores = bench.is(left.layer(), "Scores");
        boolean rightScores = bench.is(right.layer(), "Scores");
        if (leftScores && areKeys(along, against)) {
            return attended(
                    node, left, right, left.dims().get(rank - 2), right.dims().get(rank - 1), false);
        }
        if (rightScores && areKeys(against, along)) {
            return attended(
                    node, right, left, right.dims().get(rank - 1), left.dims().get(rank - 2), true);
        }
        boolean channels = isAll(along, Atom.CHANNEL) && isAll(against, Atom.CHANNEL) && !leftScores && !rightScores;
        if (!channels) {
            throw new NotRead("it multiplies two maps along %s and %s"
                    .formatted(layouts.describe(along), layouts.describe(against)));
        }
        return scores(node, left, right);
    }

    private static boolean isAll(List<Atom> atoms, int axis) {
        return atoms.stream().allMatch(atom -> atom.axis() == axis);
    }

    private static boolean areKeys(List<Atom> keys, List<Atom> positions) {
        return !keys.isEmpty()
                && keys.stream().allMatch(Atom::isKey)
                && keys.stream().map(Atom::asPosition).toList().equals(positions);
    }

    private View scores(Node node, View query, View key) {
        int rank = query.rank();
        List<Atom> places = query.dims().get(rank - 2);
        List<Atom> looked = key.dims().get(rank - 1);
        boolean positions =
                places.stream().allMatch(Atom::isPosition) && looked.stream().allMatch(Atom::isPosition);
        boolean everything = isEverywhere(query.layer(), places) && isEverywhere(key.layer(), looked);
        if (!positions || !places.equals(looked) && !everything) {
            throw new NotRead("its queries and keys are at different positions: %s and %s"
                    .formatted(layouts.describe(places), layouts.describe(looked)));
        }
        Num heads = Num.ONE;
        List<List<Atom>> dims = new ArrayList<>();
        for (int dim = 0; dim < rank - 2; dim++) {
            List<Atom> atoms = new ArrayList<>();
            for (Atom atom : query.dims().get(dim)) {
                boolean head = atom.axis() == Atom.CHANNEL;
                heads = head ? heads.times(atom.size()) : heads;
                atoms.add(head ? atom.withStride(Num.ONE) : atom);
            }
            if (!key.size(dim).equals(query.size(dim))) {
                throw new NotRead("its queries and keys differ in their heads");
            }
            dims.add(atoms);
        }
        Item item = new Item("Scores", node, List.of(query.layer(), key.layer()), heads, sketch.extents(query.layer()));
        new Reach(sketch, layouts, query.layer(), places).state(item);
        boolean whole = heads.times(query.size(rank - 1)).equals(sketch.channels(query.layer()))
                && heads.times(key.size(rank - 2)).equals(sketch.channels(key.layer()));
        item.with("heads", heads.orUnknown()).with(Item.PARTS, everything && whole);
        int layer = sketch.add(item);
        dims.add(places);
        dims.add(looked.stream().map(Atom::asKey).toList());
        return new View(layer, dims, View.PLAIN, false, query.before());
    }

    /** True if all positions of a map are there, each axis as a whole. */
    private boolean isEverywhere(int layer, List<Atom> atoms) {
        List<Integer> axes = new ArrayList<>();
        boolean whole = true;
        for (Atom atom : atoms) {
            axes.add(atom.axis());
            whole &= atom.isPosition()
                    && atom.axis() < Atom.SPACE + sketch.axes()
                    && bench.isWhole(layer, List.of(atom), atom.axis());
        }
        for (int axis = 0; axis < sketch.axes(); axis++) {
            whole &= axes.contains(axis + Atom.SPACE)
                    || sketch.extent(layer, axis).is(1);
        }
        return whole;
    }

    private View attended(Node node, View scores, View value, List<Atom> places, List<Atom> channels, boolean turned) {
        if (!isAll(channels, Atom.CHANNEL)) {
            throw new NotRead("it sums something other than the values at the keys' positions");
        }
        Item of = bench.item(scores.layer());
        Num each = View.size(channels);
        Num total = each.times(of.channels());
        Item item = new Item(
                "AttentionCore",
                node,
                List.of(of.sources().get(0), of.sources().get(1), value.layer()),
                total,
                sketch.extents(of.sources().get(0)));
        item.with("heads", of.values().get("heads"));
        item.with("window", of.numbers("window")).with("grid", of.numbers("grid"));
        item.with(Item.PARTS, of.has(Item.PARTS, true) && total.equals(sketch.channels(value.layer())));
        int layer = sketch.add(item);
        List<List<Atom>> dims = new ArrayList<>();
        int rank = scores.rank();
        for (int dim = 0; dim < rank - 2; dim++) {
            List<Atom> atoms = new ArrayList<>();
            for (Atom atom : scores.dims().get(dim)) {
                atoms.add(
                        atom.axis() == Atom.CHANNEL
                                ? atom.withStride(atom.stride().times(each))
                                : atom);
            }
            dims.add(atoms);
        }
        List<Atom> inner = Bench.whole(Atom.CHANNEL, each);
        dims.add(turned ? inner : places);
        dims.add(turned ? places : inner);
        return new View(layer, dims, View.PLAIN, false, scores.before());
    }

    private static boolean isMatrix(List<Num> dims) {
        return dims.subList(0, dims.size() - 2).stream().allMatch(dim -> dim.is(1));
    }
}
