package dev.fovea.core.rule;

import dev.fovea.core.analysis.DilationStack;
import dev.fovea.core.finding.Advice;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Step;
import dev.fovea.core.repair.ChangedRates;
import dev.fovea.core.repair.KeptPadding;
import dev.fovea.core.repair.RatePadding;
import dev.fovea.core.repair.RateStatements;
import dev.fovea.core.repair.WrittenRate;
import dev.fovea.core.support.DominantPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What to write on layers whose rates open gaps in what a layer reads, with the paddings that keep extents. */
final class SmallerRates {
    private final AnalysedNetwork analysed;

    /** Per layer, and per axis along which it opens a gap, the largest rate that opens none. */
    private final Map<Integer, Map<Integer, Long>> most = new TreeMap<>();

    private final boolean isSound;

    /** @param axes those along which {@code target} is to read without a gap */
    SmallerRates(AnalysedNetwork analysed, int target, List<Integer> axes) {
        this.analysed = analysed;
        for (int axis : axes) {
            DominantPath.bridged(analysed.analysis(), target, axis, layer -> place(layer, axis))
                    .forEach((layer, rate) -> most.computeIfAbsent(layer, first -> new TreeMap<>())
                            .put(axis, rate));
        }
        for (DilationStack stack : analysed.stacks()) {
            stack.units().forEach(this::alike);
        }
        // Their stack is reported by itself.
        most.keySet().removeAll(analysed.layersOfFaultyStacks());
        most.replaceAll(
                (layer, rates) -> written(layer).filter(WrittenRate::isArgument).isPresent()
                        ? everywhere(Collections.min(rates.values()))
                        : rates);
        if (breaksStacks()) {
            most.replaceAll((layer, rates) -> everywhere(1));
        }
        this.isSound = !breaksStacks();
    }

    /** Layers that count as one change together. */
    private void alike(List<Integer> unit) {
        unit.stream()
                .filter(most::containsKey)
                .findFirst()
                .map(most::get)
                .ifPresent(rates -> unit.forEach(layer -> most.put(layer, rates)));
    }

    /** An argument has no entries per axis. */
    private Map<Integer, Long> everywhere(long rate) {
        return IntStream.range(0, analysed.network().axes())
                .boxed()
                .collect(Collectors.toMap(axis -> axis, axis -> rate));
    }

    /**
     * {@code use rate 1 with padding 1}; {@code use a rate of at most 3 (rate 3 with padding 3)}; {@code write rate = 1 at c and
     * rate = {3, 1} at a with padding = ...} where other layers or arguments change. Without numbers where the largest rates, and
     * rates of 1, would break the rules of a stack, and where a rate among several follows another attribute.
     *
     * @param opener the layer that opens the gap
     */
    String text(int opener) {
        if (most.isEmpty()) {
            return "use smaller strides, or larger kernels, before it";
        }
        boolean isOwn = most.size() == 1
                && most.containsKey(opener)
                && written(opener).filter(WrittenRate::isArgument).isEmpty();
        if (!isSound || !isOwn && !areWritten()) {
            return "use smaller rates";
        }
        return isOwn ? own(opener) : statements();
    }

    /** The same, to be written; empty where the text names no numbers. */
    Optional<Advice> advice(int opener) {
        if (most.isEmpty() || !isSound || !areWritten()) {
            return Optional.empty();
        }
        Map<String, Map<String, String>> members = new LinkedHashMap<>();
        Map<WrittenRate.Place, Integer> arguments = arguments();
        for (int layer : most.keySet()) {
            WrittenRate written = written(layer).orElseThrow();
            List<Integer> proposed = rates(layer);
            String value = written.isArgument() ? RateStatements.typed(written, arguments) : typed(proposed);
            attributes(members, written.isArgument() ? written.place().name() : written.layer())
                    .put(written.isArgument() ? written.place().attribute() : "rate", value);
            padding(layer, proposed).flatMap(RatePadding::typed).ifPresent(text -> attributes(members, written.layer())
                    .put("padding", text));
        }
        List<Advice.Statement> statements = new ArrayList<>();
        members.forEach((member, attributes) -> statements.add(new Advice.Statement(member, "", attributes)));
        return Optional.of(new Advice(statements));
    }

    private static Map<String, String> attributes(Map<String, Map<String, String>> members, String member) {
        return members.computeIfAbsent(member, first -> new LinkedHashMap<>());
    }

