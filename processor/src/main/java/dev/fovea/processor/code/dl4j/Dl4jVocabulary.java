package dev.fovea.processor.code.dl4j;

import dev.fovea.processor.code.eval.Instance;
import dev.fovea.processor.code.eval.Invocation;
import dev.fovea.processor.code.eval.Vocabulary;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The classes of Deeplearning4j from which configurations are built. */
final class Dl4jVocabulary implements Vocabulary {
    private static final String CONFIGURATION = "org.deeplearning4j.nn.conf.";
    private static final String FUNCTIONS = "org.nd4j.linalg.activations.";
    private static final String BUILDER = ".Builder";

    @Override
    public @Nullable Object callStatic(String type, Invocation invocation) {
        if (type.equals(InputKind.NAME)) {
            return InputKind.of(invocation);
        }
        if (type.equals(FUNCTIONS + "Activation")
                && invocation.is("fromString", 1)
                && invocation.value(0) instanceof String name) {
            return new EnumConstant(type, name.toUpperCase(Locale.ROOT));
        }
        return other(type, invocation);
    }

    /** Nothing else in the library changes a configuration. */
    private static Object other(String type, Invocation invocation) {
        boolean isOwn = type.startsWith("org.deeplearning4j.") || type.startsWith("org.nd4j.");
        return isOwn
                ? invocation
                        .unknown("what %s of %s returns is known only at run time".formatted(invocation.name(), type))
                        .harmless()
                : Invocation.NONE;
    }

    @Override
    public @Nullable Object create(String type, Invocation invocation, @Nullable Instance subclass) {
        if (subclass != null) {
            return Invocation.NONE;
        }
        if (type.equals(GlobalBuilder.NAME)) {
            return new GlobalBuilder();
        }
        String simple = type.substring(type.lastIndexOf('.') + 1);
        if (type.startsWith(CONFIGURATION + "layers.")) {
            return type.endsWith(BUILDER)
                    ? new LayerBuilder(type.substring(0, type.length() - BUILDER.length()), invocation)
                    : new LayerBuilder(type, invocation).built();
        }
        if (type.startsWith(CONFIGURATION + "graph.")) {
            return new VertexSpec(simple, invocation.arguments(), invocation.code());
        }
        if (type.startsWith(CONFIGURATION + "preprocessor.")) {
            return new ProcessorSpec(simple, invocation.arguments());
        }
        if (type.startsWith(FUNCTIONS + "impl.Activation")) {
            String name = simple.substring("Activation".length()).toUpperCase(Locale.ROOT);
            // A slope has no effect on what the annotation says.
            boolean isPlain = invocation.count() == 0 || name.equals("LRELU") || name.equals("ELU");
            return new EnumConstant(type, isPlain ? name : "");
        }
        return other(type, invocation);
    }

    @Override
    public @Nullable Object constant(String type, String field) {
        boolean isConstant = field.equals(field.toUpperCase(Locale.ROOT))
                || type.endsWith(".ConvolutionMode")
                || type.endsWith(".Op");
        return isConstant && (type.startsWith("org.deeplearning4j.") || type.startsWith("org.nd4j."))
                ? new EnumConstant(type, field)
                : Invocation.NONE;
    }

    @Override
    public void named(@Nullable Object value, String name) {
        // LayerTable have the names that the configuration gives them.
    }

    @Override
    public void passed(@Nullable Object value, String parameter) {
        // As above.
    }

    @Override
    public void returned(@Nullable Object value, String method, long since) {
        // As above.
    }
}
