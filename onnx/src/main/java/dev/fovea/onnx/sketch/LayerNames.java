package dev.fovea.onnx.sketch;

import dev.fovea.onnx.graph.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Names layers after the scopes or nodes that they come from, as Java identifiers. */
final class LayerNames {
    /** Operators that have a module of their own, so that the scope names them already. */
    private static final Set<String> MODULES = Set.of(
            "Conv",
            "Dilated",
            "DeformableConv",
            "TransposedConv",
            "Pool",
            "Linear",
            "Recurrent",
            "Attention",
            "TokenMixing",
            "SqueezeExcite",
            "Normalize");

    private final Set<String> taken = new HashSet<>();

    String name(Item item) {
        Node node = item.node();
        List<String> scope = Scope.of(node);
        String base;
        if (scope.isEmpty()) {
            String name = node.name().startsWith("/") ? node.name().substring(1) : node.name();
            base = name.isEmpty() ? item.op().toLowerCase(Locale.ROOT) : name;
        } else {
            base = String.join("_", scope);
            if (!MODULES.contains(item.op())) {
                base += "_" + node.type().toLowerCase(Locale.ROOT);
            }
        }
        return free(identifier(base));
    }

    /** A name that is still free; from now on it is taken. */
    String free(String wanted) {
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }

    private static String identifier(String text) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Control characters may stand in identifiers, where compilers ignore them.
            boolean plain = c > ' ' && c < 127 && Character.isJavaIdentifierPart(c) && c != '$';
            name.append(plain ? c : '_');
        }
        if (name.isEmpty() || !Character.isJavaIdentifierStart(name.charAt(0))) {
            name.insert(0, "n");
        }
        return SourceVersion.isKeyword(name) || name.toString().equals("_") ? name + "_" : name.toString();
    }
}
