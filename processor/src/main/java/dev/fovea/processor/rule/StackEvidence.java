package dev.fovea.processor.rule;

import dev.fovea.processor.analysis.DilationStack;
import dev.fovea.processor.build.AxisNames;
import dev.fovea.processor.hdc.AxisVerdict;
import dev.fovea.processor.hdc.Coverage;
import dev.fovea.processor.hdc.DilationAxis;
import dev.fovea.processor.hdc.Picture;
import dev.fovea.processor.hdc.RisingEdge;
import dev.fovea.processor.network.Layer;
import dev.fovea.processor.network.PaddingMode;
import dev.fovea.processor.network.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The figures and phrases that the messages on one dilation stack have in common. */
final class StackEvidence {
    private static final int LONGEST_LIST = 12;

    private final Subject subject;
    private final DilationStack stack;
    private final int axis;

    /** @param axis the axis with the violation */
    StackEvidence(Subject subject, DilationStack stack, int axis) {
        this.subject = subject;
        this.stack = stack;
        this.axis = axis;
    }

    DilationStack stack() {
        return stack;
    }

    AxisVerdict verdict() {
        return stack.axes().get(axis).verdict();
    }

    /** True if all axes are alike, so that one stands for all. */
    boolean alike() {
        return stack.axes().stream()
                        .map(other -> List.of(other.verdict().axis(), other.members()))
                        .distinct()
                        .count()
                == 1;
    }

    /** {@code " in height"}. */
    String where() {
        return AxisNames.along(axis, stack.axes().size());
    }

    /** The rates of the layers that count on the axis. */
    String rates() {
        return list(verdict().axis().rates());
    }

    /** The names of those layers. */
    String names() {
        List<String> names = stack.axes().get(axis).members().stream()
                .map(member -> layer(member).name())
                .toList();
        return names.size() <= LONGEST_LIST
                ? String.join(", ", names)
                : names.get(0) + " ... " + names.get(names.size() - 1) + " (" + names.size() + " layers)";
    }

    /** {@code " of the rising edge 1, 2, 9 led by stem"}; empty where the edge is the whole stack. */
    String which(RisingEdge edge) {
        if (edge.rates().equals(verdict().axis().rates())) {
            return "";
        }
        String entry =
                edge.first() < 0 ? " led by " + stack.below().orElseThrow().name() : "";
        return " of the rising edge " + list(edge.rates()) + entry;
    }

