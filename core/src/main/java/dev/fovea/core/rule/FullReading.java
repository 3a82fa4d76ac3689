package dev.fovea.core.rule;

import dev.fovea.core.analysis.BackwardAxis;
import dev.fovea.core.analysis.Readers.Reader;
import dev.fovea.core.exact.Integers;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.PaddingMode;
import dev.fovea.core.network.Step;
import dev.fovea.core.repair.KeptPadding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to write so that a strided window reads every position of its input, and its output is as large as before. */
final class FullReading {
    private static final String POOL = "average before striding (@Pool)";

    private final List<Long> kernels = new ArrayList<>();
    private final List<Long> rates = new ArrayList<>();
    private final List<KeptPadding> paddings = new ArrayList<>();
    private boolean kernelChanges;
    private boolean rateChanges;
    private boolean keepsExtent = true;

    private FullReading() {}

    static String advice(Network network, Reader reader) {
        Layer layer = reader.layer();
        List<Step.Window> windows = new ArrayList<>();
        for (Step step : reader.link().steps()) {
            step.window().ifPresent(windows::add);
        }
        if (windows.size() < reader.link().steps().size()) {
            return "let it keep more positions, or average before it (@Pool)";
        }
        if (!layer.operation().isAnnotation()) {
            return POOL;
        }
        FullReading full = new FullReading();
        for (int axis = 0; axis < windows.size(); axis++) {
            full.add(windows.get(axis), BackwardAxis.is(network, axis));
        }
        return full.text(layer.padding() == PaddingMode.EXPLICIT) + ", or " + POOL;
    }

    private void add(Step.Window window, boolean looksBack) {
        long kernel = window.kernel();
        long rate = window.rate();
        if (kernel < window.stride()) {
            long least = window.stride() - kernel;
            kernel += least + (least * rate) % 2;
            kernelChanges = true;
        }
        if (kernel > 1 && Integers.gcd(window.rate(), window.stride()) > 1) {
            rate = 1;
            rateChanges |= rate != window.rate();
        }
        kernels.add(kernel);
        rates.add(rate);
        long more = (kernel - 1) * rate - window.reach();
        Optional<KeptPadding> kept = looksBack && window.begin() + more >= 0
                ? Optional.of(new KeptPadding(window.begin() + more, window.end()))
                : KeptPadding.of(window.begin(), window.end(), more);
        keepsExtent &= kept.isPresent();
        paddings.add(kept.orElse(new KeptPadding(window.begin(), window.end())));
    }

    /** {@code use kernel 3 with padding 1}. */
    private String text(boolean states) {
        List<String> changes = new ArrayList<>();
        if (kernelChanges) {
            changes.add("kernel " + typed(kernels) + " (at least the stride)");
        }
        if (rateChanges) {
            changes.add("rate " + typed(rates) + " (it shares a divisor with the stride)");
        }
        return "use " + String.join(" and ", changes)
                + (states && keepsExtent ? " with padding " + KeptPadding.typed(paddings) : "");
    }

    private static String typed(List<Long> perAxis) {
        return KeptPadding.typedNumbers(perAxis.stream().distinct().count() == 1 ? perAxis.subList(0, 1) : perAxis);
    }
}
