package dev.fovea.onnx.fold;

import dev.fovea.onnx.graph.Attribute;
import dev.fovea.onnx.graph.ElementType;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.graph.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries out operators whose inputs are all constant; what it cannot carry out is constant all the same. */
public final class Folding {
    /** Elements beyond which a constant keeps its extents only. */
    static final int MOST_ELEMENTS = Tensor.MOST_ELEMENTS;

    private final Node node;
    private final List<@Nullable Constant> inputs;

    private Folding(Node node, List<@Nullable Constant> inputs) {
        this.node = node;
        this.inputs = inputs;
    }

    /**
     * The first output of a node.
     *
     * @param inputs null where an optional one is left out
     */
    public static Constant fold(Node node, List<@Nullable Constant> inputs) {
        try {
            return new Folding(node, inputs).result();
        } catch (IndexOutOfBoundsException | java.util.NoSuchElementException malformed) {
            // Too few inputs, or extents that do not fit: there is nothing to know about the result.
            return Constant.OPAQUE;
        }
    }

    /** The axes named by an input or, in older files, by an attribute; counted from 0. */
    public static Optional<List<Integer>> axes(Node node, @Nullable Constant input, int rank) {
        List<Long> axes = node.numbers("axes");
        if (input != null) {
            if (input.wholes().isEmpty()) {
                return Optional.empty();
            }
            axes = input.wholes().get();
        }
        List<Integer> result = new ArrayList<>();
        for (long axis : axes) {
            long counted = axis < 0 ? axis + rank : axis;
            if (counted < 0 || counted >= rank) {
                return Optional.empty();
            }
            result.add((int) counted);
        }
        return Optional.of(result);
    }

    private Constant result() {
        return switch (node.type()) {
            case "Constant" -> constant();
            case "Identity", "Dropout" -> input(0);
            case "Round" -> Elementwise.known(input(0), Math::rint);
            case "Sign" -> Elementwise.known(input(0), Math::signum);
            case "Cast", "CastLike" -> cast();
            case "Shape" -> input(0).dims().map(this::shape).orElse(Constant.OPAQUE);
            case "Size" ->
                input(0).dims()
                        .map(dims -> Constant.of(List.of(), List.of(Constant.product(dims)), true))
                        .orElse(Constant.OPAQUE);
            case "ConstantOfShape" -> constantOfShape();
            case "Gather" -> Indexing.gather(input(0), input(1), axis(0, input(0).rank()));
            case "Concat" -> Indexing.concat(all(), axis(0, input(0).rank()));
            case "Slice" -> slice();
            case "Unsqueeze" -> unsqueeze();
            case "Squeeze" -> squeeze();
            case "Reshape" -> reshape();
            case "Flatten" -> flatten();
            case "Transpose" -> transpose();
            case "Expand" -> expand();
            case "Range" -> range();
            case "Where" -> Elementwise.where(input(0), input(1), input(2));
            case "Not" ->
                Elementwise.unary(
                        input(0), x -> x.isKnown() ? Optional.of(Num.of(x.factor() == 0 ? 1 : 0)) : Optional.empty());
            case "Neg" -> Elementwise.unary(input(0), x -> Optional.of(x.times(Num.of(-1))));
            case "Floor" -> Elementwise.unary(input(0), Num::floor);
            case "Ceil" ->
                Elementwise.unary(
                        input(0),
                        x -> x.isKnown() ? Optional.of(Num.of(Math.ceil(x.factor()))) : Elementwise.wholeMultiple(x));
            case "Sqrt" -> Elementwise.known(input(0), Math::sqrt);
            case "Exp" -> Elementwise.known(input(0), Math::exp);
            case "Log" -> Elementwise.known(input(0), Math::log);
            case "Reciprocal" -> Elementwise.known(input(0), x -> 1 / x);
            case "Abs" -> Elementwise.known(input(0), Math::abs);
            case "ReduceProd" -> Reduction.of(input(0), reducedShape(), Num.ONE, (a, b) -> Optional.of(a.times(b)));
            case "ReduceSum" -> Reduction.of(input(0), reducedShape(), Num.ZERO, Num::plus);
            case "ReduceMax", "ReduceMin", "ReduceMean", "ReduceL2", "ReduceSumSquare" -> reducedShape();
            case "Relu",
                    "Sigmoid",
                    "Tanh",
                    "Softmax",
                    "Clip",
                    "Erf",
                    "Trilu",
                    "CumSum",
                    "ScatterND",
                    "ScatterElements",
                    "Softplus",
                    "Sin",
                    "Cos",
                    "LayerNormalization",
                    "InstanceNormalization",
                    "DequantizeLinear",
                    "QuantizeLinear" ->
                input(0).dims().map(dims -> Constant.shaped(dims, false)).orElse(Constant.OPAQUE);
            default -> binary();
        };
    }

