package dev.fovea.core.network;

import java.util.List;

/**
 * An edge of the network.
 *
 * @param source index of the layer read, or {@link Network#INPUT}
 * @param steps per axis, how it is read
 * @param entry of a merge, the entry of {@code from} that names it; 0 elsewhere
 */
public record Link(int source, List<Step> steps, int entry) {
    public Link {
        steps = List.copyOf(steps);
    }

    /** The link of a layer that reads one other. */
    public Link(int source, List<Step> steps) {
        this(source, steps, 0);
    }

    /** True if unit {@code u} reads unit {@code u} alone. */
    public boolean isIdentity() {
        for (Step step : steps) {
            if (!step.isIdentity()) {
                return false;
            }
        }
        return true;
    }

    /** True if it is read through windows along every axis. */
    public boolean isWindow() {
        for (Step step : steps) {
            if (step.window().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** True if the whole map is read along every axis. */
    public boolean isWhole() {
        for (Step step : steps) {
            if (!step.isWhole()) {
                return false;
            }
        }
        return true;
    }

    /** True if it is known along every axis what is read. */
    public boolean isKnown() {
        for (Step step : steps) {
            if (!step.isKnown()) {
                return false;
            }
        }
        return true;
    }

    /** True if it broadcasts a gate of extent 1 along some axis. */
    public boolean isBroadcast() {
        for (Step step : steps) {
            if (step.isBroadcast()) {
                return true;
            }
        }
        return false;
    }

    /** How it is read along an axis, where that is decided by the unit's place alone. */
    public Step.Local local(int axis) {
        return steps.get(axis).local().orElseThrow();
    }
}
