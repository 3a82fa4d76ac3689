package dev.fovea.core.resolve;

import java.util.OptionalLong;

/**
 * {@code @TokenMixing}: a matrix over the positions of a map, or two with hidden values in between, the same for each
 * channel (Tolstikhin et al. 2021, equation 1). A unit's own place is among what it reads: that path stays local, as it is
 * at squeeze-and-excitation.
 */
final class TokenMixings {
    private TokenMixings() {}

    static void build(LayerBuilder builder) {
        Attributes attributes = builder.attributes;
        long hidden = attributes.number("hidden", 0);
        boolean bias = attributes.flag("bias");
        if (!attributes.areValid()) {
            return;
        }
        ChannelOperations.pointwise(builder);
        builder.wholeMap = true;
        boolean unknown = attributes.isUnstated("hidden");
        if (!unknown && hidden > 0) {
            builder.report.put("hidden", hidden);
        }
        builder.report.put("bias", bias);
        OptionalLong positions = Convolutions.product(builder.input().extents());
        builder.parameters = OptionalLong.empty();
        builder.macs = OptionalLong.empty();
        if (unknown || positions.isEmpty()) {
            return;
        }
        long places = positions.getAsLong();
        long weights = hidden > 0
                ? Math.multiplyExact(2, Math.multiplyExact(places, hidden))
                : Math.multiplyExact(places, places);
        long biases = Math.addExact(places, hidden);
        builder.parameters = OptionalLong.of(Math.addExact(weights, bias ? biases : 0));
        if (builder.channels.isPresent()) {
            builder.macs = OptionalLong.of(Math.multiplyExact(weights, builder.channels.getAsLong()));
        }
    }
}
