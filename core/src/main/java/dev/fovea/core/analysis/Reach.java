package dev.fovea.core.analysis;

import dev.fovea.core.network.Link;
import dev.fovea.core.network.Step;

/** How far the units of a layer reach through a link; only of those that reach known units can paths be followed. */
public enum Reach {
    /** A unit reads known units around its place. */
    LOCAL(""),
    /** Everything is read: no unit reads anything in particular. */
    WHOLE(""),
    PARTLY_WHOLE("a map is read as a whole along some axes only"),
    DATA_DEPENDENT("the data decides what is read"),
    UNKNOWN("which units it reads is unknown");

    private final String why;

    Reach(String why) {
        this.why = why;
    }

    /** Why paths cannot be followed. */
    public String why() {
        return why;
    }

    /** The reach of a link, over all axes together. */
    public static Reach of(Analysis analysis, Link link) {
        int axes = link.steps().size();
        int whole = 0;
        Reach reach = LOCAL;
        for (int axis = 0; axis < axes; axis++) {
            Step step = link.steps().get(axis);
            if (analysis.readsWhole(link, axis)) {
                whole++;
            } else if (step.local().isEmpty()) {
                reach = step.isKnown() ? DATA_DEPENDENT : UNKNOWN;
            }
        }
        return whole == axes ? WHOLE : whole > 0 ? PARTLY_WHOLE : reach;
    }
}
