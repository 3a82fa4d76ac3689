package dev.fovea.core.rule;

import dev.fovea.core.analysis.Readers;
import dev.fovea.core.finding.Advice;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.network.Extent;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A stride-1 window with an even number of cells between its ends, padded alike on both sides: its units lie between those
 * of its input. Silent where the surplus is cropped again, which makes a causal layer, and where the window becomes a
 * single unit, which has no neighbours.
 */
public final class OffCentre extends Rule {
    public OffCentre() {
        super(Severity.NOTE, "A stride-1 layer with an even kernel and equal padding shifts its units by half a unit.");
    }

    @Override
    public void check(AnalysedNetwork analysed, Consumer<Finding> findings) {
        Readers readers = Readers.of(analysed.network());
        for (int i = 0; i < analysed.network().layers().size(); i++) {
            Layer layer = analysed.network().layers().get(i);
            if (!analysed.analysis().faulty().get(i) && !isCropped(readers.of(i))) {
                for (AlongAxes<Shift> found : AlongAxes.of(shifted(layer))) {
                    findings.accept(finding(layer, found).advising(advice(analysed, layer)));
                }
            }
        }
    }

    private static boolean isCropped(List<Readers.Reader> readers) {
        for (Readers.Reader reader : readers) {
            if (!reader.layer().operation().crops()) {
                return false;
            }
        }
        return !readers.isEmpty();
    }

    /**
     * What makes a layer shift along an axis.
     *
     * @param odd cells between the first tap and the last
     */
    private record Shift(long kernel, long odd, long padding) {
        long rate() {
            return odd / (kernel - 1);
        }
    }

    private static List<Optional<Shift>> shifted(Layer layer) {
        List<Optional<Shift>> shifted = new ArrayList<>();
        for (int axis = 0; axis < layer.shape().extents().size(); axis++) {
            shifted.add(shift(layer, axis));
        }
        return shifted;
    }

    private static Optional<Shift> shift(Layer layer, int axis) {
        Step step = layer.step(axis);
        if (layer.shape().extents().get(axis).equals(Extent.of(1))) {
            return Optional.empty();
        }
        Optional<Step.Window> stated = step.stated();
        if (stated.isPresent()) {
            Step.Window window = stated.get();
            return window.stride() == 1
                    ? shift(window.kernel(), window.rate(), window.begin(), window.end())
                    : Optional.empty();
        }
        Optional<Step.Transposed> found = step.transposed();
        if (found.isPresent() && found.get().stride() == 1) {
            Step.Transposed transposed = found.get();
            return shift(transposed.kernel(), transposed.rate(), transposed.begin(), transposed.end());
        }
        return Optional.empty();
    }

    private static Optional<Shift> shift(long kernel, long rate, long begin, long end) {
        long odd = (kernel - 1) * rate;
        return odd % 2 == 1 && begin == end && begin != 0
                ? Optional.of(new Shift(kernel, odd, begin))
                : Optional.empty();
    }

    /** Smaller kernels, or larger ones, on all axes that are shifted. */
    private static List<Advice> advice(AnalysedNetwork analysed, Layer layer) {
        List<Optional<Shift>> shifted = shifted(layer);
        List<Advice> advice = new ArrayList<>();
        for (int more = -1; more <= 1; more += 2) {
            List<Long> kernels = new ArrayList<>();
            boolean fits = true;
            for (int axis = 0; axis < shifted.size(); axis++) {
                Optional<Shift> shift = shifted.get(axis);
                Step step = layer.step(axis);
                long kernel = step.stated()
                        .map(Step.Window::kernel)
                        .or(() -> step.transposed().map(Step.Transposed::kernel))
                        .orElseThrow();
                kernels.add(kernel + (shift.isPresent() ? more : 0));
                Extent extent = layer.shape().extents().get(axis);
                long rate = shift.map(Shift::rate).orElse(0L);
                fits &= !extent.isKnown()
                        || extent.value() + (step.transposed().isPresent() ? rate : -rate) * more >= 1;
            }
            if (fits) {
                Statements.of(analysed, layer, Map.of("kernel", Statements.typed(kernels)))
                        .map(Advice::of)
                        .ifPresent(advice::add);
            }
        }
        return advice;
    }

    private Finding finding(Layer layer, AlongAxes<Shift> found) {
        Shift shift = found.value();
        long rate = shift.rate();
        return finding(
                Place.attribute(layer.site(), "kernel").at(found.axis()),
                "%s shifts its map by half a position%s: kernel %s%s cannot be centred by padding %s on both sides; use %s, or undo the shift in another layer of even kernel"
                        .formatted(
                                layer.name(),
                                found.where(),
                                shift.kernel(),
                                rate == 1 ? "" : " at rate " + rate,
                                shift.padding(),
                                centred(layer, found, rate)));
    }

    /** The odd kernels next to an even one, and the extents that they make. */
    private static String centred(Layer layer, AlongAxes<Shift> found, long rate) {
        long kernel = found.value().kernel();
        boolean grows = layer.step(found.axis()).transposed().isPresent();
        List<Extent> extents = layer.shape().extents().stream().distinct().toList();
        if (extents.size() == 1 && extents.get(0).isKnown()) {
            long extent = extents.get(0).value();
            long more = grows ? rate : -rate;
            String less = "kernel %s (extent %s)".formatted(kernel - 1, extent - more);
            return extent + more < 1 ? less : less + " or %s (extent %s)".formatted(kernel + 1, extent + more);
        }
        return "kernel %s (extent %s %s) or %s (%s %s)"
                .formatted(
                        kernel - 1, rate, grows ? "smaller" : "larger", kernel + 1, rate, grows ? "larger" : "smaller");
    }
}
