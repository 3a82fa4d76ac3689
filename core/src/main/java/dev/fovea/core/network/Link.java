package dev.fovea.core.network;

import java.util.List;

/**
 * An edge of the network.
 *
 * @param source index of the layer read, or {@link Network#INPUT}
 * @param steps per axis, how it is read
 */
public record Link(int source, List<Step> steps) {
    public Link {
        steps = List.copyOf(steps);
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

    /** True if it is read in this way along every axis. */
    public boolean isAll(Class<? extends Step> kind) {
        for (Step step : steps) {
            if (!kind.isInstance(step)) {
                return false;
            }
        }
        return true;
    }

    /** True if it is read in this way along some axis. */
    public boolean isAny(Class<? extends Step> kind) {
        for (Step step : steps) {
            if (kind.isInstance(step)) {
                return true;
            }
        }
        return false;
    }
}
