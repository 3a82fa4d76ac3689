package dev.fovea.sample.djl;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.Random;
import java.util.function.IntConsumer;

/** Trains a network on stripes, and lets it judge images. */
final class Training {
    /** From 16 images on the engine has its fast convolutions on one thread too, and no warnings of slower ones. */
    static final int BATCH = 16;

    private static final float RATE = 0.003f;
    private static final int SEED = 7;

    private Training() {}

    /**
     * Trains the block of a model from scratch, always on the same images in the same order.
     *
     * @param progress is told the number of each step that is done, from 1
     */
    static void train(Model model, int steps, IntConsumer progress) {
        Engine.getInstance().setRandomSeed(SEED);
        Random random = new Random(SEED);
        model.getBlock().setInitializer(new XavierInitializer(), Parameter.Type.WEIGHT);
        Loss loss = Loss.sigmoidBinaryCrossEntropyLoss();
        Optimizer optimizer =
                Optimizer.adam().optLearningRateTracker(Tracker.fixed(RATE)).build();
        try (Trainer trainer = model.newTrainer(new DefaultTrainingConfig(loss).optOptimizer(optimizer))) {
            trainer.initialize(new Shape(BATCH, 1, Stripes.SIZE, Stripes.SIZE));
            for (int step = 1; step <= steps; step++) {
                step(trainer, loss, Stripes.draw(BATCH, random));
                progress.accept(step);
            }
        }
    }

    private static void step(Trainer trainer, Loss loss, Stripes stripes) {
        try (NDManager manager = trainer.getManager().newSubManager();
                GradientCollector collector = trainer.newGradientCollector()) {
            NDList predicted = trainer.forward(new NDList(stripes.images(manager)));
            NDList labels = new NDList(stripes.labels(manager));
            collector.backward(loss.evaluate(labels, predicted));
        }
        trainer.step();
    }

    /** Whether each pixel is taken to lie in vertical stripes. */
    static boolean[] judge(Block network, Stripes stripes) {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray scores = network.forward(
                            new ParameterStore(manager, false), new NDList(stripes.images(manager)), false)
                    .head();
            return scores.gt(0).toType(DataType.BOOLEAN, false).toBooleanArray();
        }
    }
}
