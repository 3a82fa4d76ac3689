package dev.fovea.processor.read;

import java.util.Optional;
import javax.lang.model.util.Elements;

/** What a finding points at, kept for a later round, which has new elements of the same names. */
public interface HeldAnchor {
    /** The same among the elements of the present round; empty if they have no such name any more. */
    Optional<SourceAnchor> renewed(Elements elements);
}
