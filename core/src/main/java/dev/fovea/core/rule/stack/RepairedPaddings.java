package dev.fovea.core.rule.stack;

import dev.fovea.core.network.Layer;
import dev.fovea.core.network.PaddingMode;
import dev.fovea.core.network.Step;
import dev.fovea.core.repair.Proposal;
import dev.fovea.core.repair.StackRepair;
import dev.fovea.core.repair.WrittenRate;
import dev.fovea.core.resolve.Params;
import dev.fovea.core.rule.KeptPadding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The paddings to write with other rates so that extents stay, where paddings are numbers. {@code SAME}, {@code CAUSAL}
 * and {@code Param.RATE} follow by themselves, and a layer without padding stays so.
 */
final class RepairedPaddings {
    private final StackEvidence evidence;
    private final StackRepair repair;
    private final int proposal;

    /** @param proposal index of the proposed rates */
    RepairedPaddings(StackEvidence evidence, StackRepair repair, int proposal) {
        this.evidence = evidence;
        this.repair = repair;
        this.proposal = proposal;
    }

    /** {@code " with padding 1, 2, 3"} for rates that are listed. */
    String listed() {
        List<String> numbers = new ArrayList<>();
        List<String> named = new ArrayList<>();
        int members = repair.written().get(0).size();
        for (int member = 0; member < members; member++) {
            Layer layer = evidence.layer(member);
            Optional<List<KeptPadding>> padding = padding(layer, repair, member);
            if (padding.isPresent()) {
                numbers.add(KeptPadding.typed(padding.get()));
                named.add(numbers.get(numbers.size() - 1) + " at " + layer.name());
            }
        }
        if (numbers.isEmpty()) {
            return "";
        }
        return " with padding "
                + (numbers.size() == members && numbers.stream().noneMatch(number -> number.startsWith("{"))
                        ? StackEvidence.proposed(numbers)
                        : String.join(", ", named));
    }

    /** {@code " with padding = Param.RATE at Spatial.conv"} for rates that are stated member by member. */
    String stated() {
        Map<String, String> all = all();
        return all.isEmpty()
                ? ""
                : all.entrySet().stream()
                        .map(padding -> "padding = " + padding.getValue() + " at " + padding.getKey())
                        .collect(Collectors.joining(" and ", " with ", ""));
    }

    /** By member what to type as its padding, where that changes. */
    Map<String, String> all() {
        Map<String, String> typed = new LinkedHashMap<>();
        for (int i = 0; i < evidence.analysed().stacks().size(); i++) {
            StackRepair other = evidence.analysed().repairs().get(i);
            if (other.touched() == repair.touched()) {
                StackEvidence stack = evidence.of(i);
                for (int member = 0; member < other.written().get(0).size(); member++) {
                    state(stack.layer(member), other, member, typed);
                }
            }
        }
        return typed;
    }

    private void state(Layer layer, StackRepair of, int member, Map<String, String> typed) {
        Optional<List<KeptPadding>> padding = padding(layer, of, member);
        Optional<WrittenRate> rate =
                of.written().stream().flatMap(axis -> axis.get(member).stream()).findFirst();
        if (rate.isPresent() && padding.isPresent() && !padding.get().equals(present(layer))) {
            Optional<String> value = rate.get().isArgument()
                    ? placeholder(layer, rate.get(), padding.get())
                    : Optional.of(KeptPadding.typed(padding.get()));
            value.ifPresent(text -> typed.putIfAbsent(rate.get().layer(), text));
        }
    }

    /** What follows the argument of every use. */
    private static Optional<String> placeholder(Layer layer, WrittenRate rate, List<KeptPadding> paddings) {
        boolean isHalf = true;
        boolean isCausal = true;
        boolean isStrided = false;
        for (int axis = 0; axis < paddings.size(); axis++) {
            Step.Window window = window(layer, axis);
            isHalf &= window.kernel() == 3 && isTied(window) && window.begin() == window.end();
            isCausal &= isTied(window) && window.end() == 0;
            isStrided |= window.stride() > 1;
        }
        return isHalf
                ? Optional.of(Params.typed(rate.rate()))
                : isCausal ? Optional.of("Padding.CAUSAL") : isStrided ? Optional.empty() : Optional.of("Padding.SAME");
    }

    /** The paddings of a layer with the proposed rates; empty where none is to be stated. */
    private Optional<List<KeptPadding>> padding(Layer layer, StackRepair of, int member) {
        Proposal best = of.proposals().get(proposal);
        boolean follows = of.written().stream()
                .flatMap(axis -> axis.get(member).stream())
                .map(WrittenRate::padding)
                .anyMatch(padding -> Params.attribute(padding).isPresent());
        List<KeptPadding> before = present(layer);
        if (follows
                || layer.padding() != PaddingMode.EXPLICIT
                || before.stream().allMatch(axis -> axis.begin() + axis.end() == 0)) {
            return Optional.empty();
        }
        List<KeptPadding> paddings = new ArrayList<>();
        for (int axis = 0; axis < before.size(); axis++) {
            Optional<KeptPadding> kept =
                    kept(window(layer, axis), best.rates().get(axis).get(member));
            if (kept.isEmpty()) {
                return Optional.empty();
            }
            paddings.add(kept.get());
        }
        return Optional.of(paddings);
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

    private static List<KeptPadding> present(Layer layer) {
        List<KeptPadding> present = new ArrayList<>();
        for (int axis = 0; axis < layer.links().get(0).steps().size(); axis++) {
            present.add(new KeptPadding(
                    window(layer, axis).begin(), window(layer, axis).end()));
        }
        return present;
    }

    private static Step.Window window(Layer layer, int axis) {
        return layer.step(axis).window().orElseThrow();
    }
}
