package dev.fovea.djl.read;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.Pair;
import ai.djl.util.PairList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a block on arrays without numbers. */
public final class BlockReader {
    private final Trace trace;
    private final TracedArrays arrays;
    private final Store store;
    private final Map<String, String> unread = new LinkedHashMap<>();

    private BlockReader(Block block, Shape input) {
        trace = new Trace(block, input);
        arrays = new TracedArrays(trace);
        store = new Store(arrays);
    }

    /**
     * Reads a block. One that is not initialized is, for the time of reading, without numbers.
     *
     * @param block the network
     * @param input batch × channels × extents, or batch × features
     * @return its layers
     */
    public static ReadLayers read(Block block, Shape input) {
        boolean features = input.dimension() == 2;
        if (input.dimension() < 2 || input.dimension() > 5) {
            throw new IllegalArgumentException(
                    "an input %s; a network reads batch × channels × 1 to 3 axes, or batch × features"
                            .formatted(input));
        }
        Shape map = features ? input.add(1) : input;
        BlockReader reader = new BlockReader(block, map);
        List<Parameter> open = block.getParameters().values().stream()
                .filter(parameter -> !parameter.isInitialized())
                .toList();
        try {
            if (!open.isEmpty() || !block.isInitialized()) {
                block.initialize(reader.arrays.manager().manager(), DataType.FLOAT32, input);
            }
            Value units = new Value.Units(-1, View.of(map));
            NDArray array = reader.arrays.array(features ? Layouts.reshaped(units, input) : units);
            List<Value> outputs = TracedArrays.values(reader.run(block, "", new NDList(array)));
            return reader.result(outputs);
        } finally {
            open.forEach(Parameter::close);
        }
    }

    private ReadLayers result(List<Value> outputs) {
        List<List<Integer>> layers = outputs.stream()
                .map(output -> Elementwise.layers(output).stream().sorted().toList())
                .toList();
        ReadLayers folded =
                Fold.of(new ReadLayers(trace.shape(-1), trace.layers(), layers, unread, trace.unexpressed()));
        return new ReadLayers(
                folded.input(), Membership.of(folded.layers()), folded.outputs(), unread, trace.unexpressed());
    }

    private NDList run(Block block, String path, NDList inputs) {
        if (!isSequence(block)) {
            return leaf(block, path, inputs);
        }
        NDList current = inputs;
        NDList all = new NDList();
        for (Pair<String, Block> child : block.getChildren()) {
            current = run(child.getValue(), Trace.join(path, child.getKey()), current);
            all.addAll(current);
        }
        return ((SequentialBlock) block).isReturnIntermediate() ? all : current;
    }

    /** Whether a block runs its children one after the other, as its class says that has the code. */
    private static boolean isSequence(Block block) {
        Class<?> type = block.getClass();
        while (block instanceof SequentialBlock && type != SequentialBlock.class) {
            for (var method : type.getDeclaredMethods()) {
                if (method.getName().startsWith("forward")) {
                    return false;
                }
            }
            type = type.getSuperclass();
        }
        return block instanceof SequentialBlock;
    }

    private NDList leaf(Block block, String path, NDList inputs) {
        int before = trace.layers().size();
        trace.enter(path, block instanceof LambdaBlock || block.getChildren().isEmpty());
        try {
            NDList outputs = block.forward(store, inputs, false, new PairList<>());
            trace.requireAttention(before);
            return outputs;
        } catch (RuntimeException e) {
            trace.forget(before);
            trace.enter(path, true);
            return unread(block, inputs, e);
        }
    }

    private NDList unread(Block block, NDList inputs, RuntimeException cause) {
        NDList outputs = new NDList();
        for (Shape shape : block.getOutputShapes(inputs.getShapes())) {
            Value result = trace.addUnread(block, TracedArrays.values(inputs), shape);
            TracedLayer layer = trace.layers().get(trace.layers().size() - 1);
            unread.put(layer.name(), reason(block, cause));
            outputs.add(arrays.array(result));
        }
        return outputs;
    }

    private static String reason(Block block, RuntimeException cause) {
        String what = cause instanceof UnreadableException ? String.valueOf(cause.getMessage()) : cause.toString();
        return "%s has code that is not read: %s".formatted(block.getClass().getName(), what);
    }

    /** Hands parameters out without their numbers. */
    private static final class Store extends ParameterStore {
        private final TracedArrays arrays;

        Store(TracedArrays arrays) {
            super(arrays.manager().manager(), false);
            this.arrays = arrays;
        }

        @Override
        public @Nullable NDArray getValue(@Nullable Parameter parameter, Device device, boolean training) {
            return parameter == null ? null : arrays.array(new Value.Weight(parameter, parameter.getShape()));
        }
    }
}
