package dev.fovea.maven;

import dev.fovea.onnx.lint.AcceptedFinding;

/** A finding that is known and accepted, as the configuration states it. */
public final class Accepted {
    /** Name of the rule. */
    private String rule = "";

    /** The node or layer; left out: anywhere in the file. */
    private String node = "";

    /** Why. */
    private String reason = "";

    /** For Maven. */
    public Accepted() {}

    AcceptedFinding finding() {
        return new AcceptedFinding(rule.strip(), node.strip(), reason.strip());
    }
}
