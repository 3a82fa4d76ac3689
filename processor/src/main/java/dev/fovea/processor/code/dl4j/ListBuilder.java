package dev.fovea.processor.code.dl4j;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Code;
import dev.fovea.processor.code.eval.Foreign;
import dev.fovea.processor.code.eval.Invocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code NeuralNetConfiguration.ListBuilder}: layers in a row. */
final class ListBuilder implements Foreign {
    private static final String NAME = "org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder";
    private static final String INPUT = "input";

    private final GlobalBuilder global;
    private final Map<Integer, Placed> layers = new TreeMap<>();
    private final Map<Integer, @Nullable Object> processors = new HashMap<>();
    private @Nullable Object kind;

    private record Placed(@Nullable Object layer, Map<String, Argument> defaults, Code code) {}

    ListBuilder(GlobalBuilder global, Invocation invocation) {
        this.global = global;
    }

    void add(@Nullable Object layer, Code code) {
        put(layers.size(), layer, code);
    }

    private void put(int index, @Nullable Object layer, Code code) {
        layers.put(index, new Placed(layer, global.settings(), code));
    }

    @Override
    public String typeName() {
        return NAME;
    }

    @Override
    public @Nullable Object call(Invocation invocation) {
        switch (invocation.name()) {
            case "layer":
                boolean isNumbered = invocation.count() == 2;
                Argument layer = invocation.arguments().get(invocation.count() - 1);
                if (!isNumbered) {
                    add(layer.value(), layer.code());
                } else if (invocation.value(0) instanceof Integer index) {
                    put(index, layer.value(), layer.code());
                } else {
                    return Invocation.NONE;
                }
                return this;
            case "setInputType", "inputType":
                kind = invocation.value(0);
                return this;
            case "inputPreProcessor":
                if (invocation.value(0) instanceof Integer index) {
                    processors.put(index, invocation.value(1));
                    return this;
                }
                return Invocation.NONE;
            case "build":
                return built();
            case "getLayerwise", "inputPreProcessors", "confs", "list":
                return Invocation.NONE;
            default:
                return this;
        }
    }

    private NetworkConfiguration built() {
        List<ConfigurationPart> parts = new ArrayList<>();
        String last = INPUT;
        for (Map.Entry<Integer, Placed> entry : layers.entrySet()) {
            Placed placed = entry.getValue();
            String own = placed.layer instanceof LayerSpec spec ? spec.name() : null;
            String name = own == null ? "layer" + entry.getKey() : own;
            parts.add(new ConfigurationPart(
                    name, placed.layer, List.of(last), placed.defaults, processors.get(entry.getKey()), placed.code));
            last = name;
        }
        return new NetworkConfiguration(
                "org.deeplearning4j.nn.conf.MultiLayerConfiguration", parts, List.of(INPUT), kind, List.of(last));
    }
}
