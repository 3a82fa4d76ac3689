package dev.fovea.core.rule.stack;

import dev.fovea.core.analysis.DilationStack;
import dev.fovea.core.hdc.Evenness;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Operation;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.rule.AnalysedNetwork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The proposal that changes nothing: where the plain convolution below a stack fills the classes of its divisor evenly (3×3,
 * then rates 3, 9), it is the missing rate 1, and only has to be declared so.
 */
final class DeclaredBelow {
    private final AnalysedNetwork analysed;
    private final DilationStack stack;

    DeclaredBelow(AnalysedNetwork analysed, DilationStack stack) {
        this.analysed = analysed;
        this.stack = stack;
    }

    /** {@code "declare stem as @Dilated(rate = 1), which changes nothing, or "}; empty where that would not mend it. */
    String text() {
        Optional<Layer> below = stack.entry().filter(layer -> layer.operation() == Operation.CONV);
        if (below.isEmpty() || !isEven()) {
            return "";
        }
        List<Declaration> path = analysed.model().declarations(below.get().site());
        Declaration declaration = path.get(path.size() - 1);
        if (!isMendedBy(declaration)) {
            return "";
        }
        String name = path.size() == 1
                ? declaration.name()
                : simple(path.get(path.size() - 2).block().orElseThrow().name()) + "." + declaration.name();
        return declaration.operation() == Operation.SEPARABLE_CONV
                ? "state rate = 1 at %s, which changes nothing, or ".formatted(name)
                : "declare %s as @Dilated(rate = 1), which changes nothing, or ".formatted(name);
    }

    private static String simple(String block) {
        return block.substring(Math.max(block.lastIndexOf('.'), block.lastIndexOf('$')) + 1);
    }

    /** True if no class of any divisor has more paths than another. */
    private boolean isEven() {
        for (DilationStack.StackAxis axis : stack.axes()) {
            Optional<Evenness> evenness = axis.verdict().evenness();
            if (evenness.isPresent()
                    && evenness.get().paths().stream().distinct().count() > 1) {
                return false;
            }
        }
        return true;
    }

    /**
     * True if this stack is sound with the declaration as a dilated one, wherever it is used, and so is every other one of
     * the same members, whose finding is the same; and no sound one is at fault.
     */
    private boolean isMendedBy(Declaration declaration) {
        Network network = analysed.network();
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : network.layers()) {
            layers.add(layer.operation() == Operation.CONV && isOf(declaration, layer) ? layer.dilated() : layer);
        }
        Set<List<Integer>> before = new HashSet<>(analysed.faultyStacks());
        Set<Declaration> members = members(stack.layers());
        before.removeIf(other -> !Collections.disjoint(members(other), members));
        return before.containsAll(analysed.faultyStacksWith(layers));
    }

    private boolean isOf(Declaration declaration, Layer layer) {
        return innermost(layer) == declaration;
    }

    private Set<Declaration> members(List<Integer> layers) {
        Set<Declaration> members = Collections.newSetFromMap(new IdentityHashMap<>());
        layers.forEach(
                layer -> members.add(innermost(analysed.network().layers().get(layer))));
        return members;
    }

    private Declaration innermost(Layer layer) {
        List<Declaration> path = analysed.model().declarations(layer.site());
        return path.get(path.size() - 1);
    }
}
