package dev.fovea.onnx.read;

import dev.fovea.onnx.fold.Constant;
import dev.fovea.onnx.fold.Folding;
import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.graph.Graph;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.graph.Tensor;
import dev.fovea.onnx.graph.ValueInfo;
import dev.fovea.onnx.sketch.Sketch;
import dev.fovea.onnx.unread.Missing;
import dev.fovea.onnx.unread.OnnxException;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows the nodes of a graph from its input. */
public final class Evaluation {
    private final Graph graph;
    private final long opset;
    private final Bench bench;
    private final Operators operators;
    private final Map<String, Value> values;
    private final Map<String, Set<Integer>> origins = new HashMap<>();
    private final Map<String, Integer> uses;
    private final OtherInputs others;
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<String, View> outputs = new LinkedHashMap<>();
    private final Map<String, List<ValueInfo.Dim>> stated = new HashMap<>();

    /**
     * Something that could not be read, or that no layer expresses.
     *
     * @param kind what is missing for it
     */
    public record Remark(Node node, String reason, Missing kind) {}

    /**
     * A graph with its input.
     *
     * @param input name of the input
     * @param view of the network's input
     */
    public Evaluation(Graph graph, long opset, Sketch sketch, String input, View view) {
        this.graph = graph;
        this.opset = opset;
        this.values =
                new HashMap<>(2 * (graph.nodes().size() + graph.initializers().size()));
        this.uses = new HashMap<>(2 * graph.nodes().size());
        this.bench = new Bench(sketch);
        this.operators = new Operators(
                bench, (node, reason, kind) -> remarks.add(new Remark(node, reason, kind)), this::isOnlyReader);
        for (Tensor tensor : graph.initializers()) {
            values.put(tensor.name(), new Value.Known(Constant.of(tensor)));
            bench.initializers().add(tensor);
        }
        this.others = new OtherInputs(input);
        for (ValueInfo info : graph.inputs()) {
            if (!info.name().equals(input) && !values.containsKey(info.name())) {
                values.put(info.name(), others.value(info));
                bench.initializers().give(info.name());
            }
        }
        values.put(input, new Value.Shown(view));
        graph.values().forEach(info -> info.dims().ifPresent(dims -> stated.put(info.name(), dims)));
        graph.outputs().forEach(info -> info.dims().ifPresent(dims -> stated.put(info.name(), dims)));
    }

    /** What was noticed. */
    public List<Remark> remarks() {
        return remarks;
    }

    /** The graph's outputs that show a map, by name. */
    public Map<String, View> outputs() {
        return outputs;
    }

    /** Follows all nodes that the outputs depend on. */
    public void run() throws OnnxException {
        Set<Node> live = live();
        graph.outputs().forEach(output -> uses.merge(output.name(), 1, Integer::sum));
        for (Node node : graph.nodes()) {
            if (live.contains(node)) {
                evaluate(node);
            }
        }
        graph.outputs().forEach(output -> {
            if (values.get(output.name()) instanceof Value.Shown shown) {
                Node writer = graph.nodes().stream()
                        .filter(node -> node.outputs().contains(output.name()))
                        .findFirst()
                        .orElse(graph.nodes().get(graph.nodes().size() - 1));
                outputs.put(output.name(), end(shown.view(), writer));
            }
        });
    }

    /** The nodes that outputs depend on; counts how often they read each tensor. */
    private Set<Node> live() throws OnnxException {
        Map<String, Node> producers = new HashMap<>(2 * graph.nodes().size());
        for (Node node : graph.nodes()) {
            for (String input : node.inputs()) {
                if (!input.isEmpty() && !producers.containsKey(input) && !values.containsKey(input)) {
                    throw new OnnxException(
                            "the node %s reads %s, which no node before it writes: the graph has a cycle, or is cut off"
                                    .formatted(node.label(), input));
                }
            }
            for (String output : node.outputs()) {
                producers.put(output, node);
            }
        }
        Set<Node> live =
                Collections.newSetFromMap(new IdentityHashMap<>(graph.nodes().size()));
        List<String> wanted = new ArrayList<>();
        graph.outputs().forEach(output -> wanted.add(output.name()));
        while (!wanted.isEmpty()) {
            @Nullable Node node = producers.get(wanted.remove(wanted.size() - 1));
            if (node != null && live.add(node)) {
                List<String> read = Reads.of(node);
                wanted.addAll(read);
                read.forEach(input -> uses.merge(input, 1, Integer::sum));
            }
        }
        return live;
    }

