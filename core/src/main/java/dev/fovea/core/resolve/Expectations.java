package dev.fovea.core.resolve;

import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.network.Pins;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads {@code @Expect}. */
final class Expectations {
    private static final Set<String> OF_NETWORK = Set.of("parameters", "macs");

    private Expectations() {}

    /** The figures pinned on a layer; empty where there are none or where they are malformed, which is reported. */
    static Optional<Pins> read(String layer, Place place, int axes, Problems problems, Map<String, Object> values) {
        Attributes expect = new Attributes(Attributes.EXPECT + layer, values, place, problems);
        long channels = expect.number("channels", 0);
        Pins pins = new Pins(
                place,
                numbers(expect, "size", axes, 1),
                rationals(expect, "jump", axes),
                rationals(expect, "start", axes),
                numbers(expect, "extents", axes, 1),
                channels == 0 ? OptionalLong.empty() : OptionalLong.of(channels),
                count(expect, "parameters"),
                count(expect, "macs"),
                numbers(expect, "before", axes, 0),
                numbers(expect, "after", axes, -Attributes.MAX),
                numbers(expect, "latency", axes, -Attributes.MAX),
                rationals(expect, "offset", axes));
        return expect.areValid() ? Optional.of(pins) : Optional.empty();
    }

    /** The figures pinned on a whole network, which are those that all layers have together. */
    static Optional<Pins> ofNetwork(
            String model, Place place, int axes, Problems problems, Map<String, Object> values) {
        Optional<Pins> pins = read(model, place, axes, problems, values);
        Optional<String> ofLayer = values.keySet().stream()
                .sorted()
                .filter(name -> !OF_NETWORK.contains(name))
                .filter(name -> !List.of(List.of(), 0L, "").contains(values.get(name)))
                .findFirst();
        if (ofLayer.isPresent()) {
            problems.add(
                    Structural.LAYER_CONFLICT,
                    place.of(ofLayer.get()),
                    "%s of @Expect is a figure of one layer, but none is named; state layer, or write it on the layer"
                            .formatted(ofLayer.get()));
            return Optional.empty();
        }
        return pins;
    }

    private static List<Long> numbers(Attributes expect, String attribute, int axes, long least) {
        return expect.numbers(attribute).isEmpty() ? List.of() : Windows.boxed(expect.perAxis(attribute, axes, least));
    }

    /** A number that may be too large for any other attribute. */
    private static OptionalLong count(Attributes expect, String attribute) {
        long count = expect.raw(attribute);
        if (count < 0) {
            expect.invalid(
                    attribute,
                    -1,
                    "%s of %s is %s; it must be at least 0 (0 = not pinned)"
                            .formatted(attribute, expect.subject(), count));
        }
        return count <= 0 ? OptionalLong.empty() : OptionalLong.of(count);
    }

    private static List<Rational> rationals(Attributes expect, String attribute, int axes) {
        List<String> entries = expect.texts(attribute);
        if (entries.isEmpty()) {
            return List.of();
        }
        List<Rational> result = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            try {
                result.add(Rational.parse(entries.get(i)));
            } catch (IllegalArgumentException | ArithmeticException malformed) {
                expect.invalid(
                        attribute,
                        i,
                        "%s of %s is \"%s\"; write an integer or a fraction such as \"1/2\""
                                .formatted(attribute, expect.subject(), entries.get(i)));
                return List.of();
            }
        }
        if (entries.size() != 1 && entries.size() != axes) {
            expect.wrongCount(attribute, entries.size(), axes);
            return List.of();
        }
        return entries.size() == axes ? result : Collections.nCopies(axes, result.get(0));
    }
}
