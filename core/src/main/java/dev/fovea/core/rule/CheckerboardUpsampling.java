package dev.fovea.core.rule;

import dev.fovea.core.exact.Integers;
import dev.fovea.core.finding.Advice;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A transposed convolution whose units are sums of different numbers of taps (Odena et al. 2016): every phase has as many
 * as the next exactly where the kernel is a multiple of the stride and the rate shares no divisor with it.
 */
public final class CheckerboardUpsampling extends LayerRule {
    private static final int SHOWN = 4;

    public CheckerboardUpsampling() {
        super(Severity.WARNING, "The windows of a transposed convolution overlap unevenly.");
    }

    @Override
    List<Finding> check(AnalysedNetwork analysed, int index) {
        Layer layer = analysed.network().layers().get(index);
        List<Optional<Step.Transposed>> uneven = new ArrayList<>();
        for (Step step : layer.links().get(0).steps()) {
            uneven.add(uneven(step));
        }
        List<Finding> findings = new ArrayList<>();
        for (AlongAxes<Step.Transposed> found : AlongAxes.of(uneven)) {
            findings.add(finding(layer, found)
                    .advising(EvenUpsampling.statement(analysed, layer).map(Advice::of).stream()
                            .toList()));
        }
        return findings;
    }

    private static Optional<Step.Transposed> uneven(Step step) {
        Optional<Step.Transposed> found = step.transposed();
        return found.isPresent() && isUneven(found.get()) ? found : Optional.empty();
    }

    private static boolean isUneven(Step.Transposed step) {
        return step.kernel() % step.stride() != 0 || sharesDivisor(step.rate(), step.stride());
    }

    static boolean sharesDivisor(long rate, long stride) {
        return Integers.gcd(rate, stride) > 1;
    }

    private Finding finding(Layer layer, AlongAxes<Step.Transposed> found) {
        Step.Transposed step = found.value();
        boolean rate = sharesDivisor(step.rate(), step.stride());
        return finding(
                Place.attribute(layer.site(), rate ? "rate" : "kernel").at(found.axis()),
                "checkerboard: neighbouring outputs of %s are sums of %s inputs%s, since %s; use %s, or @Upsample and a stride-1 @Conv"
                        .formatted(
                                layer.name(),
                                pattern(step),
                                found.where(),
                                reason(step, rate),
                                EvenUpsampling.of(layer, found.axis()).advice()));
    }

    private static String reason(Step.Transposed step, boolean rate) {
        return rate
                ? "rate %s and stride %s share a divisor".formatted(step.rate(), step.stride())
                : "kernel %s is not a multiple of stride %s".formatted(step.kernel(), step.stride());
    }

    /** Numbers of taps of the first units: one period, or its beginning, and the start of the next. */
    private static String pattern(Step.Transposed step) {
        List<Long> counts = new ArrayList<>();
        for (long unit = 0; unit < SHOWN; unit++) {
            counts.add(step.reads(unit).count());
        }
        return counts.stream().map(String::valueOf).collect(Collectors.joining(", ", "", ", ..."));
    }
}
