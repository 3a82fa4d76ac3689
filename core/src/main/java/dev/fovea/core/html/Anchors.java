package dev.fovea.core.html;

import dev.fovea.report.StackReport;

/** Names of places on a page; made from names, so that a link still leads there when a layer is inserted elsewhere. */
final class Anchors {
    private Anchors() {}

    static String layer(String name) {
        return "layer-" + FileNames.safe(name);
    }

    /** No layer is in two stacks. */
    static String stack(StackReport stack) {
        return "stack-" + FileNames.safe(stack.layers().get(0));
    }
}
