package dev.fovea.core.paths;

import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.vectors.Declarations;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A deep network of square layers on images, whose paths are followed from its last unit down, in whole numbers. */
final class DeepNetwork {
    /** The index that stands for the input. */
    private static final int INPUT = -1;

    /** Unit u reads {@code (u·stride + t·rate) / factor}, rounded down, for each tap t. */
    private record Node(List<Integer> from, int taps, int stride, int rate, int factor) {}

    private final List<Node> nodes = new ArrayList<>();
    private final List<Declaration> declarations = new ArrayList<>();

    List<Declaration> declarations() {
        return declarations;
    }

    int size() {
        return nodes.size();
    }

    /** A convolution of the layer before, or of another. */
    int conv(int from, int taps, int stride, int rate) {
        nodes.add(new Node(List.of(from), taps, stride, rate, 1));
        return declared(
                rate > 1 ? "Dilated" : "Conv",
                Map.of(
                        "kernel", List.of((long) taps),
                        "stride", List.of((long) stride),
                        "from", List.of(name(from))),
                rate > 1 ? Map.of("rate", List.of((long) rate)) : Map.of());
    }

    int doubled(int from) {
        nodes.add(new Node(List.of(from), 1, 1, 1, 2));
        return declared("Upsample", Map.of("scale", List.of(2L), "from", List.of(name(from))), Map.of());
    }

    int concat(List<Integer> from) {
        nodes.add(new Node(List.copyOf(from), 1, 1, 1, 1));
        List<String> names = from.stream().map(DeepNetwork::name).toList();
        return declared("Concat", Map.of("from", names), Map.of());
    }

    private int declared(String annotation, Map<String, Object> stated, Map<String, Object> more) {
        int index = nodes.size() - 1;
        Map<String, Object> all = new HashMap<>(stated);
        all.putAll(more);
        declarations.add(Declarations.layer(name(index), annotation, all));
        return index;
    }

    private static String name(int index) {
        return index == INPUT ? "<input>" : "layer" + index;
    }

    /** Layers of all kinds, of which some widen, some halve and some double the map. */
    static DeepNetwork random(Random random, int layers) {
        DeepNetwork deep = new DeepNetwork();
        List<Integer> alike = new ArrayList<>(List.of(deep.conv(INPUT, 3, 1, 1)));
        int halvings = 0;
        while (deep.size() < layers) {
            int last = deep.size() - 1;
            int kind = random.nextInt(40);
            if (kind == 0 && halvings < 3 || kind == 1 && halvings > 0) {
                halvings += kind == 0 ? 1 : -1;
                alike.clear();
                alike.add(kind == 0 ? deep.conv(last, 1 + random.nextInt(3), 2, 1) : deep.doubled(last));
            } else if (kind < 14 && alike.size() > 1) {
                int other = alike.get(alike.size() - 2 - random.nextInt(Math.min(alike.size() - 1, 6)));
                alike.add(deep.concat(List.of(last, other)));
            } else {
                alike.add(deep.conv(last, 2 + random.nextInt(2), 1, 1 + random.nextInt(10) / 9));
            }
        }
        return deep;
    }

    /** The trunk of ESRGAN (Wang et al. 2018, figure 4): residual blocks of three dense blocks of five layers each. */
    static DeepNetwork denseResidual(int blocks) {
        DeepNetwork deep = new DeepNetwork();
        int first = deep.conv(INPUT, 3, 1, 1);
        int outer = first;
        for (int block = 0; block < blocks; block++) {
            int inner = outer;
            for (int dense = 0; dense < 3; dense++) {
                List<Integer> all = new ArrayList<>(List.of(inner));
                for (int layer = 0; layer < 4; layer++) {
                    all.add(deep.conv(all.size() == 1 ? inner : deep.concat(all), 3, 1, 1));
                }
                inner = deep.concat(List.of(inner, deep.conv(deep.concat(all), 3, 1, 1)));
            }
            outer = deep.concat(List.of(outer, inner));
        }
        deep.concat(List.of(first, deep.conv(outer, 3, 1, 1)));
        return deep;
    }

    /** Hourglasses of four levels behind one another (Newell et al. 2016, figure 3), at a quarter of the image's extent. */
    static DeepNetwork hourglasses(int stacks) {
        DeepNetwork deep = new DeepNetwork();
        int last = deep.conv(deep.conv(deep.conv(INPUT, 7, 2, 1), 2, 2, 1), 3, 1, 1);
        for (int stack = 0; stack < stacks; stack++) {
            List<Integer> skips = new ArrayList<>();
            int inner = last;
            for (int level = 0; level < 4; level++) {
                skips.add(deep.conv(inner, 3, 1, 1));
                inner = deep.conv(deep.conv(inner, 2, 2, 1), 3, 1, 1);
            }
            for (int level = 3; level >= 0; level--) {
                inner = deep.concat(List.of(skips.get(level), deep.doubled(deep.conv(inner, 3, 1, 1))));
            }
            last = deep.concat(List.of(last, deep.conv(inner, 3, 1, 1)));
        }
        return deep;
    }

    /** How many paths lead to unit 0 of the last layer from the positions along one axis; those along the other are summed. */
    TreeMap<Long, BigInteger> paths() {
        List<TreeMap<Long, BigInteger>> units = new ArrayList<>();
        for (int i = 0; i <= nodes.size(); i++) {
            units.add(new TreeMap<>());
        }
        units.get(nodes.size()).put(0L, BigInteger.ONE);
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            for (int from : node.from) {
                TreeMap<Long, BigInteger> below = units.get(from + 1);
                for (Map.Entry<Long, BigInteger> unit : units.get(i + 1).entrySet()) {
                    BigInteger all = unit.getValue().multiply(BigInteger.valueOf(node.taps));
                    for (long tap = 0; tap < node.taps; tap++) {
                        long read = Math.floorDiv(unit.getKey() * node.stride + tap * node.rate, node.factor);
                        below.merge(read, all, BigInteger::add);
                    }
                }
            }
            units.get(i + 1).clear();
        }
        return units.get(0);
    }
}
