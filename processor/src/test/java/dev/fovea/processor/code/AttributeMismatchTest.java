package dev.fovea.processor.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Found;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every attribute at every place where a field gets its block: silent where annotation and code agree or the code cannot be
 * read, one finding at the expression where they differ.
 */
final class AttributeMismatchTest {
    private static final String HEAD = """
            import ai.djl.ndarray.NDList;
            import ai.djl.ndarray.types.Shape;
            import ai.djl.nn.*;
            import ai.djl.nn.convolutional.*;
            import ai.djl.nn.core.Linear;
            import ai.djl.nn.norm.BatchNorm;
            import ai.djl.nn.pooling.Pool;
            import ai.djl.training.ParameterStore;
            import ai.djl.util.PairList;
            import dev.fovea.Conv;
            import dev.fovea.Dilated;
            import dev.fovea.Norm;
            import dev.fovea.Normalize;
            import dev.fovea.PoolType;
            import dev.fovea.TransposedConv;

            class Nets {
                static int unknown = 2;
                static boolean open = true;

                static abstract class Base extends AbstractBlock {
                    @Override
                    protected NDList forwardInternal(
                            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
                        return inputs;
                    }

                    @Override
                    public Shape[] getOutputShapes(Shape[] inputs) {
                        return inputs;
                    }
                }

            """;

    /**
     * An attribute.
     *
     * @param annotation with its value as the code that agrees has it
     * @param code with a gap for what follows
     */
    private record Row(String annotation, String code, String agrees, String differs, String unreadable) {}

    private static Row window(String annotation, String code, String agrees, String differs) {
        return new Row(
                annotation,
                code,
                "new Shape(%1$s, %1$s)".formatted(agrees),
                "new Shape(%1$s, %1$s)".formatted(differs),
                "new Shape(unknown, unknown)");
    }

    private static final String CONV = "Conv2d.builder().setFilters(8)";
    private static final String SQUARE = CONV + ".setKernelShape(new Shape(3, 3))";
    private static final String UP =
            "Conv2dTranspose.builder().setFilters(8).setKernelShape(new Shape(4, 4)).optStride(new Shape(2, 2))";

    private static final List<Row> ROWS = List.of(
            window("@Conv(kernel = 3, out = 8)", CONV + ".setKernelShape(%s).build()", "3", "5"),
            window("@Conv(kernel = 3, stride = 2)", SQUARE + ".optStride(%s).build()", "2", "3"),
            window("@Conv(kernel = 3, padding = 1)", SQUARE + ".optPadding(%s).build()", "1", "2"),
            window("@Dilated(kernel = 3, rate = 2)", SQUARE + ".optDilation(%s).build()", "2", "4"),
            new Row(
                    "@Conv(kernel = 3, out = 8)",
                    "Conv2d.builder().setKernelShape(new Shape(3, 3)).setFilters(%s).build()",
                    "8",
                    "9",
                    "unknown"),
            new Row("@Conv(kernel = 3, groups = 2)", SQUARE + ".optGroups(%s).build()", "2", "4", "unknown"),
            new Row("@Conv(kernel = 3, bias = false)", SQUARE + ".optBias(%s).build()", "false", "true", "open"),
            window(
                    "@TransposedConv(kernel = 4, stride = 2)",
                    "Conv2dTranspose.builder().setFilters(8).optStride(new Shape(2, 2)).setKernelShape(%s).build()",
                    "4",
                    "2"),
            window(
                    "@TransposedConv(kernel = 4, stride = 2)",
                    "Conv2dTranspose.builder().setFilters(8).setKernelShape(new Shape(4, 4)).optStride(%s).build()",
                    "2",
                    "4"),
            window("@TransposedConv(kernel = 4, stride = 2, padding = 1)", UP + ".optPadding(%s).build()", "1", "0"),
            window("@TransposedConv(kernel = 4, stride = 2, rate = 2)", UP + ".optDilation(%s).build()", "2", "3"),
            window(
                    "@TransposedConv(kernel = 4, stride = 2, outputPadding = 1)",
                    UP + ".optOutPadding(%s).build()",
                    "1",
                    "0"),
            new Row(
                    "@TransposedConv(kernel = 4, stride = 2, bias = false)",
                    UP + ".optBias(%s).build()",
                    "false",
                    "true",
                    "open"),
            window("@dev.fovea.Pool(kernel = 3)", "Pool.maxPool2dBlock(%s)", "3", "2"),
            window("@dev.fovea.Pool(kernel = 3, stride = 2)", "Pool.maxPool2dBlock(new Shape(3, 3), %s)", "2", "1"),
            window(
                    "@dev.fovea.Pool(kernel = 3, padding = 1)",
                    "Pool.avgPool2dBlock(new Shape(3, 3), new Shape(3, 3), %s)".replace("Pool.avg", "Pool.max"),
                    "1",
                    "0"),
            new Row(
                    "@dev.fovea.Pool(kernel = 3, ceilMode = true)",
                    "Pool.maxPool2dBlock(new Shape(3, 3), new Shape(3, 3), new Shape(0, 0), %s)",
                    "true",
                    "false",
                    "open"),
            new Row(
                    "@dev.fovea.Pool(kernel = 3, type = PoolType.AVERAGE)",
                    "%s(new Shape(3, 3))",
                    "Pool.avgPool2dBlock",
                    "Pool.maxPool2dBlock",
                    "unread"),
            new Row("@Normalize(Norm.BATCH)", "BatchNorm.builder()%s.build()", "", null, ".optAxis(unknown)"),
            new Row(
                    "@Normalize(Norm.GROUP)",
                    "%s.build()",
                    null,
                    "BatchNorm.builder()",
                    "BatchNorm.builder().optAxis(unknown)"),
            new Row(
                    "@Conv(kernel = 3, norm = Norm.LAYER)",
                    "new SequentialBlock().add(" + SQUARE + ".build()).add(%s)",
                    null,
                    "BatchNorm.builder().build()",
                    "unread(new Shape(1))"),
            new Row(
                    "@Conv(kernel = 3, activation = dev.fovea.Activation.RELU)",
                    "new SequentialBlock().add(" + SQUARE + ".build()).add(%s)",
                    "Activation::relu",
                    "Activation::tanh",
                    "unread(new Shape(1))"),
            new Row("@dev.fovea.Linear(out = 10)", "Linear.builder().setUnits(%s).build()", "10", "100", "unknown"),
            new Row(
                    "@dev.fovea.Linear(out = 10, bias = false)",
                    "Linear.builder().setUnits(10).optBias(%s).build()",
                    "false",
                    "true",
                    "open"));

