package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Invocation;
import dev.fovea.processor.code.eval.NotReadException;
import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.eval.Values;
import java.util.List;
import java.util.Map;

/** {@code TransformerEncoderBlock}: attention, then two linear layers, each with its input added and normalised. */
final class TransformerEncoder extends Composite {
    static final String NAME = "ai.djl.nn.transformer.TransformerEncoderBlock";
    static final String FEED_FORWARD = "ai.djl.nn.transformer.PointwiseFeedForwardBlock";

    private static final String ATTENTION = "ai.djl.nn.transformer.ScaledDotProductAttentionBlock";
    private static final String LINEAR = "ai.djl.nn.core.Linear";
    private static final String NORM = "ai.djl.nn.norm.BatchNorm";
    private static final String DROPOUT = "ai.djl.nn.norm.Dropout";

    private final Leaf attention;
    private final Leaf attentionDropout;
    private final Leaf attentionNorm;
    private final Block output;
    private final Leaf outputDropout;
    private final Leaf outputNorm;

    /** @param invocation with embedding, heads, hidden units, rate of dropout and activation */
    TransformerEncoder(Invocation invocation) {
        super(NAME, invocation);
        List<Argument> given = invocation.arguments();
        Argument embedding = given.get(0);
        Argument rate = given.get(3);
        attention = leaf(
                ATTENTION,
                "selfAttention",
                Map.of("setEmbeddingSize", embedding, "setHeadCount", given.get(1)),
                invocation);
        attentionDropout = leaf(DROPOUT, "selfAttentionDropout", Map.of("optRate", rate), invocation);
        Argument axis = new Argument(2, invocation.code());
        attentionNorm = leaf(NORM, "attentionNorm", Map.of("optAxis", axis), invocation);
        Argument hidden =
                new Argument(List.of(given.get(2).value()), given.get(2).code());
        output = feedForward(new Invocation(
                "", List.of(hidden, embedding, given.get(4)), invocation.code(), invocation.interpreter()));
        output.give("outputBlock");
        outputDropout = leaf(DROPOUT, "fullyConnectedDropout", Map.of("optRate", rate), invocation);
        outputNorm = leaf(NORM, "outputNorm", Map.of("optAxis", axis), invocation);
        children.addAll(List.of(attention, attentionNorm, output, outputNorm));
    }

    private static Leaf leaf(String type, String name, Map<String, Argument> settings, Invocation invocation) {
        Leaf leaf = new Leaf(type, settings, invocation);
        leaf.give(name);
        return leaf;
    }

    /** {@code PointwiseFeedForwardBlock}: linear layers, with an activation after each but the last. */
    static SequentialBlock feedForward(Invocation invocation) {
        SequentialBlock block = new SequentialBlock(FEED_FORWARD, invocation);
        Argument hidden = invocation.arguments().get(0);
        if (hidden.value() instanceof Unknown unknown) {
            throw new NotReadException(unknown);
        }
        for (Object units : Values.entries(hidden.value())) {
            block.children.add(linear(new Argument(units, hidden.code()), invocation));
            block.add(invocation.arguments().get(2), null, false, invocation);
        }
        block.children.add(linear(invocation.arguments().get(1), invocation));
        return block;
    }

    private static Leaf linear(Argument units, Invocation invocation) {
        return new Leaf(LINEAR, Map.of("setUnits", units), invocation);
    }

    @Override
    TensorList forward(TensorList inputs, Tracer tracer, Invocation invocation) {
        Object input = inputs.get(0);
        TensorList attended = tracer.run(attentionDropout, tracer.run(attention, inputs, invocation), invocation);
        TensorList once = tracer.run(attentionNorm, sum(attended, input, tracer, invocation), invocation);
        TensorList twice = tracer.run(outputDropout, tracer.run(output, once, invocation), invocation);
        return tracer.run(outputNorm, sum(twice, input, tracer, invocation), invocation);
    }

    private TensorList sum(TensorList one, Object other, Tracer tracer, Invocation invocation) {
        Object sum = TensorMethods.joined("Add", tracer.only(one, invocation), other, code());
        return tracer.list(sum, one, code());
    }
}
