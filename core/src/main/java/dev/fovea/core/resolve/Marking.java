package dev.fovea.core.resolve;

import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Site;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.network.Marks;
import dev.fovea.core.network.ObjectRange;
import dev.fovea.core.network.Pins;
import dev.fovea.internal.Printable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads what the annotations beside a layer say of its output: {@code @Endpoint}, {@code @Expect}, {@code @Detects}. */
final class Marking {
    private final int axes;
    private final Problems problems;
    private final Map<String, String> endpoints = new HashMap<>();

    Marking(int axes, Problems problems) {
        this.axes = axes;
        this.problems = problems;
    }

    /** What the annotations of a member say; faults are reported. */
    Marks of(Site site, String layer, Map<String, Map<String, Object>> beside) {
        Marks marks = Marks.NONE;
        for (String annotation : List.of("Endpoint", "Expect", "Detects")) {
            Map<String, Object> values = beside.get(annotation);
            if (values != null) {
                marks = with(marks, layer, annotation, Place.beside(site, annotation, ""), values);
            }
        }
        return marks;
    }

    /** The marks with what one more annotation says. */
    Marks with(Marks marks, String layer, String annotation, Place place, Map<String, Object> values) {
        return switch (annotation) {
            case "Endpoint" -> new Marks(endpoint(layer, place, values), marks.pins(), marks.detects());
            case "Expect" ->
                new Marks(marks.endpoint(), Expectations.read(layer, place, axes, problems, values), marks.detects());
            case "Detects" -> new Marks(marks.endpoint(), marks.pins(), detects(layer, place, values));
            default -> throw new IllegalArgumentException(annotation);
        };
    }

    /** What is expected of all layers together. */
    Optional<Pins> ofNetwork(String model, Place place, Map<String, Object> values) {
        return Expectations.ofNetwork(model, place, axes, problems, values);
    }

    private Optional<String> endpoint(String layer, Place place, Map<String, Object> values) {
        String name = (String) Objects.requireNonNull(values.get("value"));
        String first = endpoints.putIfAbsent(name, layer);
        if (first != null) {
            problems.add(
                    Structural.LAYER_CONFLICT,
                    place.of("value"),
                    "endpoint \"%s\" of %s is already that of %s; choose another name"
                            .formatted(Printable.line(name), layer, first));
            return Optional.empty();
        }
        return Optional.of(name);
    }

    private Optional<ObjectRange> detects(String layer, Place place, Map<String, Object> values) {
        Attributes detects = new Attributes("@Detects on " + layer, values, place, problems);
        long min = detects.number("min", 1);
        long max = detects.number("max", 1);
        if (detects.areValid() && max < min) {
            detects.invalid("max", -1, "max of @Detects on %s is %s, less than its min %s".formatted(layer, max, min));
        }
        return detects.areValid() ? Optional.of(new ObjectRange(min, max)) : Optional.empty();
    }
}
