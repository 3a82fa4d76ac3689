package dev.fovea.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.ParameterList;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.fovea.Network;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A block that runs the network of a report: what the linter judged is what is trained.
 *
 * <p>It takes one array of batch × channels × extents, of any extents that the network can work on, and returns the last
 * layer's output, then those of the other endpoints in declaration order. Nothing is applied that the
 * annotations do not state.
 */
public final class DjlNetwork extends AbstractBlock {
    private final NetworkReport report;
    private final List<LayerReport> layers;
    private final Map<String, Block> blocks = new HashMap<>();
    private final Set<String> outputs = new LinkedHashSet<>();

    private DjlNetwork(NetworkReport report, Map<String, Map<String, Double>> constants) {
        this.report = report;
        layers = report.layers();
        for (LayerReport layer : layers) {
            blocks.put(layer.name(), bearer(layer).map(this::block).orElseGet(() -> {
                Values values = new Values(layer, constants.getOrDefault(layer.name(), Map.of()));
                return addChildBlock(layer.name(), Operations.activated(values, report.axes()));
            }));
        }
        outputs.add(layers.get(layers.size() - 1).name());
        layers.stream()
                .filter(layer -> layer.endpoint().isPresent())
                .map(LayerReport::name)
                .forEach(outputs::add);
    }

    /** The layer whose weights a layer shares. */
    static Optional<String> bearer(LayerReport layer) {
        return Optional.ofNullable((String) layer.attributes().get("shared"));
    }

    /** @param constants by layer and name, where they are not the documented ones */
    static DjlNetwork of(NetworkReport report, Map<String, Map<String, Double>> constants) {
        List<String> missing = report.layers().stream()
                .filter(layer ->
                        !Operations.OFFERED.contains(layer.op()) && !layer.op().equals("Recurrent"))
                .map(layer -> layer.op() + " (" + layer.name() + ")")
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("%s cannot be built on Deep Java Library, which does not offer %s"
                    .formatted(report.model(), String.join(", ", missing)));
        }
        List<String> open = report.layers().stream()
                .filter(layer -> layer.op().equals("Recurrent"))
                .map(LayerReport::name)
                .toList();
        if (!open.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s cannot be built: @Recurrent states no cell (LSTM, GRU, plain), so the blocks of %s are not known"
                            .formatted(report.model(), String.join(", ", open)));
        }
        return new DjlNetwork(report, constants);
    }

    /**
     * What the network was built from.
     *
     * @return the report
     */
    public NetworkReport report() {
        return report;
    }

    /** The names of the layers, in declaration order. */
    List<String> layers() {
        return layers.stream().map(LayerReport::name).toList();
    }

    /**
     * The parameters, each named after its layer: {@code stem_weight}, {@code stem_gamma}. Those that several layers share
     * are named after the first.
     */
    @Override
    public ParameterList getParameters() {
        ParameterList named = new ParameterList();
        for (LayerReport layer : layers) {
            if (bearer(layer).isPresent()) {
                continue;
            }
            Map<String, Integer> seen = new HashMap<>();
            for (Parameter parameter : block(layer.name()).getParameters().values()) {
                int number = seen.merge(parameter.getName(), 1, Integer::sum);
                named.add(layer.name() + "_" + parameter.getName() + (number == 1 ? "" : number), parameter);
            }
        }
        return named;
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
            maps.put(layer.name(), map);
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
            if (bearer(layer).isEmpty()) {
                visit.of(block, from);
            }
            shapes.put(layer.name(), block.getOutputShapes(from)[0]);
        }
        return shapes;
    }
}
