package dev.fovea.core.lint;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.network.Extent;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Operation;
import dev.fovea.core.rule.DegenerateDilation;
import dev.fovea.core.rule.OffCentre;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges whose inputs differ in extent because of one layer, or of the size of the input. A layer may be to blame if
 * only one of the inputs is made of it, unless the same holds in another merge whose inputs agree.
 */
final class Mismatches {
    private static final String DEGENERATE = DegenerateDilation.class.getSimpleName();
    private static final String OFF_CENTRE = OffCentre.class.getSimpleName();
    private static final Set<String> OF_EXTENT = Set.of(DEGENERATE, OFF_CENTRE);
    private static final String SHAPE = Structural.SHAPE_MISMATCH.info().name();

    private final Lineage lineage;
    private final Set<Finding> ofSize;
    private int @Nullable [] numbers;

    /**
     * Merges that one layer explains.
     *
     * @param suspects what may be to blame for all of them
     * @param layers that some inputs of any of them are made of and others are not
     */
    private record Group(LintFinding first, BitSet suspects, BitSet layers) {}

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
        BitSet sound = sound();
        List<Group> groups = new ArrayList<>();
        for (LintFinding found : shapes) {
            OptionalInt layer = lineage.layer(found);
            if (layer.isPresent() && lineage.layer(layer.getAsInt()).operation() == Operation.SLICE) {
                takeSlice(found, layer.getAsInt(), consequences);
            } else if (layer.isPresent()) {
                join(found, layer.getAsInt(), sound, groups, consequences);
            }
        }
        groups.forEach(group -> takeSizes(group, consequences));
    }

    /** A layer takes channels that its input lacks: where that has failed itself, it speaks for both. */
    private void takeSlice(LintFinding found, int slice, Consequences consequences) {
        int source = lineage.layer(slice).links().get(0).source();
        if (source != Network.INPUT) {
            consequences
                    .fault(lineage.layer(source).site())
                    .filter(cause -> !cause.identity().equals(found.identity()))
                    .ifPresent(cause -> consequences.take(cause, found));
        }
    }

    private void join(LintFinding found, int merge, BitSet sound, List<Group> groups, Consequences consequences) {
        BitSet apart = lineage.apart(lineage.layer(merge));
        BitSet suspects = suspects(oneSided(merge));
        suspects.andNot(sound);
        for (Group group : groups) {
            boolean areOfSize = ofSize.contains(found.finding())
                    && ofSize.contains(group.first().finding());
            if (suspects.intersects(group.suspects()) || areOfSize) {
                if (areOfSize) {
                    group.suspects().or(suspects);
                } else {
                    group.suspects().and(suspects);
                }
                group.layers().or(apart);
                consequences.take(group.first(), found);
                return;
            }
        }
        groups.add(new Group(found, suspects, apart));
    }

    /** It is open which of two differing inputs has the right extent, and what their extents cause on the way. */
    private void takeSizes(Group group, Consequences consequences) {
        consequences.below(group.first()).stream()
                .filter(found -> OF_EXTENT.contains(found.rule()))
                .filter(found -> lineage.layer(found).stream().anyMatch(layer -> isOf(group, layer, found.rule())))
                .forEach(found -> consequences.take(group.first(), found));
    }

    private boolean isOf(Group group, int layer, String rule) {
        return group.layers().get(layer)
                && (rule.equals(DEGENERATE) || suspects(single(layer)).intersects(group.suspects()));
    }

    /** The layers that only one of two inputs of different extents is made of; none where all extents agree. */
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

    private static BitSet single(int layer) {
        BitSet single = new BitSet();
        single.set(layer);
        return single;
    }

    private BitSet suspects(BitSet layers) {
        int[] known = numbers;
        if (known == null) {
            known = numbers();
            numbers = known;
        }
        BitSet suspects = new BitSet();
        for (int i = layers.nextSetBit(0); i >= 0; i = layers.nextSetBit(i + 1)) {
            if (known[i] >= 0) {
                suspects.set(known[i]);
            }
        }
        return suspects;
    }

    /**
     * Per layer the number of what may be to blame: a layer that resizes is suspected wherever its block is used; one that
     * fails to, itself only; negative where it can be neither.
     */
    private int[] numbers() {
        List<Layer> layers = lineage.network().layers();
        int[] numbers = new int[layers.size()];
        Map<Object, Integer> different = new HashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            Layer layer = layers.get(i);
            boolean follows = layer.operation() == Operation.PROJECTION;
            boolean may = !follows
                    && layer.links().size() == 1
                    && !layer.links().get(0).isIdentity();
            Object key = lineage.resizes(layer) ? lineage.key(layer) : layer.site();
            numbers[i] = may ? different.computeIfAbsent(key, none -> different.size()) : -1;
        }
        return numbers;
    }

    private BitSet sound() {
        BitSet sound = new BitSet();
        for (Layer layer : lineage.network().layers()) {
            if (layer.links().size() > 1 && !layer.faulty() && agree(layer)) {
                BitSet first = suspects(lineage.of(layer.links().get(0).source()));
                for (Link link : layer.links().subList(1, layer.links().size())) {
                    BitSet other = suspects(lineage.of(link.source()));
                    other.xor(first);
                    sound.or(other);
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
