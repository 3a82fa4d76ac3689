package dev.fovea.processor.read;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.resolve.ModelDeclaration;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * What the source of a model definition says.
 *
 * @param findings declarations that contradict each other
 * @param others other files' classes whose code was read as well: when they change, so may the model
 */
public record ReadModel(
        ModelDeclaration declaration, Anchors anchors, List<Finding> findings, List<TypeElement> others) {}
