package dev.fovea.processor.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Found;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** Fields that are layers of Deeplearning4j, and annotated as others: each line says what must be found there. */
final class ConfigurationMismatchTest {
    private static final String FIELDS = """
            import dev.fovea.*;
            import org.deeplearning4j.nn.conf.ConvolutionMode;
            import org.deeplearning4j.nn.conf.layers.*;
            import org.nd4j.linalg.activations.Activation;

            class Net {
                static int unknown = 5;

                @Conv(kernel = 3, out = 8) ConvolutionLayer a1 = CONV.build();
                @Conv(kernel = 5) ConvolutionLayer a2 = CONV.build(); // kernel 5 | kernel 3
                @Conv(kernel = 3, stride = 2) ConvolutionLayer a3 = CONV.stride(1, 1).build(); // stride 2 | stride 1
                @Conv(kernel = 3, stride = 2) ConvolutionLayer a4 = CONV.stride(unknown, 2).build();
                @Conv(kernel = 3, out = 9) ConvolutionLayer a5 = CONV.build(); // out 9 | nOut 8
                @Conv(kernel = 3, bias = false) ConvolutionLayer a6 = CONV.hasBias(true).build(); // bias false | bias true
                @Conv(kernel = 3, bias = false) ConvolutionLayer a7 = CONV.hasBias(false).build();
                @Dilated(kernel = 3, rate = 2) ConvolutionLayer a8 = CONV.dilation(4, 4).build(); // rate 2 | dilation 4
                @Dilated(kernel = 3, rate = 2) ConvolutionLayer a9 = CONV.dilation(2, 2).build();

                // Their mode, and with it the padding, may be the configuration's.
                @Conv(kernel = 3, padding = 1) ConvolutionLayer b1 = CONV.padding(0, 0).build();
                @Conv(kernel = 3, padding = 1) ConvolutionLayer b2 = CONV.padding(0, 0).TRUNCATE.build(); // padding 1 | padding 0
                @Conv(kernel = 3, padding = 1) ConvolutionLayer b3 = CONV.padding(1, 1).TRUNCATE.build();
                @Conv(kernel = 3, padding = Padding.SAME) ConvolutionLayer b4 = CONV.convolutionMode(ConvolutionMode.Same).build();
                @Conv(kernel = 3) ConvolutionLayer b5 = CONV.convolutionMode(ConvolutionMode.Same).build(); // padding 0 | padding 1

                // And so may their activation.
                @Conv(kernel = 3, activation = dev.fovea.Activation.RELU) ConvolutionLayer c1 = CONV.build();
                @Conv(kernel = 3, activation = dev.fovea.Activation.RELU) ConvolutionLayer c2 = CONV.activation(Activation.RELU).build();
                @Conv(kernel = 3, activation = dev.fovea.Activation.RELU) ConvolutionLayer c3 = CONV.activation(Activation.TANH).build(); // activation RELU | activation TANH

                @TransposedConv(kernel = 4, stride = 2) Deconvolution2D d1 = new Deconvolution2D.Builder(4, 4).stride(2, 2).nOut(4).build();
                @TransposedConv(kernel = 4, stride = 2) Deconvolution2D d2 = new Deconvolution2D.Builder(2, 2).stride(2, 2).nOut(4).build(); // kernel 4 | kernel 2
                @TransposedConv(kernel = 3) ConvolutionLayer d3 = CONV.build(); // @TransposedConv | what @Conv stands for
                @Conv(kernel = 3, groups = 16) DepthwiseConvolution2D d4 = new DepthwiseConvolution2D.Builder(3, 3).build();
                @Conv(kernel = 5, groups = 16) DepthwiseConvolution2D d5 = new DepthwiseConvolution2D.Builder(3, 3).build(); // kernel 5 | kernel 3

                @Pool(kernel = 3, stride = 2) SubsamplingLayer e1 = new SubsamplingLayer.Builder().kernelSize(3, 3).build();
                @Pool(kernel = 3, stride = 2) SubsamplingLayer e2 = new SubsamplingLayer.Builder().kernelSize(3, 3).stride(3, 3).build(); // stride 2 | stride 3
                @Pool(kernel = 3) SubsamplingLayer e3 = new SubsamplingLayer.Builder().kernelSize(2, 2).stride(3, 3).build(); // kernel 3 | kernel 2
                @Pool(kernel = 2) SubsamplingLayer e4 = new SubsamplingLayer.Builder(PoolingType.AVG).kernelSize(2, 2).build(); // type MAX | type AVERAGE
                @GlobalPool GlobalPoolingLayer e5 = new GlobalPoolingLayer(PoolingType.AVG);
                @GlobalPool GlobalPoolingLayer e6 = new GlobalPoolingLayer(PoolingType.MAX); // type AVERAGE | type MAX

                @Normalize(Norm.BATCH) BatchNormalization f1 = new BatchNormalization();
                @Normalize(Norm.GROUP) BatchNormalization f2 = new BatchNormalization.Builder().build(); // value GROUP | value BATCH
                @Conv(kernel = 3, norm = Norm.BATCH) ConvolutionLayer f3 = CONV.build();

                @Linear(out = 10) DenseLayer g1 = new DenseLayer.Builder().nOut(10).build();
                @Linear(out = 10) OutputLayer g2;
                @Linear(out = 10) OutputLayer g3;

                Net(int classes) {
                    g2 = new OutputLayer.Builder().nOut(11).build(); // out 10 | nOut 11
                    g3 = new OutputLayer.Builder().nOut(classes).build();
                }
            }

            @Network(input = @Input(axes = 1, channels = 4))
            class Sequence {
                @Conv(kernel = 1, out = 5) DenseLayer ofEachStep = new DenseLayer.Builder().nOut(5).build();
                @Linear(out = 5) DenseLayer ofAll = new DenseLayer.Builder().nOut(5).build();
            }
            """.replace("CONV", "new ConvolutionLayer.Builder(3, 3).nOut(8)")
            .replace("TRUNCATE", "convolutionMode(ConvolutionMode.Truncate)");

    @Test
    void everyContradictionIsFoundAtItsLineAndNothingElse() throws URISyntaxException {
        List<Path> classPath = new ArrayList<>(List.of(Setup.annotations()));
        for (Class<?> one : List.of(ConvolutionLayer.class, Activation.class, JsonProperty.class)) {
            classPath.add(Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI()));
        }
        List<String> expected = new ArrayList<>();
        int line = 0;
        for (String text : FIELDS.lines().toList()) {
            line++;
            int at = text.indexOf("; // ");
            if (at > 0) {
                String[] sides = text.substring(at + 5).split(" \\| ");
                expected.add("%s the annotation says %s, the code builds %s".formatted(line, sides[0], sides[1]));
            }
        }
        try (Compilation compilation = TestCompiler.JAVAC.compile(
                Setup.with(FoveaProcessor::new).withClassPath(classPath.toArray(Path[]::new)), Source.of(FIELDS))) {
            assertEquals(
                    String.join("\n", expected),
                    String.join("\n", found(compilation).sorted().toList()));
        }
    }

    private static Stream<String> found(Compilation compilation) {
        return compilation.diagnostics().stream()
                .filter(one -> one.rule().equals("CodeMismatch") || one.rule().equals(Found.COMPILER))
                .map(one -> one.place().line() + " "
                        + one.message()
                                .replaceFirst("\\[CodeMismatch] \\w+: ", "")
                                .replaceFirst("(?s), so what.*", ""));
    }
}
