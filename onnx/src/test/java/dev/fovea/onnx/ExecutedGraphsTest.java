package dev.fovea.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.onnx.testing.Execution;
import dev.fovea.onnx.testing.GraphText;
import dev.fovea.report.AxisField;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random sequences of operators, against what each unit reads when they are carried out as the standard defines them. */
final class ExecutedGraphsTest extends SmallGraphs {
    private static final int GRAPHS = 300 * Integer.getInteger("fovea.seeds", 1);
    private static final int EXTENT = 150;

    private final Random random = new Random(15);

    @Test
    void extentsAndFieldsAreThoseOfExecution() throws IOException {
        for (int round = 0; round < GRAPHS; round++) {
            Execution run = new Execution(EXTENT);
            GraphText graph = GraphText.of(1, 2, EXTENT);
            for (int i = 0; i < 1 + random.nextInt(5) && run.extent() > 20; i++) {
                add(graph, run);
            }
            graph.node("end", "y = Conv(%s, %s)".formatted(run.output(), run.weight(graph, 1)));
            OnnxModel model = read(graph, "y");
            if (!model.isWhole()) {
                continue;
            }
            NetworkReport report =
                    Lint.run(model.definition(), LintOptions.DEFAULT).report();
            LayerReport last = report.layers().get(report.layers().size() - 1);
            String what = run.toString();
            assertEquals(run.extent(), last.shape().size().get(0).orElseThrow(), what);
            compare(run, last.field().get(0), what);
        }
    }

    private void add(GraphText graph, Execution run) {
        int kernel = 1 + random.nextInt(4);
        int stride = 1 + random.nextInt(3);
        int rate = 1 + random.nextInt(2);
        int begin = random.nextInt(3);
        int end = random.nextInt(3);
        String auto = List.of("", "SAME_UPPER", "SAME_LOWER", "VALID").get(random.nextInt(4));
        switch (random.nextInt(8)) {
            case 0, 1 -> run.window(graph, "Conv", kernel, stride, rate, begin, end, auto);
            case 2 -> run.window(graph, "MaxPool", kernel, stride, 1, Math.min(begin, kernel / 2), 0, auto);
            case 3 -> run.transposed(graph, kernel, stride, rate, Math.min(begin, kernel - 1), auto);
            case 4 -> run.slice(graph, begin, end, stride);
            case 5 -> run.pad(graph, begin, end);
            case 6 -> run.nearest(graph, 1 + stride);
            default -> run.linear(graph, 1 + stride, random.nextBoolean());
        }
    }

    private static void compare(Execution run, AxisField field, String what) {
        long widest = 0;
        Map<Integer, BitSet> inner = run.inner();
        for (Map.Entry<Integer, BitSet> unit : inner.entrySet()) {
            BitSet read = unit.getValue();
            widest = Math.max(widest, read.length() - read.nextSetBit(0));
            if (run.isUniform()) {
                double start = Double.parseDouble(field.start().orElseThrow().toString());
                double jump = Double.parseDouble(field.jump().orElseThrow().toString());
                assertEquals(start + jump * unit.getKey(), read.nextSetBit(0), what + " unit " + unit.getKey());
                assertEquals(field.covered().orElseThrow(), read.cardinality(), what);
            }
        }
        long size = field.size().orElseThrow();
        assertTrue(widest <= size, () -> what + " says " + size);
        if (run.isUniform() && !inner.isEmpty()) {
            assertEquals(size, widest, what);
        }
    }
}
