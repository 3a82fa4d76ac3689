package dev.fovea.onnx.wire;

import dev.fovea.onnx.graph.ElementType;
import java.util.AbstractList;
import java.util.RandomAccess;

/** Elements as a file stores them, each decoded when it is asked for: of most tensors only the extents matter. */
final class RawElements extends AbstractList<Number> implements RandomAccess {
    private final Wire raw;
    private final int type;
    private final int width;

    RawElements(Wire raw, int type, int width) {
        this.raw = raw;
        this.type = type;
        this.width = width;
    }

    @Override
    public Number get(int index) {
        return element(type, raw.at(index, width));
    }

    @Override
    public int size() {
        return raw.remaining() / width;
    }

    /** A number by the bits that stand for it. */
    static Number element(int type, long bits) {
        return switch (type) {
            case ElementType.FLOAT -> (double) Float.intBitsToFloat((int) bits);
            case ElementType.DOUBLE -> Double.longBitsToDouble(bits);
            case ElementType.FLOAT16 -> half((int) bits);
            case ElementType.BFLOAT16 -> (double) Float.intBitsToFloat((int) bits << 16);
            case ElementType.UINT8 -> bits & 0xff;
            case 4 -> bits & 0xffff;
            case 12 -> bits & 0xffffffffL;
            default -> bits;
        };
    }

    private static double half(int bits) {
        int exponent = bits >> 10 & 31;
        int fraction = bits & 1023;
        double magnitude = exponent == 0
                ? fraction * 0x1p-24
                : exponent == 31
                        ? fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN
                        : (1024 + fraction) * Math.pow(2, exponent - 25);
        return (bits & 0x8000) == 0 ? magnitude : -magnitude;
    }

    /** Bytes of an element; 0 for types that are no numbers. */
    static int width(int type) {
        return switch (type) {
            case ElementType.UINT8, ElementType.INT8, ElementType.BOOL -> 1;
            case 4, 5, ElementType.FLOAT16, ElementType.BFLOAT16 -> 2;
            case ElementType.FLOAT, ElementType.INT32, 12 -> 4;
            case ElementType.INT64, ElementType.DOUBLE, 13 -> 8;
            default -> 0;
        };
    }
}