    /** Numbers with commas; long lists with repetitions counted, {@code 2x23, 4x3}, or cut short. */
    static String list(List<? extends Number> numbers) {
        if (numbers.size() <= LONGEST_LIST) {
            return numbers.stream().map(Object::toString).collect(Collectors.joining(", "));
        }
        List<String> parts = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= numbers.size(); i++) {
            if (i == numbers.size() || !numbers.get(i).equals(numbers.get(first))) {
                parts.add(i - first == 1 ? "" + numbers.get(first) : numbers.get(first) + "x" + (i - first));
                first = i;
            }
        }
        return parts.size() <= LONGEST_LIST
                ? String.join(", ", parts)
                : String.join(", ", parts.subList(0, LONGEST_LIST - 2)) + " ... " + parts.get(parts.size() - 1);
    }

    /** {@code 15 of 29 positions per axis on its own grid (14 lost, the first at offset 1), all 31 with stem}. */
    String bothGrids() {
        String own = read(
                verdict().own(),
                " positions" + (alike() && stack.axes().size() > 1 ? " per axis" : where()) + " on its own grid");
        return hasNeighbours() ? own + ", " + read(verdict().full(), " with " + neighbours()) : own;
    }

    private static String read(Coverage coverage, String where) {
        if (coverage.isComplete()) {
            return "all %d%s".formatted(coverage.size(), where);
        }
        long first = coverage.firstUnread().getAsLong();
        if (coverage.covered().isEmpty()) {
            return "not all of %d%s (the first lost at offset %d)".formatted(coverage.size(), where, first);
        }
        long covered = coverage.covered().getAsLong();
        return "%d of %d%s (%d lost, the first at offset %d)"
                .formatted(covered, coverage.size(), where, coverage.size() - covered, first);
    }

    private boolean hasNeighbours() {
        DilationAxis judged = verdict().axis();
        return judged.entryKernel().isPresent() || judged.exitKernel().isPresent();
    }

    private String neighbours() {
        List<String> names = new ArrayList<>();
        if (verdict().axis().entryKernel().isPresent()) {
            names.add(stack.below().orElseThrow().name());
        }
        if (verdict().axis().exitKernel().isPresent()) {
            names.add(stack.above().orElseThrow().name());
        }
        return String.join(" and ", names);
    }

    /** {@code use rates 1, 3, 9 (field 27 instead of 29)}. */
    String mending() {
        List<List<Integer>> best = StackRepair.best(stack, subject.strict());
        if (best.isEmpty()) {
            return "start with rate 1, let each rate exceed the reach of the smaller ones by at most 1, and avoid a common divisor";
        }
        List<String> parts = new ArrayList<>();
        for (int other = 0; other < best.size(); other++) {
            if (other == axis
                    || !alike()
                            && !best.get(other).equals(stack.axes().get(other).rates())) {
                List<Integer> counted = stack.axes().get(other).members().stream()
                        .map(best.get(other)::get)
                        .toList();
                parts.add(list(counted)
                        + (alike() ? "" : AxisNames.along(other, best.size()))
                        + change(stack.axes().get(other).verdict().axis(), counted));
            }
        }
        return "use rates " + String.join(" and ", parts) + paddings(best);
    }

    private static String change(DilationAxis before, List<Integer> rates) {
        long now = before.withRates(rates).ownSize();
        return now == before.ownSize() ? " (same field)" : " (field %d instead of %d)".formatted(now, before.ownSize());
    }

    /**
     * The paddings to write where their author tied them to the rates, as a padding that keeps the extent is. In a block,
     * whose layers have a dot in their names, the padding follows the argument by itself.
     */
    private String paddings(List<List<Integer>> best) {
        if (!alike()) {
            return "";
        }
        List<String> paddings = new ArrayList<>();
        for (int member = 0; member < stack.members().size(); member++) {
            Layer layer = layer(member);
            if (layer.name().contains(".")
                    || layer.padding() != PaddingMode.EXPLICIT
                    || !(layer.step(axis) instanceof Step.Window window)) {
                return "";
            }
            long reach = (window.kernel() - 1) * window.rate();
            if (window.kernel() < 2 || window.kernel() % 2 == 0 || 2 * window.begin() != reach) {
                return "";
            }
            paddings.add(
                    Long.toString((window.kernel() - 1) / 2 * best.get(axis).get(member)));
        }
        return " with padding " + String.join(", ", paddings);
    }

    /** Further lines: the M lists and what is read, drawn where that is small. */
    String details() {
        StringBuilder text = new StringBuilder();
        List<RisingEdge> edges = verdict().edges();
        for (RisingEdge edge : edges.stream().anyMatch(RisingEdge::isJudged)
                ? edges
                : verdict().whole().stream().toList()) {
            if (edge.isJudged() && edge.m().size() <= LONGEST_LIST) {
                text.append("\n  rates %s with K = %d: M = %s, M2 = %d %s K"
                        .formatted(
                                list(edge.rates()),
                                edge.kernel().getAsInt(),
                                list(edge.m()),
                                edge.m().get(1),
                                edge.exceedsKernel() ? ">" : "<="));
            }
        }
        Picture.own(verdict().axis())
                .ifPresent(picture -> text.append("\n  read on its own grid: ").append(picture));
        if (hasNeighbours()) {
            Picture.full(verdict().axis()).ifPresent(picture -> text.append("\n  read with ")
                    .append(neighbours())
                    .append(": ")
                    .append(picture));
        }
        return text.toString();
    }

    private Layer layer(int member) {
        return subject.network().layers().get(stack.members().get(member));
    }
}
