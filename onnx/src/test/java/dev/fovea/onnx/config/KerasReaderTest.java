package dev.fovea.onnx.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.Groups;
import dev.fovea.Padding;
import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.onnx.OnnxModel;
import dev.fovea.onnx.OnnxOptions;
import dev.fovea.onnx.SmallGraphs;
import dev.fovea.onnx.unread.OnnxException;
import dev.fovea.report.NetworkReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Configurations in the forms that Keras writes. */
final class KerasReaderTest extends SmallGraphs {
    private static final String THREE = "'filters':8,'kernel_size':[3,3],'strides':[1,1]";

    private OnnxModel read(String json) throws IOException {
        return OnnxModel.read(Files.writeString(directory.resolve("model.json"), json));
    }

    private static KerasText unet(KerasText text) {
        return text.input("null,null,3")
                .layer("c1", "Conv2D", THREE + ",'padding':'same','activation':'relu'", "in")
                .layer("pool", "MaxPooling2D", "'pool_size':[2,2],'strides':[2,2],'padding':'valid'", "c1")
                .layer("c2", "Conv2D", THREE + ",'padding':'same','use_bias':false", "pool")
                .layer("bn", "BatchNormalization", "'axis':-1,'scale':true,'center':true", "c2")
                .layer("act", "Activation", "'activation':'relu'", "bn")
                .layer(
                        "up",
                        "Conv2DTranspose",
                        "'filters':8,'kernel_size':[2,2],'strides':[2,2],'padding':'same'",
                        "act")
                .layer("cat", "Concatenate", "'axis':-1", "up", "c1")
                .layer("head", "Conv2D", "'filters':2,'kernel_size':[1,1],'activation':'softmax'", "cat");
    }

    @Test
    void bothVersionsOfAGraphAreTheSameNetwork() throws IOException {
        String expected = "Conv[activation=RELU, kernel=[3], out=8, padding=[1]] Pool[kernel=[2], stride=[2]]"
                + " Conv[activation=RELU, bias=false, kernel=[3], norm=BATCH, out=8, padding=[1]]"
                + " TransposedConv[kernel=[2], out=8, stride=[2]] Concat[]"
                + " Conv[activation=SOFTMAX, kernel=[1], out=2]";
        String third = layers(read(unet(KerasText.third()).model("unet", "head")));
        assertEquals(expected, third.replace("padding=[" + Padding.SAME + "]", "padding=[1]"));
        assertEquals(third, layers(read(unet(KerasText.second()).model("unet", "head"))));
    }

