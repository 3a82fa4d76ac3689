package dev.fovea.sample;

import dev.fovea.report.NetworkReport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The reports on the networks of this package.
 *
 * <p>The classes {@code …ReceptiveField} exist only if Fovea ran in this compilation. Referring to them is the canary: a
 * build in which the processor silently did not run (from JDK 23 on, one that is only on the class path does not) fails
 * here instead of passing unchecked. One such reference, in a test say, serves any project.
 */
public final class Zoo {
    private Zoo() {}

    /** All of them: classifiers, detectors, segmentation, sequences and volumes. */
    public static List<NetworkReport> reports() {
        return List.of(
                Vgg16ReceptiveField.report(),
                ResNet50OriginalReceptiveField.report(),
                ResNet50ReceptiveField.report(),
                ResNet152ReceptiveField.report(),
                SeResNet50ReceptiveField.report(),
                GoogLeNetReceptiveField.report(),
                InceptionV3ReceptiveField.report(),
                DenseNet121ReceptiveField.report(),
                MobileNetV2ReceptiveField.report(),
                ShuffleNetV2ReceptiveField.report(),
                EfficientNetB0ReceptiveField.report(),
                ConvNextTReceptiveField.report(),
                VitB16ReceptiveField.report(),
                MixerS16ReceptiveField.report(),
                SwinTReceptiveField.report(),
                HrNetExchangeReceptiveField.report(),
                FpnReceptiveField.report(),
                Ssd300ReceptiveField.report(),
                RetinaNetReceptiveField.report(),
                YoloV2ReceptiveField.report(),
                YoloV3ReceptiveField.report(),
                UNetReceptiveField.report(),
                U2NetReceptiveField.report(),
                CsrNetReceptiveField.report(),
                EspcnReceptiveField.report(),
                DilatedHeadReceptiveField.report(),
                YuKoltunContextReceptiveField.report(),
                DeepLabV3ReceptiveField.report(),
                DeepLabV3RepairedReceptiveField.report(),
                DeepLabV3TorchvisionReceptiveField.report(),
                DornSceneModuleReceptiveField.report(),
                DucHdcReceptiveField.report(),
                EspNetReceptiveField.report(),
                WaveNetReceptiveField.report(),
                TcnReceptiveField.report(),
                ConvTasNetReceptiveField.report(),
                C3dReceptiveField.report(),
                VNetReceptiveField.report());
    }

    /** The report on the model of this simple name, in whatever case. */
    static Optional<NetworkReport> report(String name) {
        return reports().stream()
                .filter(report -> name(report).toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The model's simple name. */
    public static String name(NetworkReport report) {
        return report.model().substring(report.model().lastIndexOf('.') + 1);
    }
}
