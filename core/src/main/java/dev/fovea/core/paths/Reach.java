package dev.fovea.core.paths;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Step;

/** Whether the paths through a link can be counted. */
enum Reach {
    /** A unit reads known units around its place. */
    LOCAL(""),
    /** Everything is read; such paths are left out. */
    WHOLE(""),
    PARTLY_WHOLE("a map is read as a whole along some axes only"),
    DATA_DEPENDENT("the data decides what is read"),
    UNKNOWN("which units it reads is unknown");

    private final String why;

    Reach(String why) {
        this.why = why;
    }

    /** Why paths cannot be counted. */
    String why() {
        return why;
    }

    static Reach of(Analysis analysis, Link link) {
        int axes = link.steps().size();
        int whole = 0;
        Reach reach = LOCAL;
        for (int axis = 0; axis < axes; axis++) {
            Step step = link.steps().get(axis);
            if (analysis.readsWhole(link, axis)) {
                whole++;
            } else if (!(step instanceof Step.Local)) {
                reach = step instanceof Step.Deformed ? DATA_DEPENDENT : UNKNOWN;
            }
        }
        return whole == axes ? WHOLE : whole > 0 ? PARTLY_WHOLE : reach;
    }
}
