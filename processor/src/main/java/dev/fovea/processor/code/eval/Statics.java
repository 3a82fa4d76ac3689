package dev.fovea.processor.code.eval;

import com.sun.source.tree.VariableTree;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Static fields and the constants of enums. */
final class Statics {
    private final Interpreter interpreter;

    Statics(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    static Variable unknown(String name, Code code) {
        return new Variable(null, new Unknown("the value of %s is known only at run time".formatted(name), code));
    }

    /** A static field, whose initializer is evaluated when it is asked for. */
    Variable of(ClassSource owner, VariableTree declared) {
        String name = declared.getName().toString();
        Variable known = owner.statics.get(name);
        if (known != null) {
            return known;
        }
        Code code = new Code(declared, owner.file);
        boolean isFinal = owner.isInterface()
                || declared.getModifiers().getFlags().contains(Modifier.FINAL)
                || isConstant(owner, name);
        Variable variable = unknown(name, code);
        // Its initializer may not refer to itself.
        owner.statics.put(name, variable);
        if (isConstant(owner, name)) {
            variable = new Variable(null, interpreter.creation.constant(owner, declared));
        } else if (isFinal && declared.getInitializer() != null) {
            variable = new Variable(
                    declared.getType(),
                    interpreter.expressions.initial(
                            declared.getInitializer(), declared.getType(), new Frame(owner, null)));
        } else {
            variable = new Variable(
                    declared.getType(),
                    new Unknown(
                            "%s is a static field that %s; make it final, with a constant initializer"
                                    .formatted(name, isFinal ? "is assigned elsewhere" : "may change"),
                            code));
        }
        owner.statics.put(name, variable);
        return variable;
    }

    /** A constant of an enum. */
    @Nullable
    Object constant(ClassSource type, VariableTree declared) {
        return of(type, declared).value;
    }

    private static boolean isConstant(ClassSource owner, String name) {
        return owner.isEnum()
                && owner.element.getEnclosedElements().stream()
                        .anyMatch(member -> member.getKind() == ElementKind.ENUM_CONSTANT
                                && member.getSimpleName().contentEquals(name));
    }
}
