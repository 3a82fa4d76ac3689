package dev.fovea.djl.measure;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.pooling.Pool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;

/**
 * Measures a network whose field is known: a 3×3 convolution, a pool of 2×2, and a 3×3 convolution of rate 3.
 *
 * <p>Not every engine hands NaNs on, and a fast convolution may let numbers, or NaNs, of other pixels leak in.
 */
final class EngineCheck {
    private static final int SIZE = 20;
    private static final int MOST = 2000;
    private static final Shape IMAGE = new Shape(1, 1, SIZE, SIZE);

    /** Of unit 4 along each axis: three units of the pool, of two units of the convolution, of three pixels. */
    private static final int[] READ = {1, 2, 3, 4, 7, 8, 9, 10, 13, 14, 15, 16};

    private EngineCheck() {}

    /** Why measuring on an engine is in doubt; empty if it found what is known. */
    static Optional<String> doubt(String engine) {
        return switch (engine) {
            case "PyTorch" -> {
                try (NDManager manager = NDManager.newBaseManager(null, engine)) {
                    Block block = block();
                    block.initialize(manager, DataType.FLOAT32, IMAGE);
                    yield compare(engine, block);
                }
            }
            case "OnnxRuntime" -> onnx(engine);
            default -> Optional.of("measuring was not checked on the engine %s".formatted(engine));
        };
    }

    private static Block block() {
        return new SequentialBlock()
                .add(convolution(1))
                .add(Activation::relu)
                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(convolution(3));
    }

    private static Block convolution(int rate) {
        return Conv2d.builder()
                .setKernelShape(new Shape(3, 3))
                .optPadding(new Shape(rate, rate))
                .optDilation(new Shape(rate, rate))
                .setFilters(16)
                .build();
    }

    private static Optional<String> onnx(String engine) {
        try (Model model = Model.newInstance("check", engine)) {
            Path directory = Files.createTempDirectory("fovea");
            Path file = directory.resolve("check.onnx");
            try {
                Files.write(file, KnownModel.bytes(SIZE));
                model.load(directory, "check");
                return compare(engine, model.getBlock());
            } finally {
                Files.deleteIfExists(file);
                Files.delete(directory);
            }
        } catch (MalformedModelException e) {
            return Optional.of("the known network does not run on " + engine + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> compare(String engine, Block block) {
        BitSet known = new BitSet();
        for (int y : READ) {
            for (int x : READ) {
                known.set(y * SIZE + x);
            }
        }
        Measurement.Found found = Measurement.run((Probed) RunningNetwork.of(engine, block, IMAGE, 0, 4, 4), MOST);
        if (found.read().equals(known)) {
            return Optional.empty();
        }
        return Optional.of("on %s a network that reads %s pixels was measured to read %s, or others"
                .formatted(engine, known.cardinality(), found.read().cardinality()));
    }
}
