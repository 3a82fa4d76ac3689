package dev.fovea.core.hdc;

import dev.fovea.core.exact.PositionSet;
import java.util.List;
import java.util.Optional;

/** What a stack reads along one axis, drawn with {@code #} for a position that is read and {@code .} for one that is not. */
public final class Picture {
    /** Positions beyond which nothing is drawn. */
    public static final int WIDEST = 80;

    private Picture() {}

    /** The stack alone. */
    public static Optional<String> own(DilationAxis axis) {
        return draw(axis.ownWindows());
    }

    /** The stack with its entry and exit layer. */
    public static Optional<String> full(DilationAxis axis) {
        return draw(axis.allWindows());
    }

    private static Optional<String> draw(List<Window> windows) {
        if (Coverage.size(windows) > WIDEST) {
            return Optional.empty();
        }
        PositionSet read = PositionSet.range(0, 0);
        for (Window window : windows) {
            read = read.spread(window.step(), window.kernel());
        }
        return of(read);
    }

    /** A set of positions from the first to the last; empty where there are too many to draw. */
    public static Optional<String> of(PositionSet read) {
        if (read.extent() > WIDEST || read.isOutline()) {
            return Optional.empty();
        }
        StringBuilder picture = new StringBuilder();
        for (long position = read.min(); position <= read.max(); position++) {
            picture.append(read.contains(position) ? '#' : '.');
        }
        return Optional.of(picture.toString());
    }
}
