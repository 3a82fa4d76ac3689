package dev.fovea.djl;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.report.NetworkReport;
import java.util.Map;

/** What Fovea does with blocks of Deep Java Library. */
public final class DjlModels {
    private DjlModels() {}

    /**
     * Builds the network of a report: what the linter judged is what is trained.
     *
     * @param report of a model whose channels are known
     * @return the block, not initialized; its children are named after the layers
     * @throws IllegalArgumentException if an operation is not offered, or an attribute that it needs is unknown; the
     *     message names them
     */
    public static DjlNetwork build(NetworkReport report) {
        return DjlNetwork.of(report, Map.of());
    }

    /**
     * Reads a block: the model definition that says what it computes. The block's code runs once on arrays without numbers,
     * so that blocks with code of their own are read too; those that do what no layer expresses are named.
     *
     * @param block initialized or not; it is left as it was
     * @param input batch × channels × extents of 1 to 3 axes, or batch × features
     * @return the definition, and what could not be read
     */
    public static ReadBlock read(Block block, Shape input) {
        return read(block.getClass().getSimpleName(), block, input);
    }

    /**
     * Reads a block under a name.
     *
     * @param name what reports and findings call it
     * @param block initialized or not; it is left as it was
     * @param input batch × channels × extents of 1 to 3 axes, or batch × features
     * @return the definition, and what could not be read
     */
    public static ReadBlock read(String name, Block block, Shape input) {
        return ReadBlock.of(name, block, input);
    }

    /**
     * Lints a block with every rule at its default.
     *
     * @param block initialized or not; it is left as it was
     * @param input batch × channels × extents of 1 to 3 axes, or batch × features
     * @return the findings
     */
    public static BlockLint lint(Block block, Shape input) {
        return lint(block, input, LintOptions.DEFAULT);
    }

    /**
     * Lints a block.
     *
     * @param block initialized or not; it is left as it was
     * @param input batch × channels × extents of 1 to 3 axes, or batch × features
     * @param options severities and strictness
     * @return the findings
     */
    public static BlockLint lint(Block block, Shape input, LintOptions options) {
        return BlockLint.of(read(block, input), options);
    }

    /**
     * Copies weights by name; nothing is copied where anything does not fit.
     *
     * @param from initialized
     * @param to initialized
     * @param names of parameters of {@code to}, each with the name of the one of {@code from} whose value it takes
     * @throws IllegalArgumentException if a parameter does not exist, has no value, or another shape
     */
    public static void copyParameters(Block from, Block to, Map<String, String> names) {
        ParameterCopies.byName(from, to, names);
    }
}
