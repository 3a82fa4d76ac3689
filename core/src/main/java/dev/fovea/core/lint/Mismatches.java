package dev.fovea.core.lint;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.network.Extent;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Operation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Merges whose inputs differ in extent because of one layer, or of the size of the input. To blame may be what only one of the inputs is made of; not to
 * blame is what, in another merge, only one of the inputs is made of though they agree.
 */
final class Mismatches {
    private static final String SHAPE = Structural.SHAPE_MISMATCH.info().name();

    private final Lineage lineage;
    private final Set<Finding> ofSize;

    /**
     * Merges that one layer explains.
     *
     * @param suspects what may be to blame for all of them
     * @param layers on one side of any of them
     */
    private record Group(LintFinding first, Set<Object> suspects, BitSet layers) {}

    /** @param ofSize faults that one other size of the input mends all together */
    Mismatches(Lineage lineage, Set<Finding> ofSize) {
        this.lineage = lineage;
        this.ofSize = ofSize;
    }

    void fold(Consequences consequences) {
        List<LintFinding> shapes = consequences.open(Set.of(SHAPE));
        if (shapes.isEmpty()) {
            return;
        }
        Set<Object> sound = sound();
        List<Group> groups = new ArrayList<>();
        for (LintFinding found : shapes) {
            OptionalInt merge = lineage.layer(found);
            if (merge.isPresent() && !isOfInput(found, merge.getAsInt(), consequences)) {
                join(found, oneSided(merge.getAsInt()), sound, groups, consequences);
            }
        }
        groups.forEach(group -> takeSizes(group, consequences));
    }

    /** True if a layer takes channels that its input lacks, which has failed itself and speaks for both. */
    private boolean isOfInput(LintFinding found, int index, Consequences consequences) {
        List<Link> links = lineage.layer(index).links();
        if (lineage.layer(index).operation() != Operation.SLICE || links.get(0).source() == Network.INPUT) {
            return false;
        }
        Optional<LintFinding> cause =
                consequences.fault(lineage.layer(links.get(0).source()).site());
        if (cause.isEmpty() || cause.get().identity().equals(found.identity())) {
            return false;
        }
        consequences.take(cause.get(), found);
        return true;
    }

    private void join(
            LintFinding found, BitSet layers, Set<Object> sound, List<Group> groups, Consequences consequences) {
        Set<Object> suspects = suspects(layers);
        suspects.removeAll(sound);
        for (Group group : groups) {
            Set<Object> common = new HashSet<>(suspects);
            common.retainAll(group.suspects());
            boolean areOfSize = ofSize.contains(found.finding())
                    && ofSize.contains(group.first().finding());
            if (!common.isEmpty() || areOfSize) {
                if (areOfSize) {
                    group.suspects().addAll(suspects);
                } else {
                    group.suspects().retainAll(common);
                }
                group.layers().or(layers);
                consequences.take(group.first(), found);
                return;
            }
        }
        groups.add(new Group(found, suspects, layers));
    }

    /** Which of two differing inputs has the right extent is open, and so is what their extents bring on the way. */
    private void takeSizes(Group group, Consequences consequences) {
        for (LintFinding found : consequences.below(group.first())) {
            OptionalInt layer = lineage.layer(found);
            boolean isOneSided = layer.isPresent() && group.layers().get(layer.getAsInt());
            boolean ofExtent = found.rule().equals("DegenerateDilation")
                    || found.rule().equals("OffCentre")
                            && layer.isPresent()
                            && group.suspects().contains(lineage.key(lineage.layer(layer.getAsInt())));
            if (isOneSided && ofExtent) {
                consequences.take(group.first(), found);
            }
        }
    }

    /** What only one of the inputs is made of that differ in extent; nothing where none do. */
    private BitSet oneSided(int merge) {
        List<Link> links = lineage.layer(merge).links();
        for (Link link : links) {
            if (differ(lineage.extents(links.get(0)), lineage.extents(link))) {
                BitSet layers = lineage.of(links.get(0).source());
                layers.xor(lineage.of(link.source()));
                return layers;
            }
        }
        return new BitSet();
    }

    private static boolean differ(List<Extent> one, List<Extent> other) {
        for (int axis = 0; axis < one.size(); axis++) {
            if (one.get(axis).symbol() == other.get(axis).symbol()
                    && one.get(axis).value() != other.get(axis).value()) {
                return true;
            }
        }
        return false;
    }

    /** A layer that resizes is suspected wherever its block is used; one that fails to, itself only. */
    private Set<Object> suspects(BitSet layers) {
        Set<Object> suspects = new HashSet<>();
        layers.stream().mapToObj(lineage::layer).forEach(layer -> {
            boolean follows = layer.operation() == Operation.PROJECTION;
            if (!follows && layer.links().size() == 1 && !layer.links().get(0).isIdentity()) {
                boolean resizes = !lineage.extents(layer.links().get(0))
                        .equals(layer.shape().extents());
                suspects.add(resizes ? lineage.key(layer) : layer.site());
            }
        });
        return suspects;
    }

    private Set<Object> sound() {
        Set<Object> sound = new HashSet<>();
        for (Layer layer : lineage.network().layers()) {
            if (layer.links().size() > 1 && !layer.faulty() && agree(layer)) {
                Set<Object> first = suspects(lineage.of(layer.links().get(0).source()));
                for (Link link : layer.links().subList(1, layer.links().size())) {
                    Set<Object> other = suspects(lineage.of(link.source()));
                    first.stream().filter(one -> !other.contains(one)).forEach(sound::add);
                    other.stream().filter(one -> !first.contains(one)).forEach(sound::add);
                }
            }
        }
        return sound;
    }

    private boolean agree(Layer merge) {
        return merge.links().stream().allMatch(link -> lineage.extents(link)
                .equals(lineage.extents(merge.links().get(0))));
    }
}
