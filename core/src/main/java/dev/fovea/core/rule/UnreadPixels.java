package dev.fovea.core.rule;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.analysis.DilationStack;
import dev.fovea.core.exact.PixelSet;
import dev.fovea.core.exact.PositionSet;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.hdc.Picture;
import dev.fovea.core.network.AxisNames;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Step;
import dev.fovea.core.support.DominantPath;
import dev.fovea.core.support.DominantPath.Opening;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Units of an endpoint, or of the last layer, never read pixels that their field spans: along an axis, or in the inner half of
 * its box. Corners that merged branches of different shape leave out are no loss.
 *
 * <p>The layer that opens the gap is named: by the theorem on steps where one path decides what is seen, else the topmost layer
 * whose inputs have no gap. A layer has one finding, and none where its dilation stack has one.
 */
public final class UnreadPixels extends Rule {
    public UnreadPixels() {
        super(Severity.WARNING, "An endpoint or the last layer never reads pixels inside its field.");
    }

    @Override
    public void check(AnalysedNetwork analysed, Consumer<Finding> findings) {
        List<Layer> layers = analysed.network().layers();
        Set<Integer> reported = new HashSet<>();
        Map<Integer, List<UnreadField>> known = new HashMap<>();
        Map<Layer, Boolean> otherwise = new IdentityHashMap<>();
        for (DilationStack stack : analysed.stacks()) {
            boolean isFaulty = stack.axes().stream()
                    .anyMatch(axis -> axis.verdict().judge(analysed.strict()).isPresent());
            for (int layer : stack.layers()) {
                otherwise.putIfAbsent(layers.get(layer), isFaulty);
            }
            // Its taps are spread by the top layer's stride.
            stack.exit().ifPresent(exit -> otherwise.putIfAbsent(exit, isFaulty));
        }
        for (int i = 0; i < layers.size(); i++) {
            boolean read = layers.get(i).marks().endpoint().isPresent() || i == layers.size() - 1;
            if (read && !analysed.analysis().faulty().get(i)) {
                for (UnreadField field : fields(analysed, i, known)) {
                    List<Integer> openers = openers(analysed, i, field, known);
                    if (openers.stream().noneMatch(opener -> otherwise.getOrDefault(layers.get(opener), false))
                            && reported.add(openers.get(0))) {
                        findings.accept(finding(analysed, i, openers.get(0), field));
                    }
                }
            }
        }
    }

    /** Computed once for a layer, whichever endpoints lie above it. */
    private static List<UnreadField> fields(
            AnalysedNetwork analysed, int layer, Map<Integer, List<UnreadField>> known) {
        List<UnreadField> fields = known.get(layer);
        if (fields == null) {
            fields = UnreadField.of(analysed, layer);
            known.put(layer, fields);
        }
        return fields;
    }

    /** The layer that opens the gap; several where any of them might as well. */
    private static List<Integer> openers(
            AnalysedNetwork analysed, int target, UnreadField field, Map<Integer, List<UnreadField>> known) {
        Analysis analysis = analysed.analysis();
        int axis = Math.max(field.axis(), 0);
        Optional<Opening> opening = opening(analysed, target, field);
        if (opening.isPresent()) {
            return opening.get().layers();
        }
        int at = target;
        Optional<Link> below = DominantPath.link(analysis, at, axis);
        while (below.isPresent()
                && below.get().source() != Network.INPUT
                && fields(analysed, below.get().source(), known).stream()
                        .anyMatch(lower -> lower.axis() == field.axis())) {
            at = below.get().source();
            below = DominantPath.link(analysis, at, axis);
        }
        return List.of(at);
    }

    private Finding finding(AnalysedNetwork analysed, int target, int opener, UnreadField field) {
        Layer layer = analysed.network().layers().get(opener);
        Place place = rate(layer, field.axis()) > 1
                ? Place.attribute(layer.site(), "rate").at(field.axis())
                : Place.layer(layer.site());
        Optional<SmallerRates> smaller = opening(analysed, target, field)
                .map(opening -> new SmallerRates(analysed, target, axes(analysed, target, field)));
        Finding finding = finding(
                place,
                List.of(layer.site(), analysed.network().layers().get(target).site()),
                loss(analysed, target, field) + ": " + cause(analysed, target, opener, field, smaller)
                        + picture(analysed, target, field));
        Finding advising = finding.advising(
                smaller.flatMap(rates -> rates.advice(opener)).stream().toList());
        return layer.operation().isDilated() ? advising.as(Severity.ERROR) : advising;
    }

