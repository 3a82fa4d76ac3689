package dev.fovea.sample.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import dev.fovea.Network;
import dev.fovea.core.exact.PixelSet;
import dev.fovea.core.exact.PositionSet;
import dev.fovea.core.support.Support;
import dev.fovea.djl.DjlModels;
import dev.fovea.djl.DjlNetwork;
import dev.fovea.djl.InputGradient;
import dev.fovea.report.AxisField;
import dev.fovea.report.Coverage;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import dev.fovea.report.PixelBox;
import dev.fovea.report.Span;
import dev.fovea.sample.Zoo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What units read, by the gradients of the running network, is what was computed: the very set of pixels, and the report's
 * figures of it.
 *
 * <p>Fovea knows the set of every layer, so that no network is left out but those of attention: gradients vanish in a dozen
 * saturated softmaxes, so that NaNs are followed there. Gradients need means in place of maxima; where NaNs and large numbers
 * find each single pixel ({@link Probes}), the maxima stay. Where a layer's image would be too large, an earlier layer is measured,
 * and the last layer in slabs that are long along one axis.
 * The endpoints and the last layer are measured twice: without the paths that read the whole input (gates become constants,
 * branches with a global pool are left out), on an image that holds the whole field, and with them.
 */
final class ZooFieldsTest {
    /** Pixels of an image beyond which only the first, the middle and the last phase are measured. */
    private static final long LARGE = 1_000_000;

    /** Pixels of an image beyond which no layer is measured in whole: those at the end of V-Net and U²-Net see more. */
    private static final long TOO_LARGE = 5_000_000;

    private static final ZooSupports SUPPORTS = ZooSupports.compute();

    static Stream<NetworkReport> reports() {
        return Zoo.reports().stream().filter(report -> report.layers().stream()
                .noneMatch(layer -> layer.op().equals("Attention")));
    }

    static Stream<NetworkReport> withMaxima() {
        return reports().filter(Probes::hasMaxima);
    }

    /** In a classifier, whose last layer has global paths only, the last one with others is measured in its place. */
    @ParameterizedTest
    @MethodSource("reports")
    void localPaths(NetworkReport report) {
        List<LayerReport> local = report.layers().stream().filter(Thin::isLocal).toList();
        Set<Object> measured = new HashSet<>();
        for (LayerReport output : outputs(local)) {
            boolean isTooLarge = pixels(report, output) > TOO_LARGE;
            LayerReport layer = isTooLarge ? smaller(report, local, output) : output;
            if (measured.add(layer.field())) {
                compare(report, layer);
            }
            boolean isLast = output.field().equals(local.get(local.size() - 1).field());
            if (isTooLarge && isLast && measured.add(output.field())) {
                Slabs.compare(SUPPORTS, report, output);
            }
        }
    }

    /** The last layer before another whose image is not even large: in whole what the other is in slabs only. */
    private static LayerReport smaller(NetworkReport report, List<LayerReport> local, LayerReport layer) {
        int index = local.indexOf(layer) - 1;
        while (pixels(report, local.get(index)) > LARGE) {
            index--;
        }
        return local.get(index);
    }

    private static long pixels(NetworkReport report, LayerReport layer) {
        return Placement.of(SUPPORTS, report, layer).pixels();
    }

    /**
     * With the real maxima: a NaN reaches what depends on it, whatever the weights. At all other pixels at once it must not
     * reach the unit, from the first and the last of the computed ones it must.
     */
    @ParameterizedTest
    @MethodSource("withMaxima")
    void nothingElseThroughMaxima(NetworkReport report) {
        List<LayerReport> local = report.layers().stream().filter(Thin::isLocal).toList();
        LayerReport layer = local.get(local.size() - 1);
        Placement placement = Placement.of(SUPPORTS, report, layer);
        List<Long> unit = placement.unit(0);
        PixelSet computed =
                SUPPORTS.support(report.model(), layer.name()).orElseThrow().at(unit);
        long[] extents = placement.extents();
        List<Integer> places = places(computed, extents);
        int pixels = Math.toIntExact(placement.pixels());
        try (NDManager manager = NDManager.newBaseManager()) {
            DjlNetwork network = DjlModels.build(Thin.real(report, layer, extents));
            network.initialize(manager, DataType.FLOAT32, input(extents));
            Set<Integer> inside = new HashSet<>(places);
            List<Integer> outside = IntStream.range(0, pixels)
                    .filter(place -> !inside.contains(place))
                    .boxed()
                    .toList();
            assertFalse(isNaN(manager, network, layer, unit, input(extents), outside), layer.name());
            int last = places.get(places.size() - 1);
            assertTrue(isNaN(manager, network, layer, unit, input(extents), List.of(places.get(0))), layer.name());
            assertTrue(isNaN(manager, network, layer, unit, input(extents), List.of(last)), layer.name());
        }
    }

