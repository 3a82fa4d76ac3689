package dev.fovea.core.resolve;

import dev.fovea.core.finding.Place;
import dev.fovea.core.network.Pins;
import dev.fovea.core.network.Site;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads {@code @Expect}. */
final class Expectations {
    private Expectations() {}

    /** The figures pinned on a layer; empty where there are none or where they are malformed, which is reported. */
    static Optional<Pins> read(
            String layer, Site site, int axes, Problems problems, @Nullable Map<String, Object> values) {
        if (values == null) {
            return Optional.empty();
        }
        Attributes expect = new Attributes("@Expect on " + layer, values, Place.beside(site, "Expect", ""), problems);
        long channels = expect.number("channels", 0);
        Pins pins = new Pins(
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
