package dev.fovea.core.repair;

import dev.fovea.core.repair.WrittenRate.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Faulty stacks that take rates from the same members, so that one edit mends all, and the sound ones that take one of
 * these numbers, which it must not break.
 *
 * @param faulty in the order of the network
 * @param sound likewise
 */
record StackGroup(List<WrittenStack> faulty, List<WrittenStack> sound) {
    /** A member that states rates, with all its entries. */
    private record Statement(String block, String member) {
        static Statement of(WrittenRate rate) {
            return new Statement(rate.place().block(), rate.place().member());
        }
    }

    /** The groups of a network's stacks. */
    static List<StackGroup> of(List<WrittenStack> stacks, boolean strict) {
        Map<Statement, List<WrittenStack>> byStatement = new LinkedHashMap<>();
        Map<Place, Set<WrittenStack>> sound = new HashMap<>();
        List<List<WrittenStack>> groups = new ArrayList<>();
        for (WrittenStack stack : stacks) {
            if (StackRepair.isSound(stack.stack(), strict)) {
                stack.numbers().forEach(number -> sound.computeIfAbsent(
                                stack.tied().of(number.place()), none -> new LinkedHashSet<>())
                        .add(stack));
                continue;
            }
            List<WrittenStack> group = new ArrayList<>();
            stack.numbers().map(Statement::of).distinct().forEach(statement -> {
                List<WrittenStack> other = byStatement.get(statement);
                if (other != null && other != group) {
                    groups.removeIf(one -> one == other);
                    group.addAll(other);
                    byStatement.replaceAll((any, of) -> of == other ? group : of);
                }
                byStatement.put(statement, group);
            });
            group.add(stack);
            groups.add(group);
        }
        return groups.stream()
                .map(group -> new StackGroup(List.copyOf(group), beside(group, sound)))
                .toList();
    }

    private static List<WrittenStack> beside(List<WrittenStack> group, Map<Place, Set<WrittenStack>> sound) {
        Set<WrittenStack> beside = new LinkedHashSet<>();
        for (WrittenStack stack : group) {
            stack.numbers()
                    .forEach(number ->
                            beside.addAll(sound.getOrDefault(stack.tied().of(number.place()), Set.of())));
        }
        return List.copyOf(beside);
    }

    /** The numbers of the faulty stacks, each once. */
    List<WrittenRate> touched() {
        Map<Place, WrittenRate> touched = new LinkedHashMap<>();
        for (WrittenStack stack : faulty) {
            for (int member = 0; member < stack.stack().members().size(); member++) {
                for (List<Optional<WrittenRate>> axis : stack.written()) {
                    axis.get(member).ifPresent(number -> touched.putIfAbsent(number.place(), number));
                }
            }
            stack.twins().forEach(number -> touched.putIfAbsent(number.place(), number));
        }
        return List.copyOf(touched.values());
    }

    /** The axes of all stacks; those that are alike, of the same numbers, once. */
    List<RateAxis> axes() {
        Set<RateAxis> axes = new LinkedHashSet<>();
        faulty.forEach(stack -> axes.addAll(stack.axes()));
        sound.forEach(stack -> axes.addAll(stack.axes()));
        return List.copyOf(axes);
    }

    /** What stays as it is: the numbers that sound stacks alone take. */
    Map<Place, Integer> settled() {
        Map<Place, Integer> settled = takenBySound();
        touched().forEach(number -> settled.remove(faulty.get(0).tied().of(number.place())));
        return settled;
    }

    /** What may stay as it is: the numbers that sound stacks take. */
    Map<Place, Integer> takenBySound() {
        Map<Place, Integer> settled = new HashMap<>();
        for (WrittenStack stack : sound) {
            for (RateAxis axis : stack.axes()) {
                settled.putAll(axis.settle(axis.judged().rates()));
            }
        }
        return settled;
    }
}
