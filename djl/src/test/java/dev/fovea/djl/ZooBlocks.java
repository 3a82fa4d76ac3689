package dev.fovea.djl;

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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The vision blocks of the engine's model zoo. */
public enum ZooBlocks {
    MLP(() -> new Mlp(784, 10, new int[] {128, 64}), new Shape(1, 784)),
    LENET(() -> LeNet.builder().build(), new Shape(1, 1, 28, 28)),
    ALEXNET(() -> AlexNet.builder().build(), new Shape(1, 1, 224, 224)),
    VGG_11(() -> VGG.builder().build(), new Shape(1, 3, 64, 64)),
    NIN(() -> NiN.builder().build(), new Shape(1, 1, 224, 224)),
    GOOGLENET(() -> GoogLeNet.builder().build(), new Shape(1, 3, 96, 96)),
    SQUEEZENET(() -> SqueezeNet.squeezenet(10), new Shape(1, 3, 224, 224)),
    RESNET_20(() -> resNet(20, 28), new Shape(1, 3, 28, 28)),
    RESNET_164(() -> resNet(164, 28), new Shape(1, 3, 28, 28)),
    RESNET_18(() -> resNet(18, 224), new Shape(1, 3, 224, 224)),
    RESNET_50(() -> resNet(50, 224), new Shape(1, 3, 64, 64)),
    MOBILENET_V1(() -> MobileNetV1.builder().build(), new Shape(1, 3, 96, 96)),
    MOBILENET_V2(() -> MobileNetV2.builder().build(), new Shape(1, 3, 96, 96)),
    SSD(ZooBlocks::ssd, new Shape(1, 3, 256, 256)),
    YOLO_V3(() -> YOLOV3.builder().build(), new Shape(1, 3, 96, 96));

    private final Supplier<Block> block;
    private final Shape input;

    ZooBlocks(Supplier<Block> block, Shape input) {
        this.block = block;
        this.input = input;
    }

    public Block block() {
        return block.get();
    }

    public Shape input() {
        return input;
    }

    private static Block resNet(int layers, int size) {
        return ResNetV1.builder()
                .setImageShape(new Shape(3, size, size))
                .setNumLayers(layers)
                .setOutSize(10)
                .build();
    }

    private static Block ssd() {
        SequentialBlock base = new SequentialBlock();
        for (int filters : new int[] {16, 32, 64}) {
            base.add(SingleShotDetection.getDownSamplingBlock(filters));
        }
        List<List<Float>> sizes = new ArrayList<>();
        List<List<Float>> ratios = new ArrayList<>();
        for (int scale = 0; scale < 5; scale++) {
            sizes.add(List.of(0.2f + 0.15f * scale, 0.27f + 0.15f * scale));
            ratios.add(List.of(1f, 2f, 0.5f));
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
