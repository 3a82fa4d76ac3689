package dev.fovea.sample.djl;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.fovea.djl.DjlModels;
import dev.fovea.djl.DjlNetwork;
import dev.fovea.djl.InputGradient;
import dev.fovea.report.NetworkReport;
import java.awt.Color;
import java.util.Arrays;

/**
 * The field of a network's middle unit, as computed and as measured.
 *
 * @param computed from the report
 * @param measured gradients on the running network whose weights are all alike, row by row
 */
record Fields(ComputedField computed, double[] measured) {
    /** Pixels from the middle to the edge of a tile. */
    static final int REACH = 10;

    private static final int MIDDLE = Stripes.SIZE / 2;
    private static final Shape IMAGE = new Shape(Training.BATCH, 1, Stripes.SIZE, Stripes.SIZE);

    static Fields of(NetworkReport report) {
        DjlNetwork network = DjlModels.build(report);
        network.setInitializer(InputGradient.MEAN, Parameter.Type.WEIGHT);
        try (NDManager manager = NDManager.newBaseManager()) {
            network.initialize(manager, DataType.FLOAT32, IMAGE);
            return new Fields(ComputedField.of(report), gradient(network, report));
        }
    }

    /** The gradient of the middle unit. */
    static double[] gradient(DjlNetwork network, NetworkReport report) {
        String last = report.layers().get(report.layers().size() - 1).name();
        return InputGradient.of(network, DataType.FLOAT32, IMAGE, last, MIDDLE, MIDDLE);
    }

    /** Number of pixels with a gradient. */
    long count() {
        return Arrays.stream(measured).filter(value -> value != 0).count();
    }

    /** Whether exactly those pixels have a gradient that were computed. */
    boolean agree() {
        for (int y = 0; y < Stripes.SIZE; y++) {
            for (int x = 0; x < Stripes.SIZE; x++) {
                if (computed.reads(y - MIDDLE, x - MIDDLE) != (measured[y * Stripes.SIZE + x] != 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A tile that shows the computed pixels. */
    Picture.Cells map() {
        return (y, x) -> computed.reads(y - REACH, x - REACH) ? Color.WHITE : Color.BLACK;
    }

    /** A tile that shows gradients, on a logarithmic scale of four decades; black is 0. */
    static Picture.Cells tile(double[] gradient) {
        double largest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        return (y, x) -> {
            double value = Math.abs(gradient[(MIDDLE - REACH + y) * Stripes.SIZE + MIDDLE - REACH + x]);
            return value == 0 ? Color.BLACK : Picture.grey(Math.max(0.25, 1 + Math.log10(value / largest) / 4));
        };
    }
}
