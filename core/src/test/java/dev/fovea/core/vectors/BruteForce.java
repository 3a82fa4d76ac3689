package dev.fovea.core.vectors;

import dev.fovea.Network;
import dev.fovea.core.network.Operation;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A network of known extents whose units are followed down to the input one by one, by the definitions alone. */
final class BruteForce {
    private static final int INPUT = -1;

    private final long inputChannels;
    private final List<Long> inputExtents;
    private final List<BruteLayer> layers = new ArrayList<>();
    private final Map<String, Declaration> declarations = new HashMap<>();
    private final Map<String, Integer> indices = new HashMap<>();

    BruteForce(long inputChannels, List<Long> inputExtents) {
        this.inputChannels = inputChannels;
        this.inputExtents = List.copyOf(inputExtents);
    }

    /** The network of a model whose input is known and all of whose shapes fit. */
    static BruteForce of(ModelDeclaration model) {
        Stated input = new Stated(new Declaration("", Operation.USE, model.input(), Map.of()));
        List<Long> extents = new ArrayList<>();
        for (int axis = 0; axis < input.number("axes"); axis++) {
            extents.add(input.entry("size", axis));
        }
        BruteForce network = new BruteForce(input.number("channels"), extents);
        for (Declaration layer : model.layers()) {
            for (Declaration part : Unpacked.of(network, layer)) {
                network.add(network.describe(part)
                        .orElseThrow(() -> new IllegalArgumentException(part + " does not fit " + network.layers)));
            }
            network.name(layer.name());
        }
        return network;
    }

    /** The layer that {@code declaration} would add; empty where shapes do not fit. */
    Optional<BruteLayer> describe(Declaration declaration) {
        declarations.put(declaration.name(), declaration);
        return BruteOperations.layer(this, declaration);
    }

    void add(BruteLayer layer) {
        layers.add(layer);
        indices.put(layer.name(), layers.size() - 1);
    }

    /** Gives the last layer a further name. */
    void name(String name) {
        int last = layers.size() - 1;
        indices.put(name, last);
        declarations.put(name, stated(layers.get(last).name()).declaration());
    }

    /** What is stated of a layer. */
    Stated stated(String name) {
        return new Stated(declarations.get(name));
    }

    List<BruteLayer> layers() {
        return layers;
    }

    BruteLayer layer(String name) {
        return layers.get(indices.get(name));
    }

    int axes() {
        return inputExtents.size();
    }

    int index(String name) {
        return name.equals(Network.INPUT) ? INPUT : indices.get(name);
    }

    long channels(int source) {
        return source == INPUT ? inputChannels : layers.get(source).channels();
    }

    List<Long> extents(int source) {
        return source == INPUT ? inputExtents : layers.get(source).extents();
    }

    /** Pixels between neighbouring units along each path that does not read a whole map. */
    Set<Rational> jumps(int source, int axis) {
        return source == INPUT
                ? Set.of(Rational.ONE)
                : layers.get(source).jumps().get(axis);
    }

    /** The layer with these readings; what follows from them is added. */
    BruteLayer complete(
            String name,
            List<Integer> sources,
            List<List<BruteReading>> readings,
            boolean wholeMap,
            long channels,
            List<Long> extents,
            boolean sized) {
        List<Set<Rational>> jumps = new ArrayList<>();
        List<Long> bounds = new ArrayList<>();
        List<Boolean> uniform = new ArrayList<>();
        boolean depends = sized;
        for (int axis = 0; axis < axes(); axis++) {
            Set<Rational> all = new HashSet<>();
            long bound = 1;
            boolean steady = true;
            for (int i = 0; i < sources.size(); i++) {
                int source = sources.get(i);
                BruteReading reading = readings.get(i).get(axis);
                depends |= source != INPUT && layers.get(source).sized();
                if (reading == BruteReading.WHOLE || jumps(source, axis).isEmpty()) {
                    continue;
                }
                Rational ratio = Rational.of(reading.advance(), reading.period());
                jumps(source, axis).forEach(jump -> all.add(jump.times(ratio)));
                long below = source == INPUT ? 1 : layers.get(source).bound().get(axis);
                bound = lcm(bound, reading.period() * below);
                steady &= reading.uniform()
                        && (source == INPUT || layers.get(source).uniform().get(axis));
            }
            jumps.add(all);
            bounds.add(bound);
            uniform.add(steady && all.size() <= 1);
        }
        return new BruteLayer(
                name,
                List.copyOf(sources),
                List.copyOf(readings),
                wholeMap,
                channels,
                List.copyOf(extents),
                jumps,
                bounds,
                uniform,
                depends);
    }

    /** The pixels that {@code unit} sees along an axis, borders ignored and whole maps left out. */
    Set<Long> sees(BruteLayer layer, int axis, long unit) {
        Map<Integer, Set<Long>> wanted = new HashMap<>();
        read(layer, axis, Set.of(unit), wanted);
        for (int i = index(layer.name()) - 1; i >= 0; i--) {
            Set<Long> units = wanted.remove(i);
            if (units != null) {
                read(layers.get(i), axis, units, wanted);
            }
        }
        return wanted.getOrDefault(INPUT, Set.of());
    }

    private static void read(BruteLayer layer, int axis, Set<Long> units, Map<Integer, Set<Long>> wanted) {
        for (int i = 0; i < layer.sources().size(); i++) {
            BruteReading reading = layer.readings().get(i).get(axis);
            for (long unit : units) {
                wanted.computeIfAbsent(layer.sources().get(i), unused -> new TreeSet<>())
                        .addAll(reading.of(unit));
            }
        }
    }

    /** True if some path from {@code source} reads a whole map along {@code axis}. */
    boolean readsWhole(int source, int axis) {
        if (source == INPUT) {
            return false;
        }
        BruteLayer layer = layers.get(source);
        return layer.wholeMap()
                || layer.readings().stream().anyMatch(axes -> axes.get(axis) == BruteReading.WHOLE)
                || layer.sources().stream().anyMatch(below -> readsWhole(below, axis));
    }

    private static long lcm(long a, long b) {
        return a / BruteReading.gcd(a, b) * b;
    }
}
