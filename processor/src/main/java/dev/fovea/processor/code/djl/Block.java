package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Code;
import dev.fovea.processor.code.eval.Inheritable;
import dev.fovea.processor.code.eval.Instance;
import dev.fovea.processor.code.eval.Invocation;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A block: a part of a network. */
abstract class Block implements Inheritable {
    /** How much a name says, in ascending order. */
    private enum Naming {
        NONE,
        PARAMETER,
        VARIABLE,
        GIVEN
    }

    /** Methods that do not affect what a block computes. */
    private static final Set<String> IDLE = Set.of(
            "setInitializer",
            "freezeParameters",
            "initialize",
            "clear",
            "cast",
            "saveParameters",
            "loadParameters",
            "close");

    private final String type;
    private final Code code;
    private final long created;
    private @Nullable Instance subject;
    private @Nullable String name;
    private Naming naming = Naming.NONE;
    private boolean isReturned;
    private boolean isNetwork;

    Block(String type, Invocation invocation) {
        this.type = type;
        this.code = invocation.code();
        this.created = invocation.interpreter().steps();
    }

    /** What it computes from these arrays. */
    abstract TensorList forward(TensorList inputs, Tracer tracer, Invocation invocation);

    /** The expression that creates it. */
    Code code() {
        return code;
    }

    /** Its name in the code; null where it has none. */
    @Nullable
    String name() {
        return name;
    }

    /** Makes it what an object in the source inherits. */
    void setSubject(@Nullable Instance inheriting) {
        subject = inheriting;
    }

    /** The object itself, which may be of a class in the source. */
    Object self() {
        return subject == null ? this : subject;
    }

    @Nullable
    Instance subject() {
        return subject;
    }

    /** Gives it the name under which it is part of another. */
    void give(String given) {
        name = given;
        naming = Naming.GIVEN;
    }

    /** The names of the layers of the network as a whole do not begin with its own. */
    void nameless() {
        isNetwork = true;
        name = null;
        naming = Naming.GIVEN;
    }

    /** Whether it is the network as a whole. */
    boolean isNetwork() {
        return isNetwork;
    }

    /** Names it after the variable that holds it; the name of the method that made it says less. */
    void nameVariable(String variable) {
        if (naming.compareTo(Naming.VARIABLE) < 0 || isReturned && naming != Naming.GIVEN) {
            name = variable;
            naming = Naming.VARIABLE;
            isReturned = false;
        }
    }

    void nameParameter(String parameter) {
        if (naming == Naming.NONE) {
            name = parameter;
            naming = Naming.PARAMETER;
        }
    }

    /** Names it after the method that made it; the name used inside that method says less. */
    void nameMethod(String method, long since) {
        if (naming != Naming.GIVEN && created > since && !method.equals("build")) {
            name = method;
            naming = Naming.VARIABLE;
            isReturned = true;
        }
    }

    @Override
    public String typeName() {
        return type;
    }

    @Override
    public @Nullable Object field(String field) {
        return Invocation.NONE;
    }

    @Override
    public @Nullable Object call(Invocation invocation) {
        if (invocation.name().equals("forward")) {
            return Tracer.forward(self(), invocation);
        }
        if (IDLE.contains(invocation.name())) {
            return null;
        }
        return switch (invocation.name()) {
            case "isInitialized" -> false;
            case "getOutputShapes", "getInputShapes", "describeInput", "getParameters", "getDirectParameters" ->
                invocation.unknown("what %s returns is known only at run time".formatted(invocation.name()));
            default -> Invocation.NONE;
        };
    }

    /** A block, or the one that an object in the source inherits; null for other values. */
    static @Nullable Block of(@Nullable Object value) {
        if (value instanceof Instance instance) {
            return instance.base() instanceof Block block ? block : null;
        }
        return value instanceof Block block ? block : null;
    }
}
