package dev.fovea.processor.read;

import dev.fovea.processor.build.ModelDeclaration;
import dev.fovea.processor.finding.Finding;
import java.util.List;

/**
 * What the source of a model definition says.
 *
 * @param findings declarations that contradict each other
 */
public record ReadModel(ModelDeclaration declaration, Anchors anchors, List<Finding> findings) {}
