package dev.fovea.core.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.Hdc;
import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.analysis.PeriodicField;
import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.testing.ModelText;
import dev.fovea.core.testing.Seeds;
import dev.fovea.core.vectors.AgainstBruteForce;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The criterion against every path, one by one, on random pyramids of windows with random padding. */
@Tag("random")
final class MisalignedMergeTest {
    private static final int INPUT = -1;

    /**
     * A layer.
     *
     * @param window whether a window is put on it, so that its span and stride count
     */
    private record Node(String name, List<Integer> sources, long span, long stride, boolean window, double jump) {}

    /** Pixels that one path excuses, and the coarsest jump on it. */
    private record Path(List<Integer> nodes, double strides, double even, double coarsest) {}

    private final List<Node> nodes = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Random random = new Random(0);

    @Test
    void aMergeIsMisalignedWhereItsInputsAreFurtherApartThanTheirPathsExcuse() {
        int misaligned = 0;
        int aligned = 0;
        for (int seed = 0; seed < Seeds.times(1000); seed++) {
            random = new Random(seed);
            nodes.clear();
            text.setLength(0);
            module(INPUT, 1, 2);
            Set<String> expected = expected();
            assertEquals(expected, found(text.toString()), text::toString);
            misaligned += expected.size();
            aligned += (int) nodes.stream()
                            .filter(node -> node.sources().size() > 1)
                            .count()
                    - expected.size();
        }
        assertTrue(misaligned > 300 && aligned > 300, misaligned + " misaligned, " + aligned + " aligned");
    }

    private static ModelDeclaration model(String text) {
        return ModelText.model(Map.of("axes", 2L, "channels", 4L, "size", List.of(256L)), text);
    }

    private static Set<String> found(String text) {
        ModelDeclaration model = model(text);
        List<LintFinding> findings =
                Lint.run(model, new LintOptions(Map.of(), Hdc.STRICT)).findings();
        findings.forEach(found -> assertTrue(
                !Set.of("ShapeMismatch", "EmptyOutput", "InvalidAttribute", "UnknownLayer", "JumpMismatch")
                        .contains(found.rule()),
                () -> found + "\n" + text));
        Set<String> merges = new HashSet<>();
        new MisalignedMerge()
                .check(
                        AnalysedNetwork.of(AgainstBruteForce.analysed(model), model, Hdc.STRICT),
                        found -> merges.add(
                                found.place().site().orElseThrow().outermost().name()));
        return merges;
    }

    /** Every merge, judged by what each of the paths into it excuses. */
    private Set<String> expected() {
        Set<String> misaligned = new HashSet<>();
        Analysis analysis = AgainstBruteForce.analysed(model(text.toString()));
        for (Node merge : nodes) {
            if (merge.sources().size() > 1) {
                PeriodicField one = field(analysis, merge.sources().get(0));
                PeriodicField other = field(analysis, merge.sources().get(1));
                boolean causal = Rational.ZERO.equals(one.meanEnd().orElseThrow())
                        && Rational.ZERO.equals(other.meanEnd().orElseThrow());
                double apart = causal
                        ? 0
                        : Math.abs(one.meanCentre().orElseThrow().doubleValue()
                                - other.meanCentre().orElseThrow().doubleValue());
                if (apart > excused(merge) + 1e-9) {
                    misaligned.add(merge.name());
                }
            }
        }
        return misaligned;
    }

    private static PeriodicField field(Analysis analysis, int source) {
        return analysis.seen(source, 0).field().orElseThrow();
    }

    private double excused(Node merge) {
        int common = common(merge.sources());
        List<Path> one = paths(merge.sources().get(0), common);
        List<Path> other = paths(merge.sources().get(1), common);
        double strides = most(one, Path::strides) + most(other, Path::strides);
        double even = Math.max(most(one, Path::even), most(other, Path::even));
        double coarsest = Math.max(most(one, Path::coarsest), most(other, Path::coarsest));
        return Math.min(coarsest / 2, Math.max(strides + even, merge.jump() / 2));
    }

    private static double most(List<Path> paths, ToDoubleFunction<Path> figure) {
        return paths.stream().mapToDouble(figure).max().orElseThrow();
    }

    /** The latest map on all paths from the input. */
    private int common(List<Integer> sources) {
        Set<Integer> onAll = new TreeSet<>();
        for (int i = INPUT; i < nodes.size(); i++) {
            onAll.add(i);
        }
        for (int source : sources) {
            paths(source, INPUT).forEach(path -> onAll.retainAll(path.nodes()));
        }
        return onAll.stream().reduce((first, last) -> last).orElseThrow();
    }

