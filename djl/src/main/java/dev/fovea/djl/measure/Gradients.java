package dev.fovea.djl.measure;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.function.BiFunction;

/** Collects gradients with respect to an input, not to parameters. */
public final class Gradients {
    private Gradients() {}

    /**
     * Runs what collects a gradient, with the parameters frozen; one thread at a time, since an engine refuses two.
     *
     * @param trained the parameters that have gradients otherwise, and get them again
     * @param collecting from a manager that is closed afterwards, and a collector
     */
    public static <T> T collected(
            Engine engine, List<Parameter> trained, BiFunction<NDManager, GradientCollector, T> collecting) {
        synchronized (Gradients.class) {
            trained.forEach(parameter -> parameter.freeze(true));
            try (NDManager manager = engine.newBaseManager();
                    GradientCollector collector = engine.newGradientCollector()) {
                return collecting.apply(manager, collector);
            } finally {
                trained.forEach(parameter -> parameter.freeze(false));
            }
        }
    }
}
