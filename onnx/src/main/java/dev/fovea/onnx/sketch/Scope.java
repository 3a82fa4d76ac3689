package dev.fovea.onnx.sketch;

import dev.fovea.onnx.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place in the author's program that a node comes from: {@code layer3, 0, conv2}. */
final class Scope {
    private static final String NAME_SCOPES = "pkg.torch.onnx.name_scopes";
    private static final Pattern CALL = Pattern.compile("_\\d+$");
    private static final Pattern QUOTED = Pattern.compile("['\"]([^'\"]*)['\"]");

    private Scope() {}

    /** The names of the modules around the node, from the outermost; empty where the exporter names none. */
    static List<String> of(Node node) {
        String scopes = node.metadata().getOrDefault(NAME_SCOPES, "");
        if (!scopes.isEmpty()) {
            String deepest = "";
            Matcher matcher = QUOTED.matcher(scopes);
            List<String> names = new ArrayList<>();
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
            // The last one is the node itself.
            for (int i = 0; i < names.size() - 1; i++) {
                deepest = names.get(i).isEmpty() ? deepest : names.get(i);
            }
            return deepest.isEmpty() ? List.of() : List.of(deepest.split("\\."));
        }
        if (!node.name().startsWith("/")) {
            return List.of();
        }
        String path = "";
        String[] parts = node.name().substring(1).split("/");
        for (int i = 0; i < parts.length - 1; i++) {
            String previous = i == 0 ? "" : parts[i - 1];
            boolean repeats = !previous.isEmpty() && parts[i].startsWith(previous + ".") && path.endsWith(previous);
            String added = repeats ? parts[i].substring(previous.length() + 1) : parts[i];
            path = path.isEmpty() ? added : path + "." + added;
        }
        return path.isEmpty() ? List.of() : List.of(path.split("\\."));
    }

    /** The module around a node, whichever of its calls it belongs to; empty where the exporter names none. */
    static String module(Node node) {
        return CALL.matcher(String.join(".", of(node))).replaceFirst("");
    }

    /** Which call of its module a node belongs to: empty for the first, else {@code _1}, {@code _2}. */
    static String call(Node node) {
        Matcher call = CALL.matcher(String.join(".", of(node)));
        return call.find() ? call.group() : "";
    }

    /** True if the scopes are equally deep and first differ in digits only, as those of repeated parts do. */
    static boolean isRepeated(List<String> one, List<String> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).equals(other.get(i))) {
                return withoutDigits(one.get(i)).equals(withoutDigits(other.get(i)));
            }
        }
        return false;
    }

    private static String withoutDigits(String name) {
        return name.replaceAll("[0-9]", "");
    }
}
