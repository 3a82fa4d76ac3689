package dev.fovea.processor.code.eval;

import com.sun.source.tree.VariableTree;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
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
        VariableTree around = owner.initialized;
        if (around != null && owner.isBefore(around, declared) && !isInlined(owner, name)) {
            // It has no value yet when the class is initialized in the order of its fields.
            return unknown(name, code);
        }
        Variable variable = unknown(name, code);
        // Its initializer may not refer to itself.
        owner.statics.put(name, variable);
        owner.initialized = declared;
        try {
            variable = initial(owner, declared, name, isFinal, code);
        } finally {
            owner.initialized = around;
        }
        owner.statics.put(name, variable);
        return variable;
    }

    private Variable initial(ClassSource owner, VariableTree declared, String name, boolean isFinal, Code code) {
        Variable variable;
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
        boolean isChanged = owner.hasStaticBlock() && !isConstant(owner, name) && !Library.isConstant(variable.value);
        return isChanged
                ? new Variable(
                        declared.getType(),
                        new Unknown(
                                "%s may be changed by a static initializer; put its values into the field's own"
                                        .formatted(name),
                                code))
                : variable;
    }

    /** Whether the compiler replaces a field by its value. */
    private static boolean isInlined(ClassSource owner, String name) {
        return owner.element.getEnclosedElements().stream()
                .anyMatch(member -> member instanceof VariableElement field
                        && member.getSimpleName().contentEquals(name)
                        && field.getConstantValue() != null);
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
