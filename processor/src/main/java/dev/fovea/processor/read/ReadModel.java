package dev.fovea.processor.read;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.resolve.ModelDeclaration;
import java.util.List;

/**
 * What the source of a model definition says.
 *
 * @param findings declarations that contradict each other
 */
public record ReadModel(ModelDeclaration declaration, Anchors anchors, List<Finding> findings) {}
