package dev.fovea.djl.read;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
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

    /** Numbers that do not depend on the input. */
    record Constant(Shape shape) implements Value {}

    /** A parameter of a block. */
    record Weight(Parameter parameter, Shape shape) implements Value {}
}
