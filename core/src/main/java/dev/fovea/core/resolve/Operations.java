package dev.fovea.core.resolve;

import java.util.Set;

/**
 * The layer annotations and what builds each.
 *
 * <p>A switch rather than a map: it loads the classes only of the operations that a model has.
 */
public final class Operations {
    private static final Set<String> MERGES = Set.of("Add", "Multiply", "Concat");

    private static final Set<String> NAMES = Set.of(
            "Conv",
            "Dilated",
            "DeformableConv",
            "TransposedConv",
            "Pool",
            "GlobalPool",
            "AdaptivePool",
            "Upsample",
            "PixelShuffle",
            "Add",
            "Multiply",
            "Concat",
            "Residual",
            "SqueezeExcite",
            "Normalize",
            "ChannelShuffle",
            "Slice",
            "Pad",
            "Crop",
            "Linear");

    private Operations() {}

    /** Simple names of the layer annotations, but for {@code @Use}, which is no operation of its own. */
    public static Set<String> names() {
        return NAMES;
    }

    /** True if the annotation makes a member a layer. */
    public static boolean isLayer(String annotation) {
        return annotation.equals("Use") || NAMES.contains(annotation);
    }

    /** True if the layer joins the inputs that {@code from} names. */
    static boolean merges(String annotation) {
        return MERGES.contains(annotation);
    }

    static void build(Draft draft, References references) {
        switch (draft.declaration.annotation()) {
            case "Conv", "Dilated" -> Convolutions.convolution(draft);
            case "DeformableConv" -> Convolutions.deformable(draft);
            case "TransposedConv" -> TransposedConvolutions.build(draft);
            case "Pool" -> Convolutions.pool(draft);
            case "GlobalPool" -> Resampling.globalPool(draft);
            case "AdaptivePool" -> Resampling.adaptivePool(draft);
            case "Upsample" -> Resampling.upsample(draft, references);
            case "PixelShuffle" -> Resampling.pixelShuffle(draft);
            case "Add" -> Merges.add(draft);
            case "Multiply" -> Merges.multiply(draft);
            case "Concat" -> Merges.concat(draft);
            case "Residual" -> Residuals.build(draft, references);
            case "SqueezeExcite" -> ChannelOperations.squeezeExcite(draft);
            case "Normalize" -> ChannelOperations.normalize(draft);
            case "ChannelShuffle" -> ChannelOperations.channelShuffle(draft);
            case "Slice" -> ChannelOperations.slice(draft);
            case "Pad" -> ChannelOperations.border(draft, 1);
            case "Crop" -> ChannelOperations.border(draft, -1);
            case "Linear" -> ChannelOperations.linear(draft);
            default -> throw new IllegalArgumentException(draft.declaration.annotation());
        }
    }
}
