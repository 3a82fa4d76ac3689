package dev.fovea.core.repair;

import dev.fovea.core.finding.Site;
import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.Origin;
import dev.fovea.core.resolve.Params;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The number that a layer takes its rate from.
 *
 * @param place which number it is; layers of one place stay equal
 * @param declaration the member that states it
 * @param layer the layer itself as messages name it, within its block
 * @param rate what is written as its rate
 * @param padding what is written as its padding
 */
public record WrittenRate(Place place, Declaration declaration, String layer, Object rate, Object padding) {
    /** The entry of all axes. */
    private static final int EVERY_AXIS = -1;

    /**
     * A number that an author can change on its own. One entry for all repetitions of a use counts as one for each,
     * since it may be written so.
     *
     * @param block qualified name of the block that the member belongs to; empty for the model
     * @param member name of the member
     * @param attribute {@code rate}, or {@code args} on a use
     * @param entry on a layer the axis, or negative for all; on a use the repetition, or the entry of {@code args}
     */
    public record Place(String block, String member, String attribute, int entry) {
        /** The member as messages name it. */
        public String name() {
            return BlockDeclaration.member(block, member);
        }

        /** Another entry of the same member. */
        public Place at(int other) {
            return new Place(block, member, attribute, other);
        }
    }

    /** True if it is the argument of a use. */
    public boolean isArgument() {
        return declaration.block().isPresent();
    }

    /** What is written for the attribute of the place. */
    public List<?> entries() {
        return (List<?>) Objects.requireNonNull(declaration.values().get(place.attribute()));
    }

    /**
     * Where the rate of a layer is written along an axis; empty where it follows another attribute, or is nowhere stated.
     *
     * <p>Whether a block is part of the compilation makes no difference: a report must be the same when its model is
     * compiled alone.
     *
     * @param path where the layer comes from, outermost first
     * @param site the same with the repetitions
     */
    public static Optional<WrittenRate> of(List<Declaration> path, Site site, int axis) {
        Origin origin = Origin.of(path, "rate", site, axis);
        Declaration declaration = path.get(origin.depth());
        boolean isEntry = origin.attribute().equals("args");
        if (!isEntry && !origin.attribute().equals("rate")) {
            return Optional.empty();
        }
        List<?> entries = (List<?>) Objects.requireNonNull(declaration.values().get(origin.attribute()));
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        Optional<BlockDeclaration> block = block(path, origin.depth());
        boolean isOwn = origin.depth() == path.size() - 1;
        Object number =
                Origin.entry(entries, isEntry ? origin.entry() : isOwn ? axis : repetition(site, origin.depth()));
        if (Params.attribute(number).isPresent()) {
            return Optional.empty();
        }
        int innermost = path.size() - 1;
        boolean isArgument = origin.depth() < innermost;
        int entry = isEntry
                ? origin.entry()
                : isArgument ? repetition(site, origin.depth()) : entries.size() == 1 ? EVERY_AXIS : axis;
        Map<String, Object> layer = path.get(innermost).values();
        return Optional.of(new WrittenRate(
                place(block, declaration, origin.attribute(), entry),
                declaration,
                place(block(path, innermost), path.get(innermost), "rate", EVERY_AXIS)
                        .name(),
                Objects.requireNonNull(layer.get("rate")),
                Objects.requireNonNull(layer.get("padding"))));
    }

    private static Place place(Optional<BlockDeclaration> block, Declaration member, String attribute, int entry) {
        return new Place(block.map(BlockDeclaration::name).orElse(""), member.name(), attribute, entry);
    }

    /** The block that a declaration on the path is a member of. */
    private static Optional<BlockDeclaration> block(List<Declaration> path, int depth) {
        return depth == 0 ? Optional.empty() : path.get(depth - 1).block();
    }

    private static int repetition(Site site, int depth) {
        return site.parts().get(depth).repetition();
    }
}
