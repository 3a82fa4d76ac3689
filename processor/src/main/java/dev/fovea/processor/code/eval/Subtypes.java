package dev.fovea.processor.code.eval;

import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Which objects are instances of which classes. */
final class Subtypes {
    private final Interpreter interpreter;
    private final Types types;

    Subtypes(Interpreter interpreter, Types types) {
        this.interpreter = interpreter;
        this.types = types;
    }

    boolean isSubtype(TypeElement type, TypeElement of) {
        return types.isSubtype(types.erasure(type.asType()), types.erasure(of.asType()));
    }

    /** Null where that is not known. */
    @Nullable
    Boolean isInstance(@Nullable Object value, TypeElement type) {
        if (value == null) {
            return false;
        }
        if (type.getQualifiedName().contentEquals("java.lang.Object")) {
            return true;
        }
        if (value instanceof Instance instance) {
            return isSubtype(instance.type().element, type);
        }
        if (value instanceof Foreign foreign) {
            TypeElement own = interpreter.elements.getTypeElement(foreign.typeName());
            return own == null ? null : (Boolean) isSubtype(own, type);
        }
        if (value instanceof Unknown || value instanceof Symbol || value instanceof Closure) {
            return null;
        }
        return library(value, type);
    }

    private @Nullable Boolean library(Object value, TypeElement type) {
        String name = interpreter.elements.getBinaryName(type).toString();
        if (!name.startsWith("java.")) {
            return false;
        }
        try {
            return Class.forName(name, false, null).isInstance(value);
        } catch (ClassNotFoundException elsewhere) {
            return null;
        }
    }
}
