package dev.fovea.processor.build;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The layer annotations and what builds each. */
public final class Operations {
    private static final Set<String> MERGES = Set.of("Add", "Multiply", "Concat");

    private static final Map<String, BiConsumer<Draft, References>> BY_ANNOTATION = Map.ofEntries(
            entry("Conv", Convolutions::convolution),
            entry("Dilated", Convolutions::convolution),
            entry("DeformableConv", Convolutions::deformable),
            entry("TransposedConv", TransposedConvolutions::build),
            entry("Pool", Convolutions::pool),
            entry("GlobalPool", Resampling::globalPool),
            entry("AdaptivePool", Resampling::adaptivePool),
            Map.entry("Upsample", Resampling::upsample),
            entry("PixelShuffle", Resampling::pixelShuffle),
            entry("Add", Merges::add),
            entry("Multiply", Merges::multiply),
            entry("Concat", Merges::concat),
            Map.entry("Residual", Residuals::build),
            entry("SqueezeExcite", ChannelOperations::squeezeExcite),
            entry("Normalize", ChannelOperations::normalize),
            entry("ChannelShuffle", ChannelOperations::channelShuffle),
            entry("Slice", ChannelOperations::slice),
            entry("Pad", draft -> ChannelOperations.border(draft, 1)),
            entry("Crop", draft -> ChannelOperations.border(draft, -1)),
            entry("Linear", ChannelOperations::linear));

    private Operations() {}

    private static Map.Entry<String, BiConsumer<Draft, References>> entry(String name, Consumer<Draft> build) {
        return Map.entry(name, (draft, references) -> build.accept(draft));
    }

    /** Simple names of the layer annotations, but for {@code @Use}, which is no operation of its own. */
    public static Set<String> names() {
        return BY_ANNOTATION.keySet();
    }

    /** True if the annotation makes a member a layer. */
    public static boolean isLayer(String annotation) {
        return annotation.equals("Use") || BY_ANNOTATION.containsKey(annotation);
    }

    /** True if the layer joins the inputs that {@code from} names. */
    static boolean merges(String annotation) {
        return MERGES.contains(annotation);
    }

    static void build(Draft draft, References references) {
        Objects.requireNonNull(BY_ANNOTATION.get(draft.declaration.annotation()))
                .accept(draft, references);
    }
}
