package dev.fovea.core.rule.stack;

import dev.fovea.core.network.Layer;
import dev.fovea.core.repair.KeptPadding;
import dev.fovea.core.repair.NumberList;
import dev.fovea.core.repair.RatePadding;
import dev.fovea.core.repair.StackRepair;
import dev.fovea.core.repair.WrittenRate;
import dev.fovea.core.resolve.Declaration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
            Optional<RatePadding> padding = padding(evidence.stack().members().get(member), repair, member);
            Optional<String> number = padding.flatMap(RatePadding::kept).map(KeptPadding::typed);
            if (number.isPresent()) {
                numbers.add(number.get());
                named.add(number.get() + " at " + padding.get().written().layer());
            }
        }
        if (numbers.isEmpty()) {
            return "";
        }
        return " with padding "
                + (numbers.size() == members && numbers.stream().noneMatch(number -> number.startsWith("{"))
                        ? NumberList.typed(numbers)
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
        for (RatePadding padding : paddings()) {
            padding.typed()
                    .ifPresent(text -> typed.putIfAbsent(padding.written().layer(), text));
        }
        return typed;
    }

    /** {@code ", which may change extents"} where no padding that is written keeps them; else empty. */
    String remark() {
        return paddings().stream().allMatch(RatePadding::keepsExtent) ? "" : ", which may change extents";
    }

    /** Of each layer whose rate changes. */
    private List<RatePadding> paddings() {
        List<RatePadding> paddings = new ArrayList<>();
        for (int i = 0; i < evidence.analysed().stacks().size(); i++) {
            StackRepair other = evidence.analysed().repairs().get(i);
            if (other.touched() == repair.touched()) {
                List<List<Integer>> units = evidence.analysed().stacks().get(i).units();
                for (int member = 0; member < units.size(); member++) {
                    for (int layer : units.get(member)) {
                        padding(layer, other, member).ifPresent(paddings::add);
                    }
                }
            }
        }
        return paddings;
    }

    /** Empty where the rate cannot be changed. */
    private Optional<RatePadding> padding(int index, StackRepair of, int member) {
        List<Integer> rates = of.proposals().get(proposal).rates().stream()
                .map(axis -> axis.get(member))
                .toList();
        Layer layer = evidence.analysed().network().layers().get(index);
        List<Declaration> path = evidence.analysed().model().declarations(layer.site());
        return IntStream.range(0, rates.size())
                .mapToObj(axis -> WrittenRate.of(path, layer.site(), axis))
                .flatMap(Optional::stream)
                .findFirst()
                .map(written -> new RatePadding(layer, written, rates));
    }
}
