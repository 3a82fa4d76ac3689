package dev.fovea.onnx;

import dev.fovea.Hdc;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.onnx.config.Configuration;
import dev.fovea.onnx.config.ConfiguredNetwork;
import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.graph.ModelFile;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.read.Evaluation;
import dev.fovea.onnx.read.NetworkInput;
import dev.fovea.onnx.sketch.Sketch;
import dev.fovea.onnx.sketch.Wording;
import dev.fovea.onnx.unread.Missing;
import dev.fovea.onnx.unread.NotExpressed;
import dev.fovea.onnx.unread.OnnxException;
import dev.fovea.onnx.wire.FileReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A network that was exported to an ONNX file, as a model definition.
 *
 * @param definition the layers; judged by {@code dev.fovea.core.lint.Lint} like those of any front end
 * @param notExpressed what no layer expresses, in the order of the graph
 * @param nodes by name of a layer, the node of the graph that it comes from
 * @param inferredMembers layers that count as members of a dilation stack by their form alone, since the file has no scopes
 * @param nodeCount number of nodes in the graph
 */
public record OnnxModel(
        ModelDeclaration definition,
        List<NotExpressed> notExpressed,
        Map<String, String> nodes,
        Set<String> inferredMembers,
        int nodeCount) {
    /** A file's network; extents that the file leaves open stay unknown. */
    public static OnnxModel read(Path file) throws IOException {
        return read(file, OnnxOptions.DEFAULT);
    }

    /**
     * A file's network.
     *
     * @throws OnnxException if the file is broken, or has no layer that can be read; the message names byte or node
     * @throws IOException if it cannot be opened
     */
    public static OnnxModel read(Path file, OnnxOptions options) throws IOException {
        Optional<String> stated = options.className();
        if (stated.isPresent()
                && ClassNames.isTaken(stated.get().substring(stated.get().lastIndexOf('.') + 1))) {
            throw new OnnxException(
                    "the class cannot be called %s, as a type that it needs is".formatted(stated.get()));
        }
        String name = stated.isPresent() ? stated.get() : ClassNames.of(file);
        Optional<ConfiguredNetwork> configured = Configuration.read(file, options.sizes());
        return configured.isPresent() ? of(configured.get(), name) : of(FileReader.read(file), name, options);
    }

    private static OnnxModel of(ConfiguredNetwork configured, String name) throws OnnxException {
        List<NotExpressed> notExpressed = new ArrayList<>();
        configured
                .remarks()
                .forEach(remark -> notExpressed.add(notExpressed(remark.node(), remark.reason(), remark.missing())));
        return worded(configured.sketch(), name, notExpressed, configured.count());
    }

    static OnnxModel of(ModelFile file, String name, OnnxOptions options) throws OnnxException {
        ModelFile inlined = Inlining.of(file);
        @Nullable Followed best = null;
        for (NetworkInput layout : NetworkInput.of(inlined.graph(), options.sizes())) {
            Followed followed = Followed.of(inlined, layout);
            boolean better =
                    best == null || followed.sketch().weighed() > best.sketch().weighed();
            best = better ? followed : best;
            if (best.isWhole()) {
                break;
            }
        }
        Sketch sketch = best.sketch();
        Evaluation evaluation = best.evaluation();
        List<NotExpressed> notExpressed = new ArrayList<>();
        evaluation
                .remarks()
                .forEach(remark -> notExpressed.add(notExpressed(remark.node(), remark.reason(), remark.kind())));
        return worded(sketch, name, notExpressed, inlined.graph().nodes().size());
    }

    /** A graph that was followed from its input in one of the layouts that this may have. */
    private record Followed(Sketch sketch, Evaluation evaluation) {
        static Followed of(ModelFile file, NetworkInput input) throws OnnxException {
            Sketch sketch = new Sketch(input.channels(), input.extents());
            Evaluation evaluation = new Evaluation(file.graph(), file.opset(), sketch, input.name(), input.view());
            evaluation.run();
            return new Followed(sketch, evaluation);
        }

        boolean isWhole() {
            return evaluation.remarks().stream().noneMatch(remark -> remark.kind() == Missing.FIGURES);
        }
    }

    private static OnnxModel worded(Sketch sketch, String name, List<NotExpressed> notExpressed, int count)
            throws OnnxException {
        Wording.Worded worded =
                Wording.of(sketch, (node, reason, missing) -> notExpressed.add(notExpressed(node, reason, missing)));
        if (worded.layers().isEmpty()) {
            throw new OnnxException("no layer can be read"
                    + (notExpressed.isEmpty() ? "" : "; the first that cannot: " + notExpressed.get(0)));
        }
        Map<String, String> nodes = new LinkedHashMap<>();
        worded.nodes().forEach((layer, node) -> nodes.put(layer, node.label()));
        ModelDeclaration definition =
                new ModelDeclaration(name, inputValues(sketch), Optional.of(Hdc.EXACT), worded.layers());
        return new OnnxModel(definition, List.copyOf(notExpressed), nodes, worded.inferred(), count);
    }

    private static NotExpressed notExpressed(Node node, String reason, Missing missing) {
        String operator = node.domain().isEmpty() ? node.type() : node.domain() + "." + node.type();
        return new NotExpressed(node.label(), operator, reason, missing);
    }

    private static Map<String, Object> inputValues(Sketch sketch) {
        List<Long> size = sketch.extents(-1).stream().map(OnnxModel::known).toList();
        boolean open = size.stream().allMatch(extent -> extent == 0);
        boolean alike = size.stream().allMatch(size.get(0)::equals);
        return Map.of(
                "axes",
                (long) size.size(),
                "channels",
                known(sketch.channels(-1)),
                "size",
                open ? List.of() : alike ? List.of(size.get(0)) : size);
    }

    private static Long known(Num extent) {
        return Math.max(0, extent.orUnknown());
    }

    /** True if figures of the whole network are known. */
    public boolean isWhole() {
        return notExpressed.stream().noneMatch(NotExpressed::isGap);
    }

    /** True if parameters and multiply-adds of all that was read are counted. */
    public boolean isCosted() {
        return notExpressed.stream().allMatch(part -> part.missing() == Missing.NOTHING);
    }
}
