package dev.fovea.core.lint;

import dev.fovea.core.finding.Defect;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.resolve.Origin;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the member at which a finding is reported. */
final class Locator {
    private final ModelDeclaration model;
    private final BlockFaults blocks;
    private final BlockUsers users;

    /** @param users where the model's blocks have findings */
    Locator(ModelDeclaration model, BlockFaults blocks, BlockUsers users) {
        this.model = model;
        this.blocks = blocks;
        this.users = users;
    }

    /**
     * Within the block where the fault lies there and the block is part of the compilation; else at the use, at the
     * argument that the attribute takes its value from.
     */
    Location locate(Finding finding) {
        Place place = finding.place();
        if (place.site().isEmpty()) {
            return new Location(Optional.empty(), place, Optional.empty(), Optional.empty(), false, false, false);
        }
        List<Declaration> path = model.declarations(place.site().get());
        Declaration innermost = path.get(path.size() - 1);
        if (path.size() == 1) {
            return new Location(Optional.of(innermost), place, Optional.empty(), Optional.empty(), false, false, false);
        }
        OptionalInt own = blocks.depth(finding, path, users);
        OptionalInt depth = own.isPresent() ? own : users.depth(finding, path);
        List<Declaration> within = path.subList(depth.orElse(-1) + 1, path.size());
        boolean onUse = within.size() > 1 && place.annotation().isEmpty();
        Place argument = onUse
                ? argument(path, place, path.size() - within.size())
                : place.at(within.size() > 1 ? -1 : place.entry());
        Optional<BlockDeclaration> block =
                depth.isPresent() ? path.get(depth.getAsInt()).block() : Optional.empty();
        Defect defect = BlockFaults.defect(finding, within);
        return new Location(
                Optional.of(within.get(0)),
                new Place(Optional.empty(), place.annotation(), argument.attribute(), argument.entry()),
                block,
                Optional.of(defect),
                block.filter(one -> blocks.isReported(defect, one)).isPresent(),
                blocks.isToldElsewhere(finding, path),
                onUse && !argument.attribute().isEmpty());
    }

    /** The argument of the use at {@code depth} that an attribute takes its value from; the use where it has one of its own. */
    private static Place argument(List<Declaration> path, Place place, int depth) {
        Origin origin = Origin.of(path, place.attribute(), place.site().orElseThrow(), place.entry());
        boolean isArgument = origin.depth() == depth;
        return new Place(Optional.empty(), "", isArgument ? origin.attribute() : "", isArgument ? origin.entry() : -1);
    }
}
