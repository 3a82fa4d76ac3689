package dev.fovea.core.analysis;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Step;
import dev.fovea.report.Rational;
import java.util.List;
import java.util.Optional;

/**
 * A network and the receptive fields of all its layers.
 *
 * @param figures per layer, per axis
 * @param faulty per layer, whether figures are missing because of a structural fault that has been reported
 * @param findings figures that exceed what can be represented
 */
public record Analysis(
        Network network, List<List<ReceptiveField>> figures, List<Boolean> faulty, List<Finding> findings) {
    public Analysis {
        figures = List.copyOf(figures);
        faulty = List.copyOf(faulty);
        findings = List.copyOf(findings);
    }

    /** Follows every path from the input to every layer. */
    public static Analysis of(Network network) {
        return new Propagation(network).run();
    }

    /** What the units of a layer, or of the input, see along an axis. */
    public FieldUnion seen(int source, int axis) {
        return source == Network.INPUT
                ? FieldUnion.INPUT
                : figures.get(source).get(axis).seen();
    }

    /** Input pixels between neighbouring units of a layer, or of the input; 0 where all read the whole input. */
    public Optional<Rational> jump(int source, int axis) {
        return source == Network.INPUT
                ? Optional.of(Rational.ONE)
                : network.layers().get(source).jumps().get(axis);
    }

    /** True if what a link reads along an axis is the whole input, whatever the unit. */
    public boolean readsWhole(Link link, int axis) {
        Step step = link.steps().get(axis);
        FieldUnion read = seen(link.source(), axis);
        return step.isWhole()
                || read.onlyGlobal()
                || step.isBroadcast()
                        && read.coversInput(network.input().extents().get(axis));
    }

    /** The figures of the last layer, per axis. */
    public List<ReceptiveField> last() {
        return figures.get(figures.size() - 1);
    }
}