    /** True if a stack that is sound now would not be. */
    private boolean breaksStacks() {
        Map<Object, Long> values = new HashMap<>();
        most.forEach(
                (layer, rates) -> rates.forEach((axis, rate) -> values.put(List.of(place(layer, axis), axis), rate)));
        List<Layer> layers = new ArrayList<>(analysed.network().layers());
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            if (layer.isDilated() && layer.links().get(0).isWindow()) {
                List<Integer> rates = new ArrayList<>();
                for (int axis = 0; axis < analysed.network().axes(); axis++) {
                    long present = layer.step(axis).window().orElseThrow().rate();
                    rates.add(Math.toIntExact(values.getOrDefault(List.of(place(i, axis), axis), present)));
                }
                layers.set(i, ChangedRates.of(layer, rates));
            }
        }
        return !analysed.faultyStacks().containsAll(analysed.faultyStacksWith(layers));
    }

    private String own(int layer) {
        List<Integer> rates = rates(layer);
        Optional<String> padding = padding(layer, rates).flatMap(RatePadding::typed);
        String rate = "rate " + typed(rates);
        List<Long> distinct = most.get(layer).values().stream().distinct().toList();
        if (distinct.size() > 1 || distinct.get(0) == 1) {
            return "use " + rate + padding.map(text -> " with padding " + text).orElse("");
        }
        return "use a rate of at most " + distinct.get(0)
                + padding.map(text -> " (%s with padding %s)".formatted(rate, text))
                        .orElse("");
    }

    private String statements() {
        List<String> rates = new ArrayList<>();
        List<String> paddings = new ArrayList<>();
        Map<WrittenRate.Place, Integer> arguments = arguments();
        for (int layer : most.keySet()) {
            WrittenRate written = written(layer).orElseThrow();
            List<Integer> proposed = rates(layer);
            if (written.isArgument()) {
                rates.add(RateStatements.of(List.of(written), arguments));
            } else {
                rates.add("rate = %s at %s".formatted(typed(proposed), written.layer()));
            }
            padding(layer, proposed)
                    .flatMap(RatePadding::typed)
                    .ifPresent(text -> paddings.add("padding = %s at %s".formatted(text, written.layer())));
        }
        return "write " + join(rates) + (paddings.isEmpty() ? "" : " with " + join(paddings));
    }

    /** The arguments to change: several entries of one use are one statement. */
    private Map<WrittenRate.Place, Integer> arguments() {
        Map<WrittenRate.Place, Integer> arguments = new LinkedHashMap<>();
        for (int layer : most.keySet()) {
            written(layer)
                    .filter(WrittenRate::isArgument)
                    .ifPresent(written ->
                            arguments.put(written.place(), rates(layer).get(0)));
        }
        return arguments;
    }

    private static String join(List<String> statements) {
        return String.join(" and ", statements.stream().distinct().toList());
    }

    /** Per axis; where the kernel is 1 that of the others, since it does not matter there. */
    private List<Integer> rates(int index) {
        Layer layer = analysed.network().layers().get(index);
        Map<Integer, Long> lowered = most.get(index);
        long first = lowered.values().iterator().next();
        List<Integer> rates = new ArrayList<>();
        for (int axis = 0; axis < analysed.network().axes(); axis++) {
            Step.Window window = layer.step(axis).window().orElseThrow();
            rates.add(Math.toIntExact(lowered.getOrDefault(axis, window.kernel() == 1 ? first : window.rate())));
        }
        return rates;
    }

    private Optional<RatePadding> padding(int layer, List<Integer> rates) {
        return written(layer)
                .map(written -> new RatePadding(analysed.network().layers().get(layer), written, rates));
    }

    private boolean areWritten() {
        return most.keySet().stream().allMatch(layer -> written(layer).isPresent());
    }

    private Optional<WrittenRate> written(int index) {
        return written(index, 0);
    }

    private Optional<WrittenRate> written(int index, int axis) {
        Layer layer = analysed.network().layers().get(index);
        return WrittenRate.of(analysed.model().declarations(layer.site()), layer.site(), axis);
    }

    /** What is written once stays equal. */
    private Object place(int index, int axis) {
        Layer layer = analysed.network().layers().get(index);
        return layer.step(axis).window().filter(window -> window.rate() > 1).isPresent()
                ? written(index, axis).<Object>map(WrittenRate::place).orElse(index)
                : index;
    }

    private static String typed(List<Integer> rates) {
        List<Integer> entries = rates.stream().distinct().count() == 1 ? rates.subList(0, 1) : rates;
        return KeptPadding.typedNumbers(entries.stream().map(Long::valueOf).toList());
    }
}
