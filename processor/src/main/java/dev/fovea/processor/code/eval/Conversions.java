package dev.fovea.processor.code.eval;

import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Conversions to what a declaration says. */
final class Conversions {
    private Conversions() {}

    /**
     * A value as one of the declared type.
     *
     * @param type null where it is that of the value
     */
    static @Nullable Object declared(@Nullable Object value, @Nullable Tree type) {
        return type instanceof PrimitiveTypeTree primitive ? primitive(value, primitive.getPrimitiveTypeKind()) : value;
    }

    static @Nullable Object primitive(@Nullable Object value, TypeKind kind) {
        if (kind == TypeKind.VOID || value instanceof Unknown || value instanceof Symbol) {
            return value;
        }
        return Numbers.to(kind, value);
    }

    /** The value that a field or an array's entry has before it is assigned. */
    static @Nullable Object initial(@Nullable Tree type) {
        if (!(type instanceof PrimitiveTypeTree primitive)) {
            return null;
        }
        TypeKind kind = primitive.getPrimitiveTypeKind();
        return kind == TypeKind.BOOLEAN ? Boolean.FALSE : Numbers.to(kind, 0);
    }
}
