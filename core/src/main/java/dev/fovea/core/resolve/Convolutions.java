package dev.fovea.core.resolve;

import dev.fovea.Groups;
import dev.fovea.Norm;
import dev.fovea.core.network.Extent;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Step;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;

/** Channels, parameters and multiply-adds of the layers with a weighted window. */
final class Convolutions {
    private Convolutions() {}

    /** {@code @Conv} and {@code @Dilated}. */
    static void convolution(Draft draft) {
        Windows windows = Windows.of(draft, false);
        weights(draft, windows.kernel(), windows::apply);
    }

    /** {@code @Pool}. */
    static void pool(Draft draft) {
        Windows windows = Windows.of(draft, draft.attributes.flag("ceilMode"));
        if (!draft.attributes.areValid()) {
            return;
        }
        windows.apply();
        draft.channels = draft.inputChannels();
        draft.report.put("type", draft.attributes.text("type"));
        draft.report.put("ceilMode", draft.attributes.flag("ceilMode"));
    }

    /** {@code @DeformableConv}: the nominal grid, widened by the largest offset where that is stated. */
    static void deformable(Draft draft) {
        Windows windows = Windows.of(draft, false);
        double maxOffset = draft.attributes.decimal("maxOffset");
        if (Double.isNaN(maxOffset) || maxOffset > Attributes.MAX) {
            draft.attributes.invalid(
                    "maxOffset",
                    -1,
                    "maxOffset of %s is %s; it must be at most 2^24, or negative (unknown)"
                            .formatted(draft.name(), maxOffset));
        }
        weights(draft, windows.kernel(), windows::apply);
        draft.dataDependent = true;
        long reach = (long) Math.ceil(maxOffset);
        if (draft.attributes.areValid() && reach > 0) {
            Link link = draft.links.get(0);
            List<Step> widened = link.steps().stream()
                    .<Step>map(step -> new Step.Deformed((Step.Window) step, reach))
                    .toList();
            draft.links.set(0, new Link(link.source(), widened));
        }
        if (maxOffset >= 0) {
            draft.report.put("maxOffset", new BigDecimal(maxOffset));
        }
    }

    /** Adds channels and costs to a layer whose geometry is applied once the attributes are known to be valid. */
    static void weights(Draft draft, long[] kernel, Runnable geometry) {
        Attributes attributes = draft.attributes;
        long out = attributes.number("out", 0);
        boolean depthwise = attributes.raw("groups") == Groups.DEPTHWISE;
        long groups = depthwise ? 1 : attributes.number("groups", 1);
        if (!attributes.areValid()) {
            return;
        }
        geometry.run();
        OptionalLong in = draft.inputChannels();
        OptionalLong actualGroups =
                depthwise ? in : attributes.isUnstated("groups") ? OptionalLong.empty() : OptionalLong.of(groups);
        draft.channels = out > 0 ? OptionalLong.of(out) : depthwise ? in : OptionalLong.empty();
        boolean divides = groupsDivide(draft, in, actualGroups, depthwise);
        if (actualGroups.isPresent()) {
            draft.report.put("groups", actualGroups.getAsLong());
        }
        if (draft.channels.isPresent()) {
            draft.report.put("out", draft.channels.getAsLong());
        }
        draft.report.put("bias", attributes.flag("bias"));
        draft.report.put("norm", attributes.text("norm"));
        draft.wholeMap = usesWholeMap(attributes.text("norm"));
        if (divides && in.isPresent() && draft.channels.isPresent() && actualGroups.isPresent()) {
            cost(draft, kernel, in.getAsLong(), actualGroups.getAsLong());
        } else {
            draft.parameters = OptionalLong.empty();
            draft.macs = OptionalLong.empty();
        }
    }

    private static void cost(Draft draft, long[] kernel, long in, long groups) {
        long out = draft.channels.getAsLong();
        long weights = Math.multiplyExact(out, in / groups);
        for (long size : kernel) {
            weights = Math.multiplyExact(weights, size);
        }
        long bias = draft.attributes.flag("bias") ? out : 0;
        draft.parameters = OptionalLong.of(
                Math.addExact(weights, Math.addExact(bias, normParameters(draft.attributes.text("norm"), out))));
        boolean transposed = draft.links.get(0).steps().get(0) instanceof Step.Transposed;
        OptionalLong positions = product(transposed ? draft.input().extents() : draft.extents);
        draft.macs = positions.isPresent()
                ? OptionalLong.of(Math.multiplyExact(weights, positions.getAsLong()))
                : OptionalLong.empty();
    }

    private static boolean groupsDivide(Draft draft, OptionalLong in, OptionalLong groups, boolean depthwise) {
        if (groups.isEmpty()) {
            return true;
        }
        long count = groups.getAsLong();
        if (in.isPresent() && in.getAsLong() % count != 0) {
            draft.mismatch(
                    draft.place("groups"),
                    "groups = %s of %s does not divide the %s channels of its input %s; use a divisor of %s"
                            .formatted(
                                    count,
                                    draft.name(),
                                    in.getAsLong(),
                                    draft.assembly.name(draft.sources.get(0)),
                                    in.getAsLong()));
            return false;
        }
        if (draft.channels.isPresent() && draft.channels.getAsLong() % count != 0) {
            long out = draft.channels.getAsLong();
            draft.mismatch(
                    draft.place(depthwise ? "out" : "groups"),
                    depthwise
                            ? "out = %s of the depthwise layer %s is no multiple of its %s input channels; use a multiple"
                                    .formatted(out, draft.name(), count)
                            : "groups = %s of %s does not divide its %s output channels; use a divisor of %s"
                                    .formatted(count, draft.name(), out, out));
            return false;
        }
        return true;
    }

    /** Number of units of a map; unknown where an extent is. */
    static OptionalLong product(List<Extent> extents) {
        long product = 1;
        for (Extent extent : extents) {
            if (!extent.isKnown()) {
                return OptionalLong.empty();
            }
            product = Math.multiplyExact(product, extent.value());
        }
        return OptionalLong.of(product);
    }

    /** Trained parameters of a normalisation of {@code channels} channels. */
    static long normParameters(String norm, long channels) {
        return switch (Norm.valueOf(norm)) {
            case NONE, INSTANCE -> 0;
            case BATCH, LAYER, GROUP, INSTANCE_AFFINE -> Math.multiplyExact(2, channels);
        };
    }

    /** True if a normalisation uses statistics of the whole map. */
    static boolean usesWholeMap(String norm) {
        return switch (Norm.valueOf(norm)) {
            case GROUP, INSTANCE, INSTANCE_AFFINE -> true;
            case NONE, BATCH, LAYER -> false;
        };
    }
}
