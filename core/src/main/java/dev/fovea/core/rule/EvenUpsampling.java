package dev.fovea.core.rule;

import dev.fovea.core.finding.Advice;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.PaddingMode;
import dev.fovea.core.network.Step;
import dev.fovea.core.repair.KeptPadding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What to write along an axis instead of a transposed convolution of uneven overlap, so that its output is as large.
 *
 * @param before what is written
 * @param kernel the next multiple of the stride
 * @param rate the nearest below that shares no divisor with the stride
 * @param follows whether the padding follows by itself
 * @param paddings those to write with them; empty where it does, or where none keeps the output as large
 */
record EvenUpsampling(Step.Transposed before, long kernel, long rate, boolean follows, Optional<Paddings> paddings) {
    /**
     * What takes from the output.
     *
     * @param extra the output padding, whose units get fewer taps
     */
    private record Paddings(KeptPadding padding, long extra) {}

    static EvenUpsampling of(Layer layer, int axis) {
        Step.Transposed before = layer.step(axis).transposed().orElseThrow();
        long stride = before.stride();
        long kernel = (before.kernel() + stride - 1) / stride * stride;
        long rate = before.rate();
        while (CheckerboardUpsampling.sharesDivisor(rate, stride)) {
            rate--;
        }
        if (layer.padding() != PaddingMode.EXPLICIT) {
            return new EvenUpsampling(before, kernel, rate, true, Optional.empty());
        }
        List<?> extras = (List<?>) Objects.requireNonNull(layer.attributes().get("outputPadding"));
        return new EvenUpsampling(before, kernel, rate, false, keeping(before, kernel, rate, (Long) extras.get(axis)));
    }

    /** As little output padding as leaves the difference of both sides what it was, or is possible at all. */
    private static Optional<Paddings> keeping(Step.Transposed before, long kernel, long rate, long extra) {
        long more = (kernel - 1) * rate - (before.kernel() - 1) * before.rate();
        Optional<Paddings> lopsided = Optional.empty();
        for (long less = 0; less < Math.max(before.stride(), rate); less++) {
            Optional<KeptPadding> kept = KeptPadding.of(before.begin(), before.end(), more + less - extra);
            if (kept.isPresent()) {
                Paddings found = new Paddings(kept.get(), less);
                if (kept.get().begin() - kept.get().end() == before.begin() - before.end()) {
                    return Optional.of(found);
                }
                lopsided = lopsided.isPresent() ? lopsided : Optional.of(found);
            }
        }
        return lopsided;
    }

    /** What to write at a layer, on all axes together; empty where that is not the layer's own. */
    static Optional<Advice.Statement> statement(AnalysedNetwork analysed, Layer layer) {
        List<Long> kernels = new ArrayList<>();
        List<Long> rates = new ArrayList<>();
        List<KeptPadding> kept = new ArrayList<>();
        List<Long> extras = new ArrayList<>();
        int axes = layer.links().get(0).steps().size();
        List<Step.Transposed> before = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            EvenUpsampling even = of(layer, axis);
            before.add(even.before());
            kernels.add(even.kernel());
            rates.add(even.rate());
            even.paddings().ifPresent(found -> {
                kept.add(found.padding());
                extras.add(found.extra());
            });
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        if (!kernels.equals(before.stream().map(Step.Transposed::kernel).toList())) {
            attributes.put("kernel", Statements.typed(kernels));
        }
        if (!rates.equals(before.stream().map(Step.Transposed::rate).toList())) {
            attributes.put("rate", Statements.typed(rates));
        }
        if (kept.size() == axes) {
            attributes.put("padding", KeptPadding.typed(kept));
            attributes.put("outputPadding", Statements.typed(extras));
        }
        return Statements.of(analysed, layer, attributes);
    }

    /** {@code kernel 4, a multiple of the stride, with padding 1 and outputPadding 0}. */
    String advice() {
        String changes =
                rate == before.rate() ? "" : "rate %s, which shares no divisor with the stride".formatted(rate);
        if (kernel != before.kernel()) {
            changes += (changes.isEmpty() ? "" : ", and ") + "kernel %s, a multiple of the stride".formatted(kernel);
        }
        return changes
                + paddings.map(found -> ", with padding %s and outputPadding %s"
                                .formatted(sides(found.padding()), found.extra()))
                        .orElseGet(this::smaller);
    }

    /** A smaller rate may span so much less that no padding makes up for it. */
    private String smaller() {
        long less = (before.kernel() - 1) * before.rate() - (kernel - 1) * rate;
        return follows || less <= 0 ? "" : ", with which the output is %s smaller".formatted(less);
    }

    private static String sides(KeptPadding padding) {
        return padding.begin() == padding.end()
                ? "" + padding.begin()
                : "%s before and %s after".formatted(padding.begin(), padding.end());
    }
}
