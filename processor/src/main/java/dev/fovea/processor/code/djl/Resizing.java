package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Code;
import dev.fovea.processor.code.eval.Invocation;
import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.eval.Values;
import dev.fovea.processor.code.graph.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code NDImageUtils.resize}, which takes channels last, and the width first. */
final class Resizing {
    static final String NAME = "ai.djl.modality.cv.util.NDImageUtils";
    static final String INTERPOLATION = "ai.djl.modality.cv.Image.Interpolation";

    private static final List<List<Integer>> CHANNELS_LAST =
            List.of(List.of(Dim.BATCH), List.of(2), List.of(3), Tensor.CHANNELS);

    private Resizing() {}

    static @Nullable Object call(Invocation invocation) {
        if (!invocation.name().equals("resize") || !(invocation.value(0) instanceof Tensor image)) {
            return Invocation.NONE;
        }
        Object mode = invocation.count() == 4 ? invocation.value(3) : Interpolation.BILINEAR;
        if (!image.order().equals(CHANNELS_LAST)
                || invocation.count() < 3
                || !(mode instanceof Interpolation interpolation)) {
            return TensorMethods.other(image, invocation);
        }
        if (interpolation.mode().isEmpty()) {
            return Tensor.other(
                    image.tracer(), image.node(), invocation.unknown("only nearest and bilinear resizing is followed"));
        }
        return resize(image, invocation, interpolation.mode());
    }

    private static Tensor resize(Tensor image, Invocation invocation, String mode) {
        Code code = invocation.code();
        Tracer tracer = image.tracer();
        List<@Nullable Object> wanted = Arrays.asList(invocation.value(2), invocation.value(1));
        Node node = tracer.add("Upsample", null, code, List.of(image.node())).with("mode", mode, code);
        List<Long> scale = new ArrayList<>();
        List<Long> size = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Long factor = factor(wanted.get(i), image, i + 2);
            Long extent = Values.number(wanted.get(i));
            if (factor != null) {
                scale.add(factor);
            }
            if (extent != null) {
                size.add(extent);
            }
        }
        Node other = other(wanted);
        if (scale.size() == wanted.size()) {
            node.with("scale", List.copyOf(scale), code);
        } else if (other != null) {
            node.to(other, code);
        } else if (size.size() == wanted.size()) {
            node.with("size", List.copyOf(size), code);
        } else {
            Unknown why = wanted.get(0) instanceof Unknown unknown
                    ? unknown
                    : invocation.unknown(
                            "the size to resize to is known only at run time; resize takes the width first");
            tracer.graph().note(why);
            node.unread(why);
        }
        return image.like(node);
    }

    /** The factor by which an axis grows; by the other axis' extent where the two are equal. */
    private static @Nullable Long factor(@Nullable Object wanted, Tensor image, int axis) {
        if (!(wanted instanceof Dim dim) || dim.axis() < 2 || dim.tensor().node() != image.node()) {
            return null;
        }
        Long own = image.size(axis);
        boolean isAlike = dim.axis() == axis || own != null && own.equals(image.size(dim.axis()));
        return isAlike ? Long.valueOf(dim.factor()) : null;
    }

    /** The layer whose extents are taken along all axes. */
    private static @Nullable Node other(List<@Nullable Object> wanted) {
        Node node = null;
        for (int i = 0; i < wanted.size(); i++) {
            if (!(wanted.get(i) instanceof Dim dim)
                    || dim.axis() != i + 2
                    || dim.factor() != 1
                    || node != null && dim.tensor().node() != node) {
                return null;
            }
            node = dim.tensor().node();
        }
        return node == null || node.isInput() ? null : node;
    }

    /** How values between units are found. */
    enum Interpolation {
        NEAREST("NEAREST"),
        BILINEAR("LINEAR"),
        AREA(""),
        BICUBIC("");

        private final String mode;

        Interpolation(String mode) {
            this.mode = mode;
        }

        /** The annotation's value; empty where it has none. */
        String mode() {
            return mode;
        }
    }
}
