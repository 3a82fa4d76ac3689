package dev.fovea.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import dev.fovea.report.StackReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
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
    })
    void parameters(String model, long published) {
        assertEquals(published, parametersOf(model));
    }

    /** Published counts of networks that have a part the model has not, or the other way round. */
    @Test
    void parametersOfParts() {
        long auxiliary = 128 * 768 + 2 * 128 + 768 * 128 * 25 + 2 * 768 + 768 * 1000 + 1000;
        assertEquals(27_161_264 - auxiliary, parametersOf("InceptionV3"));
        long scalesOfConv4 = 512;
        assertEquals(35_641_826 - scalesOfConv4, parametersOf("Ssd300"));
        long frozenNorms = 53_120;
        assertEquals(26_799_296 + frozenNorms, parametersOf("Fpn"));
        long classifier = 2048 * 1000 + 1000;
        long tiles = 2048 * 1216 + 1216;
        assertEquals(44_549_160 - classifier + tiles, parametersOf("DucHdc"));
    }

    /** Computed: no count is published of these forms. */
    @ParameterizedTest
    @CsvSource({
        "UNet, 31030658",
        "DeepLabV3, 39048533",
        "DeepLabV3Repaired, 39048533",
        "DornSceneModule, 144285838",
        "YuKoltunContext, 28392",
        "EspNet, 256740",
        "HrNetExchange, 81144",
        "WaveNet, 164928",
        "Tcn, 1081288",
        "C3d, 27655936",
        "DilatedHead, 511379",
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
    })
    void macs(String model, BigDecimal published) {
        BigDecimal macs = BigDecimal.valueOf(report(model).macs().orElseThrow(), 9);
        assertEquals(published, macs.setScale(3, RoundingMode.HALF_UP));
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
    })
    void endpoints(String model, String published) {
        List<String> sizes = report(model).layers().stream()
                .filter(layer -> layer.endpoint().isPresent())
                .map(layer -> Long.toString(layer.field().get(0).size().orElseThrow()))
                .toList();
        assertEquals(published, String.join("/", sizes));
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
