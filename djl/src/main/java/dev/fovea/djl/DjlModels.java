package dev.fovea.djl;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.translate.TranslateException;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.djl.measure.Measurement;
import dev.fovea.djl.measure.RunningNetwork;
import dev.fovea.report.NetworkReport;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What Fovea does with blocks of Deep Java Library. */
public final class DjlModels {
    /** Sets of pixels that a measurement tries before it gives up. */
    private static final int MOST = 20_000;

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
     * so that blocks with code of their own are read too; those that do something that no layer can express are named.
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
     * Verifies that a block is the network of a report, layer by layer, whatever the layers are called.
     *
     * @param report of a model whose channels and extents are known
     * @param block the network that was built
     * @return the first difference, with both values; empty if there is none
     * @throws IllegalArgumentException if a part of the block cannot be read
     */
    public static Optional<String> verify(NetworkReport report, Block block) {
        return Verification.of(report, block).matching().difference();
    }

    /**
     * Copies weights by structure, into a network that was built from a report; the block must be the same network.
     *
     * @param from initialized
     * @param to initialized
     * @throws IllegalArgumentException if the networks differ; the message has the first difference
     */
    public static void copyParameters(Block from, DjlNetwork to) {
        Verification.of(to.report(), from).copy(to);
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

    /**
     * Measures which pixels change a unit of a block's first output.
     *
     * @param block initialized, on the default engine
     * @param input batch × channels × extents
     * @param unit one coordinate per axis of the output, from 0; none where it has no axes
     * @return the pixels
     */
    public static MeasuredField measure(Block block, Shape input, long... unit) {
        String engine = Engine.getInstance().getEngineName();
        return measure(RunningNetwork.of(engine, block, input, 0, unit), MOST);
    }

    /**
     * Measures which pixels change a unit of a model's first output, for instance of a TorchScript or an ONNX file.
     *
     * @param model loaded
     * @param input batch × channels × extents
     * @param unit one coordinate per axis of the output, from 0; none where it has no axes
     * @return the pixels
     */
    public static MeasuredField measure(Model model, Shape input, long... unit) {
        String engine = model.getNDManager().getEngine().getEngineName();
        return measure(RunningNetwork.of(engine, model.getBlock(), input, 0, unit), MOST);
    }

    /**
     * Measures which pixels change a unit of the first array that a predictor returns.
     *
     * @param predictor takes and returns arrays, on the default engine
     * @param input batch × channels × extents
     * @param unit one coordinate per axis of the output, from 0; none where it has no axes
     * @return the pixels
     */
    public static MeasuredField measure(Predictor<NDList, NDList> predictor, Shape input, long... unit) {
        String engine = Engine.getInstance().getEngineName();
        Function<NDList, NDList> forward = arrays -> {
            try {
                return predictor.predict(arrays);
            } catch (TranslateException e) {
                throw new IllegalArgumentException(e);
            }
        };
        return measure(RunningNetwork.of(engine, forward, input, 0, unit), MOST);
    }

    private static MeasuredField measure(RunningNetwork network, int most) {
        Measurement.Found found = Measurement.run(network, most);
        return new MeasuredField(network.image(), found.read(), found.images(), found.doubts());
    }
}
