package dev.fovea.core.rule;

import dev.fovea.core.analysis.BackwardAxis;
import dev.fovea.core.analysis.Readers.Reader;
import dev.fovea.core.exact.Integers;
import dev.fovea.core.finding.Advice;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.PaddingMode;
import dev.fovea.core.network.Step;
import dev.fovea.core.repair.KeptPadding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What to write so that a strided window reads every position of its input, and its output is as large as before. */
final class FullReading {
    private static final String POOL = "average before striding (@Pool)";
    private static final String KEEP = "let it keep more positions, or average before it (@Pool)";

    private final List<Long> kernels = new ArrayList<>();
    private final List<Long> rates = new ArrayList<>();
    private final List<KeptPadding> paddings = new ArrayList<>();
    private boolean kernelChanges;
    private boolean rateChanges;
    private boolean keepsExtent = true;
    private boolean keepsBegin = true;
    private boolean roundsUp;

    private FullReading() {}

    static String advice(Network network, Reader reader) {
        Layer layer = reader.layer();
        Optional<FullReading> full = of(network, reader);
        return full.isPresent()
                ? full.get().text(layer.padding() == PaddingMode.EXPLICIT) + ", or " + POOL
                : isWindow(reader) ? POOL : KEEP;
    }

    /** What to write at the layer; empty where the message names no numbers, or they are not the layer's own. */
    static Optional<Advice.Statement> statement(AnalysedNetwork analysed, Reader reader) {
        return of(analysed.network(), reader)
                .flatMap(full -> Statements.of(
                        analysed, reader.layer(), full.attributes(reader.layer().padding() == PaddingMode.EXPLICIT)));
    }

    private static boolean isWindow(Reader reader) {
        return reader.link().steps().stream().allMatch(step -> step.window().isPresent());
    }

    private static Optional<FullReading> of(Network network, Reader reader) {
        if (!isWindow(reader) || !reader.layer().operation().isAnnotation()) {
            return Optional.empty();
        }
        FullReading full = new FullReading();
        for (int axis = 0; axis < reader.link().steps().size(); axis++) {
            full.add(reader.link().steps().get(axis).window().orElseThrow(), BackwardAxis.is(network, axis));
        }
        full.roundsUp = Boolean.TRUE.equals(reader.layer().attributes().get("ceilMode"));
        return Optional.of(full);
    }

    private Map<String, String> attributes(boolean states) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (kernelChanges) {
            attributes.put("kernel", Statements.typed(kernels));
        }
        if (rateChanges) {
            attributes.put("rate", Statements.typed(rates));
        }
        if (states && keepsExtent) {
            attributes.put("padding", KeptPadding.typed(paddings));
        }
        return attributes;
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
        keepsBegin &= kept.isPresent() && kept.get().begin() == window.begin();
        paddings.add(kept.orElse(new KeptPadding(window.begin(), window.end())));
    }

    /** Less than no padding there is not; and where extents are rounded up, the last window depends on what is before the first. */
    private boolean isSureToKeep() {
        return keepsExtent && (keepsBegin || !roundsUp);
    }

    /** {@code use kernel 3 with padding 1}. */
    private String text(boolean states) {
        List<String> changes = new ArrayList<>();
        if (kernelChanges) {
            changes.add("kernel " + Statements.typed(kernels) + " (at least the stride)");
        }
        if (rateChanges) {
            changes.add("rate " + Statements.typed(rates) + " (it shares a divisor with the stride)");
        }
        return "use " + String.join(" and ", changes)
                + (states && keepsExtent ? " with padding " + KeptPadding.typed(paddings) : "")
                + (states && !isSureToKeep() ? ", which may change its extent" : "");
    }
}
