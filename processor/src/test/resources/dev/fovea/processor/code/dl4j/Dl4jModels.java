package models;

import dev.fovea.Network;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PoolHelperVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping1D;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping3D;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Configurations of all layers that are understood; what the library says of them is in dl4j.txt. */
public class Dl4jModels {
    static final int WIDTH = 8;

    @Network
    public static MultiLayerConfiguration windows() {
        return new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Adam(1e-3))
                .weightInit(WeightInit.RELU)
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3).nIn(3).nOut(WIDTH).activation(Activation.RELU).name("conv").build())
                .layer(new ConvolutionLayer.Builder(new int[] {3, 5}, new int[] {2, 1}, new int[] {1, 2}).nOut(9).build())
                .layer(new ConvolutionLayer.Builder().nOut(10).hasBias(false).dilation(2, 1).padding(3, 3).build())
                .layer(new SubsamplingLayer.Builder().build())
                .layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.AVG, new int[] {3, 3}).build())
                .layer(new Deconvolution2D.Builder(4, 4).stride(2, 2).padding(1, 1).nOut(12).build())
                .layer(new Deconvolution2D.Builder(3, 3).stride(2, 2).convolutionMode(ConvolutionMode.Same).nOut(6).build())
                .layer(new ConvolutionLayer.Builder(3, 3).stride(2, 2).convolutionMode(ConvolutionMode.Same).nOut(8).build())
                .layer(new SubsamplingLayer.Builder(PoolingType.MAX).kernelSize(3, 2).stride(2, 1)
                        .convolutionMode(ConvolutionMode.Same).build())
                .setInputType(InputType.convolutional(67, 70, 3))
                .build();
    }

    @Network
    public static MultiLayerConfiguration depthwise() {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .convolutionMode(ConvolutionMode.Same)
                .activation(Activation.IDENTITY)
                .list();
        list.layer(0, new SeparableConvolution2D.Builder(3, 3).depthMultiplier(2).nOut(8).build());
        list.layer(1, new BatchNormalization.Builder().build());
        list.layer(2, new ActivationLayer.Builder().activation(new ActivationLReLU(0.1)).build());
        list.layer(3, new DepthwiseConvolution2D.Builder(5, 5).stride(2, 2).depthMultiplier(3).build());
        list.layer(4, new SeparableConvolution2D.Builder(3, 3).convolutionMode(ConvolutionMode.Truncate).hasBias(false).nOut(4).build());
        list.layer(5, new Upsampling2D.Builder(2).build());
        list.layer(6, new ZeroPaddingLayer.Builder(1, 2, 3, 4).build());
        list.layer(7, new Cropping2D.Builder(1, 2, 1, 2).build());
        list.layer(8, new LocalResponseNormalization.Builder().build());
        list.layer(9, new DropoutLayer.Builder(0.5).build());
        list.layer(10, new SpaceToDepthLayer.Builder(2).build());
        list.layer(11, new GlobalPoolingLayer.Builder(PoolingType.AVG).build());
        list.layer(12, new DenseLayer.Builder().nOut(20).activation(Activation.TANH).build());
        list.layer(13, new BatchNormalization());
        list.layer(14, new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nOut(5).build());
        return list.setInputType(InputType.convolutionalFlat(32, 36, 3)).build();
    }

    static ConvolutionLayer conv(int filters, int kernel, int stride) {
        ConvolutionLayer.Builder builder = new ConvolutionLayer.Builder(kernel, kernel).nOut(filters);
        builder.setStride(stride, stride);
        return builder.build();
    }

    static String block(ComputationGraphConfiguration.GraphBuilder graph, String name, String input, int filters, int stride) {
        graph.addLayer(name + "-a", conv(filters, 3, stride), input)
                .addLayer(name + "-abn", new BatchNormalization(), name + "-a")
                .addLayer(name + "-b", conv(filters, 3, 1), name + "-abn")
                .addLayer(name + "-s", conv(filters, 1, stride), input)
                .addVertex(name + "-sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), name + "-b", name + "-s")
                .addLayer(name, new ActivationLayer.Builder().activation(Activation.RELU).build(), name + "-sum");
        return name;
    }

    @Network
    public static ComputationGraphConfiguration residual() {
        ComputationGraphConfiguration.GraphBuilder graph = new NeuralNetConfiguration.Builder()
                .convolutionMode(ConvolutionMode.Same)
                .graphBuilder()
                .addInputs("image")
                .setInputTypes(InputType.convolutional(64, 48, 3))
                .setOutputs("small", "classes");
        String last = "image";
        for (int stage = 0; stage < 3; stage++) {
            last = block(graph, "stage" + stage, last, WIDTH << stage, stage == 0 ? 1 : 2);
        }
        graph.addVertex("scaled", new ScaleVertex(0.5), last)
                .addLayer("both", new ConvolutionLayer.Builder(3, 3).nOut(7).build(), "scaled", last)
                .addVertex("gate", new ElementWiseVertex(ElementWiseVertex.Op.Product), "both", "both")
                .addVertex("cut", new PoolHelperVertex(), "gate")
                .addLayer("pool", new SubsamplingLayer.Builder(new int[] {3, 3}, new int[] {2, 2}).build(), "cut")
                .appendLayer("small", new CnnLossLayer.Builder(LossFunctions.LossFunction.MSE).build());
        graph.addLayer("global", new GlobalPoolingLayer.Builder(PoolingType.MAX).build(), last)
                .addVertex("half", new SubsetVertex(4, 15), "global")
                .addLayer("dense", new DenseLayer.Builder().nOut(6).build(), "half")
                .addLayer("classes", new OutputLayer.Builder().nOut(3).build(), "dense", "global");
        return graph.build();
    }

    @Network
    public static MultiLayerConfiguration sequence() {
        return new NeuralNetConfiguration.Builder()
                .list(
                        new Convolution1DLayer.Builder(3).nOut(8).build(),
                        new Convolution1DLayer.Builder(2).dilation(4).convolutionMode(ConvolutionMode.Causal).nOut(8).build(),
                        new Subsampling1DLayer.Builder().build(),
                        new Subsampling1DLayer.Builder(Subsampling1DLayer.PoolingType.AVG, 3, 2).build(),
                        new ZeroPadding1DLayer.Builder(2, 3).build(),
                        new Cropping1D.Builder(1, 2).build(),
                        new Upsampling1D.Builder(2).build(),
                        new Convolution1DLayer.Builder(5, 2, 1).nOut(9).build(),
                        new RnnOutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nOut(4).build())
                .setInputType(InputType.recurrent(5, 101))
                .build();
    }

    @Network
    public static MultiLayerConfiguration volume() {
        return new NeuralNetConfiguration.Builder()
                .list()
                .layer(new Convolution3D.Builder().nOut(4).build())
                .layer(new Convolution3D.Builder(3, 3, 3).stride(2, 1, 1).padding(1, 0, 1).nOut(4).build())
                .layer(new Subsampling3DLayer.Builder().kernelSize(2, 2, 2).build())
                .layer(new Subsampling3DLayer.Builder(PoolingType.AVG, new int[] {2, 2, 2}, new int[] {2, 2, 2}, new int[] {0, 0, 0})
                        .convolutionMode(ConvolutionMode.Truncate).build())
                .layer(new ZeroPadding3DLayer.Builder(1, 0, 2).build())
                .layer(new Cropping3D.Builder(0, 1, 0, 0, 1, 1).build())
                .layer(new Upsampling3D.Builder(2).build())
                .setInputType(InputType.convolutional3D(20, 22, 24, 2))
                .build();
    }

    @Network
    public static MultiLayerConfiguration dense() {
        return new NeuralNetConfiguration.Builder()
                .list()
                .layer(new DenseLayer.Builder().nIn(784).nOut(100).build())
                .layer(new BatchNormalization())
                .layer(new DenseLayer.Builder().nOut(30).hasBias(false).build())
                .layer(new OutputLayer.Builder(LossFunctions.LossFunction.NEGATIVELOGLIKELIHOOD).nOut(10).build())
                .setInputType(InputType.feedForward(784))
                .build();
    }
}
