package dev.fovea.onnx.read;

import dev.fovea.onnx.fold.Constant;
import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.sketch.Item;
import dev.fovea.onnx.sketch.Sketch;
import dev.fovea.onnx.sketch.Weights;
import dev.fovea.onnx.unread.Missing;
import dev.fovea.onnx.view.Atom;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Operators that work on each element: on one map they are functions, on two they merge. */
final class ElementOperators {
    private static final int LONGEST = 300;

    private final Bench bench;
    private final Sketch sketch;
    private final TokenOperators tokens;
    private final Merges merges;
    private final SharedPools shared;
    private final Remarks remarks;

    /** @param remarks takes what has no effect on any field but cannot be expressed */
    ElementOperators(Bench bench, TokenOperators tokens, Remarks remarks) {
        this.bench = bench;
        this.tokens = tokens;
        this.sketch = bench.sketch();
        this.remarks = remarks;
        this.merges = new Merges(bench);
        this.shared = new SharedPools(bench);
    }

    View unary(Call call) {
        View view = call.view(0);
        return apply(view, call.node().type().toLowerCase(Locale.ROOT) + "(" + view.function() + ")");
    }

    View clip(Call call) {
        View view = call.view(0);
        String least = bound(call, 1, "min");
        String most = bound(call, 2, "max");
        if (least.equals("0") && most.isEmpty()) {
            return apply(view, "relu(" + view.function() + ")");
        }
        return apply(view, "clip(%s,%s,%s)".formatted(view.function(), least, most));
    }

    private static String bound(Call call, int index, String attribute) {
        Optional<Num> given = call.constant(index).flatMap(Constant::scalar);
        if (given.isPresent()) {
            return text(given.get());
        }
        double value = call.node().real(attribute, Double.NaN);
        return Double.isNaN(value) ? call.has(index) ? "c" : "" : text(Num.of(value));
    }

