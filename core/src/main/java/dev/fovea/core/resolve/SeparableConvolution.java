package dev.fovea.core.resolve;

import dev.fovea.Groups;
import dev.fovea.Norm;
import dev.fovea.core.network.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The two convolutions that {@code @SeparableConv} stands for (Chollet 2017, section 3). Attributes keep their names, so
 * that what is found on either is shown at the attribute that its author wrote.
 */
record SeparableConvolution(Declaration depthwise, Declaration pointwise) {
    /** Both convolutions; empty after a fault, which is reported. */
    static Optional<SeparableConvolution> of(Declaration written, Attributes attributes, OptionalLong channels) {
        long multiplier = attributes.number("multiplier", 1);
        if (!attributes.areValid()) {
            return Optional.empty();
        }
        List<Long> rate = attributes.numbers("rate");
        boolean dilated = !rate.isEmpty();
        Map<String, Object> depthwise = new HashMap<>(written.values());
        depthwise.keySet().removeAll(List.of("multiplier", "activation"));
        depthwise.put("rate", dilated ? rate : List.of(1L));
        depthwise.put("groups", (long) Groups.DEPTHWISE);
        depthwise.put("out", channels.isPresent() ? Math.multiplyExact(channels.getAsLong(), multiplier) : 0L);
        depthwise.put("norm", Norm.NONE.name());
        Map<String, Object> pointwise = new HashMap<>(written.values());
        pointwise.keySet().removeAll(List.of("multiplier", "rate", "borders"));
        pointwise.put("kernel", List.of(1L));
        pointwise.put("stride", List.of(1L));
        pointwise.put("padding", List.of(0L));
        pointwise.put("groups", 1L);
        pointwise.put("from", List.of());
        return Optional.of(new SeparableConvolution(
                part(written, ".depthwise", dilated ? Operation.DILATED : Operation.CONV, depthwise),
                part(written, ".pointwise", Operation.CONV, pointwise)));
    }

    private static Declaration part(
            Declaration written, String suffix, Operation operation, Map<String, Object> values) {
        return new Declaration(
                written.name() + suffix,
                operation,
                values,
                Map.of(),
                written.acceptances(),
                Optional.empty(),
                written.rateIsOpen());
    }
}
