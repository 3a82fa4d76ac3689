package dev.fovea.onnx.wire;

import dev.fovea.onnx.graph.ElementType;
import dev.fovea.onnx.graph.Tensor;
import dev.fovea.onnx.unread.OnnxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a tensor: its extents always, its elements where they are few. */
final class TensorReader {
    private final Budget budget;
    private final List<Long> dims = new ArrayList<>();
    private final List<PackedPart> parts = new ArrayList<>();
    private String name = "";
    private int type;
    private @Nullable Wire raw;
    private boolean external;

    /** Elements in one of the typed fields, not decoded yet: the extents may come later in the file. */
    private record PackedPart(int field, boolean packed, Wire wire, long single) {}

    private TensorReader(Budget budget) {
        this.budget = budget;
    }

    static Tensor read(Wire wire, Budget budget) throws OnnxException {
        return new TensorReader(budget).tensor(wire);
    }

    /** A sparse tensor: its own extents, none of its elements. */
    static Tensor readSparse(Wire wire, Budget budget) throws OnnxException {
        String name = "";
        int type = 0;
        List<Long> dims = new ArrayList<>();
        for (int field = wire.next(); field != 0; field = wire.next()) {
            switch (field) {
                case 1 -> {
                    Tensor values = read(wire.message(), budget);
                    name = values.name();
                    type = values.type();
                }
                case 3 -> Lists.longs(wire, budget, dims);
                default -> wire.skip();
            }
        }
        return new Tensor(name, type, dims, List.of(), true);
    }

    private Tensor tensor(Wire wire) throws OnnxException {
        int start = wire.position();
        for (int field = wire.next(); field != 0; field = wire.next()) {
            switch (field) {
                case 1 -> Lists.longs(wire, budget, dims);
                case 2 -> type = (int) wire.number();
                case 4, 5, 7, 10, 11 -> part(field, wire);
                case 8 -> name = wire.text();
                case 9 -> raw = wire.message();
                case 14 -> external = wire.number() == 1;
                default -> wire.skip();
            }
        }
        long count = 1;
        for (long dim : dims) {
            if (dim < 0) {
                throw new OnnxException(
                        "the tensor %s at byte %s has the negative extent %s".formatted(name, start, dim));
            }
            // Only whether there are few matters, and 0 stays 0.
            count = dim == 0 ? 0 : Math.min(count, 1L << 31) * Math.min(dim, 1L << 31);
        }
        boolean few = count <= Tensor.MOST_ELEMENTS && !external;
        boolean stored = external || raw != null && raw.remaining() > 0 || !parts.isEmpty();
        List<Number> elements = few ? elements((int) count) : List.of();
        return new Tensor(name, type, dims, elements, stored);
    }

    private void part(int field, Wire wire) throws OnnxException {
        if (wire.type() == Wire.BYTES) {
            parts.add(new PackedPart(field, true, wire.message(), 0));
        } else if (parts.size() <= Tensor.MOST_ELEMENTS) {
            parts.add(new PackedPart(field, false, wire, wire.number()));
        } else {
            wire.skip();
        }
    }

    /** The elements, if there are exactly as many as the extents say. */
    private List<Number> elements(int count) throws OnnxException {
        int width = RawElements.width(type);
        if (width == 0) {
            return List.of();
        }
        if (raw != null) {
            return raw.remaining() == (long) count * width ? new RawElements(raw, type, width) : List.of();
        }
        List<Number> result = new ArrayList<>();
        for (PackedPart part : parts) {
            if (!part.packed()) {
                result.add(typed(part.field(), part.single()));
            }
            while (part.packed() && !part.wire().isAtEnd() && result.size() <= count) {
                budget.take(part.wire());
                int fixed = part.field() == 4 ? 4 : part.field() == 10 ? 8 : 0;
                result.add(typed(
                        part.field(),
                        fixed == 0 ? part.wire().varint() : part.wire().fixed(fixed)));
            }
        }
        return result.size() == count ? result : List.of();
    }

    private Number typed(int field, long bits) {
        return switch (field) {
            case 4 -> (double) Float.intBitsToFloat((int) bits);
            case 10 -> Double.longBitsToDouble(bits);
            default -> isHalf() ? RawElements.element(type, bits) : (Number) bits;
        };
    }

    private boolean isHalf() {
        return type == ElementType.FLOAT16 || type == ElementType.BFLOAT16;
    }
}
