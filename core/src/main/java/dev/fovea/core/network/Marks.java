package dev.fovea.core.network;

import java.util.Optional;

/**
 * What the annotations beside a layer say of its output.
 *
 * @param endpoint the name under which a head reads it
 * @param pins the figures its author expects
 * @param detects the objects that it must represent
 */
public record Marks(Optional<String> endpoint, Optional<Pins> pins, Optional<ObjectRange> detects) {
    /** Nothing is said. */
    public static final Marks NONE = new Marks(Optional.empty(), Optional.empty(), Optional.empty());
}
