package dev.fovea.core.lint;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.Origin;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the member at which a finding is reported. */
final class Locator {
    private final List<List<Declaration>> sites;
    private final BlockFaults blocks;

    /** @param sites where layers come from, outermost declaration first */
    Locator(List<List<Declaration>> sites, BlockFaults blocks) {
        this.sites = sites;
        this.blocks = blocks;
    }

    /**
     * Within the block where the fault lies there and the block is part of the compilation; else at the use, at the
     * argument that the attribute takes its value from.
     */
    Location locate(Finding finding) {
        Place place = finding.place();
        if (place.layer() == Place.MODEL) {
            return new Location(Optional.empty(), place, Optional.empty(), "", false);
        }
        List<Declaration> path = sites.get(place.layer());
        Declaration innermost = path.get(path.size() - 1);
        if (path.size() == 1) {
            return new Location(Optional.of(innermost), place, Optional.empty(), "", false);
        }
        OptionalInt depth = blocks.depth(finding, path);
        List<Declaration> within = path.subList(depth.orElse(-1) + 1, path.size());
        boolean onUse = within.size() > 1 && place.annotation().isEmpty();
        String attribute = onUse ? argument(within, place.attribute()) : place.attribute();
        return new Location(
                Optional.of(within.get(0)),
                new Place(Place.MODEL, place.annotation(), attribute, within.size() > 1 ? -1 : place.entry()),
                depth.isPresent() ? path.get(depth.getAsInt()).block() : Optional.empty(),
                BlockFaults.key(finding, within),
                onUse && !attribute.isEmpty());
    }

    /** The argument of the outermost use that an attribute takes its value from; empty where it has one of its own. */
    private static String argument(List<Declaration> path, String attribute) {
        Origin origin = Origin.of(path, attribute);
        return origin.depth() == 0 ? origin.attribute() : "";
    }
}
