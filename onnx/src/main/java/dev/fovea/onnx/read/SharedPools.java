package dev.fovea.onnx.read;

import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.sketch.Item;
import dev.fovea.onnx.view.Atom;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Pools that weigh each position by its share in a softmax over all of them: the global context of Cao et al. (2019), attentive statistics of
 * speakers. They are a product and a pool of the whole map; shares that anything else reads have no word.
 */
final class SharedPools {
    private static final String SHARES = "share(x)";

    private final Bench bench;

    SharedPools(Bench bench) {
        this.bench = bench;
    }

    /** Shares of all positions; empty where the softmax runs over something else. */
    Optional<View> shares(View given, List<Integer> dims, Node node) {
        List<Atom> over = new ArrayList<>();
        dims.forEach(dim -> over.addAll(given.dims().get(dim)));
        return readsAll(given.layer(), over)
                ? Optional.of(bench.settle(given, node).withFunction(SHARES))
                : Optional.empty();
    }

    private boolean readsAll(int layer, List<Atom> atoms) {
        Num all = bench.sketch().extents(layer).stream().reduce(Num.ONE, Num::times);
        boolean grid = atoms.stream().allMatch(atom -> atom.isPosition() && atom.axis() != Atom.TOKENS);
        return !atoms.isEmpty() && grid && View.size(atoms).equals(all);
    }

    static boolean areShares(View view) {
        return view.function().equals(SHARES);
    }

    /** A function of shares is none of single units. */
    static void requireNone(View view) {
        if (view.function().contains(SHARES)) {
            throw new NotRead("a softmax over positions is read by something other than a weighted sum");
        }
    }

    /** The view itself, as a factor of a product that is summed up next. */
    static View factor(View view) {
        return areShares(view) ? view.withFunction(View.PLAIN) : view;
    }

    /** A product with shares, which must be summed up. */
    static View shared(View product) {
        return product.withFunction(SHARES);
    }

    /** The view without its shares, if all positions are summed up. */
    View summed(View view, List<Integer> dims) {
        List<Atom> over = new ArrayList<>();
        dims.forEach(dim -> over.addAll(view.dims().get(dim)));
        return areShares(view) && readsAll(view.layer(), over) ? view.withFunction(View.PLAIN) : view;
    }

    /** A matrix product of values and one share for each position, in either order; empty if it is another one. */
    Optional<View> product(Node node, View left, View right) {
        int rank = left.rank();
        if (rank != right.rank() || rank < 2 || areShares(left) == areShares(right)) {
            return Optional.empty();
        }
        boolean first = areShares(left);
        View shares = first ? left : right;
        View values = bench.settle(first ? right : left, node);
        int along = first ? rank - 2 : rank - 1;
        int one = first ? rank - 2 : rank - 1;
        List<Atom> places = values.dims().get(along);
        boolean fits = shares.dims().get(one).isEmpty()
                && shares.dims().get(first ? rank - 1 : rank - 2).equals(places)
                && bench.sketch().channels(shares.layer()).is(1)
                && bench.sketch().extents(shares.layer()).equals(bench.sketch().extents(values.layer()))
                && readsAll(values.layer(), places);
        if (!fits) {
            return Optional.empty();
        }
        Item product = bench.map("Multiply", node, values.layer());
        product.sources().add(shares.layer());
        Item pool = new Item(
                "GlobalPool",
                node,
                List.of(bench.sketch().add(product)),
                product.channels(),
                Collections.nCopies(bench.sketch().axes(), Num.ONE));
        int layer = bench.sketch().add(pool.with("type", "AVERAGE"));
        return Optional.of(values.of(layer).withDim(along, List.of()));
    }
}
