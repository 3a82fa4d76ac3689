package dev.fovea.core.resolve;

import java.util.IdentityHashMap;
import java.util.Map;

/** How many layers uses of blocks expand to, counted without expanding them. */
final class ExpandedSize {
    /** Beyond this the exact number no longer matters. */
    private static final long MOST = Integer.MAX_VALUE;

    private final Map<BlockDeclaration, Long> known = new IdentityHashMap<>();

    /** Layers of a use; a number of repetitions that is a placeholder counts as one. */
    long of(Declaration use) {
        Object repeat = use.values().getOrDefault("repeat", 1L);
        boolean stated = repeat instanceof Long number && number >= 1 && number <= Attributes.MAX;
        long once = use.block().map(this::of).orElse(1L);
        return Math.min(MOST, (stated ? (Long) repeat : 1) * once);
    }

    private long of(BlockDeclaration block) {
        Long count = known.get(block);
        if (count == null) {
            long sum = 0;
            for (Declaration layer : block.layers()) {
                sum = Math.min(MOST, sum + (layer.isUse() ? of(layer) : 1));
            }
            count = sum;
            known.put(block, count);
        }
        return count;
    }
}
