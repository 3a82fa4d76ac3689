package dev.fovea.core.resolve;

import dev.fovea.core.network.AxisNames;
import dev.fovea.core.network.Extent;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.MapShape;
import dev.fovea.core.network.Step;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/**
 * {@code @Attention} of queries, keys and values that other layers have made: a unit reads all keys and values, and the query
 * at its own place (Vaswani et al. 2017, equation 1). Nothing is projected, so that there are no weights.
 */
final class AttentionParts {
    private final LayerBuilder builder;
    private final MapShape queries;
    private final MapShape keys;
    private final MapShape values;

    private AttentionParts(LayerBuilder builder) {
        this.builder = builder;
        this.queries = builder.assembly.shape(builder.sources.get(0));
        this.keys = builder.assembly.shape(builder.sources.get(1));
        this.values = builder.assembly.shape(builder.sources.get(2));
    }

    static void build(LayerBuilder builder) {
        Attributes attributes = builder.attributes;
        long heads = attributes.number("heads", 1);
        for (String attribute : List.of("window", "shift", "grid")) {
            if (!attributes.numbers(attribute).isEmpty() && attributes.areValid()) {
                attributes.invalid(
                        attribute,
                        -1,
                        "%s states a %s, but reads all of the keys and values that it names; leave it out"
                                .formatted(builder.name(), attribute));
            }
        }
        if (attributes.raw("out") != 0 && attributes.areValid()) {
            attributes.invalid(
                    "out",
                    -1,
                    "%s states out, but has the channels of the values that it names; leave it out"
                            .formatted(builder.name()));
        }
        if (!attributes.text("shared").isEmpty() && attributes.areValid()) {
            attributes.invalid(
                    "shared",
                    -1,
                    "%s shares weights, but has none, since it names queries, keys and values; leave shared out"
                            .formatted(builder.name()));
        }
        if (attributes.areValid()) {
            new AttentionParts(builder).apply(heads);
        }
    }

    private void apply(long heads) {
        builder.read(Collections.nCopies(builder.axes(), Step.Window.IDENTITY));
        for (int part = 1; part < Attentions.PARTS; part++) {
            List<Step> all = Collections.nCopies(builder.axes(), new Step.Whole());
            builder.links.add(new Link(builder.sources.get(part), all, builder.entry(part)));
        }
        builder.keepExtents();
        builder.channels = values.channels();
        boolean isKnown = !builder.attributes.isUnstated("heads");
        if (isKnown) {
            builder.report.put("heads", heads);
        }
        if (builder.channels.isPresent()) {
            builder.report.put("out", builder.channels.getAsLong());
        }
        check(isKnown ? heads : 1);
        builder.macs = builder.faulty ? OptionalLong.empty() : products();
    }

    private void check(long heads) {
        OptionalLong queried = queries.channels();
        if (queried.isPresent()
                && keys.channels().isPresent()
                && queried.getAsLong() != keys.channels().getAsLong()) {
            builder.mismatch(
                    builder.from(1),
                    "the keys of %s have %s channels, its queries %s; project both to one number"
                            .formatted(builder.name(), keys.channels().getAsLong(), queried.getAsLong()));
        } else {
            divides(heads, queried, "queries");
            divides(heads, values.channels(), "values");
        }
        for (int axis = 0; axis < builder.axes() && !builder.faulty; axis++) {
            Extent key = keys.extents().get(axis);
            Extent value = values.extents().get(axis);
            if (key.isKnown() && value.isKnown() && !key.equals(value)) {
                builder.mismatchOfExtents(
                        builder.from(2),
                        "the values of %s have extent %s%s, its keys %s; make both of one map"
                                .formatted(builder.name(), value, AxisNames.along(axis, builder.axes()), key));
            }
        }
    }

    private void divides(long heads, OptionalLong channels, String what) {
        if (channels.isPresent() && channels.getAsLong() % heads != 0 && !builder.faulty) {
            builder.mismatch(
                    builder.place("heads"),
                    "heads = %s of %s does not divide the %s channels of its %s; use a divisor"
                            .formatted(heads, builder.name(), channels.getAsLong(), what));
        }
    }

    /** Each query with each key, and each of these shares with a value. */
    private OptionalLong products() {
        OptionalLong asking = Convolutions.product(queries.extents());
        OptionalLong asked = Convolutions.product(keys.extents());
        if (asking.isEmpty()
                || asked.isEmpty()
                || queries.channels().isEmpty()
                || values.channels().isEmpty()) {
            return OptionalLong.empty();
        }
        long channels =
                Math.addExact(queries.channels().getAsLong(), values.channels().getAsLong());
        return OptionalLong.of(Math.multiplyExact(Math.multiplyExact(asking.getAsLong(), asked.getAsLong()), channels));
    }
}
