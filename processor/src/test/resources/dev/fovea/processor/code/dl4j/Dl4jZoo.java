package models;

import dev.fovea.Network;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.zoo.model.*;

/** The library's own networks, as their code builds them. */
class Dl4jZoo {
    @Network static MultiLayerConfiguration alexNet() { return new AlexNet().conf(); }
    @Network static MultiLayerConfiguration leNet() { return new LeNet().conf(); }
    @Network static MultiLayerConfiguration simpleCNN() { return new SimpleCNN().conf(); }
    @Network static ComputationGraphConfiguration vGG16() { return new VGG16().conf(); }
    @Network static ComputationGraphConfiguration vGG19() { return new VGG19().conf(); }
    @Network static ComputationGraphConfiguration darknet19() { return new Darknet19().conf(); }
    @Network static ComputationGraphConfiguration tinyYOLO() { return new TinyYOLO().conf(); }
    @Network static ComputationGraphConfiguration yOLO2() { return new YOLO2().conf(); }
    @Network static ComputationGraphConfiguration resNet50() { return new ResNet50().graphBuilder().build(); }

    @Network
    static ComputationGraphConfiguration squeezeNet() {
        return new SqueezeNet().graphBuilder().addInputs("input").setInputTypes(InputType.convolutional(227, 227, 3)).build();
    }

    @Network
    static ComputationGraphConfiguration uNet() {
        return new UNet().graphBuilder().addInputs("input").setInputTypes(InputType.convolutional(512, 512, 3)).build();
    }

    @Network
    static ComputationGraphConfiguration xception() {
        return new Xception().graphBuilder().addInputs("input").setInputTypes(InputType.convolutional(299, 299, 3)).build();
    }

    @Network
    static ComputationGraphConfiguration faceNetNN4Small2() { return new FaceNetNN4Small2().conf(); }

    @Network
    static ComputationGraphConfiguration inceptionResNetV1() {
        return new InceptionResNetV1().graphBuilder("input1")
                .addInputs("input1")
                .setInputTypes(InputType.convolutional(160, 160, 3))
                .addLayer("outputs", new LossLayer.Builder().build(), "avgpool")
                .setOutputs("outputs")
                .build();
    }
}
