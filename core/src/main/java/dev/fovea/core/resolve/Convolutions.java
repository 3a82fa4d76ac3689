package dev.fovea.core.resolve;

import dev.fovea.Groups;
import dev.fovea.Norm;
import dev.fovea.core.network.Deformed;
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
    static void convolution(LayerBuilder builder) {
        Windows windows = Windows.of(builder, false);
        weights(builder, windows.kernel(), windows::apply);
    }

    /** {@code @Pool}. */
    static void pool(LayerBuilder builder) {
        Windows windows = Windows.of(builder, builder.attributes.flag("ceilMode"));
        if (!builder.attributes.areValid()) {
            return;
        }
        windows.apply();
        builder.channels = builder.inputChannels();
        builder.report.put("type", builder.attributes.text("type"));
        builder.report.put("ceilMode", builder.attributes.flag("ceilMode"));
    }

    /** {@code @DeformableConv}: the nominal grid, widened by the largest offset where that is stated. */
    static void deformable(LayerBuilder builder) {
        Windows windows = Windows.of(builder, false);
        double maxOffset = builder.attributes.decimal("maxOffset");
        if (Double.isNaN(maxOffset) || maxOffset > Attributes.MAX) {
            builder.attributes.invalid(
                    "maxOffset",
                    -1,
                    "maxOffset of %s is %s; it must be at most 2^24, or negative (unknown)"
                            .formatted(builder.name(), maxOffset));
            return;
        }
        weights(builder, windows.kernel(), windows::apply);
        builder.dataDependent = true;
        long reach = (long) Math.ceil(maxOffset);
        if (builder.attributes.areValid() && reach > 0) {
            Link link = builder.links.get(0);
            List<Step> widened = link.steps().stream()
                    .<Step>map(step -> new Deformed(step.window().orElseThrow(), reach))
                    .toList();
            builder.links.set(0, new Link(link.source(), widened));
        }
        if (maxOffset >= 0) {
            builder.report.put("maxOffset", new BigDecimal(maxOffset));
        }
    }

    /** Adds channels and costs to a layer whose geometry is applied once the attributes are known to be valid. */
    static void weights(LayerBuilder builder, long[] kernel, Runnable geometry) {
        Attributes attributes = builder.attributes;
        long out = attributes.number("out", 0);
        boolean depthwise = attributes.raw("groups") == Groups.DEPTHWISE;
        long groups = depthwise ? 1 : attributes.number("groups", 1);
        if (!attributes.areValid()) {
            return;
        }
        geometry.run();
        OptionalLong in = builder.inputChannels();
        OptionalLong actualGroups =
                depthwise ? in : attributes.isUnstated("groups") ? OptionalLong.empty() : OptionalLong.of(groups);
        builder.channels = out > 0 ? OptionalLong.of(out) : depthwise ? in : OptionalLong.empty();
        builder.groups = actualGroups;
        boolean divides = groupsDivide(builder, in, actualGroups, depthwise);
        if (actualGroups.isPresent()) {
            builder.report.put("groups", actualGroups.getAsLong());
        }
        if (builder.channels.isPresent()) {
            builder.report.put("out", builder.channels.getAsLong());
        }
        builder.report.put("bias", attributes.flag("bias"));
        builder.report.put("norm", attributes.text("norm"));
        builder.wholeMap = usesWholeMap(attributes.text("norm"));
        if (divides && in.isPresent() && builder.channels.isPresent() && actualGroups.isPresent()) {
            cost(builder, kernel, in.getAsLong(), actualGroups.getAsLong());
        } else {
            builder.parameters = OptionalLong.empty();
            builder.macs = OptionalLong.empty();
        }
    }

    private static void cost(LayerBuilder builder, long[] kernel, long in, long groups) {
        long out = builder.channels.getAsLong();
        long weights = Math.multiplyExact(out, in / groups);
        for (long size : kernel) {
            weights = Math.multiplyExact(weights, size);
        }
        long bias = builder.attributes.flag("bias") ? out : 0;
        builder.parameters = OptionalLong.of(
                Math.addExact(weights, Math.addExact(bias, normParameters(builder.attributes.text("norm"), out))));
        boolean transposed = builder.links.get(0).steps().get(0).transposed().isPresent();
        OptionalLong positions = product(transposed ? builder.input().extents() : builder.extents);
        builder.macs = positions.isPresent()
                ? OptionalLong.of(Math.multiplyExact(weights, positions.getAsLong()))
                : OptionalLong.empty();
    }

    private static boolean groupsDivide(LayerBuilder builder, OptionalLong in, OptionalLong groups, boolean depthwise) {
        if (groups.isEmpty()) {
            return true;
        }
        long count = groups.getAsLong();
        if (in.isPresent() && in.getAsLong() % count != 0) {
            builder.mismatch(
                    builder.place("groups"),
                    "groups = %s of %s does not divide the %s channels of %s; use a divisor of %s"
                            .formatted(
                                    count,
                                    builder.name(),
                                    in.getAsLong(),
                                    builder.assembly.inputTitle(builder.sources.get(0)),
                                    in.getAsLong()));
            return false;
        }
        if (builder.channels.isPresent() && builder.channels.getAsLong() % count != 0) {
            long out = builder.channels.getAsLong();
            builder.mismatch(
                    builder.place(depthwise ? "out" : "groups"),
                    depthwise
                            ? "out = %s of the depthwise layer %s is not a multiple of its %s input channels; use a multiple"
                                    .formatted(out, builder.name(), count)
                            : "groups = %s of %s does not divide its %s output channels; use a divisor of %s"
                                    .formatted(count, builder.name(), out, out));
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
