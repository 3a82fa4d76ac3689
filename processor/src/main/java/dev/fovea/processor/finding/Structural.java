package dev.fovea.processor.finding;

import java.util.Optional;

/** The rules whose violation is found while the network is put together: the network could not run. */
public enum Structural {
    INVALID_ATTRIBUTE("InvalidAttribute", "An attribute is out of range or has the wrong number of entries."),
    UNKNOWN_LAYER("UnknownLayer", "A name refers to no earlier layer."),
    LAYER_CONFLICT("LayerConflict", "Declarations contradict each other."),
    EMPTY_OUTPUT("EmptyOutput", "An extent falls below 1."),
    SHAPE_MISMATCH("ShapeMismatch", "Shapes do not fit the operation.");

    private final RuleInfo info;

    Structural(String name, String summary) {
        this.info = new RuleInfo(name, Optional.of(Severity.ERROR), true, summary);
    }

    /** Name, severity and summary. */
    public RuleInfo info() {
        return info;
    }
}
