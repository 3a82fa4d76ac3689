package dev.fovea.core.lint;

import dev.fovea.core.finding.Defect;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Site;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.resolve.Params;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Tells by a block's users whether a finding lies in the block: it does if every use and every repetition has it, several
 * altogether, and either there are several uses or the block takes no argument that could change it. Of three and more uses
 * half are enough.
 */
final class BlockUsers {
    /**
     * This many uses with the same fault have it from their block: likely if the block states what is wrong, and if all
     * have it.
     */
    private static final int MANY = 3;

    /** Per block and member, the sites that it becomes layers at. */
    private final Map<Member, Set<Site>> all = new HashMap<>();

    /** Per block and defect, the sites that have a part in a finding. */
    private final Map<Fault, Set<Site>> faulty = new HashMap<>();

    /** @param path names of the members that lead to the layer within the block */
    private record Member(String block, List<String> path) {}

    private record Fault(String block, Defect defect) {}

    BlockUsers(ModelDeclaration model, Network network, List<Finding> findings) {
        for (Finding finding : findings) {
            Set<Site> sites = new HashSet<>(finding.layers());
            finding.place().site().ifPresent(sites::add);
            for (Site site : sites) {
                List<Declaration> path = model.declarations(site);
                for (int i = 0; i < path.size() - 1; i++) {
                    Fault fault = new Fault(block(path, i), defect(finding, path, i));
                    faulty.computeIfAbsent(fault, none -> new HashSet<>()).add(site);
                }
            }
        }
        Set<Member> concerned = new HashSet<>();
        faulty.keySet()
                .forEach(fault ->
                        concerned.add(new Member(fault.block(), fault.defect().path())));
        for (Layer layer : concerned.isEmpty() ? List.<Layer>of() : network.layers()) {
            List<Declaration> path = model.declarations(layer.site());
            for (int i = 0; i < path.size() - 1; i++) {
                Member member = new Member(block(path, i), names(path, i));
                if (concerned.contains(member)) {
                    all.computeIfAbsent(member, none -> new HashSet<>()).add(layer.site());
                }
            }
        }
    }

    private static String block(List<Declaration> path, int depth) {
        return path.get(depth).block().orElseThrow().name();
    }

    private static Defect defect(Finding finding, List<Declaration> path, int depth) {
        return BlockFaults.defect(finding, path.subList(depth + 1, path.size()));
    }

    private static List<String> names(List<Declaration> path, int depth) {
        return path.subList(depth + 1, path.size()).stream()
                .map(Declaration::name)
                .toList();
    }

    /** The position on the path of the innermost use in whose block the finding lies. */
    OptionalInt depth(Finding finding, List<Declaration> path) {
        int stated = BlockFaults.stated(finding, path);
        for (int i = path.size() - 2; i >= 0; i--) {
            if (liesIn(i, i < stated, finding, path)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private boolean liesIn(int depth, boolean isStated, Finding finding, List<Declaration> path) {
        BlockDeclaration block = path.get(depth).block().orElseThrow();
        Set<Site> sites = Objects.requireNonNull(faulty.get(new Fault(block.name(), defect(finding, path, depth))));
        Set<Site> every = all.getOrDefault(new Member(block.name(), names(path, depth)), Set.of());
        if (!block.isSource() || sites.size() < 2) {
            return false;
        }
        int below = path.size() - 1 - depth;
        long uses = uses(sites, below);
        if (uses >= MANY && finding.place().annotation().isEmpty()) {
            return isStated ? 2 * uses >= uses(every, below) : Structural.isStructural(finding) && sites.equals(every);
        }
        return isStated && sites.equals(every) && (uses > 1 || hasNoArguments(block));
    }

    private static boolean hasNoArguments(BlockDeclaration block) {
        return block.layers().stream()
                .flatMap(layer -> layer.values().values().stream())
                .allMatch(value -> Params.attribute(value).isEmpty());
    }

    /** True if every member that uses the block has the defect, in some repetition at least. */
    boolean isOfEveryUse(BlockDeclaration block, Defect defect) {
        Set<Site> some = faulty.getOrDefault(new Fault(block.name(), defect), Set.of());
        Set<Site> every = all.getOrDefault(new Member(block.name(), defect.path()), Set.of());
        int below = defect.path().size();
        return uses(some, below) == uses(every, below);
    }

    /**
     * How many members use the block, repetitions left out.
     *
     * @param below number of members from the block's to the layer
     */
    private static long uses(Set<Site> sites, int below) {
        return sites.stream()
                .map(site -> site.parts().subList(0, site.parts().size() - below).stream()
                        .map(Site.Part::name)
                        .toList())
                .distinct()
                .count();
    }
}
