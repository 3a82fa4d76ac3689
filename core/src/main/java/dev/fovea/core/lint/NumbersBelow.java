package dev.fovea.core.lint;

import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers that a layer and all that it is made of are written with, each one less and one more.
 */
final class NumbersBelow {
    private final Siblings siblings;
    private final List<NumberChange> changes = new ArrayList<>();

    NumbersBelow(Lineage lineage, int layer) {
        Map<String, NumberChange.Member> members = new LinkedHashMap<>();
        lineage.of(layer).stream()
                .mapToObj(index ->
                        lineage.model().declarations(lineage.layer(index).site()))
                .forEach(path -> add(path, members));
        siblings = new Siblings(members.values());
        members.values().forEach(member -> changes.addAll(NumberChange.of(member)));
        changes.sort(Comparator.comparingInt(siblings::gained).reversed());
    }

    /** First those that bring a declaration in line with most others. */
    List<NumberChange> changes() {
        return changes;
    }

    /** True if more declarations are like the changed one than like the one that is written. */
    boolean isOdd(NumberChange change) {
        return siblings.gained(change) > 0;
    }

    /** Adds those of the declarations that lead to a layer that the author can change. */
    private static void add(List<Declaration> path, Map<String, NumberChange.Member> members) {
        String owner = "";
        for (Declaration declaration : path) {
            members.putIfAbsent(owner + "/" + declaration.name(), new NumberChange.Member(owner, declaration));
            if (declaration.block().filter(BlockDeclaration::isSource).isEmpty()) {
                return;
            }
            owner = declaration.block().get().name();
        }
    }
}
