package dev.fovea.sample.djl;

import dev.fovea.Network;
import dev.fovea.djl.DjlModels;
import dev.fovea.report.AxisField;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import dev.fovea.report.Rational;
import dev.fovea.report.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A network with the geometry of another, in which gradients can be measured: as few channels as its structure allows,
 * means in place of maxima, no activation, and no normalisation but that by
 * paths that are asked for.
 *
 * <p>What channels read does not decide what positions a unit sees; a maximum passes its gradient to one position only,
 * and a normalisation mixes in the statistics of the map.
 */
final class Thin {
    private final Map<String, LayerReport> original = new HashMap<>();
    private final Map<String, Long> channels = new HashMap<>();
    private final Map<String, Long> shuffled = new HashMap<>();
    private final List<LayerReport> layers = new ArrayList<>();
    private final Set<String> left = new HashSet<>(Set.of(Network.INPUT));
    private final NetworkReport report;
    private final long[] extents;
    private final boolean whole;
    private final boolean real;

    private Thin(NetworkReport report, long[] extents, boolean whole, boolean real) {
        this.report = report;
        this.extents = extents;
        this.whole = whole;
        this.real = real;
        for (LayerReport layer : report.layers()) {
            original.put(layer.name(), layer);
            if (layer.op().equals("PixelShuffle")) {
                long factor = (Long) layer.attributes().get("factor");
                shuffled.put(layer.from().get(0), Math.round(Math.pow(factor, report.axes())));
            }
        }
        channels.put(Network.INPUT, 1L);
    }

    /** Up to one layer, without the paths that read the whole input, for an image of these extents. */
    static NetworkReport local(NetworkReport report, LayerReport last, long... extents) {
        return new Thin(report, extents, false, false).until(last);
    }

    /** As {@link #local}, with maxima and statistics of batches where the network has them. */
    static NetworkReport real(NetworkReport report, LayerReport last, long... extents) {
        return new Thin(report, extents, false, true).until(last);
    }

    /** Up to one layer, with all paths, for an image of these extents. */
    static NetworkReport whole(NetworkReport report, LayerReport last, long... extents) {
        return new Thin(report, extents, true, false).until(last);
    }

    /** Whether a layer has paths that do not read the whole input. */
    static boolean isLocal(LayerReport layer) {
        return layer.field().stream().map(AxisField::jump).allMatch(jump -> jump.isPresent());
    }

    private NetworkReport until(LayerReport last) {
        for (LayerReport layer : report.layers().subList(0, report.layers().indexOf(last) + 1)) {
            if (whole || isLocal(layer)) {
                left.add(layer.name());
                layers.add(thin(layer));
            }
        }
        return build();
    }

    private NetworkReport build() {
        return new NetworkReport(
                report.model(),
                report.axes(),
                new Shape(OptionalLong.of(1), report.input().size()),
                OptionalLong.empty(),
                OptionalLong.empty(),
                layers,
                List.of(),
                List.of(),
                report.targets());
    }

    private LayerReport thin(LayerReport layer) {
        List<String> from = layer.from().stream().filter(left::contains).toList();
        Map<String, Object> attributes = new LinkedHashMap<>(layer.attributes());
        attributes.computeIfPresent("norm", (name, norm) -> isKept((String) norm) ? norm : "NONE");
        attributes.computeIfPresent("type", (name, type) -> real ? type : "AVERAGE");
        // A softmax over one channel has no gradient, and others may vanish.
        attributes.computeIfPresent("activation", (name, activation) -> "NONE");
        long in = channels.get(from.get(0));
        String op = layer.op();
        long out = in;
        switch (op) {
            case "Conv", "Dilated", "Projection", "TransposedConv" -> out = convolution(layer, in, attributes);
            case "Linear" -> {
                out = 1;
                attributes.put("out", out);
            }
            case "Concat" -> out = from.stream().mapToLong(channels::get).sum();
            case "Add", "Residual", "Multiply" ->
                out = from.stream().mapToLong(channels::get).max().orElseThrow();
            case "Slice" -> out = slice(layer, in, attributes);
            case "PixelShuffle" -> out = in / shuffled.get(from.get(0));
            case "SpaceToDepth" -> out = in * Math.round(Math.pow((Long) attributes.get("factor"), report.axes()));
            case "SqueezeExcite" -> {
                attributes.put("squeeze", 1L);
                // Of one map: the map itself.
                op = whole ? op : "Add";
            }
            case "TokenMixing" -> op = whole ? op : "Add";
            case "Upsample" -> {
                if (attributes.containsKey("size")) {
                    resize(layer, attributes);
                }
            }
            default -> {}
        }
        channels.put(layer.name(), out);
        return new LayerReport(
                layer.name(),
                op,
                from,
                layer.endpoint(),
                new Shape(OptionalLong.of(out), layer.shape().size()),
                OptionalLong.empty(),
                OptionalLong.empty(),
                layer.validTaps(),
                layer.field(),
                layer.coverage(),
                attributes,
                layer.dataDependent(),
                layer.offsets());
    }

    /** Statistics of the whole map are paths that read it. */
    private boolean isKept(String norm) {
        return real ? norm.equals("BATCH") : whole && (norm.equals("GROUP") || norm.startsWith("INSTANCE"));
    }

    private long convolution(LayerReport layer, long in, Map<String, Object> attributes) {
        long groups = (Long) attributes.get("groups");
        long before = channelsBefore(layer);
        boolean depthwise = groups > 1 && groups == before;
        long out = depthwise ? in * ((Long) attributes.get("out") / before) : shuffled.getOrDefault(layer.name(), 1L);
        attributes.put("groups", depthwise ? in : 1L);
        attributes.put("out", out);
        return out;
    }

    private long slice(LayerReport layer, long in, Map<String, Object> attributes) {
        long before = channelsBefore(layer);
        for (String bound : List.of("begin", "end")) {
            long place = (Long) attributes.get(bound) * in;
            if (place % before != 0) {
                // It cuts through a thinned channel: what channels are read does not matter.
                attributes.putAll(Map.of("begin", 0L, "end", in));
                return in;
            }
            attributes.put(bound, place / before);
        }
        return (Long) attributes.get("end") - (Long) attributes.get("begin");
    }

    /** Extents in the ratio to those of the map below that is declared; a whole one needs no map, whose extents take a while. */
    private void resize(LayerReport layer, Map<String, Object> attributes) {
        String below = layer.from().get(0);
        Shape declared = original.get(below).shape();
        List<Rational> ratios = new ArrayList<>();
        for (int axis = 0; axis < extents.length; axis++) {
            ratios.add(Rational.of(
                    layer.shape().size().get(axis).orElseThrow(),
                    declared.size().get(axis).orElseThrow()));
        }
        if (ratios.stream().allMatch(Rational::isInteger)) {
            attributes.remove("size");
            attributes.put(
                    "scale", ratios.stream().map(Rational::longValueExact).toList());
            return;
        }
        ai.djl.ndarray.types.Shape map = DjlModels.build(build())
                .shapes(new ai.djl.ndarray.types.Shape(1, 1).addAll(new ai.djl.ndarray.types.Shape(extents)))
                .get(below);
        List<Long> size = new ArrayList<>();
        for (int axis = 0; axis < extents.length; axis++) {
            size.add(ratios.get(axis).times(Rational.of(map.get(axis + 2))).longValueExact());
        }
        attributes.put("size", size);
    }

    private long channelsBefore(LayerReport layer) {
        String name = layer.from().get(0);
        Shape shape =
                name.equals(Network.INPUT) ? report.input() : original.get(name).shape();
        return shape.channels().orElseThrow();
    }
}
