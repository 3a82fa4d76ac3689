package dev.fovea.djl.read;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** What an array of the trace stands for, instead of numbers. */
sealed interface Value {
    Shape shape();

    /** All units of one layer. */
    record Units(int layer, View view) implements Value {
        @Override
        public Shape shape() {
            return view.shape();
        }
    }

    /** Units of several layers side by side, no longer a map: what detectors return. */
    record Gathered(Set<Integer> layers, Shape shape) implements Value {}

    /**
     * How much a position reads of each other, by heads: products of queries with keys.
     *
     * @param queries layer of the queries
     * @param keys layer of the keys
     * @param shape batch, heads, positions that read, positions that are read
     * @param isScaled whether they are divided by the root of a head's channels
     * @param areShares whether a softmax made them shares
     * @param dropout share of them that training leaves out
     */
    record Scores(int queries, int keys, long heads, Shape shape, boolean isScaled, boolean areShares, double dropout)
            implements Value {}

    /**
     * What was read by shares, not yet projected.
     *
     * @param values layer of the values
     * @param view how the heads' results are arranged, as a view of a map like that of the values
     */
    record Attended(Scores scores, int values, View view) implements Value {
        @Override
        public Shape shape() {
            return view.shape();
        }
    }

    /**
     * What a matrix made of all positions of a map, for each channel: hidden values, in the last dimension.
     *
     * @param units what was read, its positions in the last dimension
     * @param activation of the hidden values
     * @param constants numbers of the activation
     */
    record Mixed(
            Units units,
            long hidden,
            boolean bias,
            List<Parameter> parameters,
            String activation,
            Map<String, Double> constants)
            implements Value {
        @Override
        public Shape shape() {
            return units.shape().slice(0, units.shape().dimension() - 1).add(hidden);
        }
    }

    /**
     * Numbers that do not depend on the input.
     *
     * @param number the one that it is, where that is known
     */
    record Constant(Shape shape, OptionalDouble number) implements Value {
        Constant(Shape shape) {
            this(shape, OptionalDouble.empty());
        }
    }

    /** A parameter of a block. */
    record Weight(Parameter parameter, Shape shape) implements Value {}
}
