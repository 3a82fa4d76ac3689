package dev.fovea.core.analysis;

import dev.fovea.core.hdc.AxisVerdict;
import dev.fovea.core.hdc.DilationAxis;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A maximal chain of {@code @Dilated} layers, each the only dilated reader of the one below.
 *
 * @param members indices of its layers, bottom first; of a gated unit the first layer
 * @param units per member, the layers that count as one with it; the member first
 * @param below the only window layer below, if there is exactly one
 * @param above the only window layer above, if there is exactly one
 * @param axes per axis, which members count there, and the verdict on them
 */
public record DilationStack(
        List<Integer> members,
        List<List<Integer>> units,
        Optional<Layer> below,
        Optional<Layer> above,
        List<StackAxis> axes) {
    /**
     * One axis of a stack.
     *
     * @param kernels of all members
     * @param rates of all members
     * @param members those whose kernel exceeds 1 on the axis, as positions in the stack's list
     * @param verdict the verdict on these
     */
    public record StackAxis(List<Integer> kernels, List<Integer> rates, List<Integer> members, AxisVerdict verdict) {}

    static DilationStack of(
            Network network,
            List<Integer> members,
            List<List<Integer>> units,
            Optional<Layer> below,
            Optional<Layer> above) {
        List<StackAxis> axes = new ArrayList<>();
        for (int axis = 0; axis < network.axes(); axis++) {
            axes.add(axis(network, axis, members, below, above));
        }
        return new DilationStack(List.copyOf(members), units, below, above, axes);
    }

    private static StackAxis axis(
            Network network, int axis, List<Integer> members, Optional<Layer> below, Optional<Layer> above) {
        List<Integer> kernels = new ArrayList<>();
        List<Integer> rates = new ArrayList<>();
        List<Integer> counted = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Step.Window window =
                    network.layers().get(members.get(i)).step(axis).window().orElseThrow();
            kernels.add((int) window.kernel());
            rates.add((int) window.rate());
            if (window.kernel() > 1) {
                counted.add(i);
            }
        }
        Step.Window top = network.layers()
                .get(members.get(members.size() - 1))
                .step(axis)
                .window()
                .orElseThrow();
        DilationAxis stack = new DilationAxis(
                counted.stream().map(kernels::get).toList(),
                counted.stream().map(rates::get).toList(),
                neighbour(below, axis),
                neighbour(above, axis),
                (int) top.stride());
        return new StackAxis(kernels, rates, counted, AxisVerdict.of(stack));
    }

    /** Indices of all its layers, ascending. */
    public List<Integer> layers() {
        return units.stream().flatMap(List::stream).sorted().toList();
    }

    /** The entry layer, which counts with rate 1 on the axes where its kernel exceeds 1. */
    public Optional<Layer> entry() {
        return below.filter(layer -> countsSomewhere(layer));
    }

    /** The exit layer, likewise. */
    public Optional<Layer> exit() {
        return above.filter(layer -> countsSomewhere(layer));
    }

    private boolean countsSomewhere(Layer layer) {
        for (int axis = 0; axis < axes.size(); axis++) {
            if (neighbour(Optional.of(layer), axis).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The kernel of an undilated stride-1 convolution or pooling on the axis. */
    private static OptionalInt neighbour(Optional<Layer> layer, int axis) {
        Optional<Step.Window> window = layer.filter(found -> found.operation().bordersStacks() || found.plain())
                .flatMap(found -> found.step(axis).window());
        if (window.isPresent()
                && window.get().kernel() > 1
                && window.get().stride() == 1
                && window.get().rate() == 1) {
            return OptionalInt.of((int) window.get().kernel());
        }
        return OptionalInt.empty();
    }
}
