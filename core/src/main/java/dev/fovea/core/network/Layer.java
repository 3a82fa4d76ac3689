package dev.fovea.core.network;

import dev.fovea.Borders;
import dev.fovea.core.finding.Site;
import dev.fovea.report.Rational;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A layer whose operation is fully resolved.
 *
 * @param name as its author wrote it, or derived from that
 * @param operation what it is
 * @param site where it is declared
 * @param links what it reads; several at a merge
 * @param shape its output
 * @param outputExtents per axis, its extent as a function of the extents before it; none where that has a fault
 * @param jumps per axis, input pixels between the fields of neighbouring units: 0 where every unit reads the whole
 *     input, empty where unknown or where merged paths disagree
 * @param costs its parameters and multiply-adds
 * @param wholeMap true if it also uses statistics of its whole input
 * @param dataDependent true if its window moves with the data
 * @param plain true for a dilated layer of a block whose rate its user does not state: it counts as a plain convolution
 * @param padding how its padding is stated
 * @param borders what its padding is filled with
 * @param faulty true if it, or a layer it reads, has a structural fault, so that figures are missing for a known reason
 * @param attributes the resolved attributes, for the report
 * @param marks what the annotations beside it say
 */
public record Layer(
        String name,
        Operation operation,
        Site site,
        List<Link> links,
        MapShape shape,
        List<OutputExtent> outputExtents,
        List<Optional<Rational>> jumps,
        Costs costs,
        boolean wholeMap,
        boolean dataDependent,
        boolean plain,
        PaddingMode padding,
        Borders borders,
        boolean faulty,
        Map<String, Object> attributes,
        Marks marks) {
    public Layer {
        outputExtents = List.copyOf(outputExtents);
    }

    /** The same layer, reading {@code link} alone. */
    public Layer reading(Link link) {
        return with(operation, List.of(link));
    }

    /** The same layer as a member of dilation stacks. */
    public Layer dilated() {
        return with(Operation.DILATED, links);
    }

    private Layer with(Operation other, List<Link> otherLinks) {
        return new Layer(
                name,
                other,
                site,
                otherLinks,
                shape,
                outputExtents,
                jumps,
                costs,
                wholeMap,
                dataDependent,
                plain,
                padding,
                borders,
                faulty,
                attributes,
                marks);
    }

    /** True for a member of a dilation stack: a dilated layer, unless a block leaves its rate open. */
    public boolean isDilated() {
        return operation.isDilated() && !plain;
    }

    /** True if something outside the network reads it: a head, or whatever detects objects on it. */
    public boolean isRead() {
        return marks.endpoint().isPresent() || marks.detects().isPresent();
    }

    /** True if every path to it reads the whole input, along every axis. */
    public boolean isGlobal() {
        for (Optional<Rational> jump : jumps) {
            if (jump.isEmpty() || !jump.get().equals(Rational.ZERO)) {
                return false;
            }
        }
        return true;
    }

    /** The same with the weights of another layer, whose parameters count there. */
    public Layer sharing(String other) {
        Map<String, Object> shown = new LinkedHashMap<>(attributes);
        shown.put("shared", other);
        return with(new Costs(OptionalLong.of(0), costs.macs(), costs.groups()), shown, marks);
    }

    /** The same with other marks. */
    public Layer marked(Marks other) {
        return with(costs, attributes, other);
    }

    private Layer with(Costs otherCosts, Map<String, Object> shown, Marks otherMarks) {
        return new Layer(
                name,
                operation,
                site,
                links,
                shape,
                outputExtents,
                jumps,
                otherCosts,
                wholeMap,
                dataDependent,
                plain,
                padding,
                borders,
                faulty,
                shown,
                otherMarks);
    }

    /** How the first link reads {@code axis}. */
    public Step step(int axis) {
        return links.get(0).steps().get(axis);
    }
}
