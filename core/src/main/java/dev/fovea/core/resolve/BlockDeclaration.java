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
        String name, boolean isSource, long axes, List<Declaration> layers, List<Acceptance> acceptances) {
    /** The name of the class without its package, as messages have it. */
    public String simpleName() {
        return simple(name);
    }

    /**
     * A member as messages name it: {@code conv1}, or {@code Block.conv1}.
     *
     * @param block qualified name of the block that the member belongs to; empty for the model
     */
    public static String member(String block, String member) {
        return block.isEmpty() ? member : simple(block) + "." + member;
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
