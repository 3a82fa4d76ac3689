package dev.fovea.core.lint;

import dev.fovea.core.finding.Defect;
import dev.fovea.core.finding.Place;
import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import java.util.Optional;

/**
 * The member at which a finding is reported, and the place on it.
 *
 * @param member empty = the class of the model
 * @param place annotation, attribute and entry; its site means nothing here
 * @param block the block in which the finding lies, if it lies in one
 * @param defect what is the same wherever that block is used, or in all repetitions of a use; empty for a layer of the model itself
 * @param isOfBlock whether the block's own report has it
 * @param isToldElsewhere whether no argument changes it, so that the author of a block from elsewhere was told
 * @param isArgument whether the place is an argument of a use, which several layers may take their values from
 */
public record Location(
        Optional<Declaration> member,
        Place place,
        Optional<BlockDeclaration> block,
        Optional<Defect> defect,
        boolean isOfBlock,
        boolean isToldElsewhere,
        boolean isArgument) {}
