package dev.fovea.onnx.wire;

import dev.fovea.onnx.unread.OnnxException;
import java.util.List;

/** Repeated numbers, which a file may hold one by one or packed. */
final class Lists {
    private Lists() {}

    static void longs(Wire wire, Budget budget, List<Long> into) throws OnnxException {
        if (wire.type() != Wire.BYTES) {
            budget.take(wire);
            into.add(wire.number());
            return;
        }
        Wire packed = wire.message();
        while (!packed.isAtEnd()) {
            budget.take(packed);
            into.add(packed.varint());
        }
    }

    static void floats(Wire wire, Budget budget, List<Double> into) throws OnnxException {
        if (wire.type() != Wire.BYTES) {
            budget.take(wire);
            into.add((double) Float.intBitsToFloat((int) wire.number()));
            return;
        }
        Wire packed = wire.message();
        while (!packed.isAtEnd()) {
            budget.take(packed);
            into.add((double) Float.intBitsToFloat((int) packed.fixed(4)));
        }
    }
}
