package dev.fovea.core.resolve;

import dev.fovea.Activation;
import dev.fovea.core.network.Operation;
import java.math.BigDecimal;
import java.util.OptionalLong;

/** What acts on each number of a map, and leaves the receptive field as it is: activations, dropout, trained scales. */
final class PointwiseOperations {
    private static final String ACTIVATION = "activation";

    private PointwiseOperations() {}

    /** {@code @Activate}. */
    static void activate(LayerBuilder builder) {
        String activation = builder.attributes.text("value");
        ChannelOperations.pointwise(builder);
        builder.report.put(ACTIVATION, activation);
        add(builder, activation);
    }

    /** The activation that a layer states beside its operation, whose parameters are its own. */
    static void activation(LayerBuilder builder) {
        if (!builder.attributes.has(ACTIVATION) || !builder.attributes.areValid()) {
            return;
        }
        String activation = builder.attributes.text(ACTIVATION);
        if (!activation.equals(Activation.NONE.name())) {
            builder.report.put(ACTIVATION, activation);
        }
        // That of squeeze-and-excitation acts on the squeezed channels, and is counted there.
        if (builder.declaration.operation() != Operation.SQUEEZE_EXCITE) {
            add(builder, activation);
        }
    }

    private static void add(LayerBuilder builder, String activation) {
        if (parameters(activation, 1) == 0) {
            return;
        }
        builder.parameters = builder.parameters.isPresent() && builder.channels.isPresent()
                ? OptionalLong.of(Math.addExact(
                        builder.parameters.getAsLong(), parameters(activation, builder.channels.getAsLong())))
                : OptionalLong.empty();
    }

    /** Trained parameters of an activation of {@code channels} channels: only PReLU has any, one for each. */
    static long parameters(String activation, long channels) {
        return activation.equals(Activation.PRELU.name()) ? channels : 0;
    }

    /** {@code @Dropout}. */
    static void dropout(LayerBuilder builder) {
        double share = builder.attributes.decimal("value");
        if (!(share >= 0 && share <= 1)) {
            builder.attributes.invalid(
                    "value",
                    -1,
                    "the share that %s drops is %s; it must be from 0 to 1".formatted(builder.name(), share));
            return;
        }
        ChannelOperations.pointwise(builder);
        builder.report.put("value", BigDecimal.valueOf(share).abs());
    }

    /** {@code @LocalResponseNorm}. */
    static void localResponseNorm(LayerBuilder builder) {
        long size = builder.attributes.number("value", 1);
        if (!builder.attributes.areValid()) {
            return;
        }
        ChannelOperations.pointwise(builder);
        if (!builder.attributes.isUnstated("value")) {
            builder.report.put("value", size);
        }
    }

    /** {@code @Scale}. */
    static void scale(LayerBuilder builder) {
        ChannelOperations.pointwise(builder);
        builder.parameters = builder.channels;
    }
}
