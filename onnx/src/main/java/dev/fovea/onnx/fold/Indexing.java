package dev.fovea.onnx.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Operators on constants that pick, move and join elements. */
final class Indexing {
    private Indexing() {}

    /** Which element of the source stands at a place of the result. */
    interface Source {
        int[] of(int[] place);
    }

    /** A tensor of given extents whose elements come from {@code constant}; only extents where they are not known. */
    static Constant pick(Constant constant, List<Num> dims, Source source) {
        Constant shaped = Constant.shaped(dims, constant.integers());
        Optional<int[]> shape = shaped.shape();
        Optional<int[]> own = constant.shape();
        if (shape.isEmpty() || own.isEmpty() || constant.data().isEmpty()) {
            return shaped;
        }
        long count = 1;
        for (int extent : shape.get()) {
            count *= extent;
        }
        if (count > Folding.MOST_ELEMENTS) {
            return shaped;
        }
        List<Num> data = new ArrayList<>();
        int[] place = new int[shape.get().length];
        for (int flat = 0; flat < count; flat++) {
            int rest = flat;
            for (int axis = place.length - 1; axis >= 0; axis--) {
                place[axis] = rest % shape.get()[axis];
                rest /= shape.get()[axis];
            }
            int[] from = source.of(place);
            int index = 0;
            for (int axis = 0; axis < from.length; axis++) {
                if (from[axis] < 0 || from[axis] >= own.get()[axis]) {
                    return shaped;
                }
                index = index * own.get()[axis] + from[axis];
            }
            data.add(constant.data().get().get(index));
        }
        return Constant.of(dims, data, constant.integers());
    }

    /** The part of an axis that a slice keeps. */
    record Range(long begin, long step, long count) {
        static Range of(long extent, long start, long end, long step) {
            long begin = start < 0 ? start + extent : start;
            long stop = end < 0 ? end + extent : end;
            if (step > 0) {
                begin = Math.max(0, Math.min(begin, extent));
                stop = Math.max(0, Math.min(stop, extent));
                return new Range(begin, step, Math.max(0, (stop - begin + step - 1) / step));
            }
            begin = Math.max(-1, Math.min(begin, extent - 1));
            stop = Math.max(-1, Math.min(stop, extent - 1));
            return new Range(begin, step, Math.max(0, (begin - stop - step - 1) / -step));
        }
    }

    static Constant slice(Constant constant, int axis, long start, long end, long step) {
        List<Num> dims = new ArrayList<>(constant.dims().orElseThrow());
        if (!dims.get(axis).isWhole() || step == 0) {
            return Constant.OPAQUE;
        }
        Range range = Range.of((long) dims.get(axis).factor(), start, end, step);
        dims.set(axis, Num.of(range.count()));
        return pick(constant, dims, place -> {
            int[] from = place.clone();
            from[axis] = (int) (range.begin() + place[axis] * range.step());
            return from;
        });
    }

    static Constant transpose(Constant constant, List<Long> order) {
        List<Num> dims = constant.dims().orElseThrow();
        List<Num> permuted = new ArrayList<>();
        for (long axis : order) {
            permuted.add(dims.get((int) axis));
        }
        return pick(constant, permuted, place -> {
            int[] from = new int[place.length];
            for (int i = 0; i < place.length; i++) {
                from[(int) (long) order.get(i)] = place[i];
            }
            return from;
        });
    }

    static Constant gather(Constant constant, Constant indices, int axis) {
        List<Num> dims = constant.dims().orElseThrow();
        if (indices.dims().isEmpty()) {
            return Constant.OPAQUE;
        }
        int inner = indices.dims().get().size();
        List<Num> result = new ArrayList<>(dims.subList(0, axis));
        result.addAll(indices.dims().get());
        result.addAll(dims.subList(axis + 1, dims.size()));
        Optional<List<Long>> wholes = indices.wholes();
        Optional<int[]> shape = indices.shape();
        if (wholes.isEmpty() || shape.isEmpty() || !dims.get(axis).isWhole()) {
            return Constant.shaped(result, constant.integers());
        }
        int extent = (int) dims.get(axis).factor();
        return pick(constant, result, place -> {
            int flat = 0;
            for (int i = 0; i < inner; i++) {
                flat = flat * shape.get()[i] + place[axis + i];
            }
            long index = wholes.get().get(flat);
            int[] from = new int[dims.size()];
            System.arraycopy(place, 0, from, 0, axis);
            from[axis] = (int) (index < 0 ? index + extent : index);
            System.arraycopy(place, axis + inner, from, axis + 1, dims.size() - axis - 1);
            return from;
        });
    }

    static Constant concat(List<Constant> parts, int axis) {
        Num sum = Num.ZERO;
        boolean integers = true;
        for (Constant part : parts) {
            if (part.rank() != parts.get(0).rank() || part.rank() <= axis) {
                return Constant.OPAQUE;
            }
            Optional<Num> next = sum.plus(part.dims().orElseThrow().get(axis));
            if (next.isEmpty()) {
                return Constant.OPAQUE;
            }
            sum = next.get();
            integers &= part.integers();
        }
        List<Num> dims = new ArrayList<>(parts.get(0).dims().orElseThrow());
        dims.set(axis, sum);
        if (dims.size() != 1 || !parts.stream().allMatch(part -> part.data().isPresent())) {
            return Constant.shaped(dims, integers);
        }
        List<Num> data = new ArrayList<>();
        parts.forEach(part -> data.addAll(part.data().orElseThrow()));
        return data.size() > Folding.MOST_ELEMENTS
                ? Constant.shaped(dims, integers)
                : Constant.of(dims, data, integers);
    }
}