    private boolean isOnlyReader(Node node) {
        for (String input : node.inputs()) {
            if (values.get(input) instanceof Value.Shown && uses.getOrDefault(input, 0) != 1) {
                return false;
            }
        }
        return true;
    }

    private void evaluate(Node node) {
        Optional<Graph> branch = branch(node);
        if (branch.isPresent()) {
            follow(node, branch.get());
            return;
        }
        List<@Nullable Value> inputs = new ArrayList<>();
        boolean constant = true;
        boolean unread = false;
        List<@Nullable Value> touched = new ArrayList<>();
        Set<Integer> from = Set.of();
        List<String> read = Reads.of(node);
        for (int i = 0; i < read.size(); i++) {
            @Nullable Value value = values.get(read.get(i));
            touched.add(value);
            if (i < node.inputs().size()) {
                inputs.add(value);
            }
            constant &= value == null || value instanceof Value.Known;
            unread |= value instanceof Value.Unread && !others.isState(node, i);
            from = joined(from, origins.get(read.get(i)));
        }
        Optional<Constant> ofExtents = !inputs.isEmpty() && inputs.get(0) instanceof Value.Shown shown
                ? OtherInputs.ofExtents(node, shown.view().sizes())
                : Optional.empty();
        if (ofExtents.isPresent()) {
            from = inputs.get(0) instanceof Value.Shown shown
                    ? joined(from, Set.of(shown.view().layer()))
                    : from;
            set(node, new Value.Known(ofExtents.get()), from);
            bench.initializers().copy(node);
        } else if (constant) {
            List<@Nullable Constant> constants = new ArrayList<>();
            inputs.forEach(value -> constants.add(value instanceof Value.Known known ? known.constant() : null));
            set(node, new Value.Known(Folding.fold(node, constants)), from);
            if (bench.initializers().copy(node)) {
                String reason = "it sees nothing of the network's input, and its cost is not counted";
                remarks.add(new Remark(node, reason, Missing.COSTS));
            }
        } else if (unread) {
            others.reason(read).ifPresent(reason -> remarks.add(new Remark(node, reason, Missing.FIGURES)));
            leave(node, touched);
        } else {
            apply(node, new Call(node, inputs), touched, from);
        }
    }

