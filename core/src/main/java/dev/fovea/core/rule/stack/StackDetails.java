package dev.fovea.core.rule.stack;

import dev.fovea.core.analysis.DilationStack;
import dev.fovea.core.hdc.AxisVerdict;
import dev.fovea.core.hdc.Coverage;
import dev.fovea.core.hdc.Picture;
import dev.fovea.core.hdc.RisingEdge;
import dev.fovea.core.network.AxisNames;
import dev.fovea.core.repair.NumberList;
import java.util.Comparator;
import java.util.List;

/**
 * The further lines of a message on a dilation stack: what is read on which grid, the M lists, and pictures where they are
 * small.
 */
final class StackDetails {
    /** M lists beyond which the rest is counted. */
    private static final int MOST_EDGES = 3;

    private final StackEvidence evidence;
    private final DilationStack stack;
    private final AxisVerdict verdict;

    StackDetails(StackEvidence evidence) {
        this.evidence = evidence;
        this.stack = evidence.stack();
        this.verdict = evidence.verdict();
    }

    /** All lines. */
    String text() {
        boolean all = evidence.alike() && stack.axes().size() > 1;
        StringBuilder text = new StringBuilder("\n  on the stack's own grid it reads ");
        text.append(counts(verdict.own(), " positions" + (all ? " per axis" : evidence.where())));
        if (evidence.hasNeighbours()) {
            text.append("\n  with ")
                    .append(evidence.neighbours())
                    .append(" it reads ")
                    .append(counts(verdict.full(), ""));
        }
        text.append(ImageCoverage.line(evidence.analysed(), stack))
                .append(alsoAtFault())
                .append(mathematics());
        Picture.own(verdict.axis())
                .ifPresent(picture -> text.append("\n  read on its own grid: ").append(picture));
        if (evidence.hasNeighbours()) {
            Picture.full(verdict.axis()).ifPresent(picture -> text.append("\n  read with ")
                    .append(evidence.neighbours())
                    .append(": ")
                    .append(picture));
        }
        return text.toString();
    }

    private static String counts(Coverage coverage, String what) {
        if (coverage.isComplete()) {
            return "all " + coverage.size() + what;
        }
        long first = coverage.firstUnread().getAsLong();
        if (coverage.covered().isEmpty()) {
            return "not all of %s%s (the first lost at offset %s)".formatted(coverage.size(), what, first);
        }
        long covered = coverage.covered().getAsLong();
        return "%s of %s%s (%s lost, the first at offset %s)"
                .formatted(covered, coverage.size(), what, coverage.size() - covered, first);
    }

    /** One line for each other axis that breaks a rule; none where all are alike. */
    private String alsoAtFault() {
        StringBuilder also = new StringBuilder();
        for (int other = 0; other < stack.axes().size() && !evidence.alike(); other++) {
            AxisVerdict judged = stack.axes().get(other).verdict();
            if (other != evidence.axis()
                    && judged.judge(evidence.analysed().strict()).isPresent()) {
                also.append("\n  the rates ")
                        .append(NumberList.read(judged.axis().rates()))
                        .append(AxisNames.along(other, stack.axes().size()))
                        .append(" break a rule as well");
            }
        }
        return also.toString();
    }

    /** The M lists of the rising edges that differ, those at fault first, and how paths share out. */
    private String mathematics() {
        List<RisingEdge> edges = verdict.edges();
        List<String> lists = (edges.stream().anyMatch(RisingEdge::isJudged) ? edges.stream() : verdict.whole().stream())
                .filter(edge -> edge.isJudged() && edge.m().size() <= StackEvidence.LONGEST_LIST)
                .sorted(Comparator.comparing(edge -> !edge.exceedsKernel()))
                .map(StackDetails::distances)
                .distinct()
                .toList();
        StringBuilder text = new StringBuilder();
        lists.stream().limit(MOST_EDGES).forEach(text::append);
        if (lists.size() > MOST_EDGES) {
            text.append("\n  and ").append(lists.size() - MOST_EDGES).append(" more");
        }
        if (evidence.hasNeighbours()) {
            verdict.evenness()
                    .ifPresent(evenness -> text.append("\n  paths by the remainder of the position modulo %s: %s"
                            .formatted(verdict.divisor(), NumberList.read(evenness.paths()))));
        }
        return text.toString();
    }

    private static String distances(RisingEdge edge) {
        return "\n  rates %s with K = %s: M = %s, M2 = %s %s K"
                .formatted(
                        NumberList.read(edge.rates()),
                        edge.kernel().getAsInt(),
                        NumberList.read(edge.m()),
                        edge.m().get(1),
                        edge.exceedsKernel() ? ">" : "<=");
    }
}