    @Test
    void theConfigurationIsAlsoReadFromItsArchive() throws IOException {
        Path file = directory.resolve("unet.keras");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("metadata.json"));
            zip.write("{}".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("config.json"));
            zip.write(unet(KerasText.third()).model("unet", "head").getBytes(StandardCharsets.UTF_8));
        }
        OnnxModel model = OnnxModel.read(file, OnnxOptions.DEFAULT.withSize(List.of(64L, 48L)));
        NetworkReport report = Lint.run(model.definition(), LintOptions.DEFAULT).report();
        assertEquals(
                List.of(OptionalLong.of(64), OptionalLong.of(48)),
                report.layer("head").shape().size());
        assertEquals("Unet", model.definition().model());
    }

    @Test
    void aSequenceNeedsNoNodes() throws IOException {
        assertEquals(
                "Conv[bias=false, groups=" + Groups.DEPTHWISE
                        + ", kernel=[3], out=6] Conv[kernel=[1], out=4] Pad[padding=[1, 3, 2, 4]] Crop[padding=[1, 0, 0, 2]] Upsample[mode=LINEAR, scale=[2, 3]] GlobalPool[] Linear[activation=TANH, out=5]",
                layers(read(KerasText.third()
                        .input("20,18,3")
                        .layer(
                                "sep",
                                "SeparableConv2D",
                                "'filters':4,'kernel_size':[3,3],'depth_multiplier':2,'padding':'valid'")
                        .layer("pad", "ZeroPadding2D", "'padding':[[1,2],[3,4]]")
                        .layer("crop", "Cropping2D", "'cropping':[[1,0],[0,2]]")
                        .layer("up", "UpSampling2D", "'size':[2,3],'interpolation':'bilinear'")
                        .layer("drop", "Dropout", "'rate':0.5")
                        .layer("gap", "GlobalAveragePooling2D", "'keepdims':false")
                        .layer("fc", "Dense", "'units':5,'activation':'tanh'")
                        .sequence())));
    }

    @Test
    void causalLayersAndRecurrencesRunAlongTheSequence() throws IOException {
        KerasText text = KerasText.third().input("null,16");
        for (int rate = 1; rate <= 4; rate *= 2) {
            text.layer(
                    "c" + rate,
                    "Conv1D",
                    "'filters':16,'kernel_size':[2],'padding':'causal','dilation_rate':[%s]".formatted(rate));
        }
        text.layer(
                        "lstm",
                        "Bidirectional",
                        "'merge_mode':'concat','layer':{'class_name':'LSTM','config':{'units':7,'return_sequences':true}}")
                .layer("dense", "Dense", "'units':3");
        assertEquals(
                "Dilated[kernel=[2], out=16, padding=[1, 0], rate=[1]] Dilated[kernel=[2], out=16, padding=[2, 0], rate=[2]] Dilated[kernel=[2], out=16, padding=[4, 0], rate=[4]] Recurrent[bidirectional=true, units=7] Conv[kernel=[1], out=3]",
                layers(read(text.sequence())));
    }

    @Test
    void squeezeAndExcitationOfVectorsIsOneLayer() throws IOException {
        assertEquals(
                "Conv[kernel=[3], out=8] SqueezeExcite[activation=RELU, squeeze=2]",
                layers(read(KerasText.third()
                        .input("32,32,3")
                        .layer("c", "Conv2D", THREE, "in")
                        .layer("gap", "GlobalAveragePooling2D", "", "c")
                        .layer("to", "Reshape", "'target_shape':[1,1,8]", "gap")
                        .layer("r", "Dense", "'units':2,'activation':'relu'", "to")
                        .layer("e", "Dense", "'units':8,'activation':'sigmoid'", "r")
                        .layer("scale", "Multiply", "", "c", "e")
                        .model("se", "scale"))));
    }

    @Test
    void aFlattenedMapIsReadAsAWhole() throws IOException {
        assertEquals(
                "Conv[kernel=[3], out=8] Linear[out=4]",
                layers(read(KerasText.second()
                        .input("8,8,3")
                        .layer("c", "Conv2D", THREE)
                        .layer("f", "Flatten", "")
                        .layer("d", "Dense", "'units':4")
                        .sequence())));
    }

    @Test
    void modelsWithinModelsAreReadWithTheirNames() throws IOException {
        String inner = KerasText.third()
                .input("null,null,8")
                .layer("a", "Conv2D", THREE, "in")
                .model("block", "a");
        OnnxModel model = read(KerasText.third()
                .input("32,32,3")
                .layer("stem", "Conv2D", THREE, "in")
                .nested(inner, "stem")
                .layer("head", "Conv2D", THREE, "block")
                .model("outer", "head"));
        assertEquals("{stem=stem, block_a=block/a, head=head}", model.nodes().toString());
    }

    @Test
    void aLayerThatIsCalledTwiceCountsOnce() throws IOException {
        String json = KerasText.second()
                .input("32,32,3")
                .layer("stem", "Conv2D", THREE, "in")
                .layer("c", "Conv2D", THREE + ",'padding':'same'", "stem")
                .layer("sum", "Add", "", "stem", "c")
                .model("shared", "sum")
                .replace("[[[\"stem\",0,0,{}]]]", "[[[\"stem\",0,0,{}]],[[\"c\",0,0,{}]]]")
                .replace("[\"stem\",0,0,{}],[\"c\",0,0,{}]", "[\"c\",0,0,{}],[\"c\",1,0,{}]");
        OnnxModel model = read(json);
        assertEquals("{stem=stem, c=c, c_2=c, sum=sum}", model.nodes().toString());
        assertEquals(List.of(), model.notExpressed());
        NetworkReport report = Lint.run(model.definition(), LintOptions.DEFAULT).report();
        assertEquals(
                report.layer("stem").parameters().orElseThrow()
                        + report.layer("c").parameters().orElseThrow(),
                report.parameters().orElseThrow());
    }

    @Test
    void whatOnlyPythonKnowsIsNamed() throws IOException {
        OnnxModel model = read(KerasText.third()
                .input("32,32,3")
                .layer("c", "Conv2D", THREE, "in")
                .layer("mystery", "Lambda", "", "c")
                .layer("d", "Conv2D", THREE, "mystery")
                .model("m", "d"));
        assertEquals(
                "mystery (Lambda): it has no counterpart among the layers",
                model.notExpressed().get(0).toString());
        assertEquals(1, model.definition().layers().size());
    }

    @Test
    void jsonThatIsNoNetworkSaysSo() throws IOException {
        for (String json : new String[] {
            "{}",
            "{\"confs\":[]}",
            "{\"vertices\":{}}",
            "{\"class_name\":\"Sequential\",\"config\":{\"layers\":[]}}",
            "{\"a\":",
            "{\"a\":" + "[".repeat(100_000)
        }) {
            Path file = Files.writeString(directory.resolve("m.json"), json);
            OnnxException fault = assertThrows(OnnxException.class, () -> OnnxModel.read(file));
            assertTrue(String.valueOf(fault.getMessage()).length() > 20, fault::getMessage);
        }
    }
}
