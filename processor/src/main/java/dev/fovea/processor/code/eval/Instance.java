package dev.fovea.processor.code.eval;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of a class whose source is there. */
public final class Instance {
    private final ClassSource type;
    private final @Nullable Instance outer;
    private final Map<String, Variable> fields = new HashMap<>();
    private @Nullable Foreign base;
    private @Nullable String constant;
    private int ordinal;

    Instance(ClassSource type, @Nullable Instance outer) {
        this.type = type;
        this.outer = outer;
    }

    /** Qualified name of its class. */
    public String typeName() {
        return type.name();
    }

    /** What it inherits from a framework's class; null where it extends none. */
    public @Nullable Foreign base() {
        return base;
    }

    void setBase(Foreign inherited) {
        base = inherited;
    }

    ClassSource type() {
        return type;
    }

    @Nullable
    Instance outer() {
        return outer;
    }

    Map<String, Variable> fields() {
        return fields;
    }

    /** Makes it a constant of an enum. */
    void setConstant(String name, int position) {
        constant = name;
        ordinal = position;
    }

    /** Its name as an enum constant; null if it is not one. */
    @Nullable
    String constant() {
        return constant;
    }

    int ordinal() {
        return ordinal;
    }

    /** Collections that compare objects by methods of the source cannot be followed; enums have an identity. */
    @Override
    public boolean equals(Object other) {
        if (type.isRecord() || type.declares("equals", 1)) {
            throw new NotReadException(new Unknown("objects of " + type.name() + " are compared", type.code()));
        }
        return this == other;
    }

    /** The order of a hash table of such objects changes from run to run. */
    @Override
    public int hashCode() {
        throw new NotReadException(new Unknown(
                "the order of hashed objects of " + type.name() + " is known only at run time", type.code()));
    }

    @Override
    public String toString() {
        if (constant != null && !type.declares("toString", 0)) {
            return constant;
        }
        throw new NotReadException(
                new Unknown("the text of an object of " + type.name() + " is known only at run time", type.code()));
    }
}
