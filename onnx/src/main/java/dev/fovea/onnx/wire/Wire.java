package dev.fovea.onnx.wire;

import dev.fovea.onnx.unread.OnnxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A message in protocol buffers' wire format: a part of the file, read field by field.
 *
 * <p>See "Encoding" in the documentation of protocol buffers: each field is a varint of number and type, then its
 * value.
 */
final class Wire {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int BYTES = 2;
    static final int FIXED32 = 5;

    private final ByteBuffer file;
    private final int end;
    private int position;
    private int type;

    private Wire(ByteBuffer file, int begin, int end) {
        this.file = file;
        this.position = begin;
        this.end = end;
    }

    /** The whole file as one message. */
    static Wire of(ByteBuffer file) {
        return new Wire(file.duplicate().order(ByteOrder.LITTLE_ENDIAN), 0, file.limit());
    }

    /** Number of the next field; 0 at the end. */
    int next() throws OnnxException {
        if (position == end) {
            return 0;
        }
        int start = position;
        long tag = varint();
        type = (int) (tag & 7);
        long number = tag >>> 3;
        if (number == 0 || number > 1 << 29 || type != VARINT && type != FIXED64 && type != BYTES && type != FIXED32) {
            throw new OnnxException("not an ONNX model: byte %s starts no field".formatted(start));
        }
        return (int) number;
    }

    int position() {
        return position;
    }

    boolean isAtEnd() {
        return position == end;
    }

    /** The type of the field whose number was read last. */
    int type() {
        return type;
    }

    void skip() throws OnnxException {
        switch (type) {
            case VARINT -> varint();
            case FIXED64 -> advance(8);
            case FIXED32 -> advance(4);
            default -> bytes();
        }
    }

    /** A number of whatever type the field has; fixed-width ones as their bits. */
    long number() throws OnnxException {
        return switch (type) {
            case VARINT -> varint();
            case FIXED64 -> file.getLong(advance(8));
            case FIXED32 -> file.getInt(advance(4));
            default -> throw wrongType("a number");
        };
    }

    /** The message in the field. */
    Wire message() throws OnnxException {
        if (type != BYTES) {
            throw wrongType("a message");
        }
        return bytes();
    }

    String text() throws OnnxException {
        if (type != BYTES) {
            throw wrongType("a text");
        }
        Wire text = bytes();
        byte[] bytes = new byte[text.end - text.position];
        file.get(text.position, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    long varint() throws OnnxException {
        int start = position;
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = file.get(advance(1));
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new OnnxException("not an ONNX model: the number at byte %s has no end".formatted(start));
    }

    /** The next number of a sequence of fixed width, as its bits. */
    long fixed(int width) throws OnnxException {
        return bits(advance(width), width);
    }

    /** A number of what is left, a sequence of fixed width, as its bits. */
    long at(int index, int width) {
        if (index < 0 || index >= remaining() / width) {
            throw new IndexOutOfBoundsException(index);
        }
        return bits(position + index * width, width);
    }

    private long bits(int at, int width) {
        return switch (width) {
            case 1 -> file.get(at);
            case 2 -> file.getShort(at);
            case 4 -> file.getInt(at);
            default -> file.getLong(at);
        };
    }

    int remaining() {
        return end - position;
    }

    private Wire bytes() throws OnnxException {
        int start = position;
        long length = varint();
        if (length < 0 || length > end - position) {
            throw new OnnxException(
                    "the file is truncated or not an ONNX model: at byte %s, %s bytes are announced and %s are left"
                            .formatted(start, Long.toUnsignedString(length), end - position));
        }
        int begin = position;
        position += (int) length;
        return new Wire(file, begin, position);
    }

    private int advance(int count) throws OnnxException {
        if (end - position < count) {
            throw new OnnxException(
                    "the file is truncated or not an ONNX model: byte %s is its end or that of a part of it, but a value goes on"
                            .formatted(end));
        }
        position += count;
        return position - count;
    }

    private OnnxException wrongType(String expected) {
        return new OnnxException(
                "not an ONNX model: the field before byte %s should be %s".formatted(position, expected));
    }
}
