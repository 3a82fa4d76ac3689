package dev.fovea.core.repair;

import dev.fovea.core.network.Layer;
import dev.fovea.core.network.PaddingMode;
import dev.fovea.core.network.Step;
import dev.fovea.core.resolve.Params;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The padding to write with other rates of a layer so that its extent stays, where the padding is a number. {@code SAME},
 * {@code CAUSAL} and {@code Param.RATE} follow by themselves, and a layer without padding stays so.
 *
 * @param written where the rate is written
 * @param rates the other rates, per axis
 */
public record RatePadding(Layer layer, WrittenRate written, List<Integer> rates) {
    /** Per axis; empty where none is to be stated. */
    public Optional<List<KeptPadding>> kept() {
        List<KeptPadding> before = present();
        if (entries(written.padding()).stream().allMatch(RatePadding::isPlaceholder)
                || layer.padding() != PaddingMode.EXPLICIT
                || before.stream().allMatch(axis -> axis.begin() + axis.end() == 0)) {
            return Optional.empty();
        }
        List<KeptPadding> paddings = new ArrayList<>();
        for (int axis = 0; axis < before.size(); axis++) {
            Optional<KeptPadding> kept = kept(window(axis), rates.get(axis));
            if (kept.isEmpty()) {
                return Optional.empty();
            }
            paddings.add(kept.get());
        }
        return Optional.of(paddings);
    }

    /** True unless a padding that follows the rate, or stays as no other keeps the extent, changes it. */
    public boolean keepsExtent() {
        if (layer.padding() != PaddingMode.EXPLICIT
                || present().stream().allMatch(axis -> axis.begin() + axis.end() == 0)
                || kept().isPresent()) {
            return true;
        }
        return entries(written.padding()).stream().allMatch(RatePadding::isPlaceholder)
                && IntStream.range(0, rates.size())
                        .allMatch(axis -> rates.get(axis) == window(axis).rate() || isTied(window(axis)));
    }

    /** What to type at {@link WrittenRate#layer}, where that changes. */
    public Optional<String> typed() {
        Optional<List<KeptPadding>> kept = kept();
        if (kept.isEmpty() || kept.get().equals(present())) {
            return Optional.empty();
        }
        List<?> entries = entries(written.rate());
        if (entries.stream().anyMatch(RatePadding::isPlaceholder)
                && !entries.stream().allMatch(RatePadding::isPlaceholder)) {
            String text = besidePlaceholders(kept.get());
            return text.equals(besidePlaceholders(present())) ? Optional.empty() : Optional.of(text);
        }
        return written.isArgument() ? placeholder() : Optional.of(KeptPadding.typed(kept.get()));
    }

    /** {@code {Param.RATE, 3}}: the padding of an axis whose rate is a placeholder stays one. */
    private String besidePlaceholders(List<KeptPadding> paddings) {
        boolean even = paddings.stream().allMatch(axis -> axis.begin() == axis.end());
        List<String> typed = new ArrayList<>();
        for (int side = 0; side < (even ? 1 : 2); side++) {
            for (int axis = 0; axis < paddings.size(); axis++) {
                Object own = entry(written.padding(), side * paddings.size() + axis);
                KeptPadding padding = paddings.get(axis);
                typed.add(
                        isPlaceholder(own) && isPlaceholder(entry(written.rate(), axis))
                                ? Params.typed(own)
                                : String.valueOf(side == 0 ? padding.begin() : padding.end()));
            }
        }
        return "{" + String.join(", ", typed) + "}";
    }

    private static List<?> entries(Object written) {
        return written instanceof List<?> entries ? entries : List.of(written);
    }

    /** One entry may stand for all, and one for each axis for both of its sides. */
    private static Object entry(Object written, int index) {
        List<?> entries = entries(written);
        return entries.get(index % entries.size());
    }

    private static boolean isPlaceholder(Object entry) {
        return Params.attribute(entry).isPresent();
    }

    /** What follows the argument of every use. */
    private Optional<String> placeholder() {
        boolean isHalf = true;
        boolean isCausal = true;
        boolean isStrided = false;
        for (int axis = 0; axis < rates.size(); axis++) {
            Step.Window window = window(axis);
            isHalf &= window.kernel() == 3 && isTied(window) && window.begin() == window.end();
            isCausal &= isTied(window) && window.end() == 0;
            isStrided |= window.stride() > 1;
        }
        return isHalf
                ? Optional.of(Params.typed(written.rate()))
                : isCausal ? Optional.of("Padding.CAUSAL") : isStrided ? Optional.empty() : Optional.of("Padding.SAME");
    }

    private static Optional<KeptPadding> kept(Step.Window window, long rate) {
        long begin = window.begin() * rate;
        long end = window.end() * rate;
        return isTied(window) && begin % window.rate() == 0 && end % window.rate() == 0
                ? Optional.of(new KeptPadding(begin / window.rate(), end / window.rate()))
                : KeptPadding.of(window.begin(), window.end(), (window.kernel() - 1) * (rate - window.rate()));
    }

    /** True if the padding keeps the extent at the present rate. */
    private static boolean isTied(Step.Window window) {
        return window.begin() + window.end() == window.reach();
    }

    private List<KeptPadding> present() {
        List<KeptPadding> present = new ArrayList<>();
        for (int axis = 0; axis < rates.size(); axis++) {
            present.add(new KeptPadding(window(axis).begin(), window(axis).end()));
        }
        return present;
    }

    private Step.Window window(int axis) {
        return layer.step(axis).window().orElseThrow();
    }
}
