package dev.fovea.core.analysis;

import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the dilation stacks of a network. */
public final class DilationStacks {
    private final Network network;
    private final WindowGraph graph;

    /** Per layer the first of its gated unit: parallel dilated layers of equal window, predecessors and successors. */
    private final int[] representative;

    /** Per layer, the members that it stands for: at least itself if it is a member that no other one stands for. */
    private final List<List<Integer>> units = new ArrayList<>();

    private DilationStacks(Network network) {
        this.network = network;
        this.graph = new WindowGraph(network);
        this.representative = new int[network.layers().size()];
        Map<List<Object>, Integer> first = new HashMap<>();
        for (int i = 0; i < representative.length; i++) {
            Layer layer = network.layers().get(i);
            representative[i] = i;
            units.add(List.of());
            if (isMember(i)) {
                List<Object> key = List.of(taps(layer), graph.predecessors(i), graph.successors(i));
                representative[i] = Objects.requireNonNullElse(first.putIfAbsent(key, i), i);
                units.set(i, new ArrayList<>());
                units.get(representative[i]).add(i);
            }
        }
    }

    /** The stacks, in the order of their bottom layers. */
    public static List<DilationStack> of(Network network) {
        return new DilationStacks(network).find();
    }

    private List<DilationStack> find() {
        List<DilationStack> stacks = new ArrayList<>();
        for (int i = 0; i < representative.length; i++) {
            if (isMember(i) && representative[i] == i && continues(i).isEmpty()) {
                List<Integer> members = members(i);
                if (!isBesideFault(members)) {
                    stacks.add(stack(members));
                }
            }
        }
        return stacks;
    }

    private List<Integer> members(int bottom) {
        List<Integer> members = new ArrayList<>(List.of(bottom));
        Optional<Integer> next = next(bottom);
        while (next.isPresent()) {
            members.add(next.get());
            next = next(next.get());
        }
        return members;
    }

    /** True if a neighbour has a fault, so that the end of the stack is unknown: the missing rate may be there. */
    private boolean isBesideFault(List<Integer> members) {
        return Stream.concat(
                        graph.predecessors(members.get(0)).stream(),
                        graph.successors(members.get(members.size() - 1)).stream())
                .map(network.layers()::get)
                .anyMatch(layer -> layer.faulty() && !layer.links().get(0).isKnown());
    }

    private DilationStack stack(List<Integer> members) {
        return DilationStack.of(
                network,
                members,
                members.stream().map(units::get).map(List::copyOf).toList(),
                only(represented(graph.predecessors(members.get(0)))).map(network.layers()::get),
                only(represented(graph.successors(members.get(members.size() - 1))))
                        .map(network.layers()::get));
    }

    /** The member that continues the stack above {@code layer}. */
    private Optional<Integer> next(int layer) {
        return only(represented(graph.successors(layer)).stream()
                        .filter(this::isMember)
                        .toList())
                .filter(above -> continues(above).isPresent());
    }

    /** The member that {@code layer} continues. */
    private Optional<Integer> continues(int layer) {
        return only(represented(graph.predecessors(layer)))
                .filter(this::isMember)
                .filter(below -> hasStrideOne(network.layers().get(below)))
                .filter(below -> represented(graph.successors(below)).stream()
                                .filter(this::isMember)
                                .count()
                        == 1);
    }

    private List<Integer> represented(List<Integer> layers) {
        return layers.stream().map(layer -> representative[layer]).distinct().toList();
    }

    private static Optional<Integer> only(List<Integer> layers) {
        return layers.size() == 1 ? Optional.of(layers.get(0)) : Optional.empty();
    }

    /** A dilated layer without a fault that is a window layer: a 1×1 stride-1 layer dilates nothing. */
    private boolean isMember(int index) {
        Layer layer = network.layers().get(index);
        return layer.isDilated()
                && graph.isWindow(index)
                && layer.links().get(0).isWindow();
    }

    /** Kernel and rate per axis: what gated units have in common. */
    private static List<List<Long>> taps(Layer layer) {
        return windows(layer).stream()
                .map(window -> List.of(window.kernel(), window.rate()))
                .toList();
    }

    private static boolean hasStrideOne(Layer layer) {
        return windows(layer).stream().allMatch(window -> window.stride() == 1);
    }

    private static List<Step.Window> windows(Layer layer) {
        return layer.links().get(0).steps().stream()
                .map(step -> step.window().orElseThrow())
                .toList();
    }
}
