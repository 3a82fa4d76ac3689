package dev.fovea.core.html;

import dev.fovea.report.ExtentSet;
import dev.fovea.report.InputExtents;
import dev.fovea.report.StreamPlan;
import dev.fovea.report.TilePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a network is fed along one axis, in sentences: in pieces, as a whole, or as it comes in. */
final class Feeding {
    private static final long COMMON_TILE = 256;

    private Feeding() {}

    /** @param unit what the input consists of, {@code pixels} or {@code samples} */
    static String tiles(TilePlan plan, String unit) {
        if (!plan.exact()) {
            return plan.reason()
                    .map(obstacle -> "No tile gives exactly what the whole input gives: " + obstacle + ".")
                    .orElse("Unknown.");
        }
        if (plan.step().isEmpty()
                || plan.alignedBefore().isEmpty()
                || plan.alignedAfter().isEmpty()) {
            return "Unknown.";
        }
        long step = plan.step().getAsLong();
        long before = plan.alignedBefore().getAsLong();
        long after = plan.alignedAfter().getAsLong();
        List<String> sentences = new ArrayList<>();
        sentences.add(
                step == 1
                        ? "Cut tiles of any size."
                        : "Cut tiles of multiples of " + Num.grouped(step) + " " + unit
                                + ", without gaps between them.");
        sentences.add(
                before == 0 && after == 0
                        ? "They need no context: they do not overlap."
                        : "Give each " + context(before, after, unit) + ", fewer at the input's own borders.");
        example(plan, unit, before + after).ifPresent(sentences::add);
        approximate(plan, unit).ifPresent(sentences::add);
        plan.lost()
                .filter(lost -> lost.toDecimal().signum() > 0)
                .ifPresent(lost -> sentences.add("For " + lost + " " + unit + " of the input there is no output."));
        return String.join(" ", sentences);
    }

    private static String context(long before, long after, String unit) {
        return before == after && before > 0
                ? Num.grouped(before) + " " + unit + " more on either side"
                : side(before, unit, "before", "beginning") + " and " + side(after, unit, "after", "end");
    }

    private static String side(long context, String unit, String where, String end) {
        String amount = Num.grouped(Math.abs(context)) + " " + unit;
        return context == 0
                ? "none " + where + " it"
                : context > 0 ? amount + " more " + where + " it" : "none of the " + amount + " at its " + end;
    }

    private static Optional<String> example(TilePlan plan, String unit, long overlap) {
        long step = plan.step().orElseThrow();
        long steps = Math.max(1, COMMON_TILE / step);
        OptionalLong extent = plan.extent(steps);
        return extent.isEmpty() || overlap <= 0
                ? Optional.empty()
                : Optional.of("So a tile for %s %s has %s, and overlaps the next by %s."
                        .formatted(
                                Num.grouped(steps * step),
                                unit,
                                Num.grouped(extent.getAsLong()),
                                Num.grouped(overlap)));
    }

    private static Optional<String> approximate(TilePlan plan, String unit) {
        if (plan.approximateBefore().isEmpty() || plan.approximateAfter().isEmpty()) {
            return Optional.empty();
        }
        long before = Math.max(0, plan.approximateBefore().getAsLong());
        long after = Math.max(0, plan.approximateAfter().getAsLong());
        boolean less = before < plan.alignedBefore().orElseThrow()
                || after < plan.alignedAfter().orElseThrow();
        return less
                ? Optional.of(
                        "With less they are never exact; at least 95.45 %% of the paths lie within %s %s before and %s after."
                                .formatted(Num.grouped(before), unit, Num.grouped(after)))
                : Optional.empty();
    }

    static String sizes(InputExtents extents, String unit) {
        if (extents.working().isEmpty()) {
            return "Unknown.";
        }
        ExtentSet working = extents.working().get();
        List<String> sentences = new ArrayList<>();
        sentences.add(working.isEmpty() ? "No size works." : capital(working.toString()) + ".");
        if (!extents.below().equals(extents.above())) {
            String nearest = Stream.of(extents.below(), extents.above())
                    .flatMapToLong(OptionalLong::stream)
                    .mapToObj(Num::grouped)
                    .collect(Collectors.joining(" or "));
            sentences.add("The declared size does not work; the nearest that does is " + nearest + ".");
        }
        narrower(extents.lossless(), working)
                .ifPresent(set -> sentences.add("No " + unit + " at the end are left out with " + set + "."));
        narrower(extents.uniform(), working)
                .ifPresent(set -> sentences.add("Maps are resampled by whole factors with " + set + "."));
        return String.join(" ", sentences);
    }

    private static Optional<String> narrower(Optional<ExtentSet> set, ExtentSet working) {
        return set.filter(some -> !some.equals(working)).map(some -> some.isEmpty() ? "no size" : some.toString());
    }

    static String stream(StreamPlan plan, Optional<?> obstacle) {
        if (plan.latency().isEmpty()) {
            return obstacle.map(reason -> "Not possible: " + reason + ".").orElse("Unknown.");
        }
        List<String> sentences = new ArrayList<>();
        long latency = plan.latency().getAsLong();
        sentences.add("Latency %s: an output is ready when %s in, counted from the first of its own."
                .formatted(Num.grouped(latency), latency == 1 ? "1 sample is" : Num.grouped(latency) + " samples are"));
        long ahead = plan.lookahead().orElse(0);
        sentences.add(
                ahead > 0
                        ? "It reads " + Num.grouped(ahead) + " later samples than its own."
                        : "It reads no later sample than its own.");
        plan.state().ifPresent(state -> sentences.add(Num.grouped(state) + " values are kept from sample to sample."));
        return String.join(" ", sentences);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
