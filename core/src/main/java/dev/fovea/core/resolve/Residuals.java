package dev.fovea.core.resolve;

import dev.fovea.core.exact.Integers;
import dev.fovea.core.network.Extent;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Marks;
import dev.fovea.core.network.Operation;
import dev.fovea.core.network.OutputExtent;
import dev.fovea.core.network.Step;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code @Residual}, with the 1×1 projection where the shortcut needs one (He et al. 2016, section 3.3, option B). */
final class Residuals {
    private Residuals() {}

    static void build(LayerBuilder builder, References references) {
        Optional<Integer> shortcut =
                references.resolve(builder.declaration, builder.place("shortcut"), builder.attributes.text("shortcut"));
        if (shortcut.isEmpty()) {
            builder.attributes.fail();
            return;
        }
        int main = builder.sources.get(0);
        Assembly assembly = builder.assembly;
        long[] stride = strides(assembly, main, shortcut.get());
        OptionalLong out = assembly.shape(main).channels();
        OptionalLong in = assembly.shape(shortcut.get()).channels();
        boolean channelsDiffer = out.isPresent() && in.isPresent() && !out.equals(in);
        boolean strided = Arrays.stream(stride).anyMatch(s -> s > 1);
        int added = shortcut.get();
        List<Integer> open = openAxes(assembly, main, shortcut.get());
        if (channelsDiffer || strided) {
            added = project(builder, shortcut.get(), main, stride, open);
        } else if (!open.isEmpty()) {
            builder.parameters = OptionalLong.empty();
            builder.macs = OptionalLong.empty();
        }
        List<Integer> joined = List.of(main, added);
        Merges.readAll(builder, joined);
        Merges.joinExtents(builder, joined, index -> builder.place("shortcut"));
        // A projection may make the shortcut smaller: what the sum has is the main path's.
        open.forEach(
                axis -> builder.extents.set(axis, assembly.shape(main).extents().get(axis)));
        Merges.joinChannels(builder, joined, index -> builder.place("shortcut"));
        if (out.isEmpty()) {
            builder.channels = out;
        }
        if (out.isEmpty() || in.isEmpty()) {
            // Whether there is a projection is open, unless a stride tells.
            builder.parameters = strided ? builder.parameters : OptionalLong.empty();
            builder.macs = strided ? builder.macs : OptionalLong.empty();
        }
    }

    /**
     * Per axis, how much faster the main path jumps, where that is an integer; else 1. Where a jump is unknown, the
     * stride that leads from one known extent to the other.
     */
    private static long[] strides(Assembly assembly, int main, int shortcut) {
        long[] stride = Windows.ones(assembly.axes());
        for (int axis = 0; axis < stride.length; axis++) {
            Optional<Rational> fast = assembly.jump(main, axis);
            Optional<Rational> slow = assembly.jump(shortcut, axis);
            if (fast.isEmpty() || slow.isEmpty()) {
                stride[axis] = between(
                        assembly.shape(shortcut).extents().get(axis),
                        assembly.shape(main).extents().get(axis));
            } else if (!slow.get().equals(Rational.ZERO)) {
                Rational ratio = fast.get().dividedBy(slow.get());
                boolean fits = ratio.isInteger() && ratio.compareTo(Rational.of(Attributes.MAX)) <= 0;
                stride[axis] = fits ? Math.max(1, ratio.longValueExact()) : 1;
            }
        }
        return stride;
    }

    /** The axes along which neither jumps nor extents tell whether the main path strides. */
    private static List<Integer> openAxes(Assembly assembly, int main, int shortcut) {
        List<Integer> open = new ArrayList<>();
        for (int axis = 0; axis < assembly.axes(); axis++) {
            boolean jumps = assembly.jump(main, axis).isPresent()
                    && assembly.jump(shortcut, axis).isPresent();
            boolean extents = assembly.shape(main).extents().get(axis).isKnown()
                    && assembly.shape(shortcut).extents().get(axis).isKnown();
            if (!jumps && !extents) {
                open.add(axis);
            }
        }
        return open;
    }

    /** The smallest stride by which a 1×1 window leads from one extent to the other; 1 where there is none. */
    private static long between(Extent from, Extent to) {
        if (!from.isKnown() || !to.isKnown() || to.value() >= from.value()) {
            return 1;
        }
        long stride = Integers.ceilDiv(from.value(), to.value());
        return Integers.ceilDiv(from.value(), stride) == to.value() ? stride : 1;
    }

    /** Adds the projection as a layer of its own and returns its index. */
    private static int project(LayerBuilder builder, int shortcut, int main, long[] stride, List<Integer> open) {
        Map<String, Object> values = new HashMap<>();
        values.put("kernel", List.of(1L));
        values.put("stride", Windows.boxed(stride));
        values.put("padding", List.of(0L));
        values.put("out", builder.assembly.shape(main).channels().orElse(0));
        values.put("groups", 1L);
        values.put("bias", false);
        values.put("norm", "BATCH");
        Declaration declaration =
                new Declaration(builder.name() + ".projection", Operation.PROJECTION, values, Map.of());
        LayerBuilder projection = new LayerBuilder(
                builder.assembly,
                builder.site,
                declaration,
                List.of(shortcut),
                new Attributes(declaration.name(), values, builder.place("shortcut"), builder.assembly.problems()));
        Convolutions.convolution(projection);
        if (!open.isEmpty()) {
            List<Step> steps = new ArrayList<>(projection.links.get(0).steps());
            open.forEach(axis -> steps.set(axis, new Step.Unknown()));
            open.forEach(axis -> projection.extents.set(
                    axis, builder.assembly.shape(main).extents().get(axis)));
            open.forEach(axis -> projection.outputExtents.set(axis, new OutputExtent.SameAs(main)));
            projection.links.set(0, new Link(shortcut, steps));
            projection.report.remove("stride");
            projection.macs = OptionalLong.empty();
        }
        return builder.assembly.add(projection.layer(Marks.NONE));
    }
}
