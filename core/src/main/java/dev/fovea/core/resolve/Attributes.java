package dev.fovea.core.resolve;

import dev.fovea.Groups;
import dev.fovea.Padding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Structural;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the attributes of one annotation and reports what is out of range.
 *
 * <p>After a fault the readers return a harmless value; the caller asks {@link #areValid()} before using any.
 */
final class Attributes {
    /** Largest magnitude of an attribute; beyond it lie the constants and what was computed from them. */
    static final long MAX = 1L << 24;

    /** Stands for a placeholder of a block that its user states no value for. */
    static final long UNSTATED = Long.MIN_VALUE;

    /** Stands for a placeholder of a block that is judged by itself, where no default stands for it. */
    static final long UNKNOWN = Long.MIN_VALUE + 1;

    /** How the subject of an {@code @Expect} begins. */
    static final String EXPECT = "@Expect on ";

    private final String subject;
    private final Map<String, Object> values;
    private final Place place;
    private final Problems problems;
    private boolean valid = true;

    /**
     * @param subject how messages name the bearer of the annotation
     * @param place the annotation as a whole
     */
    Attributes(String subject, Map<String, Object> values, Place place, Problems problems) {
        this.subject = subject;
        this.values = values;
        this.place = place;
        this.problems = problems;
    }

    boolean areValid() {
        return valid;
    }

    /** Reports a fault of an attribute. */
    void invalid(String attribute, int entry, String message) {
        valid = false;
        problems.add(Structural.INVALID_ATTRIBUTE, place(attribute).at(entry), message);
    }

    /** Notes a fault that has been reported otherwise. */
    void fail() {
        valid = false;
    }

    Place place(String attribute) {
        return new Place(place.site(), place.annotation(), attribute, -1);
    }

    String subject() {
        return subject;
    }

    boolean has(String attribute) {
        return values.containsKey(attribute);
    }

    private Object value(String attribute) {
        return Objects.requireNonNull(values.get(attribute), attribute);
    }

    /** A number as written, not checked. */
    long raw(String attribute) {
        return (Long) value(attribute);
    }

    boolean flag(String attribute) {
        return (Boolean) value(attribute);
    }

    String text(String attribute) {
        return (String) value(attribute);
    }

    double decimal(String attribute) {
        return (Double) value(attribute);
    }

    @SuppressWarnings("unchecked")
    List<String> texts(String attribute) {
        return (List<String>) value(attribute);
    }

    @SuppressWarnings("unchecked")
    List<Long> numbers(String attribute) {
        return (List<Long>) value(attribute);
    }

    /** A number of at least {@code least}; {@code least} for a placeholder without a value. */
    long number(String attribute, long least) {
        if (isUnstated(attribute)) {
            return least;
        }
        long value = raw(attribute);
        return inRange(attribute, -1, value, least) ? value : least;
    }

    /** True if the value is a placeholder that its user states no value for. */
    boolean isUnstated(String attribute) {
        Object value = value(attribute);
        Object only = value instanceof List<?> entries && entries.size() == 1 ? entries.get(0) : value;
        return only.equals(UNSTATED) || only.equals(UNKNOWN);
    }

    /** Entries of at least {@code least}, one per axis. */
    long[] perAxis(String attribute, int axes, long least) {
        List<Long> entries = numbers(attribute);
        long[] result = new long[axes];
        if (entries.size() != 1 && entries.size() != axes) {
            wrongCount(attribute, entries.size(), axes);
            return result;
        }
        for (int i = 0; i < entries.size(); i++) {
            if (!inRange(attribute, entries.size() == 1 ? -1 : i, entries.get(i), least)) {
                return result;
            }
        }
        for (int axis = 0; axis < axes; axis++) {
            result[axis] = entries.get(entries.size() == 1 ? 0 : axis);
        }
        return result;
    }

    /** Checks that every entry is at least {@code least}. */
    void entries(String attribute, long least) {
        List<Long> entries = isUnstated(attribute) ? List.of() : numbers(attribute);
        for (int i = 0; i < entries.size(); i++) {
            inRange(attribute, entries.size() == 1 ? -1 : i, entries.get(i), least);
        }
    }

    /** Amounts of at least 0 before and after each axis: {@code [axis][0 = begin, 1 = end]}. */
    long[][] amounts(String attribute, int axes) {
        List<Long> entries = numbers(attribute);
        int count = entries.size();
        long[][] result = new long[axes][2];
        if (count != 1 && count != axes && count != 2 * axes) {
            wrongCount(
                    attribute,
                    count,
                    axes == 1
                            ? "1 or 2 (begin, end)"
                            : "1, " + axes + " (one per axis) or " + 2 * axes + " (all begins, then all ends)");
            return result;
        }
        for (int i = 0; i < count; i++) {
            if (!inRange(attribute, count == 1 ? -1 : i, entries.get(i), 0)) {
                return result;
            }
        }
        for (int axis = 0; axis < axes; axis++) {
            int begin = count == 1 ? 0 : axis;
            result[axis][0] = entries.get(begin);
            result[axis][1] = entries.get(count == 2 * axes ? axes + axis : begin);
        }
        return result;
    }

    /** Reports an array that has neither one entry nor one per axis. */
    void wrongCount(String attribute, int count, int axes) {
        wrongCount(attribute, count, axes == 1 ? "1" : "1 (for every axis) or " + axes + " (one per axis)");
    }

    private void wrongCount(String attribute, int count, String allowed) {
        invalid(attribute, -1, "%s of %s has %s entries; it takes %s".formatted(attribute, subject, count, allowed));
    }

    /** Reports a value that is not at least {@code least}. */
    boolean inRange(String attribute, int entry, long value, long least) {
        if (value >= least && value <= MAX) {
            return true;
        }
        invalid(
                attribute,
                entry,
                "%s of %s is %s; it must be %s"
                        .formatted(attribute, subject, written(value), allowed(attribute, least)));
        return false;
    }

    private String allowed(String attribute, long least) {
        String range = "at least " + least + " and at most 2^24";
        boolean optional = least == 0 && (attribute.equals("out") || attribute.equals("channels"));
        return optional ? range + (subject.startsWith(EXPECT) ? " (0 = not pinned)" : " (0 = unknown)") : range;
    }

    private static String written(long value) {
        if (value == Padding.SAME) {
            return "Padding.SAME, which only padding takes, alone";
        }
        if (value == Padding.CAUSAL) {
            return "Padding.CAUSAL, which only padding takes, alone";
        }
        Optional<String> placeholder = Params.attribute(value);
        if (placeholder.isPresent()) {
            return "the placeholder of %s, which has several entries".formatted(placeholder.get());
        }
        return value == Groups.DEPTHWISE ? "Groups.DEPTHWISE, which is a number of groups" : Long.toString(value);
    }
}