    private static final List<String> PLACES = List.of(
            "static class Net%1$s { %2$s Block c =\n    %3$s; }\n",
            "static class Net%1$s { %2$s private final Block c; Net%1$s() { c =\n    %3$s; } }\n",
            "static class Net%1$s extends Base { %2$s private final Block c; Net%1$s() { c = addChildBlock(\"c\",\n    %3$s); } }\n");

    @Test
    void oneFindingAtTheExpressionWhereTheyDifferAndNoneElse() {
        StringBuilder text = new StringBuilder(HEAD)
                .append("static Block unread(Shape shape) { return unknown > 1 ? Blocks.identityBlock() : null; }\n");
        List<String> expected = new ArrayList<>();
        int number = 0;
        for (Row row : ROWS) {
            for (String place : PLACES) {
                for (String value : new String[] {row.agrees, row.differs, row.unreadable}) {
                    if (value != null) {
                        String code = row.code.replace("%s", value);
                        text.append(place.formatted(number++, row.annotation, code));
                        if (value.equals(row.differs)) {
                            long line = text.chars()
                                    .filter(letter -> letter == '\n')
                                    .count();
                            expected.add(line + " " + row.annotation);
                        }
                    }
                }
            }
        }
        String[] lines = text.toString().split("\n");
        try (Compilation compilation = TestCompiler.JAVAC.compile(
                Setup.with(FoveaProcessor::new).withDjl(),
                Source.of(text.append("}\n").toString()))) {
            List<String> found = new ArrayList<>();
            for (Found one : compilation.diagnostics()) {
                if (one.rule().equals("CodeMismatch") || one.rule().equals(Found.COMPILER)) {
                    String before = lines[one.place().line() - 2];
                    found.add(one.place().line() + " " + before.replaceFirst(".*?(@.*?\\)) (private|Block).*", "$1"));
                }
            }
            List<String> missing = new ArrayList<>(expected);
            found.forEach(missing::remove);
            List<String> unexpected = new ArrayList<>(found);
            expected.forEach(unexpected::remove);
            assertEquals("missing [], unexpected []", "missing %s, unexpected %s".formatted(missing, unexpected));
        }
    }
}
