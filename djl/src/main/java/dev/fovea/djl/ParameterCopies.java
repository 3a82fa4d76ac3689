package dev.fovea.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import dev.fovea.internal.NearestNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hands weights from one block to another; nothing is copied where anything does not fit. */
final class ParameterCopies {
    private final Map<Parameter, Parameter> pairs = new LinkedHashMap<>();

    /** By the layers of a block that was read, which the network was built from. */
    static void byLayer(ReadBlock from, DjlNetwork to) {
        ParameterCopies copies = new ParameterCopies();
        for (String layer : to.layers()) {
            copies.add(
                    layer,
                    from.parameters(layer),
                    to.block(layer).getParameters().values());
        }
        copies.run();
    }

    /** By names: each parameter of {@code to} that is named takes the value of one of {@code from}. */
    static void byName(Block from, Block to, Map<String, String> names) {
        Map<String, Parameter> sources = named(from);
        Map<String, Parameter> targets = named(to);
        ParameterCopies copies = new ParameterCopies();
        names.forEach(
                (target, source) -> copies.add(target, find(sources, source, "from"), find(targets, target, "to")));
        copies.run();
    }

    private static Map<String, Parameter> named(Block block) {
        Map<String, Parameter> named = new LinkedHashMap<>();
        for (Pair<String, Parameter> parameter : block.getParameters()) {
            named.put(parameter.getKey(), parameter.getValue());
        }
        return named;
    }

    private static Parameter find(Map<String, Parameter> parameters, String name, String block) {
        Parameter parameter = parameters.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException("there is no parameter %s in the block to copy %s; the nearest is %s"
                    .formatted(
                            name,
                            block,
                            NearestNames.nearest(name, parameters.keySet()).orElse("none")));
        }
        return parameter;
    }

    void add(String layer, List<Parameter> from, List<Parameter> to) {
        if (from.size() != to.size()) {
            throw new IllegalArgumentException(
                    "layer %s has %s parameters, that of the block %s".formatted(layer, to.size(), from.size()));
        }
        for (int index = 0; index < from.size(); index++) {
            add(layer, from.get(index), to.get(index));
        }
    }

    private void add(String name, Parameter from, Parameter to) {
        if (!from.isInitialized() || !to.isInitialized()) {
            throw new IllegalArgumentException("%s of the block to copy %s has no value; initialize the block first"
                    .formatted(name, from.isInitialized() ? "to" : "from"));
        }
        // A linear layer and a 1×1 convolution hold the same numbers.
        if (!from.getShape().stream()
                .filter(extent -> extent.getKey() > 1)
                .toList()
                .equals(to.getShape().stream()
                        .filter(extent -> extent.getKey() > 1)
                        .toList())) {
            throw new IllegalArgumentException("%s has the shape %s, what is to be copied into it %s"
                    .formatted(name, to.getShape(), from.getShape()));
        }
        pairs.put(to, from);
    }

    void run() {
        pairs.forEach((to, from) -> {
            try (NDArray value = from.getArray().toType(to.getArray().getDataType(), true)) {
                to.getArray().set(value.toByteBuffer());
            }
        });
    }
}
