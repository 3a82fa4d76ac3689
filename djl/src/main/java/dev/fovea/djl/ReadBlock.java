package dev.fovea.djl;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.djl.read.BlockReader;
import dev.fovea.djl.read.ReadLayers;
import dev.fovea.djl.read.TracedLayer;
import dev.fovea.report.NetworkReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was read of a block: the model definition that says the same. */
public final class ReadBlock {
    private final String name;
    private final ReadLayers read;
    private final ModelDeclaration declaration;

    private ReadBlock(String name, ReadLayers read) {
        this.name = name;
        this.read = read;
        declaration = ReadDeclarations.of(name, read);
    }

    static ReadBlock of(String name, Block block, Shape input) {
        return new ReadBlock(name, BlockReader.read(block, input));
    }

    /** The name that reports give the model. */
    public String name() {
        return name;
    }

    /** The model definition; each layer is called as the block that it stands for, by its place in the tree. */
    public ModelDeclaration declaration() {
        return declaration;
    }

    /**
     * The blocks whose code could not be read, by their places in the tree, and why. What depends on them is unknown in the
     * report.
     */
    public Map<String, String> unread() {
        return read.unread();
    }

    /**
     * What blocks do that no annotation can express, by their places in the tree. It changes numbers only: fields,
     * shapes and parameters are right, but what is built from the report computes something else.
     */
    public Map<String, String> unexpressed() {
        return read.unexpressed();
    }

    /** The report, judged with every rule at its default. */
    public NetworkReport report() {
        return Lint.run(declaration, LintOptions.DEFAULT).report();
    }

    /**
     * Builds the network anew from the report, with the constants of the block.
     *
     * @return the network, not initialized
     * @throws IllegalArgumentException if it would compute something other than the block
     */
    public DjlNetwork build() {
        if (!unread().isEmpty() || !unexpressed().isEmpty()) {
            throw new IllegalArgumentException("what is built from the report of %s would compute something else: %s%s"
                    .formatted(name, unread().isEmpty() ? "" : "not read " + unread() + " ", unexpressed()));
        }
        return DjlNetwork.of(report(), constants());
    }

    /**
     * Copies the block's weights into the network that was built from it.
     *
     * @param network from {@link #build()}, initialized
     */
    public void copyParametersTo(DjlNetwork network) {
        ParameterCopies.byLayer(this, network);
    }

    /** Numbers that the block states and no annotation has: epsilon and momentum of norms, slopes. By layer and name. */
    public Map<String, Map<String, Double>> constants() {
        Map<String, Map<String, Double>> constants = new HashMap<>();
        read.layers().forEach(layer -> constants.put(layer.name(), layer.constants()));
        return constants;
    }

    /** The parameters of a layer, as the block has them: weight, bias, then those of the norm. */
    List<Parameter> parameters(String layer) {
        return read.layers().stream()
                .filter(read -> read.name().equals(layer))
                .map(TracedLayer::parameters)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no layer \"" + layer + "\" in " + name));
    }

    ReadLayers layers() {
        return read;
    }
}
