package dev.fovea.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.report.AxisField;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import dev.fovea.report.Phase;
import dev.fovea.report.StackReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The models have the figures that were published of them. */
final class ZooTest {
    /** As published with the weights of torchvision and, for the squeeze-excite net, of timm. */
    @ParameterizedTest
    @CsvSource({
        "Vgg16, 138357544",
        "ResNet50, 25557032",
        "ResNet50Original, 25557032",
        "ResNet152, 60192808",
        "SeResNet50, 28088024",
        "GoogLeNet, 6624904",
        "MobileNetV2, 3504872",
        "EfficientNetB0, 5288548",
        "DenseNet121, 7978856",
        "ShuffleNetV2, 2278604",
        "DeepLabV3Torchvision, 42004074",
        "ConvNextT, 28589128",
        "MixerS16, 18528264",
        "YoloV2, 50962889",
        "YoloV3, 61949149",
        "U2Net, 44009869",
        "CsrNet, 16263489",
    })
    void parameters(String model, long published) {
        assertEquals(published, parametersOf(model));
    }

    /** Published counts of networks that have a part the model has not, or the other way round. */
    @Test
    void parametersOfPartsAreThePublishedOnes() {
        long auxiliary = 128 * 768 + 2 * 128 + 768 * 128 * 25 + 2 * 768 + 768 * 1000 + 1000;
        assertEquals(27_161_264 - auxiliary, parametersOf("InceptionV3"));
        long scalesOfConv4 = 512;
        assertEquals(35_641_826 - scalesOfConv4, parametersOf("Ssd300"));
        long frozenNorms = 53_120;
        assertEquals(26_799_296 + frozenNorms, parametersOf("Fpn"));
        long classifier = 2048 * 1000 + 1000;
        long tiles = 2048 * 1216 + 1216;
        assertEquals(44_549_160 - classifier + tiles, parametersOf("DucHdc"));
        assertEquals(34_014_999 + frozenNorms, parametersOf("RetinaNet"));
        long tokenAndPositions = 768 + 197 * 768;
        assertEquals(86_567_656 - tokenAndPositions, parametersOf("VitB16"));
        long biasesOfWindows = 13 * 13 * (2 * 3 + 2 * 6 + 6 * 12 + 2 * 24);
        assertEquals(28_288_354 - biasesOfWindows, parametersOf("SwinT"));
        long slopesOfFurtherChannels = 24 * 2 * (512 - 1) + 128 - 1;
        assertEquals(5_050_545 + slopesOfFurtherChannels, parametersOf("ConvTasNet"));
    }

    /** Computed: no count is published of these forms. */
    @ParameterizedTest
    @CsvSource({
        "UNet, 31030658",
        "DeepLabV3, 39048533",
        "DeepLabV3Repaired, 39048533",
        "DornSceneModule, 144285838",
        "YuKoltunContext, 28392",
        "EspNet, 257460",
        "HrNetExchange, 81144",
        "WaveNet, 541504",
        "Tcn, 1081288",
        "C3d, 27655936",
        "DilatedHead, 511379",
        "Espcn, 22729",
        "VNet, 65176274",
    })
    void computedParameters(String model, long computed) {
        assertEquals(computed, parametersOf(model));
    }

    /** In thousand millions, rounded, as published with the weights of torchvision. */
    @ParameterizedTest
    @CsvSource({
        "Vgg16, 15.470",
        "ResNet50, 4.089",
        "GoogLeNet, 1.498",
        "InceptionV3, 5.713",
        "DenseNet121, 2.834",
        "MobileNetV2, 0.301",
        "ShuffleNetV2, 0.145",
        "EfficientNetB0, 0.386",
        "Ssd300, 34.858",
        "DeepLabV3Torchvision, 178.722",
        "ConvNextT, 4.456",
        "SwinT, 4.491",
    })
    void macs(String model, BigDecimal published) {
        BigDecimal macs = BigDecimal.valueOf(report(model).macs().orElseThrow(), 9);
        assertEquals(published, macs.setScale(3, RoundingMode.HALF_UP));
    }

    /** In thousand millions of operations, two of which are a multiply-add, rounded, as published with the weights of Darknet. */
    @ParameterizedTest
    @CsvSource({"YoloV2, 29.46", "YoloV3, 65.86"})
    void operations(String model, BigDecimal published) {
        BigDecimal macs = BigDecimal.valueOf(report(model).macs().orElseThrow(), 9);
        assertEquals(published, macs.multiply(BigDecimal.valueOf(2)).setScale(2, RoundingMode.HALF_UP));
    }

