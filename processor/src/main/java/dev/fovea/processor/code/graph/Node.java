package dev.fovea.processor.code.graph;

import com.sun.source.tree.NewClassTree;
import dev.fovea.processor.code.eval.Code;
import dev.fovea.processor.code.eval.Unknown;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A layer that code builds. */
public final class Node {
    private final String annotation;
    private final Scope scope;
    private final String ownName;
    private final boolean isNamed;
    private final Code code;
    private final List<Node> inputs;

    /** Its known attributes, except those at the annotation's defaults. */
    final Map<String, Object> stated = new LinkedHashMap<>();

    /** Where they are written. */
    final Map<String, Code> written = new LinkedHashMap<>();

    /** Attributes that are not known. */
    final Set<String> open = new LinkedHashSet<>();

    /** Why nothing is known of it. */
    @Nullable
    Unknown unread;

    /** The layer whose weights it uses. */
    @Nullable
    Node shared;

    /** The layer whose extents it takes. */
    @Nullable
    Node to;

    /** The normalisation and the activation that are part of it now. */
    final List<Node> folded = new ArrayList<>();

    Node(String annotation, Scope scope, String name, boolean isNamed, Code code, List<Node> inputs) {
        this.annotation = annotation;
        this.scope = scope;
        this.ownName = name;
        this.isNamed = isNamed;
        this.code = code;
        this.inputs = new ArrayList<>(inputs);
        scope.register(this, name);
    }

    /** Simple name of the layer annotation that says the same. */
    public String annotation() {
        return annotation;
    }

    /** The expression that builds it. */
    public Code code() {
        return code;
    }

    /** What it reads, in order. */
    public List<Node> inputs() {
        return inputs;
    }

    /** True for what stands for the network's input. */
    public boolean isInput() {
        return annotation.isEmpty();
    }

    /** Its known attributes, except those at the annotation's defaults. */
    public Map<String, Object> stated() {
        return stated;
    }

    /** Attributes that the code states and that are not known. */
    public Set<String> open() {
        return open;
    }

    /** States an attribute and where it is written. */
    public Node with(String attribute, Object value, @Nullable Code at) {
        stated.put(attribute, value);
        if (at != null) {
            written.put(attribute, at);
        }
        return this;
    }

    /** Takes the extents of another layer. */
    public Node to(Node other, Code at) {
        to = other;
        written.put("to", at);
        return this;
    }

    /** Makes it a layer of which nothing is known. */
    public Node unread(Unknown why) {
        unread = why;
        return this;
    }

    /** Uses the weights of another layer. */
    public Node shared(Node other) {
        shared = other;
        return this;
    }

    /** The name by which others read it. */
    String nameToRead() {
        return isInput() ? ownName : name();
    }

    /** Why nothing is known of it; null where something is. */
    public @Nullable Unknown unread() {
        return unread;
    }

    /** Why nothing is known of it, or of a layer that it depends on; null where all is read. */
    public @Nullable Unknown cause() {
        Set<Node> seen = new HashSet<>(Set.of(this));
        Deque<Node> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Node next = open.pop();
            if (next.unread != null) {
                return next.unread;
            }
            next.inputs.stream().filter(seen::add).forEach(open::push);
        }
        return null;
    }

    /** The normalisation and the activation that are part of it. */
    public List<Node> folded() {
        return folded;
    }

    /** Whether the code states an attribute at a place of its own. */
    public boolean isWritten(String attribute) {
        return written.containsKey(attribute);
    }

    /**
     * Where an attribute is written, else what builds the layer.
     *
     * @param entry of an attribute with several; negative for all of it
     */
    public Code at(String attribute, int entry) {
        Code whole = written.get(attribute);
        if (whole == null) {
            return unread == null ? code : unread.at();
        }
        boolean isList = entry >= 0
                && whole.tree() instanceof NewClassTree created
                && created.getArguments().size() > 1
                && entry < created.getArguments().size();
        return isList ? new Code(((NewClassTree) whole.tree()).getArguments().get(entry), whole.file()) : whole;
    }

    /** Its name in the report. */
    public String name() {
        return isNamed ? scope.name(this, ownName) : scope.prefix() + ownName + (scope.position(this) + 1);
    }
}
