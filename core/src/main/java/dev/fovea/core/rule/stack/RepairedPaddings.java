package dev.fovea.core.rule.stack;

import dev.fovea.core.network.Layer;
import dev.fovea.core.network.PaddingMode;
import dev.fovea.core.network.Step;
import dev.fovea.core.repair.WrittenRate;
import dev.fovea.core.resolve.Params;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The paddings to write with other rates where their author tied them to the rates, as a number that keeps the extent is.
 * {@code SAME}, {@code CAUSAL} and {@code Param.RATE} follow by themselves.
 */
final class RepairedPaddings {
    private final StackEvidence evidence;
    private final List<Optional<WrittenRate>> written;
    private final List<Integer> rates;
    private final int axis;

    /**
     * Paddings along an axis, which stands for all where they are alike.
     *
     * @param rates the proposed ones of all members
     */
    RepairedPaddings(StackEvidence evidence, List<Optional<WrittenRate>> written, List<Integer> rates, int axis) {
        this.evidence = evidence;
        this.written = written;
        this.rates = rates;
        this.axis = axis;
    }

    /** {@code " with padding 1, 2, 3"} for rates that are listed; empty where an author has other paddings. */
    String listed() {
        List<String> numbers = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (int member = 0; member < rates.size(); member++) {
            if (evidence.layer(member).padding() == PaddingMode.EXPLICIT) {
                if (!isTied(member)) {
                    return "";
                }
                numbers.add(Long.toString(half(member) * rates.get(member)));
                named.add(numbers.get(numbers.size() - 1) + " at "
                        + evidence.layer(member).name());
            }
        }
        if (numbers.isEmpty() || !evidence.alike()) {
            return "";
        }
        return " with padding "
                + (numbers.size() == rates.size() ? StackEvidence.proposed(numbers) : String.join(", ", named));
    }

    /** {@code " with padding = Param.RATE at Spatial.conv"} for rates that are stated where blocks are used. */
    String stated() {
        return all().isEmpty()
                ? ""
                : all().entrySet().stream()
                        .map(padding -> "padding = " + padding.getValue() + " at " + padding.getKey())
                        .collect(Collectors.joining(" and ", " with ", ""));
    }

    /** By member what to type as its padding. */
    Map<String, String> all() {
        Map<String, String> typed = new LinkedHashMap<>();
        for (int member = 0; member < rates.size() && evidence.alike(); member++) {
            if (written.get(member).isPresent() && isTied(member)) {
                WrittenRate rate = written.get(member).get();
                String padding = rate.isArgument()
                        ? half(member) == 1 ? Params.typed(rate.rate()) : "Padding.SAME"
                        : Long.toString(half(member) * rates.get(member));
                if (!rate.isArgument() || half(member) == 1 || window(member).stride() == 1) {
                    typed.put(rate.layer(), padding);
                }
            }
        }
        return typed;
    }

    /** True if the padding is a number that keeps the extent at the present rate. */
    private boolean isTied(int member) {
        Layer layer = evidence.layer(member);
        Step.Window window = window(member);
        return layer.padding() == PaddingMode.EXPLICIT
                && window.kernel() % 2 == 1
                && window.kernel() > 1
                && window.begin() == half(member) * window.rate()
                && written.get(member)
                        .map(WrittenRate::padding)
                        .flatMap(Params::attribute)
                        .isEmpty();
    }

    private long half(int member) {
        return (window(member).kernel() - 1) / 2;
    }

    private Step.Window window(int member) {
        return evidence.layer(member).step(axis).window().orElseThrow();
    }
}