    private static Set<Integer> joined(Set<Integer> some, @Nullable Set<Integer> more) {
        if (more == null || more.isEmpty()) {
            return some;
        }
        Set<Integer> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    /** The branch that a condition chooses, where the graph itself decides it. */
    private Optional<Graph> branch(Node node) {
        if (!node.type().equals("If") || !(values.get(node.input(0)) instanceof Value.Known known)) {
            return Optional.empty();
        }
        Optional<Num> condition = known.constant().scalar().filter(Num::isKnown);
        return condition
                .flatMap(number -> node.attribute(number.factor() != 0 ? "then_branch" : "else_branch"))
                .flatMap(attribute -> attribute.graphs().stream().findFirst());
    }

    private void follow(Node node, Graph branch) {
        for (Tensor tensor : branch.initializers()) {
            values.put(tensor.name(), new Value.Known(Constant.of(tensor)));
        }
        for (Node inner : branch.nodes()) {
            evaluate(inner);
        }
        for (int i = 0; i < node.outputs().size(); i++) {
            boolean has = i < branch.outputs().size()
                    && values.get(branch.outputs().get(i).name()) != null;
            values.put(
                    node.outputs().get(i),
                    has ? values.get(branch.outputs().get(i).name()) : new Value.Unread());
        }
    }

    private void set(Node node, Value value, Set<Integer> from) {
        for (int i = 0; i < node.outputs().size(); i++) {
            String output = node.outputs().get(i);
            values.put(output, i == 0 ? value : new Value.Known(Constant.OPAQUE));
            if (!from.isEmpty()) {
                origins.put(output, from);
            }
        }
    }

    private void apply(Node node, Call call, List<@Nullable Value> touched, Set<Integer> from) {
        try {
            bench.initializers().requireStored(node);
            int before = bench.sketch().items().size();
            List<View> views = operators.apply(call, from, opset);
            bench.initializers()
                    .state(
                            call,
                            bench.sketch()
                                    .items()
                                    .subList(before, bench.sketch().items().size()));
            for (int i = 0; i < Math.min(views.size(), node.outputs().size()); i++) {
                check(node, node.outputs().get(i), views.get(i));
            }
            for (int i = 0; i < node.outputs().size(); i++) {
                values.put(node.outputs().get(i), output(node, views, i));
            }
        } catch (NotRead reason) {
            remarks.add(new Remark(node, String.valueOf(reason.getMessage()), Missing.FIGURES));
            leave(node, touched);
        } catch (IndexOutOfBoundsException
                | NoSuchElementException
                | ArithmeticException
                | IllegalArgumentException malformed) {
            remarks.add(new Remark(node, "its inputs or attributes do not fit together", Missing.FIGURES));
            leave(node, touched);
        }
    }

    private Value output(Node node, List<View> views, int index) {
        if (index < views.size()) {
            return new Value.Shown(views.get(index));
        }
        if (node.type().equals("MaxPool")) {
            return new Value.Indices(views.get(0).layer());
        }
        if (node.type().equals("DynamicQuantizeLinear")) {
            bench.initializers().give(node.outputs().get(index));
            return new Value.Known(Constant.shaped(List.of(), false));
        }
        String name = node.outputs().get(index);
        if (!name.isEmpty() && uses.getOrDefault(name, 0) > 0) {
            remarks.add(new Remark(node, "its output %s is not followed".formatted(index), Missing.FIGURES));
        }
        return new Value.Unread();
    }

    /** What the file says of a shape must be what was read; what is repeated is broadcast later, so that its extents differ. */
    private void check(Node node, String output, View view) {
        List<ValueInfo.Dim> dims = stated.getOrDefault(output, List.of());
        boolean repeats = node.type().equals("Expand") || node.type().equals("Tile");
        boolean fits = dims.isEmpty() || dims.size() == view.rank() || repeats;
        for (int i = 0; fits && i < dims.size() && !repeats; i++) {
            Num size = view.size(i);
            fits = !dims.get(i).isKnown()
                    || !size.isKnown()
                    || size.is(dims.get(i).value());
        }
        if (!fits) {
            List<String> said = dims.stream()
                    .map(dim -> dim.isKnown() ? Long.toString(dim.value()) : "?")
                    .toList();
            throw new NotRead(
                    "the file says that its output is %s, but it was read as %s".formatted(said, view.sizes()));
        }
    }

    /** What depends on the node is not known; what it reads is where the known part of the network ends. */
    private void leave(Node node, List<@Nullable Value> inputs) {
        for (@Nullable Value input : inputs) {
            if (input instanceof Value.Shown shown) {
                end(shown.view(), node);
            }
        }
        node.outputs().forEach(output -> values.put(output, new Value.Unread()));
    }

    /** Something that is no layer reads the view. */
    private View end(View view, Node node) {
        View end = view;
        try {
            end = view.isPlain() ? view : bench.settle(view, node);
        } catch (NotRead unsettled) {
            remarks.add(new Remark(node, String.valueOf(unsettled.getMessage()), Missing.FIGURES));
        }
        bench.sketch().outputs().add(end.layer());
        return end;
    }
}