    /** What spreads the taps along the axis; empty where no single layer does. */
    private static Optional<Opening> opening(AnalysedNetwork analysed, int target, UnreadField field) {
        return field.axis() == UnreadField.INNER
                ? Optional.empty()
                : DominantPath.opening(analysed.analysis(), target, field.axis());
    }

    private static long rate(Layer layer, int axis) {
        return axis >= 0 && layer.links().size() == 1
                ? layer.step(axis).window().map(Step.Window::rate).orElse(1L)
                : 1;
    }

    /** {@code conv2 reads 81 of the 121 pixels of its field (40 lost, the first at offset 0, 3)}. */
    private static String loss(AnalysedNetwork analysed, int target, UnreadField field) {
        boolean first = field.unit().stream().allMatch(place -> place == 0);
        String who = (first ? "" : "position " + list(field.unit()) + " of ")
                + analysed.network().layers().get(target).name();
        PixelSet pixels = field.pixels();
        OptionalLong missing = pixels.missing();
        String what =
                field.isWhole() ? "pixels of its field" : "positions of its field" + where(analysed, target, field);
        if (missing.isEmpty()) {
            return "%s does not read all %s".formatted(who, what);
        }
        List<Long> lost = pixels.firstMissing().orElseThrow();
        StringBuilder offset = new StringBuilder();
        for (int axis = 0; axis < lost.size(); axis++) {
            offset.append(axis == 0 ? "" : ", ")
                    .append(lost.get(axis) - pixels.along(axis).min());
        }
        long read = pixels.count().orElseThrow();
        return "%s reads %s of the %s %s (%s lost, the first at offset %s)"
                .formatted(who, read, read + missing.getAsLong(), what, missing.getAsLong(), offset);
    }

    private static String cause(
            AnalysedNetwork analysed, int target, int opener, UnreadField field, Optional<SmallerRates> smaller) {
        String name = analysed.network().layers().get(opener).name();
        Optional<Opening> opening = opening(analysed, target, field);
        if (opening.isPresent() && smaller.isPresent()) {
            String apart = (opener == target ? "its taps" : "the taps of " + name)
                    + " are %s pixels apart%s".formatted(opening.get().step(), where(analysed, target, field));
            String bridged = opening.get().most() == 1
                    ? " and no layer reads in between"
                    : ", and the layers of smaller steps bridge at most "
                            + opening.get().most();
            return apart + bridged + "; " + smaller.get().text(opener);
        }
        return analysed.network().layers().get(opener).links().size() > 1
                ? "the inputs of %s read places too far apart%s; add one that reads in between, such as a branch of a smaller rate"
                        .formatted(name, where(analysed, target, field))
                : "the gap opens at %s%s; use a smaller rate or stride there"
                        .formatted(name, where(analysed, target, field));
    }

    private static String picture(AnalysedNetwork analysed, int target, UnreadField field) {
        if (field.axis() == UnreadField.INNER) {
            return "";
        }
        PositionSet along = field.along();
        return Picture.of(along)
                .map(picture -> "\n  read%s: %s".formatted(where(analysed, target, field), picture))
                .orElse("");
    }

    /** {@code " in height"}; empty where all axes are alike. */
    private static String where(AnalysedNetwork analysed, int target, UnreadField field) {
        return isAlike(analysed, target, field)
                ? ""
                : AxisNames.along(field.axis(), analysed.network().axes());
    }

    /** The axes along which the same layer opens a gap, which a single edit mends. */
    private static List<Integer> axes(AnalysedNetwork analysed, int target, UnreadField field) {
        Optional<Integer> first = first(analysed, target, field.axis());
        return IntStream.range(0, analysed.network().axes())
                .filter(axis -> first(analysed, target, axis).equals(first))
                .boxed()
                .toList();
    }

    private static Optional<Integer> first(AnalysedNetwork analysed, int target, int axis) {
        return DominantPath.opening(analysed.analysis(), target, axis)
                .map(opening -> opening.layers().get(0));
    }

    private static boolean isAlike(AnalysedNetwork analysed, int target, UnreadField field) {
        int axes = analysed.network().axes();
        boolean alike = field.isWhole();
        for (int axis = 1; axis < axes && alike && field.axis() != UnreadField.INNER; axis++) {
            alike = field.pixels().along(axis).equals(field.pixels().along(0))
                    && DominantPath.opening(analysed.analysis(), target, axis)
                            .equals(DominantPath.opening(analysed.analysis(), target, 0));
        }
        return alike;
    }

    private static String list(List<Long> numbers) {
        return numbers.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
