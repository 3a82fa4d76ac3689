package dev.fovea.core.rule;

import dev.fovea.core.analysis.MergeOffsets;
import dev.fovea.core.analysis.ReceptiveField;
import dev.fovea.core.finding.Advice;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.finding.Site;
import dev.fovea.core.network.AxisNames;
import dev.fovea.core.network.Costs;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Pins;
import dev.fovea.core.resolve.TypedValues;
import dev.fovea.core.tiles.Targets;
import dev.fovea.report.Rational;
import dev.fovea.report.TargetAxis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A figure that {@code @Expect} pins differs from the computed one, or cannot be computed.
 *
 * <p>Silent where a fault that is reported elsewhere leaves the figure unknown.
 */
public final class ExpectationFailed extends Rule {
    private static final Map<String, String> NOUNS =
            Map.of("extents", "extent", "before", "context before a tile", "after", "context after a tile");

    public ExpectationFailed() {
        super(Severity.ERROR, "@Expect differs from what is computed.");
    }

    @Override
    public void check(AnalysedNetwork analysed, Consumer<Finding> findings) {
        Optional<Pins> whole = analysed.network().pins();
        if (whole.isPresent()) {
            check(analysed, whole.get(), findings);
        }
        for (int i = 0; i < analysed.network().layers().size(); i++) {
            Layer layer = analysed.network().layers().get(i);
            if (layer.marks().pins().isPresent()
                    && !analysed.analysis().faulty().get(i)) {
                check(analysed, i, layer.marks().pins().get(), findings);
            }
        }
    }

    /** What all layers have together. */
    private void check(AnalysedNetwork analysed, Pins pins, Consumer<Finding> findings) {
        Network network = analysed.network();
        if (analysed.analysis().faulty().contains(true)) {
            return;
        }
        String name = network.model()
                .substring(Math.max(
                                network.model().lastIndexOf('.'),
                                network.model().lastIndexOf('$'))
                        + 1);
        compare(pins, name, "parameters", pins.parameters(), sum(network, Costs::parameters), findings);
        compare(pins, name, "macs", pins.macs(), sum(network, Costs::macs), findings);
    }

    private static OptionalLong sum(Network network, Function<Costs, OptionalLong> figure) {
        long sum = 0;
        for (Layer layer : network.layers()) {
            OptionalLong one = figure.apply(layer.costs());
            if (one.isEmpty()) {
                return one;
            }
            sum = Math.addExact(sum, one.getAsLong());
        }
        return OptionalLong.of(sum);
    }

    private void check(AnalysedNetwork analysed, int index, Pins pins, Consumer<Finding> findings) {
        Layer layer = analysed.network().layers().get(index);
        List<ReceptiveField> figures = analysed.analysis().figures().get(index);
        List<Optional<Long>> sizes = each(figures, field -> boxed(field.size()));
        compare(
                pins,
                layer.name(),
                "size",
                pins.size(),
                sizes,
                axis -> reach(analysed, index, axis, pins, sizes),
                findings);
        compare(pins, layer.name(), "jump", pins.jump(), each(figures, ReceptiveField::jump), findings);
        compare(pins, layer.name(), "start", pins.start(), each(figures, ReceptiveField::start), findings);
        compare(
                pins,
                layer.name(),
                "extents",
                pins.extents(),
                each(layer.shape().extents(), extent -> boxed(extent.known())),
                findings);
        compare(pins, layer.name(), "channels", pins.channels(), layer.shape().channels(), findings);
        compare(
                pins,
                layer.name(),
                "parameters",
                pins.parameters(),
                layer.costs().parameters(),
                findings);
        compare(pins, layer.name(), "macs", pins.macs(), layer.costs().macs(), findings);
        if (!pins.before().isEmpty()
                || !pins.after().isEmpty()
                || !pins.latency().isEmpty()) {
            List<TargetAxis> fed = Targets.axes(analysed.network(), index);
            compare(
                    pins,
                    layer.name(),
                    "before",
                    pins.before(),
                    each(fed, axis -> boxed(axis.tiles().alignedBefore())),
                    findings);
            compare(
                    pins,
                    layer.name(),
                    "after",
                    pins.after(),
                    each(fed, axis -> boxed(axis.tiles().alignedAfter())),
                    findings);
            compare(
                    pins,
                    layer.name(),
                    "latency",
                    pins.latency(),
                    each(fed, axis -> boxed(axis.stream().latency())),
                    findings);
        }
        if (!pins.offset().isEmpty()) {
            List<List<Optional<Rational>>> offsets = MergeOffsets.of(analysed.analysis(), layer);
            compare(
                    pins,
                    layer.name(),
                    "offset",
                    pins.offset(),
                    offsets.isEmpty()
                            ? Collections.nCopies(pins.offset().size(), Optional.empty())
                            : each(offsets, inputs -> inputs.get(inputs.size() - 1)),
                    findings);
        }
    }

