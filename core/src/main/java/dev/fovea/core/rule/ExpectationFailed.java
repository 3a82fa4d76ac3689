package dev.fovea.core.rule;

import dev.fovea.core.analysis.ReceptiveField;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.network.AxisNames;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Pins;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * A figure that {@code @Expect} pins differs from the computed one, or cannot be computed.
 *
 * <p>Silent where a fault that is reported elsewhere leaves the figure unknown.
 */
public final class ExpectationFailed extends Rule {
    public ExpectationFailed() {
        super(Severity.ERROR, "@Expect differs from what is computed.");
    }

    @Override
    public void check(AnalysedNetwork analysed, Consumer<Finding> findings) {
        for (int i = 0; i < analysed.network().layers().size(); i++) {
            Layer layer = analysed.network().layers().get(i);
            if (layer.marks().pins().isPresent()
                    && !analysed.analysis().faulty().get(i)) {
                Pins pins = layer.marks().pins().get();
                List<ReceptiveField> figures = analysed.analysis().figures().get(i);
                compare(
                        layer,
                        "size",
                        pins.size(),
                        figures.stream().map(f -> boxed(f.size())).toList(),
                        findings);
                compare(
                        layer,
                        "jump",
                        pins.jump(),
                        figures.stream().map(ReceptiveField::jump).toList(),
                        findings);
                compare(
                        layer,
                        "start",
                        pins.start(),
                        figures.stream().map(ReceptiveField::start).toList(),
                        findings);
                compare(
                        layer,
                        "extents",
                        pins.extents(),
                        layer.shape().extents().stream()
                                .map(e -> boxed(e.known()))
                                .toList(),
                        findings);
                if (pins.channels().isPresent()
                        && !pins.channels().equals(layer.shape().channels())) {
                    findings.accept(finding(
                            layer,
                            "channels",
                            -1,
                            layer.shape().channels().isPresent(),
                            "channels of %s are %s, not the expected %s"
                                    .formatted(
                                            layer.name(),
                                            written(boxed(layer.shape().channels())),
                                            pins.channels().getAsLong())));
                }
            }
        }
    }

    private <T> void compare(
            Layer layer,
            String attribute,
            List<T> expected,
            List<? extends Optional<? extends T>> computed,
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
        findings.accept(finding(
                layer,
                attribute,
                axis,
                computed.get(axis).isPresent(),
                "%s of %s%s is %s, not the expected %s"
                        .formatted(
                                attribute.equals("extents") ? "extent" : attribute,
                                layer.name(),
                                everywhere ? "" : AxisNames.along(axis, computed.size()),
                                written(computed.get(axis)),
                                expected.get(axis))));
    }

    private Finding finding(Layer layer, String attribute, int entry, boolean isKnown, String difference) {
        return finding(
                Place.beside(layer.site(), "Expect", attribute).at(entry),
                difference
                        + (isKnown
                                ? "; mend the network, or pin the new figure"
                                : "; state the input in @Network if it depends on that, or remove the pin"));
    }

    private static String written(Optional<?> figure) {
        return figure.map(Object::toString).orElse("unknown");
    }

    private static Optional<Long> boxed(OptionalLong figure) {
        return figure.isPresent() ? Optional.of(figure.getAsLong()) : Optional.empty();
    }
}
