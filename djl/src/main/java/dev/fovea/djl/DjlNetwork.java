package dev.fovea.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.fovea.Network;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A block that runs the network of a report: what the linter judged is what is trained.
 *
 * <p>It takes one array of batch × channels × extents, of any extents that the network can work on, and returns the last
 * layer's output, then those of the other endpoints in declaration order. The annotations do not state nonlinearities;
 * {@link Activations} says where it applies ReLU.
 */
public final class DjlNetwork extends AbstractBlock {
    private final List<LayerReport> layers;
    private final Map<String, Block> blocks = new HashMap<>();
    private final Set<String> activated = new HashSet<>();
    private final Set<String> outputs = new LinkedHashSet<>();

    private DjlNetwork(NetworkReport report) {
        layers = report.layers();
        Activations activations = new Activations(layers);
        for (LayerReport layer : layers) {
            blocks.put(layer.name(), addChildBlock(layer.name(), Operations.block(layer, report.axes())));
            if (activations.follow(layer)) {
                activated.add(layer.name());
            }
        }
        outputs.add(layers.get(layers.size() - 1).name());
        layers.stream()
                .filter(layer -> layer.endpoint().isPresent())
                .map(LayerReport::name)
                .forEach(outputs::add);
    }

    static DjlNetwork of(NetworkReport report) {
        List<String> missing = report.layers().stream()
                .filter(layer -> !Operations.OFFERED.contains(layer.op()))
                .map(layer -> layer.op() + " (" + layer.name() + ")")
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("%s cannot be built on Deep Java Library, which does not offer %s"
                    .formatted(report.model(), String.join(", ", missing)));
        }
        return new DjlNetwork(report);
    }

    /**
     * Runs the network.
     *
     * @param parameters where values come from
     * @param input batch × channels × extents
     * @param training whether it is being trained
     * @return the output of every layer, by its name in the report
     */
    public Map<String, NDArray> run(ParameterStore parameters, NDArray input, boolean training) {
        Map<String, NDArray> maps = new LinkedHashMap<>();
        for (LayerReport layer : layers) {
            NDList read = new NDList();
            layer.from().forEach(name -> read.add(name.equals(Network.INPUT) ? input : maps.get(name)));
            NDArray map =
                    blocks.get(layer.name()).forward(parameters, read, training).singletonOrThrow();
            maps.put(layer.name(), activated.contains(layer.name()) ? Activation.relu(map) : map);
        }
        return maps;
    }

    /**
     * The part of the network that a layer stands for.
     *
     * @param layer expanded name of a layer
     * @return its block
     * @throws IllegalArgumentException if there is none
     */
    public Block block(String layer) {
        Block block = blocks.get(layer);
        if (block == null) {
            throw new IllegalArgumentException("no layer \"" + layer + "\"");
        }
        return block;
    }

    /**
     * The shapes of all layers' outputs.
     *
     * @param input batch × channels × extents
     * @return by the layers' names in the report
     */
    public Map<String, Shape> shapes(Shape input) {
        return shapes(input, (block, read) -> {});
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> unused) {
        Map<String, NDArray> maps = run(parameters, inputs.singletonOrThrow(), training);
        return new NDList(outputs.stream().map(maps::get).toArray(NDArray[]::new));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        shapes(inputs[0], (block, read) -> block.initialize(manager, type, read));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Map<String, Shape> shapes = shapes(inputs[0]);
        return outputs.stream().map(shapes::get).toArray(Shape[]::new);
    }

    private interface Visit {
        void of(Block block, Shape[] inputs);
    }

    private Map<String, Shape> shapes(Shape input, Visit visit) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put(Network.INPUT, input);
        for (LayerReport layer : layers) {
            List<Shape> read = new ArrayList<>();
            layer.from().forEach(name -> read.add(shapes.get(name)));
            Shape[] from = read.toArray(Shape[]::new);
            Block block = blocks.get(layer.name());
            visit.of(block, from);
            shapes.put(layer.name(), block.getOutputShapes(from)[0]);
        }
        return shapes;
    }
}
