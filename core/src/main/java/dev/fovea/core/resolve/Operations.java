package dev.fovea.core.resolve;

/**
 * What builds the layers of each operation.
 *
 * <p>A switch rather than a map: it loads the classes only of the operations that a model has.
 */
final class Operations {
    private Operations() {}

    static void build(LayerBuilder builder, References references) {
        switch (builder.declaration.operation()) {
            case CONV, DILATED, PROJECTION -> Convolutions.convolution(builder);
            case DEFORMABLE_CONV -> Convolutions.deformable(builder);
            case TRANSPOSED_CONV -> TransposedConvolutions.build(builder);
            case POOL -> Convolutions.pool(builder);
            case UNPOOL -> Unpools.build(builder, references);
            case GLOBAL_POOL -> Resampling.globalPool(builder);
            case ADAPTIVE_POOL -> Resampling.adaptivePool(builder);
            case UPSAMPLE -> Resampling.upsample(builder, references);
            case PIXEL_SHUFFLE -> Resampling.pixelShuffle(builder);
            case SPACE_TO_DEPTH -> SpaceToDepths.build(builder);
            case ADD -> Merges.add(builder);
            case MULTIPLY -> Merges.multiply(builder);
            case CONCAT -> Merges.concat(builder);
            case RESIDUAL -> Residuals.build(builder, references);
            case SQUEEZE_EXCITE -> ChannelOperations.squeezeExcite(builder);
            case NORMALIZE -> ChannelOperations.normalize(builder);
            case ACTIVATE -> PointwiseOperations.activate(builder);
            case DROPOUT -> PointwiseOperations.dropout(builder);
            case LOCAL_RESPONSE_NORM -> PointwiseOperations.localResponseNorm(builder);
            case SCALE -> PointwiseOperations.scale(builder);
            case ATTENTION -> Attentions.build(builder);
            case TOKEN_MIXING -> TokenMixings.build(builder);
            case RECURRENT -> Recurrents.build(builder);
            case CHANNEL_SHUFFLE -> ChannelOperations.channelShuffle(builder);
            case SLICE -> ChannelOperations.slice(builder);
            case PAD -> ChannelOperations.border(builder, 1);
            case CROP -> ChannelOperations.border(builder, -1);
            case LINEAR -> ChannelOperations.linear(builder);
            case SEPARABLE_CONV -> throw new IllegalArgumentException("its convolutions are built one by one");
            case USE -> throw new IllegalArgumentException("a block is expanded");
            case UNREAD -> throw new IllegalArgumentException("nothing is known of it");
        }
        PointwiseOperations.activation(builder);
    }
}