    private static <A, T> List<Optional<T>> each(List<A> axes, Function<A, Optional<T>> figure) {
        List<Optional<T>> figures = new ArrayList<>();
        for (A axis : axes) {
            figures.add(figure.apply(axis));
        }
        return figures;
    }

    private void compare(
            Pins pins,
            String name,
            String attribute,
            OptionalLong expected,
            OptionalLong computed,
            Consumer<Finding> findings) {
        if (expected.isPresent() && !expected.equals(computed)) {
            Finding finding = finding(
                    pins,
                    attribute,
                    -1,
                    computed.isPresent(),
                    "%s of %s are %s, not the expected %s"
                            .formatted(
                                    attribute.equals("macs") ? "MACs" : attribute,
                                    name,
                                    written(boxed(computed)),
                                    expected.getAsLong()));
            findings.accept(finding.advising(
                    pinned(pins, attribute, List.of(boxed(computed))).stream().toList()));
        }
    }

    private static Optional<ReachableSize> reach(
            AnalysedNetwork analysed, int index, int axis, Pins pins, List<Optional<Long>> sizes) {
        return sizes.get(axis)
                .flatMap(size -> ReachableSize.of(
                        analysed, axis, index, size, pins.size().get(axis)));
    }

    private <T> void compare(
            Pins pins,
            String name,
            String attribute,
            List<T> expected,
            List<? extends Optional<? extends T>> computed,
            Consumer<Finding> findings) {
        compare(pins, name, attribute, expected, computed, axis -> Optional.empty(), findings);
    }

    /** @param how what would make the figure along an axis the expected one, as far as that is known */
    private <T> void compare(
            Pins pins,
            String name,
            String attribute,
            List<T> expected,
            List<? extends Optional<? extends T>> computed,
            IntFunction<Optional<ReachableSize>> how,
            Consumer<Finding> findings) {
        List<Integer> wrong = new ArrayList<>();
        for (int axis = 0; axis < expected.size(); axis++) {
            if (!computed.get(axis).equals(Optional.of(expected.get(axis)))) {
                wrong.add(axis);
            }
        }
        if (wrong.isEmpty()) {
            return;
        }
        int axis = wrong.get(0);
        boolean everywhere = computed.stream().distinct().count() == 1 && wrong.size() == computed.size();
        Optional<ReachableSize> reached = how.apply(axis);
        Finding finding = finding(
                pins,
                attribute,
                axis,
                computed.get(axis).isPresent(),
                "%s of %s%s is %s, not the expected %s"
                                .formatted(
                                        NOUNS.getOrDefault(attribute, attribute),
                                        name,
                                        everywhere ? "" : AxisNames.along(axis, computed.size()),
                                        written(computed.get(axis)),
                                        expected.get(axis))
                        + reached.map(ReachableSize::text).orElse(""));
        List<Advice> advice = new ArrayList<>();
        reached.flatMap(ReachableSize::advice).ifPresent(advice::add);
        pinned(pins, attribute, computed).ifPresent(advice::add);
        findings.accept(finding.advising(advice));
    }

    /** The pin of the new figure; empty where it is not known along all axes, or another member than the layer's has it. */
    private static Optional<Advice> pinned(Pins pins, String attribute, List<? extends Optional<?>> computed) {
        Optional<Site> site = pins.place().site().filter(own -> own.parts().size() == 1);
        if (site.isEmpty()
                || !pins.place().annotation().equals("Expect")
                || computed.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<Object> figures = new ArrayList<>();
        for (Optional<?> figure : computed) {
            Object known = figure.orElseThrow();
            figures.add(known instanceof Rational ? known.toString() : known);
        }
        List<Object> typed = figures.stream().distinct().count() == 1 ? figures.subList(0, 1) : figures;
        return Optional.of(Advice.of(new Advice.Statement(
                site.get().outermost().name(), "Expect", Map.of(attribute, TypedValues.of(typed)))));
    }

    private Finding finding(Pins pins, String attribute, int entry, boolean isKnown, String difference) {
        return finding(
                pins.place().of(attribute).at(entry),
                difference
                        + (isKnown
                                ? "; change the network, or pin the new figure"
                                : "; state the input in @Network if it depends on that, or remove the pin"));
    }

    private static String written(Optional<?> figure) {
        return figure.map(Object::toString).orElse("unknown");
    }

    private static Optional<Long> boxed(OptionalLong figure) {
        return figure.isPresent() ? Optional.of(figure.getAsLong()) : Optional.empty();
    }
}