    private Constant input(int index) {
        Constant input = inputs.get(index);
        if (input == null) {
            throw new java.util.NoSuchElementException();
        }
        return input;
    }

    private @Nullable Constant optional(int index) {
        return index < inputs.size() ? inputs.get(index) : null;
    }

    private List<Constant> all() {
        List<Constant> all = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            all.add(input(i));
        }
        return all;
    }

    private int axis(long fallback, int rank) {
        long axis = node.number("axis", fallback);
        if (rank < 0) {
            throw new java.util.NoSuchElementException();
        }
        return (int) (axis < 0 ? axis + rank : axis);
    }

    private Constant constant() {
        Optional<Attribute> tensor = node.attribute("value").or(() -> node.attribute("sparse_value"));
        if (tensor.isPresent() && tensor.get().tensor().isPresent()) {
            return Constant.of(tensor.get().tensor().get());
        }
        if (node.attribute("value_int").isPresent()) {
            return Constant.of(List.of(), List.of(Num.of(node.number("value_int", 0))), true);
        }
        if (node.attribute("value_float").isPresent()) {
            return Constant.of(List.of(), List.of(Num.of(node.real("value_float", 0))), false);
        }
        if (node.attribute("value_ints").isPresent()) {
            return Constant.vector(
                    node.numbers("value_ints").stream().map(Num::of).toList());
        }
        Optional<Attribute> reals = node.attribute("value_floats");
        if (reals.isPresent()) {
            List<Num> data = reals.get().reals().stream().map(Num::of).toList();
            return Constant.of(List.of(Num.of(data.size())), data, false);
        }
        return Constant.OPAQUE;
    }

    private Constant cast() {
        boolean integers = node.type().equals("Cast")
                ? ElementType.isInteger((int) node.number("to", ElementType.FLOAT))
                : input(1).integers();
        Constant value = input(0);
        if (!integers || value.integers()) {
            return new Constant(value.dims(), value.data(), integers);
        }
        Constant whole = Elementwise.unary(
                input(0),
                x -> x.isKnown()
                        ? Optional.of(Num.of(x.factor() < 0 ? Math.ceil(x.factor()) : Math.floor(x.factor())))
                        : x.floor());
        return new Constant(whole.dims(), whole.data(), true);
    }

    private Constant shape(List<Num> dims) {
        int rank = dims.size();
        long start = node.number("start", 0);
        long end = node.number("end", rank);
        int from = (int) Math.max(0, Math.min(rank, start < 0 ? start + rank : start));
        int to = (int) Math.max(from, Math.min(rank, end < 0 ? end + rank : end));
        return Constant.vector(dims.subList(from, to));
    }

    private Constant constantOfShape() {
        Optional<List<Num>> dims = input(0).data();
        if (dims.isEmpty()) {
            return Constant.OPAQUE;
        }
        Optional<Constant> value =
                node.attribute("value").flatMap(Attribute::tensor).map(Constant::of);
        Num element = value.flatMap(Constant::scalar).orElse(Num.ZERO);
        boolean integers = value.map(Constant::integers).orElse(false);
        Constant shaped = Constant.shaped(dims.get(), integers);
        Num count = Constant.product(dims.get());
        return count.isWhole() && count.factor() <= MOST_ELEMENTS && count.factor() >= 0
                ? Constant.of(dims.get(), Constant.repeated(element, (int) count.factor()), integers)
                : shaped;
    }

    private Constant slice() {
        Constant value = input(0);
        int rank = value.rank();
        List<Long> starts;
        List<Long> ends;
        if (inputs.size() > 1) {
            starts = input(1).wholes().orElseThrow();
            ends = input(2).wholes().orElseThrow();
        } else {
            starts = node.numbers("starts");
            ends = node.numbers("ends");
        }
        Constant given = optional(3);
        List<Integer> axes = axes(node, given, rank).orElseThrow();
        if (given == null && node.attribute("axes").isEmpty()) {
            axes = new ArrayList<>();
            for (int i = 0; i < starts.size(); i++) {
                axes.add(i);
            }
        }
        Constant steps = optional(4);
        List<Long> step = steps == null
                ? Collections.nCopies(axes.size(), 1L)
                : steps.wholes().orElseThrow();
        for (int i = 0; i < axes.size(); i++) {
            value = Indexing.slice(value, axes.get(i), starts.get(i), ends.get(i), step.get(i));
        }
        return value;
    }

    private Constant unsqueeze() {
        List<Num> dims = new ArrayList<>(input(0).dims().orElseThrow());
        Constant given = optional(1);
        int count = given == null
                ? node.numbers("axes").size()
                : given.wholes().orElseThrow().size();
        List<Integer> axes =
                new ArrayList<>(axes(node, given, dims.size() + count).orElseThrow());
        Collections.sort(axes);
        for (int axis : axes) {
            dims.add(axis, Num.ONE);
        }
        return input(0).reshaped(dims);
    }

    private Constant squeeze() {
        List<Num> dims = new ArrayList<>(input(0).dims().orElseThrow());
        Constant given = optional(1);
        boolean stated = given != null || node.attribute("axes").isPresent();
        List<Integer> axes = axes(node, given, dims.size()).orElseThrow();
        for (int axis = dims.size() - 1; axis >= 0; axis--) {
            if (stated ? axes.contains(axis) : dims.get(axis).is(1)) {
                dims.remove(axis);
            }
        }
        return input(0).reshaped(dims);
    }

    private Constant reshape() {
        Optional<List<Num>> target = input(1).data();
        if (target.isEmpty()) {
            return Constant.OPAQUE;
        }
        Optional<List<Num>> dims = Reshaping.target(target.get(), input(0).dims(), node.number("allowzero", 0) == 1);
        return dims.map(input(0)::reshaped).orElse(Constant.OPAQUE);
    }

    private Constant flatten() {
        List<Num> dims = input(0).dims().orElseThrow();
        int axis = axis(1, dims.size());
        return input(0).reshaped(List.of(
                Constant.product(dims.subList(0, axis)), Constant.product(dims.subList(axis, dims.size()))));
    }

    private Constant transpose() {
        int rank = input(0).rank();
        List<Long> order = node.numbers("perm");
        if (order.isEmpty()) {
            List<Long> reversed = new ArrayList<>();
            for (long axis = rank - 1L; axis >= 0; axis--) {
                reversed.add(axis);
            }
            order = reversed;
        }
        return Indexing.transpose(input(0), order);
    }

    private Constant expand() {
        Optional<List<Num>> dims = Broadcast.dims(input(0).dims(), input(1).data());
        if (dims.isEmpty()) {
            return Constant.OPAQUE;
        }
        Constant shaped = Constant.shaped(dims.get(), input(0).integers());
        return shaped.shape()
                .flatMap(shape -> Broadcast.expand(input(0), shape))
                .map(data -> Constant.of(dims.get(), data, input(0).integers()))
                .orElse(shaped);
    }

    private Constant range() {
        double start = knownScalar(0);
        double limit = knownScalar(1);
        double delta = knownScalar(2);
        double count = Math.max(0, Math.ceil((limit - start) / delta));
        boolean integers = input(0).integers();
        if (!(count <= MOST_ELEMENTS)) {
            return Constant.shaped(List.of(Num.of(count)), integers);
        }
        List<Num> data = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            data.add(Num.of(start + i * delta));
        }
        return Constant.of(List.of(Num.of(count)), data, integers);
    }

    private double knownScalar(int index) {
        return input(index).scalar().filter(Num::isKnown).orElseThrow().factor();
    }

    private Constant reducedShape() {
        return Reduction.shape(node, input(0), optional(1));
    }

    private Constant binary() {
        Broadcast.@Nullable Operator operator = Arithmetic.operator(node.type());
        if (operator == null || inputs.size() < 2) {
            return Constant.OPAQUE;
        }
        boolean integers = input(0).integers() && input(1).integers();
        Constant result = Broadcast.apply(input(0), input(1), integers, operator);
        for (int i = 2; i < inputs.size(); i++) {
            result = Broadcast.apply(result, input(i), integers, operator);
        }
        return result;
    }
}
