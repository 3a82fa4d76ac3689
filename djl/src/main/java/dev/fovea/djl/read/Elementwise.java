package dev.fovea.djl.read;

import ai.djl.ndarray.types.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What changes each number by itself, and what joins the numbers of two arrays one by one. */
final class Elementwise {
    private Elementwise() {}

    /** An operation on one array, with numbers. */
    static Value of(Trace trace, String name, Value value, Object... numbers) {
        if (value instanceof Value.Units units) {
            if (name.equals("minimum") && isNumber(numbers, 0, 6) && isRelu(trace, units)) {
                int source = trace.layers().get(units.layer()).from().get(0);
                return activation(trace, "RELU6", new Value.Units(source, units.view()));
            }
            if (name.equals("clip") && isNumber(numbers, 0, 0) && isNumber(numbers, 1, 6)) {
                return activation(trace, "RELU6", value);
            }
        }
        if (value instanceof Value.Scores scores && numbers.length == 1 && numbers[0] instanceof Number number) {
            return Attentions.scaled(trace, scores, name, number.doubleValue());
        }
        if (!isConstant(value)) {
            trace.leaveOut(name);
        }
        return value;
    }

    private static boolean isNumber(Object[] numbers, int place, double value) {
        return place < numbers.length && numbers[place] instanceof Number number && number.doubleValue() == value;
    }

    private static boolean isRelu(Trace trace, Value.Units units) {
        return units.layer() >= 0
                && trace.layers().get(units.layer()).annotation().equals("Activate")
                && trace.layers().get(units.layer()).stated().containsValue("RELU");
    }

    /** An activation function. */
    static Value activation(Trace trace, String name, Value value) {
        return activation(trace, name, value, Map.of());
    }

    static Value activation(Trace trace, String name, Value value, Map<String, Double> constants) {
        if (value instanceof Value.Units units) {
            Value.Units result = trace.add(
                    "Activate",
                    Map.of("value", name),
                    List.of(units.layer()),
                    trace.shape(units.layer()),
                    constants,
                    List.of());
            return new Value.Units(result.layer(), units.view());
        }
        if (value instanceof Value.Mixed mixed) {
            return Mixings.activated(mixed, name, constants);
        }
        return of(trace, name, value);
    }

    static Value softmax(Trace trace, Value value, int dimension) {
        if (value instanceof Value.Scores scores) {
            return Attentions.softmax(trace, scores, dimension);
        }
        if (value instanceof Value.Units units) {
            Shape map = trace.shape(units.layer());
            if (!units.view()
                    .dimensions()
                    .get(dimension)
                    .equals(View.of(map).dimensions().get(1))) {
                throw new UnreadableException("a softmax over something other than channels");
            }
        }
        return activation(trace, "SOFTMAX", value);
    }

    /** An operation on two arrays. */
    static Value of(Trace trace, String name, Value first, Value second) {
        Shape shape = broadcast(first.shape(), second.shape());
        if (first instanceof Value.Scores scores
                && second instanceof Value.Constant constant
                && constant.number().isPresent()) {
            return Attentions.scaled(trace, scores, name, constant.number().getAsDouble());
        }
        if (first instanceof Value.Units a && second instanceof Value.Units b) {
            return joined(trace, name, a, b);
        }
        if (first instanceof Value.Weight && !(second instanceof Value.Constant)
                || second instanceof Value.Weight && !(first instanceof Value.Constant)) {
            Value.Weight weight = (Value.Weight) (first instanceof Value.Weight ? first : second);
            throw new UnreadableException(
                    "%s with parameter %s".formatted(name, weight.parameter().getName()));
        }
        if (isConstant(first) && isConstant(second)) {
            return Layouts.withShape(first instanceof Value.Weight ? first : second, shape);
        }
        trace.leaveOut(name);
        Value data = isConstant(first) ? second : first;
        if (!(data instanceof Value.Gathered) && isConstant(first) != isConstant(second)) {
            if (!data.shape().equals(shape)) {
                throw new UnreadableException(name + " with a larger array");
            }
            return data;
        }
        Set<Integer> layers = new HashSet<>(layers(first));
        layers.addAll(layers(second));
        return new Value.Gathered(layers, shape);
    }

    private static boolean isConstant(Value value) {
        return value instanceof Value.Constant || value instanceof Value.Weight;
    }

    static Set<Integer> layers(Value value) {
        if (value instanceof Value.Units units) {
            return Set.of(units.layer());
        }
        if (value instanceof Value.Scores scores) {
            return Set.of(scores.queries(), scores.keys());
        }
        if (value instanceof Value.Attended read) {
            Set<Integer> layers = new HashSet<>(layers(read.scores()));
            layers.add(read.values());
            return layers;
        }
        if (value instanceof Value.Mixed mixed) {
            return layers(mixed.units());
        }
        return value instanceof Value.Gathered gathered ? gathered.layers() : Set.of();
    }

    private static Value joined(Trace trace, String name, Value.Units a, Value.Units b) {
        Shape map = trace.shape(a.layer());
        boolean product = name.equals("mul");
        if (map.equals(trace.shape(b.layer())) && a.view().equals(b.view())) {
            if (!product && !name.equals("add")) {
                trace.leaveOut(name + " in place of a sum");
            }
            List<Integer> from = List.of(a.layer(), b.layer());
            Value.Units result = trace.add(product ? "Multiply" : "Add", Map.of(), from, map);
            return new Value.Units(result.layer(), a.view());
        }
        Value.Units first = Maps.map(trace, a, name);
        Value.Units second = Maps.map(trace, b, name);
        Shape left = trace.shape(first.layer());
        Shape right = trace.shape(second.layer());
        if (product || name.equals("add") && left.slice(2).equals(right.slice(2))) {
            List<Integer> from = List.of(first.layer(), second.layer());
            return trace.add(product ? "Multiply" : "Add", Map.of(), from, broadcast(left, right));
        }
        throw new UnreadableException("%s of maps %s and %s".formatted(name, left, right));
    }

    static Shape broadcast(Shape a, Shape b) {
        int rank = Math.max(a.dimension(), b.dimension());
        long[] result = new long[rank];
        for (int place = 1; place <= rank; place++) {
            long x = place <= a.dimension() ? a.get(a.dimension() - place) : 1;
            long y = place <= b.dimension() ? b.get(b.dimension() - place) : 1;
            if (x != y && x != 1 && y != 1) {
                throw new UnreadableException("arrays " + a + " and " + b + " do not fit");
            }
            result[rank - place] = Math.max(x, y);
        }
        return new Shape(result);
    }
}
