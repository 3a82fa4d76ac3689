package dev.fovea.core.hdc;

import dev.fovea.core.exact.Integers;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * One axis of a dilation stack: its {@code @Dilated} layers whose kernel exceeds 1 on the axis, and its neighbours.
 *
 * <p>Lists start at the layer nearest the input. Distances are in units of the stack's own input grid.
 *
 * @param kernels kernel sizes, each above 1
 * @param rates dilation rates, each at least 1
 * @param entryKernel kernel of the undilated stride-1 layer directly below the stack, if there is one
 * @param exitKernel kernel of the undilated stride-1 layer directly above the stack, if there is one
 * @param exitStep distance between the exit layer's taps: the stride of the stack's top layer, which alone may have one
 */
public record DilationAxis(
        List<Integer> kernels, List<Integer> rates, OptionalInt entryKernel, OptionalInt exitKernel, int exitStep) {
    public DilationAxis {
        kernels = List.copyOf(kernels);
        rates = List.copyOf(rates);
        if (kernels.size() != rates.size()) {
            throw new IllegalArgumentException(kernels.size() + " kernels, " + rates.size() + " rates");
        }
        if (kernels.stream().anyMatch(kernel -> kernel < 2)
                || entryKernel.orElse(2) < 2
                || exitKernel.orElse(2) < 2
                || rates.stream().anyMatch(rate -> rate < 1)
                || exitStep < 1) {
            throw new IllegalArgumentException("kernels start at 2, rates and steps at 1");
        }
    }

    /** A stack of equal kernels without neighbours. */
    public static DilationAxis of(int kernel, int... rates) {
        return of(IntStream.of(rates).map(rate -> kernel).boxed().toList(), rates);
    }

    /** A stack without neighbours. */
    public static DilationAxis of(List<Integer> kernels, int... rates) {
        return new DilationAxis(
                kernels, IntStream.of(rates).boxed().toList(), OptionalInt.empty(), OptionalInt.empty(), 1);
    }

    /** The same stack above an undilated layer of this kernel. */
    public DilationAxis withEntry(int kernel) {
        return new DilationAxis(kernels, rates, OptionalInt.of(kernel), exitKernel, exitStep);
    }

    /** The same stack below an undilated layer of this kernel, whose taps are {@code step} units apart. */
    public DilationAxis withExit(int kernel, int step) {
        return new DilationAxis(kernels, rates, entryKernel, OptionalInt.of(kernel), step);
    }

    /** The same layers and neighbours with other rates. */
    public DilationAxis withRates(List<Integer> otherRates) {
        return new DilationAxis(kernels, otherRates, entryKernel, exitKernel, exitStep);
    }

    /** Greatest common divisor of the rates; the neighbours do not count; 0 for a stack without layers. */
    long divisor() {
        return rates.stream().mapToLong(Integer::longValue).reduce(0, Integers::gcd);
    }

    /** True if there are at least two layers: one layer alone is no stack and is never judged. */
    public boolean isJudged() {
        return rates.size() > 1;
    }

    /**
     * True if the entry layer counts for the classical rule: it stands in for a missing rate 1 at the bottom, but adds
     * nothing to a stack that starts with its own.
     */
    public boolean entryLeads() {
        return entryKernel.isPresent() && !rates.isEmpty() && rates.get(0) > 1;
    }

    /** Number of input units from the first to the last that the stack without its neighbours can reach. */
    public long ownSize() {
        return Coverage.size(ownWindows());
    }

    /** The stack's layers as windows. */
    List<Window> ownWindows() {
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            windows.add(new Window(rates.get(i), kernels.get(i), i));
        }
        return windows;
    }

    /** Entry, layers, exit. */
    List<Window> allWindows() {
        List<Window> windows = new ArrayList<>();
        entryKernel.ifPresent(kernel -> windows.add(new Window(1, kernel, Window.NEIGHBOUR)));
        windows.addAll(ownWindows());
        exitKernel.ifPresent(kernel -> windows.add(new Window(exitStep, kernel, Window.NEIGHBOUR)));
        return windows;
    }
}
