package models;

import dev.fovea.Network;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.conf.layers.recurrent.TimeDistributed;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Configurations of layers that run over a sequence; what the library says of them is in dl4j.txt. */
public class Dl4jSequences {
    @Network
    public static MultiLayerConfiguration recurrent() {
        return new NeuralNetConfiguration.Builder()
                .list()
                .layer(new Convolution1DLayer.Builder(3).nOut(6).build())
                .layer(new LSTM.Builder().nOut(5).activation(Activation.TANH).build())
                .layer(new GravesLSTM.Builder().nOut(7).build())
                .layer(new SimpleRnn.Builder().nOut(4).name("simple").build())
                .layer(new GravesBidirectionalLSTM.Builder().nOut(8).build())
                .layer(new Bidirectional(new LSTM.Builder().nOut(9).build()))
                .layer(new Bidirectional(Bidirectional.Mode.ADD, new SimpleRnn.Builder().nOut(3).build()))
                .layer(new Bidirectional(Bidirectional.Mode.MUL, new LSTM.Builder().nOut(5).build()))
                .layer(new TimeDistributed(new DenseLayer.Builder().nOut(6).build()))
                .layer(new RnnOutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nOut(4).build())
                .setInputType(InputType.recurrent(5, 31))
                .build();
    }

    @Network
    public static MultiLayerConfiguration lastStep() {
        return new NeuralNetConfiguration.Builder()
                .list()
                .layer(new LastTimeStep(new Bidirectional(Bidirectional.Mode.CONCAT, new LSTM.Builder().nOut(9).build())))
                .layer(new OutputLayer.Builder().nOut(3).build())
                .setInputType(InputType.recurrent(5, 31))
                .build();
    }

    @Network
    public static MultiLayerConfiguration lastStepOfAnyLength() {
        return new NeuralNetConfiguration.Builder()
                .list()
                .layer(new LastTimeStep(new LSTM.Builder().nOut(9).build()))
                .layer(new DenseLayer.Builder().nOut(4).build())
                .layer(new OutputLayer.Builder().nOut(3).build())
                .setInputType(InputType.recurrent(5, RNNFormat.NCW))
                .build();
    }

    /** As such networks are written where no type of the input is stated. */
    @Network
    public static MultiLayerConfiguration characters() {
        return new NeuralNetConfiguration.Builder()
                .list()
                .layer(0, new LSTM.Builder().nIn(77).nOut(20).build())
                .layer(1, new DenseLayer.Builder().nIn(20).nOut(10).build())
                .layer(2, new RnnOutputLayer.Builder().nIn(10).nOut(77).build())
                .inputPreProcessor(1, new RnnToFeedForwardPreProcessor())
                .inputPreProcessor(2, new FeedForwardToRnnPreProcessor())
                .build();
    }

    @Network
    public static MultiLayerConfiguration digits() {
        return new NeuralNetConfiguration.Builder()
                .list()
                .layer(0, new ConvolutionLayer.Builder(5, 5).nIn(1).nOut(6).build())
                .layer(1, new SubsamplingLayer.Builder(PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build())
                .layer(2, new DenseLayer.Builder().nIn(864).nOut(10).build())
                .inputPreProcessor(0, new FeedForwardToCnnPreProcessor(28, 28, 1))
                .inputPreProcessor(2, new CnnToFeedForwardPreProcessor(12, 12, 6))
                .build();
    }

    @Network
    public static ComputationGraphConfiguration parts() {
        return new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(InputType.recurrent(5, 31))
                .addLayer("lstm", new LSTM.Builder().nOut(6).build(), "in")
                .addLayer("pool", new GlobalPoolingLayer.Builder(PoolingType.SUM).build(), "lstm")
                .addLayer("out", new OutputLayer.Builder().nOut(2).build(), "pool")
                .setOutputs("out")
                .build();
    }

    @Network
    public static MultiLayerConfiguration ownWeights() {
        return new NeuralNetConfiguration.Builder()
                .list()
                .layer(new LocallyConnected2D.Builder().kernelSize(3, 3).nOut(4).build())
                .setInputType(InputType.convolutional(16, 16, 2))
                .build();
    }

    @Network
    public static MultiLayerConfiguration slopes() {
        return new NeuralNetConfiguration.Builder()
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3).nOut(4).build())
                .layer(new PReLULayer.Builder().inputShape(4, 14, 14).sharedAxes(2, 3).build())
                .setInputType(InputType.convolutional(16, 16, 2))
                .build();
    }

    @Network
    public static MultiLayerConfiguration ownSlopes() {
        return new NeuralNetConfiguration.Builder()
                .list()
                .layer(new PReLULayer.Builder().build())
                .setInputType(InputType.convolutional(16, 16, 2))
                .build();
    }

    @Network
    public static MultiLayerConfiguration imageIntoLstm() {
        return new NeuralNetConfiguration.Builder()
                .list()
                .layer(new LSTM.Builder().nOut(4).build())
                .setInputType(InputType.convolutional(16, 16, 2))
                .build();
    }
}
