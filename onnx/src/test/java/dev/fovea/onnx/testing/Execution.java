package dev.fovea.onnx.testing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each unit of a sequence reads, operator by operator: a plain transcription of the standard's formulas, on sets of
 * positions.
 */
public final class Execution {
    private final StringBuilder text = new StringBuilder();
    private final int input;
    private List<BitSet> units = new ArrayList<>();
    private boolean uniform = true;
    private int nodes;
    private int weights;

    /** A sequence of so many positions. */
    public Execution(int extent) {
        input = extent;
        for (int i = 0; i < extent; i++) {
            BitSet own = new BitSet();
            own.set(i);
            units.add(own);
        }
    }

    public int extent() {
        return units.size();
    }

    /** False once a unit's field depends on more than its place times the jump. */
    public boolean isUniform() {
        return uniform;
    }

    public String output() {
        return nodes == 0 ? "x" : "t" + nodes;
    }

    /** Weights of a window between two channels. */
    public String weight(GraphText graph, int kernel) {
        String name = "w" + weights++;
        graph.weight(name, 2, 2, kernel);
        return name;
    }

    /** Units that read nothing near a border, by their place. */
    public Map<Integer, BitSet> inner() {
        Map<Integer, BitSet> inner = new TreeMap<>();
        for (int i = 0; i < units.size(); i++) {
            BitSet read = units.get(i);
            boolean touches = read.isEmpty() || read.get(0) || read.get(input - 1);
            if (!touches && i > units.size() / 4 && i < units.size() - units.size() / 4) {
                inner.put(i, read);
            }
        }
        return inner;
    }

    private void node(GraphText graph, String format, Object... values) {
        String before = output();
        nodes++;
        String call = format.formatted(values).replace("#", before);
        graph.node("n" + nodes, output() + " = " + call);
        text.append(call).append("; ");
    }

    private BitSet union(List<Integer> places) {
        BitSet union = new BitSet();
        for (int place : places) {
            if (place >= 0 && place < units.size()) {
                union.or(units.get(place));
            }
        }
        return union;
    }

    private interface Reads {
        List<Integer> of(int unit);
    }

    private void become(int extent, Reads reads) {
        List<BitSet> next = new ArrayList<>();
        for (int unit = 0; unit < extent; unit++) {
            next.add(union(reads.of(unit)));
        }
        units = next;
    }

    /** A convolution or pool. */
    public void window(GraphText graph, String type, int k, int s, int r, int begin, int end, String auto) {
        int n = units.size();
        int reach = (k - 1) * r + 1;
        int before = begin;
        int after = end;
        if (auto.startsWith("SAME")) {
            int total = Math.max(0, ((n + s - 1) / s - 1) * s + reach - n);
            before = auto.equals("SAME_UPPER") ? total / 2 : total - total / 2;
            after = total - before;
        } else if (auto.equals("VALID")) {
            before = 0;
            after = 0;
        }
        String pads = auto.isEmpty() ? "pads=%s,%s".formatted(begin, end) : "auto_pad=\"%s\"".formatted(auto);
        String weight = type.equals("Conv") ? ", " + weight(graph, k) : "";
        node(graph, "%s(#%s) kernel_shape=%s, strides=%s, dilations=%s, %s", type, weight, k, s, r, pads);
        int first = before;
        become((n + before + after - reach) / s + 1, unit -> {
            List<Integer> places = new ArrayList<>();
            for (int tap = 0; tap < k; tap++) {
                places.add(unit * s - first + tap * r);
            }
            return places;
        });
    }

    /** A transposed convolution: input i adds to the outputs from i·s on. */
    public void transposed(GraphText graph, int k, int s, int r, int pad, String auto) {
        int n = units.size();
        int reach = (k - 1) * r + 1;
        int extent = (n - 1) * s + reach - 2 * pad;
        int before = pad;
        if (auto.startsWith("SAME")) {
            extent = n * s;
            int total = Math.max(0, (n - 1) * s + reach - extent);
            before = auto.equals("SAME_UPPER") ? total / 2 : total - total / 2;
        } else if (auto.equals("VALID")) {
            extent = (n - 1) * s + reach;
            before = 0;
        }
        String pads = auto.isEmpty() ? "pads=%s,%s".formatted(pad, pad) : "auto_pad=\"%s\"".formatted(auto);
        node(
                graph,
                "ConvTranspose(#, %s) kernel_shape=%s, strides=%s, dilations=%s, %s",
                weight(graph, k),
                k,
                s,
                r,
                pads);
        uniform &= s == 1;
        int first = before;
        become(extent, unit -> {
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                int tap = unit + first - i * s;
                if (tap >= 0 && tap % r == 0 && tap / r < k) {
                    places.add(i);
                }
            }
            return places;
        });
    }

    /** Every n-th position of a part. */
    public void slice(GraphText graph, int begin, int end, int step) {
        int stop = units.size() - end;
        String names = "b%s, e%s, a%s, s%s".replace("%s", Integer.toString(nodes));
        graph.integers("b" + nodes, begin)
                .integers("e" + nodes, stop)
                .integers("a" + nodes, 2)
                .integers("s" + nodes, step);
        node(graph, "Slice(#, %s)", names);
        text.append("[%s,%s,%s] ".formatted(begin, stop, step));
        become((stop - begin + step - 1) / step, unit -> List.of(begin + unit * step));
    }

    /** Zeros at both ends. */
    public void pad(GraphText graph, int begin, int end) {
        graph.integers("p" + nodes, 0, 0, begin, 0, 0, end);
        node(graph, "Pad(#, p%s)", nodes);
        text.append("[%s,%s] ".formatted(begin, end));
        become(units.size() + begin + end, unit -> List.of(unit - begin));
    }

    /** Each position several times. */
    public void nearest(GraphText graph, int factor) {
        graph.reals("f" + nodes, 1, 1, factor);
        node(graph, "Resize(#, , f%s) coordinate_transformation_mode=\"asymmetric\" nearest_mode=\"floor\"", nodes);
        uniform = false;
        become(units.size() * factor, unit -> List.of(unit / factor));
    }

    /** Between two positions, from centre to centre or from the beginning on. */
    public void linear(GraphText graph, int factor, boolean halves) {
        graph.reals("f" + nodes, 1, 1, factor);
        node(
                graph,
                "Resize(#, , f%s) mode=\"linear\" coordinate_transformation_mode=\"%s\"",
                nodes,
                halves ? "half_pixel" : "asymmetric");
        uniform = false;
        int n = units.size();
        become(n * factor, unit -> {
            // Twice the place, times the factor, so that it is a whole number.
            int place = halves ? 2 * unit + 1 - factor : 2 * unit;
            int clamped = Math.max(0, Math.min((n - 1) * 2 * factor, place));
            int left = clamped / (2 * factor);
            return clamped % (2 * factor) == 0 ? List.of(left) : List.of(left, left + 1);
        });
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
