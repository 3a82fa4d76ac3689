package dev.fovea.processor.code.graph;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a network that the code gives a name: its layers' names begin with it. */
public final class Scope {
    private final @Nullable Scope outer;
    private final String name;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<Object, Integer> positions = new IdentityHashMap<>();

    private Scope(@Nullable Scope outer, String name) {
        this.outer = outer;
        this.name = name;
    }

    /** The network as a whole. */
    static Scope root() {
        return new Scope(null, "");
    }

    /** A part of this one. */
    Scope inner(String part) {
        Scope scope = new Scope(this, part);
        register(scope, part);
        return scope;
    }

    /** Makes a name one of this scope's: the second of a name makes both numbered. */
    void register(Object member, String memberName) {
        positions.put(member, counts.merge(memberName, 1, Integer::sum) - 1);
    }

    /** Position of a member among those of its name. */
    int position(Object member) {
        return positions.getOrDefault(member, 0);
    }

    /** The full name of a member, numbered where it is not the only one. */
    String name(Object member, String memberName) {
        String own = counts.getOrDefault(memberName, 1) == 1 ? memberName : memberName + "[" + position(member) + "]";
        return prefix() + own;
    }

    /** What the names of this scope's members begin with. */
    String prefix() {
        return outer == null ? "" : outer.name(this, name) + ".";
    }
}