    /** The class token is one place more: it passes all pointwise layers, and attends to and is attended by all places. */
    @Test
    void theClassTokenExplainsTheOtherMultiplyAdds() {
        long pointwise = 12L * 768 * (3 * 768 + 768 + 2 * 3072);
        long products = 12L * 2 * 768 * (197 * 197 - 196 * 196);
        long macs = report("VitB16").macs().orElseThrow() + pointwise + products;
        assertEquals(new BigDecimal("17.564"), BigDecimal.valueOf(macs, 9).setScale(3, RoundingMode.HALF_UP));
    }

    /** Fields of the last local layer; those marked are computed, the others were published. */
    @ParameterizedTest
    @CsvSource({
        "Vgg16, 212",
        "ResNet50Original, 483",
        "ResNet50, 427",
        "ResNet152, 1507",
        "InceptionV3, 1311",
        "EfficientNetB0, 851",
        "YuKoltunContext, 67",
        "WaveNet, 3070",
        "Tcn, 1021",
        "CsrNet, 284", // computed
        "Espcn, 9", // computed
        "YoloV2, 566", // computed
        "YoloV3, 981", // computed
        "MobileNetV2, 491", // computed
        "ShuffleNetV2, 527", // computed
        "DenseNet121, 2071", // computed
        "Fpn, 459", // computed
        "UNet, 204", // computed; the largest of 16 phases
    })
    void fields(String model, long size) {
        LayerReport local = Main.lastLocal(report(model));
        assertEquals(size, local.field().get(0).size().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "ResNet50Original, 35/99/291/483",
        "ResNet50, 35/91/267/427",
        "ConvNextT, 76/224/1096/1688", // computed
    })
    void endpoints(String model, String published) {
        List<String> sizes = report(model).layers().stream()
                .filter(layer -> layer.endpoint().isPresent())
                .map(layer -> Long.toString(layer.field().get(0).size().orElseThrow()))
                .toList();
        assertEquals(published, String.join("/", sizes));
    }

    /** As measured: 14 neighbouring units of each stage, two windows' width, see as much; those of the last see all. */
    @Test
    void windowsOfAttentionAreSeenWithTheirPeriod() {
        NetworkReport swin = report("SwinT");
        for (String stage : List.of("stage1, 56, 4", "stage2, 168, 8")) {
            String[] figures = stage.split(", ");
            LayerReport layer = swin.layer(figures[0] + ".perceptronShifted.sum");
            for (AxisField field : layer.field()) {
                assertFalse(field.global());
                assertEquals(7, field.period());
                for (Phase phase : field.phases()) {
                    assertEquals(Long.parseLong(figures[1]), phase.size());
                    assertEquals(
                            OptionalLong.of(phase.size()),
                            OptionalLong.of(phase.covered().orElseThrow()));
                }
                for (long unit = 0; unit < 14; unit++) {
                    Phase phase = field.phases().get((int) (unit % 7));
                    long jump = Long.parseLong(figures[2]);
                    long start = phase.start().orElseThrow() + unit / 7 * 7 * jump;
                    // Half a window of patches to either side of its own one: the shifted windows' borders.
                    long window = Math.floorDiv(unit + 4, 7) * 7 * jump;
                    assertTrue(start <= unit * jump && start + phase.size() > unit * jump, unit + " of " + stage);
                    assertEquals(window, start + phase.size() / 2, unit + " of " + stage);
                }
            }
        }
        assertTrue(swin.layer("stage4.attention").field().get(0).global());
        assertTrue(swin.layer("stage4.perceptronShifted.sum").field().get(1).global());
    }

    @Test
    void theRepairIsTheOneProposed() {
        StackReport published = report("DeepLabV3").stacks().get(0);
        StackReport repaired = report("DeepLabV3Repaired").stacks().get(0);
        assertEquals(List.of(2, 2), published.divisor());
        assertEquals(List.of(1, 1), repaired.divisor());
        assertEquals(published.repairs().get(0), repaired.rates());
        assertEquals(Optional.of(true), repaired.complete());
    }

    private static long parametersOf(String model) {
        return report(model).parameters().orElseThrow();
    }

    private static NetworkReport report(String model) {
        return Zoo.report(model).orElseThrow();
    }
}
