package dev.fovea.core.finding;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a layer is declared: a member of the model and, where that uses a block, the member within, and so on.
 *
 * @param parts outermost first; at least one
 */
public record Site(List<Part> parts) {
    /**
     * A member on the way.
     *
     * @param index its position among the layers of its class
     * @param name its name
     * @param repetition of a use, the one in which the next part lies; 0 for the last part
     */
    public record Part(int index, String name, int repetition) {}

    public Site {
        parts = List.copyOf(parts);
    }

    /** A member of the model itself. */
    public static Site of(int index, String name) {
        return new Site(List.of(new Part(index, name, 0)));
    }

    /** A member of the block that is used here. */
    public Site within(int repetition, int index, String name) {
        List<Part> longer = new ArrayList<>(parts);
        Part use = longer.get(longer.size() - 1);
        longer.set(longer.size() - 1, new Part(use.index(), use.name(), repetition));
        longer.add(new Part(index, name, 0));
        return new Site(longer);
    }

    /** The member of the model itself. */
    public Part outermost() {
        return parts.get(0);
    }
}
