package dev.fovea.core.vectors;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.Hdc;
import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.lint.Rules;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.report.ReportBuilder;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.resolve.NetworkBuilder;
import dev.fovea.core.rule.AnalysedNetwork;
import dev.fovea.report.NetworkReport;
import java.lang.management.ManagementFactory;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * How the work on a network grows with its size, counted and not timed: how often links are looked at, and how many bytes are
 * allocated. Doubling a size doubles what grows with it, and makes eight times what is cubic.
 */
final class GrowthTest {
    private static final double LINEAR = 2.4;
    private static final double QUADRATIC = 5;

    /** @param links how often a link was looked at */
    private record Work(long links, long bytes) {}

    @Test
    void chainsTakeWorkInProportion() {
        assertGrowth(LINEAR, 2_000, GrowthTest::chain);
    }

    @Test
    void manyStacksTakeWorkInProportion() {
        assertGrowth(LINEAR, 2_000, GrowthTest::stacks);
    }

    @Test
    void oneLongStackTakesWorkInProportion() {
        assertGrowth(LINEAR, 1_000, layers -> dilated(layers, false));
    }

    /** Each of them may have to follow its path down to the input. */
    @Test
    void endpointsWithGapsTakeNoCubicWork() {
        assertGrowth(QUADRATIC, 100, layers -> dilated(layers, true));
    }

    @Test
    void randomGraphsTakeNoCubicWork() {
        assertGrowth(QUADRATIC, 400, GrowthTest::random);
    }

    /** The number of links is the square of that of the layers. */
    @Test
    void denseGraphsTakeNoCubicWork() {
        assertGrowth(QUADRATIC, 50, GrowthTest::dense);
    }

    private static void assertGrowth(double most, int size, IntFunction<List<Declaration>> layers) {
        work(layers.apply(size));
        Work once = work(layers.apply(size));
        Work twice = work(layers.apply(2 * size));
        String what = "from %s to %s".formatted(once, twice);
        assertTrue(twice.links <= most * once.links, what);
        assertTrue(twice.bytes <= most * once.bytes, what);
    }

    private static Work work(List<Declaration> layers) {
        ModelDeclaration model = Declarations.model("Net", 2, 4, List.of(64L), layers);
        NetworkBuilder.Built built = NetworkBuilder.build(model);
        long[] looks = new long[1];
        Network network = counted(built.network(), looks);
        com.sun.management.ThreadMXBean thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        AnalysedNetwork analysed = AnalysedNetwork.of(Analysis.of(network), model, Hdc.STRICT);
        List<Finding> findings = new ArrayList<>();
        Rules.all().forEach(rule -> rule.check(analysed, findings::add));
        NetworkReport report = ReportBuilder.facts(analysed);
        long bytes = thread.getCurrentThreadAllocatedBytes() - before;
        assertTrue(report.layers().size() == layers.size());
        return new Work(looks[0], bytes);
    }

    /** The same network, whose layers count how often their links are looked at. */
    private static Network counted(Network network, long[] looks) {
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : network.layers()) {
            layers.add(new Layer(
                    layer.name(),
                    layer.operation(),
                    layer.site(),
                    new Counted(layer.links(), looks),
                    layer.shape(),
                    layer.outputExtents(),
                    layer.jumps(),
                    layer.costs(),
                    layer.wholeMap(),
                    layer.dataDependent(),
                    layer.plain(),
                    layer.padding(),
                    layer.borders(),
                    layer.faulty(),
                    layer.attributes(),
                    layer.marks()));
        }
        return new Network(
                network.model(),
                network.axes(),
                network.input(),
                layers,
                network.objectSizes(),
                network.pins(),
                network.hdc());
    }

    private static final class Counted extends AbstractList<Link> implements RandomAccess {
        private final List<Link> links;
        private final long[] looks;

        Counted(List<Link> links, long[] looks) {
            this.links = links;
            this.looks = looks;
        }

        @Override
        public Link get(int index) {
            looks[0]++;
            return links.get(index);
        }

        @Override
        public int size() {
            return links.size();
        }
    }

    private static List<Declaration> chain(int layers) {
        List<Declaration> chain = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            chain.add(conv("layer" + i, Map.of()));
        }
        return chain;
    }

    /** Two dilated layers, then a plain one, and so on. */
    private static List<Declaration> stacks(int layers) {
        List<Declaration> stacks = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            stacks.add(i % 3 == 2 ? conv("layer" + i, Map.of()) : dilated("layer" + i, 1 + i % 3, Map.of()));
        }
        return stacks;
    }

    /** One stack of even rates, with endpoints on all layers or none. */
    private static List<Declaration> dilated(int layers, boolean endpoints) {
        List<Declaration> stack = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            stack.add(dilated("layer" + i, 2, endpoints ? Map.of("Endpoint", Map.of("value", "end" + i)) : Map.of()));
        }
        return stack;
    }

    private static List<Declaration> random(int layers) {
        Random random = new Random(7);
        List<Declaration> graph = new ArrayList<>(List.of(conv("layer0", Map.of())));
        for (int i = 1; i < layers; i++) {
            String below = "layer" + (i - 1 - random.nextInt(Math.min(i, 20)));
            if (random.nextInt(3) == 0) {
                String other = "layer" + (i - 1 - random.nextInt(Math.min(i, 20)));
                graph.add(Declarations.layer("layer" + i, "Add", Map.of("from", List.of(below, other))));
            } else {
                graph.add(conv("layer" + i, Map.of("from", List.of(below))));
            }
        }
        return graph;
    }

    private static List<Declaration> dense(int layers) {
        List<Declaration> graph = new ArrayList<>(List.of(conv("conv0", Map.of())));
        List<String> all = new ArrayList<>(List.of("conv0"));
        for (int i = 1; i < layers; i++) {
            if (i > 1) {
                graph.add(Declarations.layer("all" + i, "Concat", Map.of("from", List.copyOf(all))));
            }
            graph.add(conv("conv" + i, Map.of()));
            all.add("conv" + i);
        }
        return graph;
    }

    private static Declaration conv(String name, Map<String, Object> more) {
        Map<String, Object> stated = new HashMap<>(more);
        stated.putAll(Map.of("kernel", List.of(3L), "padding", List.of(1L), "out", 4L));
        return Declarations.layer(name, "Conv", stated);
    }

    private static Declaration dilated(String name, long rate, Map<String, Map<String, Object>> beside) {
        Declaration plain = Declarations.layer(
                name,
                "Dilated",
                Map.of("kernel", List.of(3L), "rate", List.of(rate), "padding", List.of(rate), "out", 4L));
        return new Declaration(name, plain.operation(), plain.values(), beside);
    }
}
