package dev.fovea.core.repair;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The padding with which a layer keeps its extent when its window spans more or fewer cells.
 *
 * @param begin units before the input
 * @param end units after it
 */
public record KeptPadding(long begin, long end) {
    /**
     * The padding to write instead of another; a side without padding stays so where the other side has some. Empty where
     * there is too little to take away.
     *
     * @param more cells by which the window grows; negative where it shrinks
     */
    public static Optional<KeptPadding> of(long begin, long end, long more) {
        boolean causal = begin > 0 && end == 0;
        boolean ahead = begin == 0 && end > 0;
        long before = causal ? more : ahead ? 0 : Math.floorDiv(more, 2);
        KeptPadding kept = new KeptPadding(begin + before, end + more - before);
        return kept.begin < 0 || kept.end < 0 ? Optional.empty() : Optional.of(kept);
    }

    /** As an author writes it: {@code 2}, {@code {2, 0}} for one entry per axis, or all begins, then all ends. */
    public static String typed(List<KeptPadding> axes) {
        boolean even = axes.stream().allMatch(axis -> axis.begin == axis.end);
        List<Long> begins = axes.stream().map(KeptPadding::begin).toList();
        List<Long> entries = even
                ? begins.stream().distinct().count() == 1 ? begins.subList(0, 1) : begins
                : Stream.concat(begins.stream(), axes.stream().map(KeptPadding::end))
                        .toList();
        return typedNumbers(entries);
    }

    /** {@code 2} or {@code {2, 0}}. */
    public static String typedNumbers(List<Long> entries) {
        String joined = entries.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return entries.size() == 1 ? joined : "{" + joined + "}";
    }
}
