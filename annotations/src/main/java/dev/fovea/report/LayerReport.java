package dev.fovea.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known about one layer of the expanded network.
 *
 * @param name expanded name, for instance {@code layer3[0].conv2}
 * @param op simple name of the annotation, for instance {@code Conv}; {@code Projection} for a residual's
 * @param from names of the layers it reads; {@code <input>} for the network's input
 * @param endpoint the name under which the layer is an output of the network, if it is one
 * @param shape the layer's output
 * @param parameters trainable numbers; empty where unknown
 * @param macs multiply-adds for one input; empty where unknown
 * @param validTaps mean fraction of the kernel's taps that fall inside the input; empty where unknown or without a
 *     kernel
 * @param field the receptive field, per axis
 * @param coverage which pixels of that field are read; empty where unknown, and where all paths read the whole input
 * @param attributes the resolved attributes that build the layer, in a fixed order; values are {@link Long}, {@link
 *     Boolean}, {@link String}, {@link BigDecimal} (with a fraction: whole numbers are {@code Long}) or a {@link List}
 *     of such, for instance one per axis
 * @param dataDependent whether the data decides which positions are read, so that the field is only a bound
 * @param offsets on a merge: per axis, how many pixels the mean centre of each input's fields lies after the first input's;
 *     empty where unknown, and where the two do not keep their distance
 */
public record LayerReport(
        String name,
        String op,
        List<String> from,
        Optional<String> endpoint,
        Shape shape,
        OptionalLong parameters,
        OptionalLong macs,
        Optional<BigDecimal> validTaps,
        List<AxisField> field,
        Optional<Coverage> coverage,
        Map<String, Object> attributes,
        boolean dataDependent,
        List<List<Optional<Rational>>> offsets) {
    /**
     * Copies the collections and rounds the decimal figures to six decimals.
     *
     * @throws IllegalArgumentException if an attribute's value has another type
     */
    public LayerReport {
        Copies.notNull(name, op, endpoint, shape, parameters, macs, coverage);
        from = List.copyOf(from);
        validTaps = Figures.normal(validTaps);
        field = List.copyOf(field);
        attributes = Attributes.copy(attributes);
        offsets = Copies.nested(offsets);
    }
}