    static Stream<NetworkReport> withAttention() {
        return Zoo.reports().stream().filter(report -> report.layers().stream()
                .anyMatch(layer -> layer.op().equals("Attention")));
    }

    /** NaNs do not vanish in a softmax: they pass from all of what a unit attends to, and from nothing else. */
    @ParameterizedTest
    @MethodSource("withAttention")
    void attention(NetworkReport report) {
        long[] extents = numbers(report.input().size());
        int pixels = Math.toIntExact(Arrays.stream(extents).reduce(1, Math::multiplyExact));
        Shape input = new Shape(1, report.input().channels().orElseThrow()).addAll(new Shape(extents));
        try (NDManager manager = NDManager.newBaseManager()) {
            DjlNetwork network = DjlModels.build(report);
            network.initialize(manager, DataType.FLOAT32, input);
            for (LayerReport layer : outputs(report.layers())) {
                List<Long> unit = Arrays.stream(numbers(layer.shape().size()))
                        .mapToObj(extent -> extent / 2)
                        .toList();
                if (isGlobal(layer)) {
                    // What follows reads no less.
                    assertTrue(isNaN(manager, network, layer, unit, input, List.of(0)), layer.name());
                    break;
                }
                PixelSet computed = SUPPORTS.support(report.model(), layer.name())
                        .orElseThrow()
                        .at(unit);
                List<Integer> places = places(computed, extents);
                Set<Integer> inside = new HashSet<>(places);
                List<Integer> outside = IntStream.range(0, pixels)
                        .filter(place -> !inside.contains(place))
                        .boxed()
                        .toList();
                assertFalse(isNaN(manager, network, layer, unit, input, outside), layer.name());
                for (int place : List.of(places.get(0), places.get(places.size() - 1))) {
                    assertTrue(isNaN(manager, network, layer, unit, input, List.of(place)), layer.name());
                }
            }
        }
    }

