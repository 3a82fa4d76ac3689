package dev.fovea.core.rule;

import dev.fovea.core.analysis.DilationStack;
import dev.fovea.core.finding.Advice;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final long expected;
    private final DilationStack stack;
    private final List<Integer> rates;

    /** By how much the stack's own field then differs from what is wanted. */
    private final long off;

    private final Rational jump;

    private ReachableSize(
            AnalysedNetwork analysed,
            int axis,
            long expected,
            DilationStack stack,
            List<Integer> rates,
            long off,
            Rational jump) {
        this.analysed = analysed;
        this.axis = axis;
        this.expected = expected;
        this.stack = stack;
        this.rates = rates;
        this.off = off;
        this.jump = jump;
    }

    /** Empty where a chain leads down to no stack, or no other rates come nearer. */
    static Optional<ReachableSize> of(AnalysedNetwork analysed, int axis, int index, long computed, long expected) {
        Optional<DilationStack> below = below(analysed, axis, index);
        if (below.isEmpty()) {
            return Optional.empty();
        }
        DilationStack stack = below.get();
        List<Layer> layers = analysed.network().layers();
        DilationStack.StackAxis judged = stack.axes().get(axis);
        DilationAxis present = judged.verdict().axis();
        int source = layers.get(stack.members().get(0)).links().get(0).source();
        Optional<Rational> jump =
                analysed.analysis().jump(source, axis).filter(found -> found.compareTo(Rational.ZERO) > 0);
        Optional<Rational> missing =
                jump.map(found -> Rational.of(expected - computed).dividedBy(found));
        if (missing.isEmpty()
                || missing.get().denominator() != 1
                || present.ownSize() + missing.get().numerator() < 1) {
            return Optional.empty();
        }
        long size = present.ownSize() + missing.get().numerator();
        List<Integer> ties = IntStream.range(0, present.rates().size()).boxed().toList();
        List<List<Integer>> found =
                Repair.proposals(new RepairTask(present, ties, Set.of(), size, analysed.strict(), rates -> true), 1);
        return found.isEmpty() || found.get(0).equals(present.rates())
                ? Optional.empty()
                : Optional.of(new ReachableSize(
                        analysed,
                        axis,
                        expected,
                        stack,
                        found.get(0),
                        present.withRates(found.get(0)).ownSize() - size,
                        jump.get()));
    }

    /** {@code "; rates 1, 3, 28 of d1, d2, d3 give it"}. */
    String text() {
        DilationStack.StackAxis judged = stack.axes().get(axis);
        String names = LayerNames.of(
                judged.members().stream().map(member -> layer(member).name()).toList());
        String listed = rates.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return off == 0
                ? "; rates %s of %s give it%s".formatted(listed, names, paddings())
                : "; the nearest that sound rates of %s reach is %s, with %s"
                        .formatted(
                                names,
                                Rational.of(expected).plus(Rational.of(off).times(jump)),
                                listed + paddings());
    }

    /** What reaches the size exactly, to be written; empty where nothing does, or the axes would differ then. */
    Optional<Advice> advice() {
        if (off != 0 || !isAlike()) {
            return Optional.empty();
        }
        List<Integer> members = stack.axes().get(axis).members();
        List<Advice.Statement> statements = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Map<String, String> attributes = new LinkedHashMap<>(Map.of("rate", "" + rates.get(i)));
            padding(i).flatMap(RatePadding::typed).ifPresent(text -> attributes.put("padding", text));
            Optional<Advice.Statement> statement = Statements.of(analysed, layer(members.get(i)), attributes);
            if (statement.isEmpty()) {
                return Optional.empty();
            }
            statements.add(statement.get());
        }
        return Optional.of(new Advice(statements));
    }

    private Layer layer(int member) {
        return analysed.network().layers().get(stack.members().get(member));
    }

    private Optional<RatePadding> padding(int index) {
        Layer layer = layer(stack.axes().get(axis).members().get(index));
        List<Integer> everywhere =
                stack.axes().stream().map(other -> rates.get(index)).toList();
        return WrittenRate.of(analysed.model().declarations(layer.site()), layer.site(), axis)
                .map(written -> new RatePadding(layer, written, everywhere));
    }

    private boolean isAlike() {
        return stack.axes().stream()
                        .map(other -> List.of(other.kernels(), other.rates()))
                        .distinct()
                        .count()
                == 1;
    }

    /** {@code " with padding 1, 3, 28"}; empty where the paddings follow by themselves, or along other axes other ones hold. */
    private String paddings() {
        List<String> paddings = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            padding(i).flatMap(RatePadding::kept).map(KeptPadding::typed).ifPresent(paddings::add);
        }
        return paddings.size() == rates.size() && isAlike() ? " with padding " + String.join(", ", paddings) : "";
    }

    /** The stack that a chain leads down to. */
    private static Optional<DilationStack> below(AnalysedNetwork analysed, int axis, int index) {
        int layer = index;
        while (layer != Network.INPUT
                && analysed.network().layers().get(layer).links().size() == 1) {
            int here = layer;
            Optional<DilationStack> stack = analysed.stacks().stream()
                    .filter(candidate -> candidate.layers().contains(here))
                    .findFirst();
            if (stack.isPresent()) {
                return stack.filter(found -> isTop(found, here) && isChain(analysed, axis, found));
            }
            layer = analysed.network().layers().get(layer).links().get(0).source();
        }
        return Optional.empty();
    }

    private static boolean isTop(DilationStack stack, int layer) {
        return stack.members().get(stack.members().size() - 1) == layer;
    }

    /** True if nothing but the members and layers with one input lie between the ends, each declared in the model itself. */
    private static boolean isChain(AnalysedNetwork analysed, int axis, DilationStack stack) {
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
