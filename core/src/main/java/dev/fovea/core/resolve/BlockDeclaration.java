package dev.fovea.core.resolve;

import dev.fovea.core.finding.Acceptance;
import java.util.List;

/**
 * A block as its author wrote it.
 *
 * @param name qualified name of the class
 * @param isSource whether it is part of the compilation, so that findings can be reported there
 * @param axes number of axes of its own report
 * @param layers its members, in declaration order; placeholders are not yet replaced
 * @param acceptances rules accepted on the class
 */
public record BlockDeclaration(
        String name, boolean isSource, long axes, List<Declaration> layers, List<Acceptance> acceptances) {}
