package dev.fovea.core.rule;

import dev.fovea.core.analysis.DilationStack;
import dev.fovea.core.hdc.DilationAxis;
import dev.fovea.core.hdc.Repair;
import dev.fovea.core.hdc.RepairTask;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.repair.KeptPadding;
import dev.fovea.core.repair.RatePadding;
import dev.fovea.core.repair.WrittenRate;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The sound rates of the dilation stack below a layer that give the layer's field an expected size, or come nearest to it. Only
 * where the layer and the stack are one chain, so that every unit of reach adds to the field, and each rate is written by
 * itself.
 */
final class ReachableSize {
    private final AnalysedNetwork analysed;
    private final int axis;

    ReachableSize(AnalysedNetwork analysed, int axis) {
        this.analysed = analysed;
        this.axis = axis;
    }

    /** {@code "; write rates 1, 3, 28 at d1, d2, d3"}; empty where there is no such stack. */
    String text(int index, long computed, long expected) {
        Optional<DilationStack> below = below(index);
        if (below.isEmpty()) {
            return "";
        }
        DilationStack stack = below.get();
        List<Layer> layers = analysed.network().layers();
        DilationStack.StackAxis judged = stack.axes().get(axis);
        DilationAxis present = judged.verdict().axis();
        int source = layers.get(stack.members().get(0)).links().get(0).source();
        Optional<Rational> missing = analysed.analysis()
                .jump(source, axis)
                .filter(jump -> jump.compareTo(Rational.ZERO) > 0)
                .map(jump -> Rational.of(expected - computed).dividedBy(jump));
        if (missing.isEmpty()
                || missing.get().denominator() != 1
                || present.ownSize() + missing.get().numerator() < 1) {
            return "";
        }
        long size = present.ownSize() + missing.get().numerator();
        List<Integer> ties = IntStream.range(0, present.rates().size()).boxed().toList();
        List<List<Integer>> found =
                Repair.proposals(new RepairTask(present, ties, Set.of(), size, analysed.strict(), rates -> true), 1);
        if (found.isEmpty() || found.get(0).equals(present.rates())) {
            return "";
        }
        long off = present.withRates(found.get(0)).ownSize() - size;
        String names = LayerNames.of(judged.members().stream()
                .map(member -> layers.get(stack.members().get(member)).name())
                .toList());
        String rates = found.get(0).stream().map(String::valueOf).collect(Collectors.joining(", "));
        String padded = rates + paddings(stack, judged, found.get(0));
        return off == 0
                ? "; rates %s of %s give it%s".formatted(rates, names, padded.substring(rates.length()))
                : "; the nearest that sound rates of %s reach is %s, with %s"
                        .formatted(
                                names,
                                Rational.of(expected)
                                        .plus(Rational.of(off)
                                                .times(analysed.analysis()
                                                        .jump(source, axis)
                                                        .orElseThrow())),
                                padded);
    }

    /** {@code " with padding 1, 3, 28"}; empty where the paddings follow by themselves, or along other axes other ones hold. */
    private String paddings(DilationStack stack, DilationStack.StackAxis judged, List<Integer> rates) {
        List<String> paddings = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            int rate = rates.get(i);
            Layer layer = analysed.network()
                    .layers()
                    .get(stack.members().get(judged.members().get(i)));
            List<Integer> everywhere = stack.axes().stream().map(other -> rate).toList();
            WrittenRate.of(analysed.model().declarations(layer.site()), layer.site(), axis)
                    .flatMap(written -> new RatePadding(layer, written, everywhere).kept())
                    .map(KeptPadding::typed)
                    .ifPresent(paddings::add);
        }
        return paddings.size() == rates.size()
                        && stack.axes().stream()
                                        .map(other -> List.of(other.kernels(), other.rates()))
                                        .distinct()
                                        .count()
                                == 1
                ? " with padding " + String.join(", ", paddings)
                : "";
    }

    /** The stack that a chain leads down to. */
    private Optional<DilationStack> below(int index) {
        int layer = index;
        while (layer != Network.INPUT
                && analysed.network().layers().get(layer).links().size() == 1) {
            int here = layer;
            Optional<DilationStack> stack = analysed.stacks().stream()
                    .filter(candidate -> candidate.layers().contains(here))
                    .findFirst();
            if (stack.isPresent()) {
                return stack.filter(found -> isTop(found, here) && isChain(found));
            }
            layer = analysed.network().layers().get(layer).links().get(0).source();
        }
        return Optional.empty();
    }

    private static boolean isTop(DilationStack stack, int layer) {
        return stack.members().get(stack.members().size() - 1) == layer;
    }

    /** True if nothing but the members and layers with one input lie between the ends, each declared in the model itself. */
    private boolean isChain(DilationStack stack) {
        List<Layer> layers = analysed.network().layers();
        int bottom = stack.members().get(0);
        int layer = stack.members().get(stack.members().size() - 1);
        while (layer > bottom) {
            if (layers.get(layer).links().size() != 1) {
                return false;
            }
            layer = layers.get(layer).links().get(0).source();
        }
        return layer == bottom
                && layers.get(bottom).links().size() == 1
                && stack.layers().equals(stack.members())
                && stack.axes().get(axis).verdict().axis().isJudged()
                && stack.members().stream()
                        .allMatch(member -> layers.get(member).site().parts().size() == 1);
    }
}
