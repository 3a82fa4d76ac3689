package dev.fovea.core.resolve;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** How many layers uses of blocks expand to, counted without expanding them. */
final class ExpandedSize {
    /** Beyond this the exact number no longer matters. */
    private static final long MOST = Integer.MAX_VALUE;

    private final Map<BlockDeclaration, Long> known = new IdentityHashMap<>();

    /** Layers of a declaration; a number of repetitions that is a placeholder counts as one. */
    long of(Declaration declaration) {
        if (!declaration.isUse()) {
            return 1;
        }
        Object repeat = declaration.values().getOrDefault("repeat", 1L);
        boolean stated = repeat instanceof Long number && number >= 1 && number <= Attributes.MAX;
        long once = declaration.block().map(this::of).orElse(1L);
        return Math.min(MOST, (stated ? (Long) repeat : 1) * once);
    }

    /** Layers of a block by itself. */
    long of(BlockDeclaration block) {
        Long count = known.get(block);
        if (count == null) {
            count = of(block.layers());
            known.put(block, count);
        }
        return count;
    }

    /** Layers of declarations. */
    long of(List<Declaration> declarations) {
        long sum = 0;
        for (Declaration declaration : declarations) {
            sum = Math.min(MOST, sum + of(declaration));
        }
        return sum;
    }
}
