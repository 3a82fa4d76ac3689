package dev.fovea.processor.code.eval;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of a method or constructor that has no source here.
 *
 * @param name the method's name; the class's simple name for a constructor
 * @param code the call
 */
public record Invocation(String name, List<Argument> arguments, Code code, Interpreter interpreter) {
    /** The result of a call that nobody understands. */
    public static final Object NONE = new Object();

    /** Number of arguments. */
    public int count() {
        return arguments.size();
    }

    /** Value of an argument. */
    public @Nullable Object value(int index) {
        return arguments.get(index).value();
    }

    /** The values of all arguments. */
    List<@Nullable Object> values() {
        List<@Nullable Object> values = new ArrayList<>();
        for (Argument argument : arguments) {
            values.add(argument.value());
        }
        return values;
    }

    /** True if the method has this name and this many arguments. */
    public boolean is(String method, int count) {
        return name.equals(method) && arguments.size() == count;
    }

    /** A function of its own, as if it were written here. */
    public Closure function(Closure.Body body) {
        return new Closure(code, body);
    }

    /** The call itself as an argument of another. */
    public Argument argument() {
        return new Argument(null, code);
    }

    /** A result that is not known. */
    public Unknown unknown(String why) {
        return new Unknown(why, code);
    }

    /** Stops the reading: what happens then is not known. */
    public NotReadException notRead(String why) {
        return new NotReadException(unknown(why));
    }
}
