package dev.fovea;

/** A normalisation; costs two parameters per channel, except {@link #INSTANCE}, which has none. */
public enum Norm {
    /** No normalisation. */
    NONE,

    /** Batch normalisation, as at inference: fixed statistics, the receptive field is unchanged. */
    BATCH,

    /** Layer normalisation over the channels of one position: the receptive field is unchanged. */
    LAYER,

    /** Group normalisation: its statistics read the whole map. */
    GROUP,

    /** Instance normalisation without affine parameters: its statistics read the whole map. */
    INSTANCE,

    /** Instance normalisation with two trained parameters per channel: its statistics read the whole map. */
    INSTANCE_AFFINE
}
