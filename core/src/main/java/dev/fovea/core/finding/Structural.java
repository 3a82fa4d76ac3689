package dev.fovea.core.finding;

import java.util.Arrays;
import java.util.Optional;

/** The rules whose violation is found while the network is put together: the network could not run. */
public enum Structural {
    INVALID_ATTRIBUTE("InvalidAttribute", "An attribute is out of range or has the wrong number of entries."),
    UNKNOWN_LAYER("UnknownLayer", "A name refers to no earlier layer."),
    LAYER_CONFLICT("LayerConflict", "Declarations contradict each other."),
    EMPTY_OUTPUT("EmptyOutput", "A layer's output is empty."),
    BLOCK_CYCLE("BlockCycle", "A block uses itself or is not a block, or a placeholder stands outside one."),
    SHAPE_MISMATCH("ShapeMismatch", "Shapes do not fit the operation.");

    private final RuleInfo info;

    Structural(String name, String summary) {
        this.info = new RuleInfo(name, Optional.of(Severity.ERROR), true, summary);
    }

    /** True if a finding is of one of these rules, or its network could not run for another reason. */
    public static boolean isStructural(Finding finding) {
        return finding.structural()
                || Arrays.stream(values()).anyMatch(rule -> rule.info.name().equals(finding.rule()));
    }

    /** A finding of this rule. */
    public Finding finding(Place place, String message) {
        return info.finding(place, message);
    }

    /** Name, severity and summary. */
    public RuleInfo info() {
        return info;
    }
}
