package dev.fovea.onnx.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.fold.Reshaping;
import dev.fovea.onnx.read.NotRead;
import dev.fovea.onnx.read.Steps;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Translates Keras' order of dimensions, channels last by default, to the assembly's, where they are first. */
final class KerasLayout {
    private final Steps steps;
    private final boolean channelsFirst;

    KerasLayout(Steps steps, boolean channelsFirst) {
        this.steps = steps;
        this.channelsFirst = channelsFirst;
    }

    /** A dimension of Keras' order. */
    long axis(long stated, int rank) {
        long axis = stated < 0 ? stated + rank : stated;
        if (channelsFirst || rank < 3 || axis <= 0) {
            return axis;
        }
        return axis == rank - 1 ? 1 : axis + 1;
    }

    /** Expects that a layer's {@code axis} is that of the channels. */
    void requireChannels(JsonNode config, int rank) {
        JsonNode stated = Fields.unwrapped(config.path("axis"));
        JsonNode axis = stated.isArray() && stated.size() == 1 ? stated.path(0) : stated;
        if (axis.isArray() || axis(axis.asLong(-1), rank) != 1) {
            throw new NotRead("its axis %s is not that of the channels".formatted(stated));
        }
    }

    /** The view in Keras' order. */
    View ordered(View in) {
        return channelsFirst ? in : channelsLast(in);
    }

    View channelsLast(View in) {
        List<Integer> order = new ArrayList<>();
        for (int dim = 0; dim < in.rank(); dim++) {
            order.add(dim == 0 || in.rank() < 3 ? dim : dim == in.rank() - 1 ? 1 : dim + 1);
        }
        return in.permuted(order);
    }

    View channelsBack(View in) {
        List<Integer> order = new ArrayList<>();
        for (int dim = 0; dim < in.rank(); dim++) {
            order.add(dim == 0 || in.rank() < 3 ? dim : dim == 1 ? in.rank() - 1 : dim - 1);
        }
        return in.permuted(order);
    }

    private View back(View ordered) {
        return channelsFirst ? ordered : channelsBack(ordered);
    }

    View reshaped(View in, JsonNode shape) {
        View plain = ordered(steps.settled(in, "reshape"));
        List<Num> asked = new ArrayList<>();
        asked.add(plain.size(0));
        shape.forEach(extent -> asked.add(Num.of(extent.asLong())));
        List<Num> target = Reshaping.target(asked, Optional.of(plain.sizes()), true)
                .orElseThrow(() -> new NotRead("extents %s cannot become %s".formatted(plain.sizes(), shape)));
        return back(plain.reshaped(target)
                .orElseThrow(() ->
                        new NotRead("it cuts the map in an irregular way: %s to %s".formatted(plain.sizes(), target))));
    }

    /** @param dims counted from 1, without the batch */
    View permuted(View in, List<Long> dims) {
        List<Integer> order = new ArrayList<>(List.of(0));
        dims.forEach(dim -> order.add((int) (long) dim));
        List<Integer> sorted = new ArrayList<>(order);
        Collections.sort(sorted);
        for (int dim = 0; dim < sorted.size(); dim++) {
            if (sorted.get(dim) != dim) {
                throw new NotRead("its dims %s are not a permutation".formatted(dims));
            }
        }
        return back(ordered(in).permuted(order));
    }
}
