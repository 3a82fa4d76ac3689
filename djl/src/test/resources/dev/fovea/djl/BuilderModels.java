package models;

import ai.djl.basicmodelzoo.basic.Mlp;
import ai.djl.basicmodelzoo.cv.classification.AlexNet;
import ai.djl.basicmodelzoo.cv.classification.GoogLeNet;
import ai.djl.basicmodelzoo.cv.classification.LeNet;
import ai.djl.basicmodelzoo.cv.classification.MobileNetV1;
import ai.djl.basicmodelzoo.cv.classification.MobileNetV2;
import ai.djl.basicmodelzoo.cv.classification.NiN;
import ai.djl.basicmodelzoo.cv.classification.ResNetV1;
import ai.djl.basicmodelzoo.cv.classification.SqueezeNet;
import ai.djl.basicmodelzoo.cv.classification.VGG;
import ai.djl.basicmodelzoo.cv.object_detection.ssd.SingleShotDetection;
import ai.djl.basicmodelzoo.cv.object_detection.yolo.YOLOV3;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import dev.fovea.Input;
import dev.fovea.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every vision block of the engine's model zoo, as a model that is code. */
public class BuilderModels {
    @Network(input = @Input(channels = 3, size = 224))
    public static Block resNet50() {
        return ResNetV1.builder()
                .setImageShape(new Shape(3, 224, 224))
                .setNumLayers(50)
                .setOutSize(1000)
                .build();
    }

    @Network(input = @Input(channels = 3, size = 28))
    public static Block resNet20() {
        return ResNetV1.builder()
                .setImageShape(new Shape(3, 28, 28))
                .setNumLayers(20)
                .setOutSize(10)
                .build();
    }

    @Network(input = @Input(channels = 3, size = 224))
    public static Block squeezeNet() {
        return SqueezeNet.squeezenet(1000);
    }

    @Network(input = @Input(channels = 1, size = 28))
    public static Block leNet() {
        return LeNet.builder().build();
    }

    @Network(input = @Input(channels = 3, size = 224))
    public static Block vgg() {
        return VGG.builder().build();
    }

    @Network(input = @Input(channels = 1, size = 224))
    public static Block alexNet() {
        return AlexNet.builder().build();
    }

    @Network(input = @Input(channels = 1, size = 224))
    public static Block niN() {
        return NiN.builder().build();
    }

    @Network(input = @Input(channels = 1, size = 96))
    public static Block googLeNet() {
        return GoogLeNet.builder().build();
    }

    @Network(input = @Input(channels = 3, size = 224))
    public static Block mobileNetV1() {
        return MobileNetV1.builder().optWidthMultiplier(0.75f).build();
    }

    @Network(input = @Input(channels = 3, size = 224))
    public static Block mobileNetV2() {
        return MobileNetV2.builder().setOutSize(10).build();
    }

    @Network(input = @Input(channels = 3, size = 416))
    public static Block yoloV3() {
        return YOLOV3.builder().build();
    }

    @Network(input = @Input(channels = 3, size = 256))
    public static Block darkNet() {
        return YOLOV3.builder().buildDarkNet();
    }

    @Network(input = @Input(channels = 1, size = 28))
    public static Block mlp() {
        return new Mlp(784, 10, new int[] {128, 64});
    }

    @Network(input = @Input(channels = 3, size = 256))
    public static Block ssd() {
        List<List<Float>> sizes = new ArrayList<>();
        List<List<Float>> ratios = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ratios.add(Arrays.asList(1f, 2f, 0.5f));
            sizes.add(Arrays.asList(0.2f + i * 0.1f, 0.272f));
        }
        SequentialBlock base = new SequentialBlock();
        for (int filters : new int[] {16, 32, 64}) {
            base.add(SingleShotDetection.getDownSamplingBlock(filters));
        }
        return SingleShotDetection.builder()
                .setNumClasses(1)
                .setNumFeatures(3)
                .optGlobalPool(true)
                .setRatios(ratios)
                .setSizes(sizes)
                .setBaseNetwork(base)
                .build();
    }
}
