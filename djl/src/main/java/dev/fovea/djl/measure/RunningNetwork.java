package dev.fovea.djl.measure;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** A unit of an output of a network, on the engine that runs it. */
public final class RunningNetwork implements Probed {
    private static final int MANY = 16;

    private final String engine;
    private final Function<NDList, NDList> forward;
    private final Optional<Block> block;
    private final Shape image;
    private final int output;
    private final long[] unit;
    private final int batch;

    private RunningNetwork(
            String engine,
            Function<NDList, NDList> forward,
            Optional<Block> block,
            Shape input,
            int output,
            long[] unit) {
        this.engine = engine;
        this.forward = forward;
        this.block = block;
        this.image = input.slice(1);
        this.output = output;
        this.unit = unit.clone();
        batch = batch(input);
    }

    /**
     * A unit of an initialized block.
     *
     * @param engine name of the engine
     * @param input batch × channels × extents; the batch is used where the network takes no other
     * @param output which of the arrays that the block returns
     * @param unit one coordinate per axis, none where the output has no axes
     */
    public static RunningNetwork of(String engine, Block block, Shape input, int output, long... unit) {
        Function<NDList, NDList> forward =
                arrays -> block.forward(new ParameterStore(arrays.head().getManager(), false), arrays, false);
        return new RunningNetwork(engine, forward, Optional.of(block), input, output, unit);
    }

    /** A unit of a network that only runs. */
    public static RunningNetwork of(
            String engine, Function<NDList, NDList> forward, Shape input, int output, long... unit) {
        return new RunningNetwork(engine, forward, Optional.empty(), input, output, unit);
    }

    /** Models are exported for one extent of the batch, or for all. */
    private int batch(Shape input) {
        int stated = Math.toIntExact(input.get(0));
        run(new float[Math.toIntExact(stated * image.size())], stated);
        if (stated > 1) {
            return stated;
        }
        try {
            run(new float[Math.toIntExact(MANY * image.size())], MANY);
            return MANY;
        } catch (RuntimeException e) {
            return 1;
        }
    }

    /** Name of the engine. */
    public String engine() {
        return engine;
    }

    @Override
    public Shape image() {
        return image;
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public float[][] run(float[] images, int count) {
        try (NDManager manager = NDManager.newBaseManager(null, engine)) {
            NDArray array = manager.create(images, new Shape(count).addAll(image));
            NDArray result = forward.apply(new NDList(array)).get(output);
            return units(count, result.getShape(), result.toFloatArray());
        }
    }

    private float[][] units(int count, Shape shape, float[] numbers) {
        if (shape.dimension() != unit.length + 2 || shape.get(0) != count) {
            throw new IllegalArgumentException("output %s is %s for %s images; a unit of it has %s coordinates, not %s"
                    .formatted(output, shape, count, Math.max(0, shape.dimension() - 2), unit.length));
        }
        int channels = Math.toIntExact(shape.get(1));
        int positions = Math.toIntExact(shape.slice(2).size());
        int position = 0;
        for (int axis = 0; axis < unit.length; axis++) {
            if (unit[axis] < 0 || unit[axis] >= shape.get(2 + axis)) {
                throw new IllegalArgumentException(
                        "there is no unit %s in output %s, %s".formatted(Arrays.toString(unit), output, shape));
            }
            position = Math.toIntExact(position * shape.get(2 + axis) + unit[axis]);
        }
        float[][] units = new float[count][channels];
        for (int i = 0; i < count; i++) {
            for (int channel = 0; channel < channels; channel++) {
                units[i][channel] = numbers[(i * channels + channel) * positions + position];
            }
        }
        return units;
    }

    @Override
    public Optional<float[]> gradient(float[] image, long seed) {
        if (block.isEmpty()) {
            return Optional.empty();
        }
        List<Parameter> trained;
        try {
            trained = block.get().getParameters().values().stream()
                    .filter(parameter -> parameter.isInitialized() && parameter.requiresGradient())
                    .toList();
        } catch (UnsupportedOperationException e) {
            // An engine that only infers.
            return Optional.empty();
        }
        try {
            return Optional.of(Gradients.collected(Engine.getEngine(engine), trained, (manager, collector) -> {
                NDArray array = manager.create(image, new Shape(1).addAll(this.image));
                array.setRequiresGradient(true);
                NDArray result = forward.apply(new NDList(array)).get(output);
                NDArray weights = manager.create(weights(result.getShape(), seed), result.getShape());
                collector.backward(result.mul(weights).sum());
                return array.getGradient().toFloatArray();
            }));
        } catch (UnsupportedOperationException | ai.djl.engine.EngineException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** Random numbers at the unit, 0 elsewhere. */
    private float[] weights(Shape shape, long seed) {
        Random random = new Random(seed);
        float[] weights = new float[Math.toIntExact(shape.size())];
        int channels = Math.toIntExact(shape.get(1));
        int positions = Math.toIntExact(shape.slice(2).size());
        int position = 0;
        for (int axis = 0; axis < unit.length; axis++) {
            position = Math.toIntExact(position * shape.get(2 + axis) + unit[axis]);
        }
        for (int channel = 0; channel < channels; channel++) {
            weights[channel * positions + position] = 0.5f + random.nextFloat();
        }
        return weights;
    }
}