    /** All paths to a map from one that lies before it, one by one. */
    private List<Path> paths(int map, int from) {
        double jump = map == INPUT ? 1 : nodes.get(map).jump();
        if (map == from) {
            return List.of(new Path(List.of(map), 0, 0, jump));
        }
        List<Path> paths = new ArrayList<>();
        if (map > from) {
            Node node = nodes.get(map);
            for (int source : Set.copyOf(node.sources())) {
                double below = source == INPUT ? 1 : nodes.get(source).jump();
                for (Path path : paths(source, from)) {
                    List<Integer> through = new ArrayList<>(path.nodes());
                    through.add(map);
                    paths.add(new Path(
                            through,
                            path.strides() + Math.min(below, jump) * resampling(node),
                            Math.max(path.even(), isEven(node) && node.stride() == 1 ? jump / 2 : 0),
                            Math.max(path.coarsest(), jump)));
                }
            }
        }
        return paths;
    }

    private static boolean isEven(Node node) {
        return node.window() && node.span() % 2 == 0;
    }

    private static double resampling(Node node) {
        if (!node.window() || node.stride() == 1) {
            return 0;
        }
        if (!isEven(node)) {
            return (node.stride() - 1) / 2.0;
        }
        return node.stride() % 2 == 0 ? 0 : 0.5;
    }

    // ---- random networks in which all shapes fit

    private int module(int source, double jump, int depth) {
        int last = source;
        int parts = 1 + random.nextInt(3);
        for (int i = 0; i < parts; i++) {
            last = switch (depth == 0 ? 0 : random.nextInt(4)) {
                case 0 -> window(last, jump);
                case 1, 2 -> merge(last, branch(last, jump, depth), jump);
                default -> merge(branch(last, jump, depth), pyramid(last, jump, depth), jump);
            };
        }
        return last;
    }

    private int branch(int source, double jump, int depth) {
        return module(source, jump, depth - 1);
    }

    private int pyramid(int source, double jump, int depth) {
        long stride = 2L << random.nextInt(2);
        int down = strided(source, jump, stride);
        int inner = random.nextBoolean() ? module(down, jump * stride, depth - 1) : down;
        return random.nextBoolean()
                ? upsampled(inner, jump * stride, stride)
                : transposed(inner, jump * stride, stride);
    }

    private String name() {
        return "n" + nodes.size();
    }

    private String from(int source) {
        return " from=" + (source == INPUT ? "<input>" : nodes.get(source).name());
    }

    private int add(Node node, String line) {
        text.append(node.name()).append(" = ").append(line).append('\n');
        nodes.add(node);
        return nodes.size() - 1;
    }

    private long begin(long total) {
        long middle = total / 2;
        long begin = random.nextInt(4) > 0 ? middle : middle + random.nextInt(5) - 2;
        return Math.max(0, Math.min(total, begin));
    }

    private static String sides(long begin, long end) {
        return "%s,%s,%s,%s".formatted(begin, begin, end, end);
    }

    private int window(int source, double jump) {
        long kernel = 1 + random.nextInt(5);
        long rate = 1 + random.nextInt(2);
        long reach = (kernel - 1) * rate;
        long begin = begin(reach);
        return add(
                new Node(name(), List.of(source), reach + 1, 1, true, jump),
                "%s kernel=%s padding=%s out=4"
                                .formatted(
                                        rate == 1 ? "Conv" : "DeformableConv rate=2",
                                        kernel,
                                        sides(begin, reach - begin))
                        + from(source));
    }

    private int strided(int source, double jump, long stride) {
        long kernel = stride + random.nextInt(4);
        long begin = begin(kernel - stride);
        return add(
                new Node(name(), List.of(source), kernel, stride, true, jump * stride),
                "%s kernel=%s stride=%s padding=%s"
                                .formatted(
                                        random.nextBoolean() ? "Conv" : "Pool",
                                        kernel,
                                        stride,
                                        sides(begin, kernel - stride - begin))
                                .replaceFirst("Conv", "Conv out=4")
                        + from(source));
    }

    private int transposed(int source, double jump, long stride) {
        long kernel = stride + random.nextInt(4);
        long begin = begin(kernel - stride);
        return add(
                new Node(name(), List.of(source), kernel, stride, true, jump / stride),
                "TransposedConv kernel=%s stride=%s padding=%s out=4"
                                .formatted(kernel, stride, sides(begin, kernel - stride - begin))
                        + from(source));
    }

    private int upsampled(int source, double jump, long factor) {
        return add(
                new Node(name(), List.of(source), 1, 1, false, jump / factor),
                "Upsample scale=%s mode=%s".formatted(factor, random.nextBoolean() ? "NEAREST" : "LINEAR")
                        + from(source));
    }

    private int merge(int one, int other, double jump) {
        return add(
                new Node(name(), List.of(one, other), 1, 1, false, jump),
                "Add from=" + from(one).substring(6) + "," + from(other).substring(6));
    }
}
