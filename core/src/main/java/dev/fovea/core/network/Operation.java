package dev.fovea.core.network;

import java.util.List;
import java.util.Optional;

/**
 * What a layer is. What layers read is a matter of their {@link Step}s; what only their kind tells is asked here.
 *
 * <p>Every operation has its annotation, by whose simple name reports and messages call it, but for {@link #PROJECTION},
 * which {@code @Residual} brings along, and {@link #UNREAD}.
 */
public enum Operation {
    CONV("Conv", Trait.CONVOLUTION, Trait.TAPS, Trait.BORDERS_STACKS),
    DILATED("Dilated", Trait.CONVOLUTION, Trait.TAPS, Trait.DILATED),
    /** Stands for its two convolutions, and for one layer only where it has a fault. */
    SEPARABLE_CONV("SeparableConv"),
    DEFORMABLE_CONV("DeformableConv", Trait.CONVOLUTION, Trait.TAPS, Trait.MOVES_TAPS),
    TRANSPOSED_CONV("TransposedConv"),
    POOL("Pool", Trait.TAPS, Trait.BORDERS_STACKS, Trait.CEIL_MODE, Trait.PICKS),
    UNPOOL("Unpool"),
    GLOBAL_POOL("GlobalPool"),
    ADAPTIVE_POOL("AdaptivePool"),
    UPSAMPLE("Upsample", Trait.PICKS),
    PIXEL_SHUFFLE("PixelShuffle"),
    SPACE_TO_DEPTH("SpaceToDepth"),
    ADD("Add", Trait.MERGE),
    MULTIPLY("Multiply", Trait.MERGE),
    CONCAT("Concat", Trait.MERGE),
    RESIDUAL("Residual"),
    PROJECTION("Projection"),
    SQUEEZE_EXCITE("SqueezeExcite"),
    NORMALIZE("Normalize", Trait.HANDS_ON),
    ACTIVATE("Activate", Trait.HANDS_ON),
    DROPOUT("Dropout", Trait.HANDS_ON),
    LOCAL_RESPONSE_NORM("LocalResponseNorm", Trait.HANDS_ON),
    SCALE("Scale", Trait.HANDS_ON),
    ATTENTION("Attention", Trait.PARTS),
    TOKEN_MIXING("TokenMixing", Trait.FITS_ONE_EXTENT),
    RECURRENT("Recurrent"),
    CHANNEL_SHUFFLE("ChannelShuffle", Trait.HANDS_ON),
    SLICE("Slice", Trait.HANDS_ON),
    PAD("Pad", Trait.PICKS),
    CROP("Crop", Trait.CROPS, Trait.PICKS),
    LINEAR("Linear", Trait.FITS_ONE_EXTENT),
    /** Stands for the layers of a block, and for one layer only where it has a fault. */
    USE("Use"),
    /** Something that a front end could not read: nothing is known of it but what it reads. */
    UNREAD("Unread");

    /** What some operations have in common. */
    private enum Trait {
        CONVOLUTION,
        TAPS,
        DILATED,
        BORDERS_STACKS,
        CEIL_MODE,
        MERGE,
        HANDS_ON,
        PICKS,
        CROPS,
        FITS_ONE_EXTENT,
        MOVES_TAPS,
        PARTS
    }

    private final String label;
    private final List<Trait> traits;

    Operation(String label, Trait... traits) {
        this.label = label;
        this.traits = List.of(traits);
    }

    /** The operation of a layer annotation; empty for the name of another one. */
    public static Optional<Operation> annotated(String annotation) {
        for (Operation operation : values()) {
            if (operation.isAnnotation() && operation.label.equals(annotation)) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }

    /** True if there is an annotation for it. */
    public boolean isAnnotation() {
        return this != PROJECTION && this != UNREAD;
    }

    /** True for all but the uses of blocks. */
    public boolean isLayer() {
        return this != USE;
    }

    /** What reports call it: the simple name of its annotation. */
    public String label() {
        return label;
    }

    /** True if it weighs the units in a window of its input, so that it is there for context. */
    public boolean isConvolution() {
        return traits.contains(Trait.CONVOLUTION);
    }

    /** True if it is a member of dilation stacks, at rate 1 too. */
    public boolean isDilated() {
        return traits.contains(Trait.DILATED);
    }

    /** True if it counts below or above a dilation stack for coverage. */
    public boolean bordersStacks() {
        return traits.contains(Trait.BORDERS_STACKS);
    }

    /** True if the taps of its window are there to be read, so that it matters how many fall into the padding. */
    public boolean hasTaps() {
        return traits.contains(Trait.TAPS);
    }

    /** True if {@code ceilMode} can make it read what rounding down leaves. */
    public boolean hasCeilMode() {
        return traits.contains(Trait.CEIL_MODE);
    }

    /** True if it joins the layers that {@code from} names, two at least. */
    public boolean isMerge() {
        return traits.contains(Trait.MERGE);
    }

    /** True if it hands on what it reads, position by position, so that its readers read its input. */
    public boolean handsOn() {
        return traits.contains(Trait.HANDS_ON);
    }

    /** True if a unit of it that reads one unit holds what that one holds, so that its readers read its input. */
    public boolean picks() {
        return traits.contains(Trait.PICKS);
    }

    /** True if it only takes units away at the borders. */
    public boolean crops() {
        return traits.contains(Trait.CROPS);
    }

    /** True if it has a weight for every position of its input, so that it takes inputs of one extent only. */
    public boolean fitsOneExtent() {
        return traits.contains(Trait.FITS_ONE_EXTENT);
    }

    /** True if the data moves its taps. */
    public boolean movesTaps() {
        return traits.contains(Trait.MOVES_TAPS);
    }

    /** True if it takes one layer, or three: queries, keys and values. */
    public boolean takesParts() {
        return traits.contains(Trait.PARTS);
    }

    /** The attribute that names what a merge reads. */
    public String sourceAttribute() {
        return this == RESIDUAL || this == PROJECTION ? "shortcut" : "from";
    }
}
