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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields whose code builds something other than their annotation says. */
final class CodeMismatchTest {
    private static final String IMPORTS = """
            import ai.djl.ndarray.NDList;
            import ai.djl.ndarray.types.Shape;
            import ai.djl.nn.AbstractBlock;
            import ai.djl.nn.Activation;
            import ai.djl.nn.Block;
            import ai.djl.nn.SequentialBlock;
            import ai.djl.nn.convolutional.Conv2d;
            import ai.djl.nn.convolutional.Conv2dTranspose;
            import ai.djl.nn.norm.BatchNorm;
            import ai.djl.nn.pooling.Pool;
            import ai.djl.training.ParameterStore;
            import ai.djl.util.PairList;
            import dev.fovea.Conv;
            import dev.fovea.Dilated;
            import dev.fovea.GlobalPool;
            import dev.fovea.Groups;
            import dev.fovea.Linear;
            import dev.fovea.Norm;
            import dev.fovea.Padding;
            import dev.fovea.PoolType;
            import dev.fovea.TransposedConv;

            """;

    private static final String CONV = "Conv2d.builder().setKernelShape(new Shape(3, 3)).setFilters(8)";

    private static List<String> found(String members) {
        Setup setup = Setup.with(FoveaProcessor::new).withDjl();
        try (Compilation compilation =
                TestCompiler.JAVAC.compile(setup, Source.of(IMPORTS + "class Net {\n" + members + "\n}\n"))) {
            List<String> found = new ArrayList<>();
            for (Found one : compilation.diagnostics()) {
                boolean isMismatch = one.rule().equals("CodeMismatch");
                if (isMismatch || one.rule().equals(Found.COMPILER)) {
                    found.add(one.message()
                            .replace("[CodeMismatch] ", "")
                            .replace(", so what is linted is not what runs; make them agree", ""));
                }
            }
            return found;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Conv(kernel = 5, out = 8) | kernel 5 | kernel 3",
                "@Conv(kernel = {3, 5}, out = 8) | kernel 3x5 | kernel 3",
                "@Conv(kernel = 3, stride = 2, out = 8) | stride 2 | stride 1",
                "@Conv(kernel = 3, padding = 1, out = 8) | padding 1 | padding 0",
                "@Conv(kernel = 3, padding = {0, 0, 1, 0}, out = 8) | padding 0x0x1x0 | padding 0",
                "@Conv(kernel = 3, padding = Padding.SAME, out = 8) | padding 1 | padding 0",
                "@Conv(kernel = 3, out = 9) | out 9 | filters 8",
                "@Conv(kernel = 3, out = 8, groups = 2) | groups 2 | groups 1",
                "@Conv(kernel = 3, out = 8, bias = false) | bias false | bias true",
                "@Dilated(kernel = 3, rate = 2, out = 8) | rate 2 | dilation 1",
                "@Conv(kernel = 3, stride = 2, out = 8, bias = false) | stride 2 and bias false | stride 1 and bias"
                        + " true",
                "@TransposedConv(kernel = 3, out = 8) | @TransposedConv | what @Conv stands for",
                "@GlobalPool | @GlobalPool | what @Conv stands for"
            })
    void everyAttributeOfAConvolution(String annotation, String annotated, String built) {
        assertEquals(
                List.of("c: the annotation says %s, the code builds %s".formatted(annotated, built)),
                found(annotation + " Block c = " + CONV + ".build();"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Conv(kernel = 3, out = 8) | .build()",
                "@Conv(kernel = 3) | .build()",
                "@Conv(kernel = 3, padding = Padding.SAME) | .optPadding(new Shape(1, 1)).build()",
                "@Dilated(kernel = 3, rate = 2, padding = {2, 2}) | .optPadding(new Shape(2, 2)).optDilation(new"
                        + " Shape(2, 2)).build()",
                "@Conv(kernel = 3, out = 8, groups = Groups.DEPTHWISE) | .optGroups(8).build()",
                "@Conv(kernel = 3, out = 8, norm = Norm.BATCH) | .build()",
                "@Conv(kernel = 3, stride = 2) | .optStride(new Shape(Integer.getInteger(\"stride\"), 2)).build()"
            })
    void silentWhereTheyAgreeOrTheCodeCannotBeRead(String annotation, String code) {
        assertEquals(List.of(), found(annotation + " Block c = " + CONV + code + ";"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@dev.fovea.Pool(kernel = 3, stride = 2) | Pool.maxPool2dBlock(new Shape(3, 3)) | stride 2 | stride 3",
                "@dev.fovea.Pool(kernel = 3) | Pool.maxPool2dBlock(new Shape(2, 2), new Shape(3, 3)) | kernel 3 |"
                        + " kernel 2",
                "@dev.fovea.Pool(kernel = 2) | Pool.avgPool2dBlock(new Shape(2, 2)) | type MAX | type AVERAGE",
                "@dev.fovea.Pool(kernel = 2) | Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2), new Shape(0, 0),"
                        + " true) | ceilMode false | ceilMode true",
                "@GlobalPool | Pool.globalMaxPool2dBlock() | type AVERAGE | type MAX",
                "@Linear(out = 10) | ai.djl.nn.core.Linear.builder().setUnits(100).build() | out 10 | setUnits 100",
                "@dev.fovea.Normalize(Norm.GROUP) | BatchNorm.builder().build() | value GROUP | value BATCH",
                "@Conv(kernel = 3, out = 8, norm = Norm.LAYER) | new"
                        + " SequentialBlock().add(CONV.build()).add(BatchNorm.builder().build()) | norm LAYER | norm"
                        + " BATCH",
                "@TransposedConv(kernel = 2, stride = 2) | Conv2dTranspose.builder().setKernelShape(new Shape(2,"
                        + " 2)).setFilters(4).optOutPadding(new Shape(1, 1)).optStride(new Shape(2, 2)).build() |"
                        + " outputPadding 0 | outputPadding 1"
            })
    void poolsNormsAndTheOthers(String annotation, String code, String annotated, String built) {
        assertEquals(
                List.of("c: the annotation says %s, the code builds %s".formatted(annotated, built)),
                found(annotation + " Block c = " + code.replace("CONV", CONV) + ";"));
    }

    @Test
    void assignmentsInConstructorsAreCompared() {
        assertEquals(
                List.of(
                        "c1: the annotation says kernel 5, the code builds kernel 3",
                        "c2: the annotation says rate 2, the code builds dilation 4"),
                found("""
                            @Conv(kernel = 5) private final Block c1;
                            @Dilated(kernel = 3, rate = 2) private Conv2d c2;
                            @Conv(kernel = 7) private Block never;

                            Net() {
                                this(3);
                            }

                            Net(int padding) {
                                c1 = %1$s.optPadding(new Shape(padding, padding)).build();
                                Conv2d.Builder builder = %1$s.optDilation(new Shape(4, 4));
                                c2 = builder.build();
                            }
                        """.formatted(CONV)));
    }

    @Test
    void codeThatDoesNotCompileLeavesTheOtherFieldsCompared() {
        List<String> found = found("""
                    @Conv(kernel = 5) Block before = %1$s.build();
                    @Conv(kernel = 5) Block broken = new ai.djl.nn.LambdaBlock(x -> missing(x));
                    @Conv(kernel = 5) Block after = %1$s.build();
                """.formatted(CONV));
        assertEquals(
                List.of(
                        "after: the annotation says kernel 5, the code builds kernel 3",
                        "before: the annotation says kernel 5, the code builds kernel 3"),
                found.stream()
                        .filter(one -> one.contains("annotation"))
                        .sorted()
                        .toList());
    }

    @Test
    void childBlocksAreCompared() {
        assertEquals(List.of("c1: the annotation says stride 2, the code builds stride 1"), found("""
                            static final class Inner extends AbstractBlock {
                                @Conv(kernel = 3, stride = 2) private final Block c1;

                                Inner() {
                                    c1 = addChildBlock("c1", %s.build());
                                }

                                @Override
                                protected NDList forwardInternal(
                                        ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
                                    return c1.forward(store, inputs, training);
                                }

                                @Override
                                public Shape[] getOutputShapes(Shape[] inputs) {
                                    return inputs;
                                }
                            }
                        """.formatted(CONV)));
    }
}
