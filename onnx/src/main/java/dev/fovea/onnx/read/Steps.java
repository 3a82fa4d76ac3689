package dev.fovea.onnx.read;

import dev.fovea.onnx.fold.Constant;
import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.graph.Attribute;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.sketch.Sketch;
import dev.fovea.onnx.unread.Missing;
import dev.fovea.onnx.view.Atom;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies operators one after the other, for networks that come as a list of layers instead of a graph of nodes. */
public final class Steps {
    private static final long OPSET = 21;

    private final Sketch sketch;
    private final Bench bench;
    private final Operators operators;

    /** Takes what is read but not expressed. */
    public interface Noticed {
        void add(Node node, String reason, Missing missing);
    }

    /** Layers are added to the sketch. */
    public Steps(Sketch sketch, Noticed noticed) {
        this.sketch = sketch;
        this.bench = new Bench(sketch);
        this.operators = new Operators(bench, noticed::add, node -> false);
    }

    /** The network's input: batch, channels, then its axes. */
    public View input() {
        List<List<Atom>> dims = new ArrayList<>();
        dims.add(List.of());
        dims.add(Bench.whole(Atom.CHANNEL, sketch.channels(-1)));
        for (int axis = 0; axis < sketch.axes(); axis++) {
            dims.add(Bench.whole(axis + Atom.SPACE, sketch.extent(-1, axis)));
        }
        return new View(-1, dims);
    }

    /**
     * What an operator makes of its operands.
     *
     * @param name how messages name it
     * @param attributes numbers, texts, or lists of numbers
     * @param operands each a {@link View}, a {@link Constant}, the extents of weights as a list, or null
     * @throws NotRead if it cannot be read
     */
    public View apply(String name, String operator, Map<String, ?> attributes, @Nullable Object... operands) {
        Node node = node(name, operator, attributes);
        List<@Nullable Value> values = new ArrayList<>();
        for (@Nullable Object operand : operands) {
            values.add(value(operand));
        }
        try {
            return operators.apply(new Call(node, values), Set.of(), OPSET).get(0);
        } catch (IndexOutOfBoundsException
                | NoSuchElementException
                | ArithmeticException
                | IllegalArgumentException malformed) {
            throw new NotRead("its inputs or attributes do not fit together");
        }
    }

    /** An operator without inputs and outputs by name. */
    public static Node node(String name, String operator, Map<String, ?> attributes) {
        Map<String, Attribute> stated = new LinkedHashMap<>();
        attributes.forEach((attribute, value) -> stated.put(attribute, attribute(attribute, value)));
        return new Node(name, operator, "", List.of(), List.of(name), stated, Map.of());
    }

    private static @Nullable Value value(@Nullable Object operand) {
        if (operand == null) {
            return null;
        }
        if (operand instanceof View view) {
            return new Value.Shown(view);
        }
        if (operand instanceof Constant constant) {
            return new Value.Known(constant);
        }
        List<Num> extents = new ArrayList<>();
        for (Object extent : (List<?>) operand) {
            extents.add(extent instanceof Num num ? num : Num.of((Long) extent));
        }
        return new Value.Known(Constant.shaped(extents, false));
    }

    private static Attribute attribute(String name, Object value) {
        List<Long> numbers = new ArrayList<>();
        List<Double> reals = new ArrayList<>();
        if (value instanceof List<?> entries) {
            for (Object entry : entries) {
                if (entry instanceof Double real) {
                    reals.add(real);
                } else {
                    numbers.add((Long) entry);
                }
            }
        }
        return new Attribute(
                name,
                value instanceof Long number ? Optional.of(number) : Optional.empty(),
                value instanceof Double real ? Optional.of(real) : Optional.empty(),
                value instanceof String text ? Optional.of(text) : Optional.empty(),
                Optional.empty(),
                numbers,
                reals,
                List.of(),
                List.of(),
                "");
    }

    /** The map that a view shows, with what was applied to it as a layer. */
    public View settled(View view, String name) {
        return bench.settle(view, node(name, "Identity", Map.of()));
    }

    /** The number of channels of the map that a view shows. */
    public Num channels(View view) {
        return sketch.channels(view.layer());
    }

    /** Extents of the map that a view shows. */
    public List<Num> extents(View view) {
        return sketch.extents(view.layer());
    }

    public int axes() {
        return sketch.axes();
    }

    /** Makes the view an output of the network, or the end of what is known of it. */
    public void end(View view, String name) {
        try {
            sketch.outputs().add(settled(view, name).layer());
        } catch (NotRead partly) {
            sketch.outputs().add(view.layer());
        }
    }
}