    private static String text(Num number) {
        if (!number.isKnown()) {
            return "c";
        }
        double value = number.factor();
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return Long.toString((long) value);
        }
        return Double.toString(Math.rint(value * 10000) / 10000);
    }

    private View apply(View view, String function) {
        return view.withFunction(function.length() > LONGEST ? "long(" + view.layer() + ")" : function);
    }

    /** @param flattens whether it runs over all dimensions from its axis on, as before opset 13 */
    View softmax(Call call, boolean flattens) {
        View view = call.view(0);
        int axis = call.axis(flattens ? 1 : -1, view.rank());
        List<Atom> atoms = new ArrayList<>(view.dims().get(axis));
        for (int dim = axis + 1; flattens && dim < view.rank(); dim++) {
            atoms.addAll(view.dims().get(dim));
        }
        if (!atoms.isEmpty() && atoms.stream().allMatch(Atom::isKey)) {
            return view;
        }
        boolean channels = atoms.stream().allMatch(atom -> atom.axis() == Atom.CHANNEL);
        if (!channels) {
            int last = flattens ? view.rank() : axis + 1;
            return shared.shares(view, IntStream.range(axis, last).boxed().toList(), call.node())
                    .orElseThrow(() -> new NotRead("it is a softmax over positions"));
        }
        return apply(view, "softmax(" + view.function() + ")");
    }

    /** A layer of its own, whatever is computed around it, since it has parameters: its slopes. */
    View prelu(Call call) {
        View view = bench.settle(call.view(0), call.node());
        Num channels = bench.map("Activate", call.node(), view.layer()).channels();
        Optional<List<Num>> slopes = call.constant(1).flatMap(Constant::dims);
        boolean isOfChannels = slopes.isEmpty()
                || slopes.get().stream().reduce(Num.ONE, Num::times).equals(channels);
        if (!isOfChannels) {
            remarks.add(call.node(), "its slopes count as one for each channel", Missing.COSTS);
        }
        return bench.settle(apply(view, "prelu(" + view.function() + ")"), call.node());
    }

    /** Two operands, of which one may be constant. */
    View binary(Call call) {
        Node node = call.node();
        String op = node.type().toLowerCase(Locale.ROOT);
        if (call.isConstant(1)) {
            Constant constant = call.constant(1).orElseThrow();
            return withConstant(
                    node, op, call.view(0), aligned(node, constant, call.view(0).rank()), false);
        }
        if (call.isConstant(0)) {
            return withConstant(node, op, call.view(1), call.constant(0).orElseThrow(), true);
        }
        View left = call.view(0);
        View right = aligned(node, call.view(1), left.rank());
        if (left.layer() == right.layer() && alike(left, right)) {
            View wide = left.reduced() ? right : left;
            String function = "%s(%s,%s)".formatted(op, left.function(), right.function());
            if (op.equals("mul") && left.function().length() > right.function().length()) {
                function = "%s(%s,%s)".formatted(op, right.function(), left.function());
            }
            View result =
                    new View(left.layer(), wide.dims(), View.PLAIN, left.reduced() && right.reduced(), left.before());
            View applied = apply(result, function);
            Optional<Functions.Known> known = Functions.of(applied.function());
            return known.isPresent() && known.get().isNorm() ? bench.settle(applied, node) : applied;
        }
        boolean weighs = node.type().equals("Mul") && SharedPools.areShares(left) != SharedPools.areShares(right);
        View one = weighs ? SharedPools.factor(left) : left;
        View other = weighs ? SharedPools.factor(right) : right;
        View merged = merges.merge(node, bench.settle(one, node), bench.settle(other, node));
        return weighs ? SharedPools.shared(merged) : merged;
    }

    /** Before opset 7, a constant was aligned by an attribute. */
    private static Constant aligned(Node node, Constant constant, int rank) {
        if (node.number("broadcast", 0) != 1
                || node.attribute("axis").isEmpty()
                || constant.dims().isEmpty()) {
            return constant;
        }
        List<Num> dims = new ArrayList<>(constant.dims().get());
        while (dims.size() + node.number("axis", 0) < rank) {
            dims.add(Num.ONE);
        }
        return new Constant(Optional.of(List.copyOf(dims)), constant.data(), constant.integers());
    }

    /** The same of a map: a gate of batch and channels was aligned with the beginning. */
    private static View aligned(Node node, View view, int rank) {
        if (node.number("broadcast", 0) != 1 || node.attribute("axis").isEmpty()) {
            return view;
        }
        List<List<Atom>> dims = new ArrayList<>(view.dims());
        while (node.number("axis", 0) >= 0 && dims.size() + node.number("axis", 0) < rank) {
            dims.add(List.of());
        }
        return view.withDims(dims);
    }

    /** True if the views have the same layout, but for channels that a statistic reduced to one. */
    private static boolean alike(View left, View right) {
        if (left.rank() != right.rank()) {
            return false;
        }
        for (int dim = 0; dim < left.rank(); dim++) {
            boolean same = left.dims().get(dim).equals(right.dims().get(dim));
            boolean reduced = left.dims().get(dim).isEmpty() && left.reduced()
                    || right.dims().get(dim).isEmpty() && right.reduced();
            if (!same && !reduced) {
                return false;
            }
        }
        return true;
    }

    View withConstant(Node node, String op, View given, Constant constant, boolean first) {
        View view = given;
        if (op.equals("pow") || constant.isScalar()) {
            Optional<Num> value = constant.scalar();
            String number = value.map(ElementOperators::text).orElse("c");
            boolean linear = (op.equals("mul") || op.equals("div") && !first)
                    && view.function().equals(View.PLAIN);
            View widened = widened(view, constant.rank());
            if (linear) {
                return widened;
            }
            boolean commutes = op.equals("add") || op.equals("mul");
            String function = first && !commutes ? "%s(%s,%s)" : "%s(%s,%s)";
            return first && !commutes
                    ? apply(widened, function.formatted(op, number, view.function()))
                    : apply(widened, function.formatted(op, view.function(), number));
        }
        boolean ofScores = bench.is(view.layer(), "Scores");
        boolean shift = op.equals("add") || op.equals("sub");
        boolean scale = op.equals("mul") || op.equals("div") && !first;
        if (!ofScores && bench.initializers().isGiven(node.input(first ? 0 : 1))) {
            String function = shift || scale ? view.function() : "%s(%s,c)".formatted(op, view.function());
            return apply(widened(view, constant.rank()), function);
        }
        if (constant.dims().isEmpty() || ofScores) {
            String left = ofScores
                    ? "a position bias or mask of the attention is left out"
                    : "a constant whose extents are not known is left out";
            remarks.add(node, left, Missing.COSTS);
            return widened(view, constant.rank());
        }
        view = widened(view, constant.rank());
        List<Num> dims = constant.dims().get();
        int lead = view.rank() - dims.size();
        List<Integer> varies = new ArrayList<>();
        for (int i = 0; i < dims.size(); i++) {
            if (!dims.get(i).is(1)) {
                varies.add(lead + i);
                if (!view.size(lead + i).equals(dims.get(i))) {
                    throw new NotRead("a constant of extents %s is combined with %s".formatted(dims, view.sizes()));
                }
            }
        }
        Weights own = bench.initializers().of(node, first ? 0 : 1);
        if (shift && varies.size() == 1 && isOnlyReader(node) && tokens.takesBias(view, varies.get(0), own)) {
            return view;
        }
        boolean perChannel =
                varies.size() == 1 && bench.isWhole(view.layer(), view.dims().get(varies.get(0)), Atom.CHANNEL);
        if (!perChannel) {
            remarks.add(
                    node,
                    "a constant that differs between positions or parts of the channels is left out",
                    Missing.COSTS);
            return view;
        }
        View settled = bench.settle(view, node);
        return shift
                ? shifted(node, settled, own)
                : scale ? scaled(node, settled, own) : apply(settled, "%s(x,c)".formatted(op));
    }

    static View widened(View view, int rank) {
        if (rank <= view.rank()) {
            return view;
        }
        List<List<Atom>> dims = new ArrayList<>(Collections.nCopies(rank - view.rank(), List.of()));
        dims.addAll(view.dims());
        return view.withDims(dims);
    }

    /** One summand per channel: the bias of a layer before, or the shift of a norm. */
    private View shifted(Node node, View view, Weights own) {
        if (view.layer() >= 0 && isOnlyReader(node)) {
            Item item = bench.item(view.layer());
            if (item.has("bias", false)) {
                item.with("bias", true).withWeights(own);
                return view;
            }
            if (item.is("Normalize") && !item.has("shifted", true)) {
                item.with("shifted", true).withWeights(own);
                return view;
            }
            if (item.is("Scale")) {
                item.become("Normalize");
                item.with("value", "BATCH").with("shifted", true).with("scaled", true);
                item.withWeights(own);
                return view;
            }
        }
        remarks.add(node, "a constant that is added to each channel is left out", Missing.COSTS);
        return view;
    }

    private View scaled(Node node, View view, Weights own) {
        if (view.layer() >= 0 && bench.is(view.layer(), "Normalize") && isOnlyReader(node)) {
            Item item = bench.item(view.layer());
            if (!item.has("scaled", true) && !item.has("shifted", true)) {
                item.with("scaled", true).withWeights(own);
                return view;
            }
        }
        Item scaling = bench.map("Scale", node, view.layer());
        scaling.withWeights(own);
        return view.of(sketch.add(scaling));
    }

    /** Set by the evaluation: whether nothing else reads what the node reads. */
    private boolean isOnlyReader(Node node) {
        return onlyReaders.test(node);
    }

    private java.util.function.Predicate<Node> onlyReaders = node -> false;

    void onlyReaders(java.util.function.Predicate<Node> test) {
        onlyReaders = test;
    }
}
