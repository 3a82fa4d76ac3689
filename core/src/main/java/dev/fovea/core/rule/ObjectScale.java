package dev.fovea.core.rule;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.analysis.NarrowestBranches;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.ObjectRange;
import dev.fovea.core.paths.PathCounts;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Feature maps that cannot represent the objects stated: the field holds less than nine tenths of the largest, or the
 * smallest is lost in an effective width of more than four times its size, along the narrowest branch; and objects of the network that no endpoint fits.
 */
public final class ObjectScale extends Rule {
    public ObjectScale() {
        super(Severity.WARNING, "A feature map does not see the objects that it must represent.");
    }

    @Override
    public void check(AnalysedNetwork analysed, Consumer<Finding> findings) {
        List<Layer> layers = analysed.network().layers();
        boolean stated = false;
        for (Layer layer : layers) {
            stated |= layer.marks().detects().isPresent();
        }
        if (!stated && analysed.network().objectSizes().isEmpty()) {
            return;
        }
        Map<Integer, MapScale> maps = maps(analysed);
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).marks().detects().isPresent()
                    && !analysed.analysis().faulty().get(i)) {
                check(layers.get(i), maps, i, findings);
            }
        }
        if (!analysed.analysis().faulty().contains(true)) {
            checkSizes(analysed.network().objectSizes(), List.copyOf(maps.values()), findings);
        }
    }

    /** The maps that something outside reads; the last one where nothing is said. */
    private static Map<Integer, MapScale> maps(AnalysedNetwork analysed) {
        List<Layer> layers = analysed.network().layers();
        Map<Integer, MapScale> maps = new LinkedHashMap<>();
        Analysis narrowest = NarrowestBranches.of(analysed.analysis());
        PathCounts narrow = narrowest == analysed.analysis() ? analysed.paths() : PathCounts.of(narrowest);
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).isRead()) {
                maps.put(i, MapScale.of(analysed, narrow, i));
            }
        }
        if (maps.isEmpty()) {
            maps.put(layers.size() - 1, MapScale.of(analysed, narrow, layers.size() - 1));
        }
        return maps;
    }

    private void check(Layer layer, Map<Integer, MapScale> maps, int index, Consumer<Finding> findings) {
        ObjectRange objects = layer.marks().detects().orElseThrow();
        MapScale map = maps.get(index);
        if (map.isTooLarge(objects.max())) {
            findings.accept(finding(
                    layer,
                    "max",
                    "%s sees %s, less than nine tenths of the largest object it detects (%s)"
                            .formatted(
                                    layer.name(),
                                    Merge.pixels(Rational.of(map.field().getAsLong())),
                                    objects.max()),
                    "widen its field with layers, strides or dilation before it",
                    objects.max(),
                    maps.values().stream().toList()));
        }
        if (map.isTooSmall(objects.min())) {
            findings.accept(finding(
                    layer,
                    "min",
                    "%s is %s, more than 4 times the smallest object it detects (%s)"
                            .formatted(
                                    map.widthOf(layer.name()),
                                    Merge.pixels(Rational.of(map.width().getAsLong())),
                                    objects.min()),
                    "take the map from an earlier layer",
                    objects.min(),
                    maps.values().stream().toList()));
        }
    }

    private Finding finding(
            Layer layer, String attribute, String what, String otherwise, long size, List<MapScale> maps) {
        return finding(
                Place.beside(layer.site(), "Detects", attribute),
                what + "; " + advice(maps, size, otherwise) + ranges(maps));
    }

    private static String advice(List<MapScale> maps, long size, String otherwise) {
        return maps.stream()
                .filter(map -> map.field().isPresent() && map.width().isPresent() && map.mayFit(size))
                .findFirst()
                .map(map -> "detect it on %s, or %s".formatted(map.name(), otherwise))
                .orElse(otherwise);
    }

    private static String ranges(List<MapScale> maps) {
        return maps.stream().map(map -> "\n  " + map.range()).collect(Collectors.joining());
    }

    /** One finding for all objects that are too large, one for all that are too small, one for those in between. */
    private void checkSizes(List<Long> sizes, List<MapScale> maps, Consumer<Finding> findings) {
        List<Integer> unfit = IntStream.range(0, sizes.size())
                .filter(i -> maps.stream().noneMatch(map -> map.mayFit(sizes.get(i))))
                .boxed()
                .toList();
        Map<String, List<Integer>> reasons = new LinkedHashMap<>();
        for (int entry : unfit) {
            reasons.computeIfAbsent(reason(sizes.get(entry), maps), unused -> new ArrayList<>())
                    .add(entry);
        }
        reasons.forEach((reason, entries) -> findings.accept(finding(
                Place.model("Network", "objectSizes").at(entries.get(0)),
                "objects of %s pixel%s fit no endpoint: %s"
                                .formatted(
                                        entries.stream()
                                                .map(sizes::get)
                                                .distinct()
                                                .map(String::valueOf)
                                                .collect(Collectors.joining(", ")),
                                        entries.stream().allMatch(entry -> sizes.get(entry) == 1) ? "" : "s",
                                        reason)
                        + ranges(maps))));
    }

    private static String reason(long size, List<MapScale> maps) {
        if (maps.stream().allMatch(map -> map.isTooLarge(size))) {
            MapScale largest = maps.get(best(maps, true));
            return "the largest field, that of %2$s, is %1$s, less than nine tenths as much; widen it with layers, strides or dilation, or add a coarser endpoint"
                    .formatted(Merge.pixels(Rational.of(largest.field().getAsLong())), largest.name());
        }
        if (maps.stream().allMatch(map -> map.isTooSmall(size))) {
            MapScale finest = maps.get(best(maps, false));
            return "the smallest effective width, that of %2$s, is %1$s, more than 4 times as much; add an endpoint at an earlier layer"
                    .formatted(Merge.pixels(Rational.of(finest.width().getAsLong())), finest.name());
        }
        return "they are too large for some, and less than a quarter of the effective width of the others; add an endpoint in between";
    }

    /** The map with the largest field, or with the smallest width. */
    private static int best(List<MapScale> maps, boolean field) {
        int best = 0;
        for (int i = 1; i < maps.size(); i++) {
            boolean better = field
                    ? maps.get(i).field().getAsLong() > maps.get(best).field().getAsLong()
                    : maps.get(i).width().getAsLong() < maps.get(best).width().getAsLong();
            best = better ? i : best;
        }
        return best;
    }
}
