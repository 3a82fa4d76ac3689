package dev.fovea.core.report;

import dev.fovea.core.analysis.DilationStack;
import dev.fovea.core.hdc.AxisVerdict;
import dev.fovea.core.hdc.Coverage;
import dev.fovea.core.hdc.Evenness;
import dev.fovea.core.network.Layer;
import dev.fovea.core.repair.Proposal;
import dev.fovea.core.repair.StackRepair;
import dev.fovea.core.rule.AnalysedNetwork;
import dev.fovea.report.StackReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes down the dilation stacks of a network. */
final class StackReports {
    private StackReports() {}

    static List<StackReport> of(AnalysedNetwork analysed) {
        List<StackReport> reports = new ArrayList<>();
        for (int i = 0; i < analysed.stacks().size(); i++) {
            reports.add(report(
                    analysed, analysed.stacks().get(i), analysed.repairs().get(i)));
        }
        return reports;
    }

    private static StackReport report(AnalysedNetwork analysed, DilationStack stack, StackRepair repair) {
        List<AxisVerdict> verdicts =
                stack.axes().stream().map(DilationStack.StackAxis::verdict).toList();
        List<Coverage> full = verdicts.stream().map(AxisVerdict::full).toList();
        List<Coverage> own = verdicts.stream().map(AxisVerdict::own).toList();
        return new StackReport(
                stack.members().stream()
                        .map(index -> analysed.network().layers().get(index).name())
                        .toList(),
                stack.entry().map(Layer::name),
                stack.exit().map(Layer::name),
                stack.axes().stream().map(DilationStack.StackAxis::kernels).toList(),
                stack.axes().stream().map(DilationStack.StackAxis::rates).toList(),
                verdicts.stream()
                        .map(verdict -> (int) Math.max(1, verdict.divisor()))
                        .toList(),
                verdicts.stream().map(StackReports::edges).toList(),
                Optional.of(full.stream().allMatch(Coverage::isComplete)),
                unread(full),
                firstUnread(full),
                gap(full),
                ownReport(own),
                verdicts.stream()
                        .map(verdict -> verdict.evenness().map(StackReports::evenness))
                        .toList(),
                repair.sound(),
                repair.proposals().stream().map(Proposal::rates).toList());
    }

    private static List<StackReport.Edge> edges(AxisVerdict verdict) {
        return verdict.edges().stream()
                .map(edge -> new StackReport.Edge(edge.rates(), edge.kernel(), edge.m()))
                .toList();
    }

    private static StackReport.Evenness evenness(Evenness evenness) {
        List<BigDecimal> paths = evenness.paths().stream().map(BigDecimal::new).toList();
        BigDecimal total = paths.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal least = Collections.min(paths);
        return new StackReport.Evenness(
                paths.stream().map(one -> quotient(one, total)).toList(),
                least.signum() == 0 ? Optional.empty() : Optional.of(quotient(Collections.max(paths), least)));
    }

    private static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, 6, RoundingMode.HALF_EVEN);
    }

    private static Optional<StackReport.Own> ownReport(List<Coverage> own) {
        if (own.stream().anyMatch(coverage -> coverage.covered().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new StackReport.Own(
                own.stream().map(Coverage::size).toList(),
                own.stream().map(coverage -> coverage.covered().getAsLong()).toList(),
                unread(own)));
    }

    /** Positions of the box that are not read: the support of a chain is the product of its axes' supports. */
    private static OptionalLong unread(List<Coverage> axes) {
        long box = 1;
        long read = 1;
        try {
            for (Coverage axis : axes) {
                if (axis.covered().isEmpty()) {
                    return OptionalLong.empty();
                }
                box = Math.multiplyExact(box, axis.size());
                read = Math.multiplyExact(read, axis.covered().getAsLong());
            }
        } catch (ArithmeticException tooMany) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(box - read);
    }

    private static Optional<List<Long>> gap(List<Coverage> axes) {
        return axes.stream().anyMatch(axis -> axis.gap().isEmpty())
                ? Optional.empty()
                : Optional.of(axes.stream().map(axis -> axis.gap().getAsLong()).toList());
    }

    /** The first in row-major order: along the last axis that has one, where the other axes are at their corner. */
    private static Optional<List<Long>> firstUnread(List<Coverage> axes) {
        for (int axis = axes.size() - 1; axis >= 0; axis--) {
            OptionalLong first = axes.get(axis).firstUnread();
            if (first.isPresent()) {
                List<Long> position = new ArrayList<>();
                for (int other = 0; other < axes.size(); other++) {
                    position.add(other == axis ? first.getAsLong() : 0L);
                }
                return Optional.of(position);
            }
        }
        return Optional.empty();
    }
}
