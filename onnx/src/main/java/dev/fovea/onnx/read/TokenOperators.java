package dev.fovea.onnx.read;

import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.sketch.Item;
import dev.fovea.onnx.sketch.TokenMixings;
import dev.fovea.onnx.sketch.Weights;
import dev.fovea.onnx.view.Atom;
import dev.fovea.onnx.view.View;
import java.util.List;

/** Matrices over the positions of a map, the same for each channel: one by itself, or one to hidden values and one back. */
final class TokenOperators {
    private final Bench bench;
    private final Layouts layouts;

    TokenOperators(Bench bench, Layouts layouts) {
        this.bench = bench;
        this.layouts = layouts;
    }

    /** True if a dimension holds positions, or what a matrix made of them, and no channels. */
    boolean holdsTokens(View view, int dim) {
        List<Atom> atoms = view.dims().get(dim);
        boolean tokens =
                !atoms.isEmpty() && atoms.stream().allMatch(atom -> atom.isPosition() || atom.axis() == Atom.HIDDEN);
        // Where there is one channel only, neighbouring positions are what becomes the channels.
        return tokens
                && (areAll(view.layer(), atoms)
                        || !bench.sketch().channels(view.layer()).is(1));
    }

    private boolean areAll(int layer, List<Atom> atoms) {
        return View.size(atoms).equals(positions(layer));
    }

    private Num positions(int layer) {
        return bench.sketch().extents(layer).stream().reduce(Num.ONE, Num::times);
    }

    /** True for a convolution over a sequence of channels, if what stands for its channels are the positions of a map. */
    boolean isMatrix(Call call) {
        Node node = call.node();
        return call.isView(0)
                && call.isConstant(1)
                && call.view(0).rank() == 3
                && holdsTokens(call.view(0), 1)
                && call.weight(1).size() == 3
                && call.weight(1).get(2).is(1)
                && call.weight(1).get(1).equals(call.view(0).size(1))
                && node.numbers("strides").stream().allMatch(stride -> stride == 1)
                && node.numbers("pads").stream().allMatch(pad -> pad == 0);
    }

    View convolution(Call call) {
        View view = bench.settle(call.view(0), call.node());
        return mixed(call.node(), view, 1, call.weight(1).get(0), call.has(2));
    }

    /** A matrix along a dimension that holds tokens. */
    View mixed(Node node, View view, int dim, Num out, boolean bias) {
        List<Atom> atoms = view.dims().get(dim);
        int layer = view.layer();
        if (atoms.get(0).axis() == Atom.HIDDEN) {
            return back(node, view, dim, out, bias);
        }
        if (atoms.stream().anyMatch(atom -> atom.axis() == Atom.TOKENS) || !areAll(layer, atoms)) {
            throw new NotRead("it is a matrix over positions, but not over all of a map and nothing else: "
                    + layouts.describe(atoms));
        }
        boolean hides = !out.equals(View.size(atoms));
        Item item = bench.map(hides ? TokenMixings.THERE : TokenMixings.MIXING, node, layer);
        item.with("hidden", hides ? out.orUnknown() : 0L).with("bias", bias).with("positions", atoms);
        View result = view.of(bench.sketch().add(item));
        return hides ? result.withDim(dim, Bench.whole(Atom.HIDDEN, out)) : result;
    }

    /** The hidden values become positions again, in the order in which those came. */
    private View back(Node node, View view, int dim, Num out, boolean bias) {
        int there = view.layer();
        while (bench.is(there, "Activate")) {
            there = bench.item(there).sources().get(0);
        }
        boolean joins = bench.is(there, TokenMixings.THERE)
                && bench.item(there).has("hidden", view.size(dim).orUnknown())
                && out.equals(positions(there));
        if (!joins) {
            throw new NotRead("it is a second matrix over positions that does not lead back to them: %s values to %s"
                    .formatted(view.size(dim), out));
        }
        Item item = bench.map(TokenMixings.BACK, node, view.layer()).with("bias", bias);
        return view.of(bench.sketch().add(item)).withDim(dim, TokenMixings.positions(bench.item(there)));
    }

    /** True if a constant along a dimension is the bias of the matrix that made the view; then it is. */
    boolean takesBias(View view, int dim, Weights weights) {
        int layer = view.layer();
        boolean takes = layer >= 0
                && view.isPlain()
                && TokenMixings.isMatrix(bench.item(layer))
                && bench.item(layer).has("bias", false)
                && holdsTokens(view, dim)
                && (bench.is(layer, TokenMixings.THERE)
                        || areAll(layer, view.dims().get(dim)));
        if (takes) {
            bench.item(layer).with("bias", true).withWeights(weights);
        }
        return takes;
    }
}
