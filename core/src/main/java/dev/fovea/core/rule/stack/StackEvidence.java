package dev.fovea.core.rule.stack;

import dev.fovea.core.analysis.DilationStack;
import dev.fovea.core.hdc.AxisVerdict;
import dev.fovea.core.hdc.Coverage;
import dev.fovea.core.hdc.DilationAxis;
import dev.fovea.core.hdc.Picture;
import dev.fovea.core.hdc.RisingEdge;
import dev.fovea.core.network.AxisNames;
import dev.fovea.core.network.Layer;
import dev.fovea.core.rule.AnalysedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The figures and phrases that the messages on one dilation stack have in common. */
final class StackEvidence {
    private static final int LONGEST_LIST = 12;
    private static final int LONGEST_PROPOSAL = 64;

    private final AnalysedNetwork analysed;
    private final DilationStack stack;
    private final int axis;

    /** @param axis the axis with the violation */
    StackEvidence(AnalysedNetwork analysed, DilationStack stack, int axis) {
        this.analysed = analysed;
        this.stack = stack;
        this.axis = axis;
    }

    DilationStack stack() {
        return stack;
    }

    AnalysedNetwork analysed() {
        return analysed;
    }

    /** The evidence on another stack of the network. */
    StackEvidence of(int other) {
        return new StackEvidence(analysed, analysed.stacks().get(other), axis);
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

    /** {@code "; the rates 4, 4 in width break a rule as well"}; empty where no other axis does, or all are alike. */
    String alsoAtFault() {
        StringBuilder also = new StringBuilder();
        for (int other = 0; other < stack.axes().size() && !alike(); other++) {
            AxisVerdict judged = stack.axes().get(other).verdict();
            if (other != axis && judged.judge(analysed.strict()).isPresent()) {
                also.append("; the rates ")
                        .append(list(judged.axis().rates()))
                        .append(AxisNames.along(other, stack.axes().size()))
                        .append(" break a rule as well");
            }
        }
        return also.toString();
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
    static String list(List<?> numbers) {
        return list(numbers, LONGEST_LIST);
    }

    /** The same for what is to be written, which is cut short much later. */
    static String proposed(List<?> numbers) {
        return list(numbers, LONGEST_PROPOSAL);
    }

    private static String list(List<?> numbers, int mostParts) {
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
        return parts.size() <= mostParts
                ? String.join(", ", parts)
                : String.join(", ", parts.subList(0, mostParts - 2)) + " ... " + parts.get(parts.size() - 1);
    }

    /**
     * {@code 15 of 29 positions per axis on its own grid (14 lost, the first at offset 1), all 31 with stem, and every pixel of
     * its field in the image}.
     */
    String allGrids() {
        String own = read(
                verdict().own(),
                " positions" + (alike() && stack.axes().size() > 1 ? " per axis" : where()) + " on its own grid");
        String full = hasNeighbours() ? ", " + read(verdict().full(), " with " + neighbours()) : "";
        return own + full + ImageCoverage.phrase(analysed, stack);
    }

    private static String read(Coverage coverage, String where) {
        if (coverage.isComplete()) {
            return "all %s%s".formatted(coverage.size(), where);
        }
        long first = coverage.firstUnread().getAsLong();
        if (coverage.covered().isEmpty()) {
            return "not all of %s%s (the first lost at offset %s)".formatted(coverage.size(), where, first);
        }
        long covered = coverage.covered().getAsLong();
        return "%s of %s%s (%s lost, the first at offset %s)"
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

    /** Further lines: the M lists and what is read, drawn where that is small. */
    String details() {
        StringBuilder text = new StringBuilder();
        List<RisingEdge> edges = verdict().edges();
        for (RisingEdge edge : edges.stream().anyMatch(RisingEdge::isJudged)
                ? edges
                : verdict().whole().stream().toList()) {
            if (edge.isJudged() && edge.m().size() <= LONGEST_LIST) {
                text.append("\n  rates %s with K = %s: M = %s, M2 = %s %s K"
                        .formatted(
                                list(edge.rates()),
                                edge.kernel().getAsInt(),
                                list(edge.m()),
                                edge.m().get(1),
                                edge.exceedsKernel() ? ">" : "<="));
            }
        }
        if (hasNeighbours()) {
            verdict()
                    .evenness()
                    .ifPresent(evenness -> text.append("\n  paths per residue class mod %s: %s"
                            .formatted(verdict().divisor(), list(evenness.paths()))));
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

    /** The layer of a member. */
    Layer layer(int member) {
        return analysed.network().layers().get(stack.members().get(member));
    }
}
