package dev.fovea.djl.measure;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** The known network as an ONNX file, in the format of protocol buffers: number and type of a field, then its value. */
final class KnownModel {
    private static final int CHANNELS = 4;
    private static final int FLOAT = 1;
    private static final int INTS = 7;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private KnownModel() {}

    static byte[] bytes(int size) {
        KnownModel graph = new KnownModel()
                .part(1, convolution("image", "w1", "a", 1))
                .part(1, node("Relu", "b", "a"))
                .part(
                        1,
                        node("MaxPool", "c", "b")
                                .part(5, ints("kernel_shape", 2, 2))
                                .part(5, ints("strides", 2, 2)))
                .part(1, convolution("c", "w2", "out", 3))
                .text(2, "known")
                .part(5, weights("w1", 1))
                .part(5, weights("w2", CHANNELS))
                .part(11, value("image", 1, size, size))
                .part(12, value("out", CHANNELS, size / 2, size / 2));
        return new KnownModel()
                .number(1, 8)
                .part(7, graph)
                .part(8, new KnownModel().number(2, 13))
                .bytes
                .toByteArray();
    }

    private static KnownModel convolution(String input, String weights, String output, int rate) {
        return node("Conv", output, input, weights)
                .part(5, ints("dilations", rate, rate))
                .part(5, ints("pads", rate, rate, rate, rate));
    }

    private static KnownModel node(String operator, String output, String... inputs) {
        KnownModel node = new KnownModel();
        for (String input : inputs) {
            node.text(1, input);
        }
        return node.text(2, output).text(4, operator);
    }

    private static KnownModel ints(String name, long... values) {
        KnownModel attribute = new KnownModel().text(1, name);
        for (long value : values) {
            attribute.number(8, value);
        }
        return attribute.number(20, INTS);
    }

    private static KnownModel weights(String name, int in) {
        Random random = new Random(in);
        ByteBuffer data = ByteBuffer.allocate(4 * CHANNELS * in * 9).order(ByteOrder.LITTLE_ENDIAN);
        while (data.hasRemaining()) {
            data.putFloat((float) random.nextGaussian());
        }
        return new KnownModel()
                .number(1, CHANNELS)
                .number(1, in)
                .number(1, 3)
                .number(1, 3)
                .number(2, FLOAT)
                .text(8, name)
                .data(9, data.array());
    }

    /** A map of any batch. */
    private static KnownModel value(String name, long... extents) {
        KnownModel shape = new KnownModel().part(1, new KnownModel().text(2, "batch"));
        for (long extent : extents) {
            shape.part(1, new KnownModel().number(1, extent));
        }
        KnownModel tensor = new KnownModel().number(1, FLOAT).part(2, shape);
        return new KnownModel().text(1, name).part(2, new KnownModel().part(1, tensor));
    }

    private KnownModel number(int field, long value) {
        varint(8L * field);
        varint(value);
        return this;
    }

    private KnownModel text(int field, String text) {
        return data(field, text.getBytes(StandardCharsets.UTF_8));
    }

    private KnownModel part(int field, KnownModel part) {
        return data(field, part.bytes.toByteArray());
    }

    private KnownModel data(int field, byte[] data) {
        varint(8L * field + 2);
        varint(data.length);
        bytes.writeBytes(data);
        return this;
    }

    private void varint(long value) {
        long rest = value;
        while (rest >= 128) {
            bytes.write((int) (rest % 128 + 128));
            rest /= 128;
        }
        bytes.write((int) rest);
    }
}
