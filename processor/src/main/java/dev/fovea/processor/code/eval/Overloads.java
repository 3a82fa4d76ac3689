package dev.fovea.processor.code.eval;

import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Which of several methods of one name a call means.
 *
 * <p>The compiler decides by the arguments' declared types, of which only the values are known here: where several methods
 * take these values and differ in more than the width of a number, the call is not followed.
 */
final class Overloads {
    private static final Pattern VARIABLE = Pattern.compile("(?s).*\\.\\.\\.\\s*\\w+");

    private final Interpreter interpreter;

    Overloads(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** A method and the class that declares it. */
    record Candidate(ClassSource owner, MethodTree method) {
        List<? extends VariableTree> parameters() {
            return method.getParameters();
        }
    }

    /** True for a parameter that takes any number of arguments. */
    static boolean isVariable(VariableTree parameter) {
        return parameter.getType() instanceof ArrayTypeTree
                && VARIABLE.matcher(parameter.toString()).matches();
    }

    private static boolean isVariable(Candidate candidate) {
        List<? extends VariableTree> parameters = candidate.parameters();
        return !parameters.isEmpty() && isVariable(parameters.get(parameters.size() - 1));
    }

    /** The arguments of a variable parameter as its array. */
    static @Nullable Object packed(VariableTree parameter, List<Argument> arguments) {
        Tree element = ((ArrayTypeTree) parameter.getType()).getType();
        if (arguments.size() == 1) {
            Object only = arguments.get(0).value();
            boolean isArray = element instanceof PrimitiveTypeTree
                    ? only != null && only.getClass().isArray()
                    : only instanceof Object[] && !(element instanceof ArrayTypeTree);
            if (only == null || isArray) {
                return only;
            }
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (Argument argument : arguments) {
            values.add(argument.value());
        }
        return ArrayElements.of(element, values);
    }

    /** The method that is called; null if none takes that many arguments. */
    @Nullable
    Candidate choose(List<Candidate> candidates, List<Argument> arguments, Code call) {
        List<Candidate> counted = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (candidate.parameters().size() == arguments.size()) {
                counted.add(candidate);
            }
        }
        if (counted.isEmpty()) {
            for (Candidate candidate : candidates) {
                if (isVariable(candidate)
                        && arguments.size() >= candidate.parameters().size() - 1) {
                    counted.add(candidate);
                }
            }
        }
        if (counted.size() <= 1) {
            return counted.isEmpty() ? null : counted.get(0);
        }
        List<Candidate> fitting = new ArrayList<>();
        for (Candidate candidate : counted) {
            if (candidate.parameters().size() == arguments.size() && fits(candidate, arguments)) {
                fitting.add(candidate);
            }
        }
        for (Candidate one : fitting) {
            if (fitting.stream().allMatch(other -> one == other || isNarrower(one, other))) {
                return one;
            }
        }
        throw new NotReadException(new Unknown(
                "which of the methods %s is called does not show in the values; give them different names"
                        .formatted(candidates.get(0).method().getName()),
                call));
    }

    private boolean fits(Candidate candidate, List<Argument> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            if (!fits(
                    candidate,
                    candidate.parameters().get(i).getType(),
                    arguments.get(i).value())) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(Candidate candidate, Tree type, @Nullable Object value) {
        if (value instanceof Unknown || value instanceof Symbol) {
            return true;
        }
        if (type instanceof PrimitiveTypeTree primitive) {
            TypeKind kind = Numbers.kind(value);
            return kind != null && Numbers.widens(kind, primitive.getPrimitiveTypeKind());
        }
        if (value == null) {
            return true;
        }
        if (type instanceof ArrayTypeTree array) {
            return fitsArray(array, value);
        }
        TypeElement element = interpreter.names.resolve(type, candidate.owner());
        if (element == null) {
            return true;
        }
        return !Boolean.FALSE.equals(interpreter.subtypes.isInstance(value, element));
    }

    private static boolean fitsArray(ArrayTypeTree type, Object value) {
        Class<?> component = value.getClass().getComponentType();
        if (component == null) {
            return false;
        }
        TypeKind kind = Numbers.kind(component);
        return type.getType() instanceof PrimitiveTypeTree primitive
                ? kind == null || kind == primitive.getPrimitiveTypeKind()
                : kind == null;
    }

    /** True if two methods differ in the width of numbers only, and one takes the narrower ones. */
    private static boolean isNarrower(Candidate one, Candidate other) {
        for (int i = 0; i < one.parameters().size(); i++) {
            Tree mine = Objects.requireNonNull(one.parameters().get(i).getType());
            Tree others = Objects.requireNonNull(other.parameters().get(i).getType());
            boolean narrower = mine instanceof PrimitiveTypeTree my && others instanceof PrimitiveTypeTree their
                    ? Numbers.widens(my.getPrimitiveTypeKind(), their.getPrimitiveTypeKind())
                    : mine.toString().equals(others.toString());
            if (!narrower) {
                return false;
            }
        }
        return true;
    }
}