    static List<Integer> places(PixelSet pixels, long[] extents) {
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < Arrays.stream(extents).reduce(1, Math::multiplyExact); place++) {
            if (pixels.contains(pixel(place, extents))) {
                places.add(place);
            }
        }
        return places;
    }

    static long[] pixel(long place, long[] extents) {
        long[] pixel = new long[extents.length];
        long rest = place;
        for (int axis = pixel.length - 1; axis >= 0; axis--) {
            pixel[axis] = rest % extents[axis];
            rest /= extents[axis];
        }
        return pixel;
    }

    private static boolean isNaN(
            NDManager parent,
            DjlNetwork network,
            LayerReport layer,
            List<Long> unit,
            Shape input,
            List<Integer> places) {
        float[] image = new float[Math.toIntExact(input.slice(2).size())];
        Random random = new Random(1);
        for (int place = 0; place < image.length; place++) {
            image[place] = random.nextFloat();
        }
        places.forEach(place -> image[place] = Float.NaN);
        NDIndex index = new NDIndex().addIndices(0).addAllDim();
        unit.forEach(index::addIndices);
        try (NDManager manager = parent.newSubManager()) {
            NDArray map = manager.create(image, new Shape(1, 1).addAll(input.slice(2)))
                    .repeat(1, input.get(1));
            return network.run(new ParameterStore(manager, false), map, false)
                    .get(layer.name())
                    .get(index)
                    .sum()
                    .isNaN()
                    .getBoolean();
        }
    }

    /** Also where such paths begin: at gates and pools. On an image of the declared extents, which linear layers need. */
    @ParameterizedTest
    @MethodSource("reports")
    void globalPaths(NetworkReport report) {
        Set<LayerReport> layers = new LinkedHashSet<>(outputs(report.layers()));
        report.layers().stream().filter(layer -> begins(report, layer)).forEach(layers::add);
        layers.removeIf(layer -> !isGlobal(layer));
        for (LayerReport layer : layers) {
            long[] extents = numbers(report.input().size());
            long[] unit = numbers(layer.shape().size());
            Arrays.setAll(unit, axis -> unit[axis] / 2);
            try (NDManager manager = NDManager.newBaseManager()) {
                DjlNetwork network = even(manager, Thin.whole(report, layer, extents), extents);
                for (double value : gradient(network, extents, layer, unit)) {
                    assertTrue(Double.isFinite(value) && value != 0, layer.name());
                }
            }
        }
    }

    private static boolean begins(NetworkReport report, LayerReport layer) {
        return layer.from().stream().noneMatch(name -> !name.equals(Network.INPUT) && isGlobal(report.layer(name)));
    }

    private static boolean isGlobal(LayerReport layer) {
        return layer.field().stream().anyMatch(AxisField::global);
    }

    private static List<LayerReport> outputs(List<LayerReport> layers) {
        LayerReport last = layers.get(layers.size() - 1);
        return layers.stream()
                .filter(layer -> layer.endpoint().isPresent() || layer == last)
                .toList();
    }

    private static long[] numbers(List<OptionalLong> extents) {
        return extents.stream().mapToLong(OptionalLong::orElseThrow).toArray();
    }

    private static void compare(NetworkReport report, LayerReport layer) {
        Support support = SUPPORTS.support(report.model(), layer.name()).orElseThrow();
        Placement placement = Placement.of(SUPPORTS, report, layer);
        long[] extents = placement.extents();
        int period = placement.period();
        IntStream phases =
                placement.pixels() > LARGE ? IntStream.of(0, period / 2, period - 1) : IntStream.range(0, period);
        int[] measured = phases.distinct().toArray();
        if (Probes.suffice(report, layer, placement.pixels())) {
            List<List<Long>> units =
                    Arrays.stream(measured).mapToObj(placement::unit).toList();
            Probes.compare(report, layer, extents, units, support::at);
        } else {
            try (NDManager manager = NDManager.newBaseManager()) {
                DjlNetwork network = even(manager, Thin.local(report, layer, extents), extents);
                for (int phase : measured) {
                    List<Long> unit = placement.unit(phase);
                    long[] index = unit.stream().mapToLong(Long::longValue).toArray();
                    double[] gradient = gradient(network, extents, layer, index);
                    compare(support.at(unit), gradient, extents, layer.name() + " " + unit);
                }
            }
        }
        for (int phase : measured) {
            compare(report, layer, placement, phase, support.at(placement.unit(phase)));
        }
    }

    /** Sets are the same if one is as large as the other and contains it. */
    private static void compare(PixelSet computed, double[] gradient, long[] extents, String where) {
        long read = 0;
        for (int place = 0; place < gradient.length; place++) {
            assertTrue(Double.isFinite(gradient[place]), where);
            if (gradient[place] != 0) {
                assertTrue(computed.contains(pixel(place, extents)), where);
                read++;
            }
        }
        assertEquals(computed.count(), OptionalLong.of(read), where);
    }

    /** The report says of the unit in the first period, which is the same but for its place, what was measured. */
    private static void compare(
            NetworkReport report, LayerReport layer, Placement placement, int phase, PixelSet measured) {
        long[] unit = new long[report.axes()];
        List<Span> spans = new ArrayList<>();
        for (int axis = 0; axis < unit.length; axis++) {
            PositionSet along = measured.along(axis);
            AxisField field = layer.field().get(axis);
            unit[axis] = placement.phase(axis, phase);
            spans.add(new Span(along.min() - placement.moved(axis), along.max() - placement.moved(axis)));
            if (unit[axis] == 0) {
                assertEquals(along.count(), field.covered(), layer.name());
            } else if (field.uniform()) {
                assertEquals(along.count(), field.phases().get((int) unit[axis]).covered(), layer.name());
            }
        }
        boolean uniform = layer.field().stream().allMatch(AxisField::uniform);
        Optional<PixelBox> box = uniform ? Optional.of(new PixelBox(spans)) : Optional.empty();
        assertEquals(box, report.field(layer.name(), unit), layer.name());
        if (phase == 0) {
            assertEquals(Optional.of(measured.count()), layer.coverage().map(Coverage::read), layer.name());
        }
    }

    /** A network whose windows compute means. */
    static DjlNetwork even(NDManager manager, NetworkReport thin, long[] extents) {
        DjlNetwork network = DjlModels.build(thin);
        network.setInitializer(InputGradient.MEAN, Parameter.Type.WEIGHT);
        network.initialize(manager, DataType.FLOAT64, input(extents));
        return network;
    }

    static double[] gradient(DjlNetwork network, long[] extents, LayerReport layer, long[] unit) {
        return InputGradient.of(network, DataType.FLOAT64, input(extents), layer.name(), unit);
    }

    private static Shape input(long[] extents) {
        return new Shape(1, 1).addAll(new Shape(extents));
    }
}
