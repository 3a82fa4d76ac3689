package dev.fovea.onnx.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes messages in protocol buffers' wire format. */
public final class Bytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public byte[] toArray() {
        return out.toByteArray();
    }

    public Bytes number(int field, long value) {
        varint((long) field << 3);
        return varint(value);
    }

    public Bytes text(int field, String text) {
        return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    public Bytes bytes(int field, byte[] bytes) {
        varint((long) field << 3 | 2);
        varint(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    public Bytes message(int field, Bytes message) {
        return bytes(field, message.toArray());
    }

    public Bytes real(int field, double value) {
        varint((long) field << 3 | 5);
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat((float) value)
                .array());
        return this;
    }

    public Bytes varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return this;
    }
}
