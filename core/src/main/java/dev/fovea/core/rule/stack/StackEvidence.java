package dev.fovea.core.rule.stack;

import dev.fovea.core.analysis.DilationStack;
import dev.fovea.core.hdc.AxisVerdict;
import dev.fovea.core.hdc.Coverage;
import dev.fovea.core.hdc.DilationAxis;
import dev.fovea.core.hdc.RisingEdge;
import dev.fovea.core.network.AxisNames;
import dev.fovea.core.network.Layer;
import dev.fovea.core.repair.NumberList;
import dev.fovea.core.rule.AnalysedNetwork;
import dev.fovea.core.rule.LayerNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The figures and phrases that the messages on one dilation stack have in common. */
final class StackEvidence {
    static final int LONGEST_LIST = 12;

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

    /** The axis with the violation. */
    int axis() {
        return axis;
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
        return NumberList.read(verdict().axis().rates());
    }

    /** The names of those layers. */
    String names() {
        return LayerNames.of(stack.axes().get(axis).members().stream()
                .map(member -> layer(member).name())
                .toList());
    }

    /** {@code " (1, 2, 9 with stem)"}; empty where the edge is the whole stack. */
    String which(RisingEdge edge) {
        if (edge.rates().equals(verdict().axis().rates())) {
            return "";
        }
        String entry = edge.first() < 0 ? " with " + stack.below().orElseThrow().name() : "";
        return " (" + NumberList.read(edge.rates()) + entry + ")";
    }

    /** {@code a unit reads 15x15 of its 29x29 field}: the stack alone. */
    String reads() {
        boolean image = ImageCoverage.isOnImage(analysed, stack);
        return "a unit " + read(verdict().own(), image) + (image ? "" : " in the stack's input");
    }

    /** {@code with stem a unit reads all 27x27 positions it spans}: the stack and the plain layers next to it. */
    String readsWithNeighbours() {
        return readsWith(neighbours());
    }

    /** The same with other words for the plain layers. */
    String readsWith(String neighbours) {
        return hasNeighbours()
                ? "with " + neighbours + " a unit " + read(verdict().full(), false)
                : reads();
    }

    private String read(Coverage coverage, boolean image) {
        boolean all = alike() && stack.axes().size() > 1;
        String size = perAxis(coverage.size(), all);
        String covered = coverage.covered().isPresent()
                ? "reads " + perAxis(coverage.covered().getAsLong(), all) + " of "
                : "does not read all of ";
        if (image && all) {
            return (coverage.isComplete() ? "reads all of " : covered) + "its " + size + " field";
        }
        String span = size + (image ? " pixels that its field spans" : " positions that it spans");
        return (coverage.isComplete() ? "reads all " : covered + "the ") + span;
    }

    private String perAxis(long number, boolean all) {
        return String.join("x", Collections.nCopies(all ? stack.axes().size() : 1, Long.toString(number)));
    }

    /** Whether plain layers below or above the stack count. */
    boolean hasNeighbours() {
        DilationAxis judged = verdict().axis();
        return judged.entryKernel().isPresent() || judged.exitKernel().isPresent();
    }

    /** {@code stem and head}. */
    String neighbours() {
        List<String> names = new ArrayList<>();
        if (verdict().axis().entryKernel().isPresent()) {
            names.add(stack.below().orElseThrow().name());
        }
        if (verdict().axis().exitKernel().isPresent()) {
            names.add(stack.above().orElseThrow().name());
        }
        return String.join(" and ", names);
    }

    /** The layer of a member. */
    Layer layer(int member) {
        return analysed.network().layers().get(stack.members().get(member));
    }
}
