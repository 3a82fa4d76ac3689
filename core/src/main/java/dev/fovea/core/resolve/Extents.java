package dev.fovea.core.resolve;

import dev.fovea.core.network.Extent;
import dev.fovea.core.network.OutputExtent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Arithmetic of extents that may be unknown. The same operation on the same unknown extent gives the same unknown
 * result, so that branches which stay together are seen to stay together.
 */
final class Extents implements OutputExtent.Arithmetic {
    private final Map<List<Object>, Integer> symbols = new HashMap<>();

    /** The unknown number that {@code key} stands for. */
    int symbol(Object... key) {
        return symbols.computeIfAbsent(List.of(key), unused -> symbols.size() + 1);
    }

    /** An unknown extent about which nothing else is known. */
    Extent unknown(Object... key) {
        return new Extent(symbol(key), 0);
    }

    @Override
    public Extent plus(Extent extent, long amount) {
        return new Extent(extent.symbol(), Math.addExact(extent.value(), amount));
    }

    @Override
    public Extent times(Extent extent, long factor) {
        if (extent.isKnown()) {
            return Extent.of(Math.multiplyExact(extent.value(), factor));
        }
        return factor == 1 ? extent : unknown("times", extent, factor);
    }

    @Override
    public Extent windows(Extent extent, long surplus, long stride) {
        if (extent.isKnown() || stride == 1) {
            Extent sum = plus(extent, surplus);
            return new Extent(sum.symbol(), Math.addExact(Math.floorDiv(sum.value(), stride), 1));
        }
        return unknown("windows", plus(extent, surplus), stride);
    }
}
