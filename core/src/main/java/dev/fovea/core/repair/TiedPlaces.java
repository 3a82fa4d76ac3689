package dev.fovea.core.repair;

import dev.fovea.core.repair.WrittenRate.Place;
import java.util.HashMap;
import java.util.Map;

/** Numbers written in several places that stay equal, such as the rates of the layers of a gated unit. */
final class TiedPlaces {
    private final Map<Place, Place> toward = new HashMap<>();

    /** Ties two places, and all that are tied to them. */
    void tie(Place one, Place other) {
        Place first = of(one);
        Place second = of(other);
        if (!first.equals(second)) {
            toward.put(second, first);
        }
    }

    /** The one that stands for all that are tied to a place, often the place itself. */
    Place of(Place place) {
        Place at = place;
        while (toward.containsKey(at)) {
            at = toward.get(at);
        }
        return at;
    }
}
