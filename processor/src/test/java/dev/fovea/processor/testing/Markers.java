package dev.fovea.processor.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the findings that a source expects from comments below the lines at fault.
 *
 * <pre>{@code
 * @Dilated(kernel = 3, rate = 2) Object d1;
 * //                          ^ error DilationCommonDivisor: optional text of the message's first line | and of its details
 * class Net {
 * // <- warning SmallField
 * }</pre>
 *
 * <p>The caret stands below the column where javac points, {@code <-} for the column where the comment begins. Several
 * markers may follow one line. ECJ is expected at the place that {@link EcjPlaces} derives. Where that does not hold,
 * {@code javac} or {@code ecj} before the severity restricts a marker to one compiler and takes the column as it
 * stands; {@code // nowhere ecj error Rule} expects a finding without a position.
 */
public final class Markers {
    private static final Pattern MARKER = Pattern.compile("\\s*//\\s*(\\^|<-|nowhere\\b).*");
    private static final Pattern PARTS =
            Pattern.compile("\\s*//\\s*(\\^|<-|nowhere) +(?:(javac|ecj) +)?(error|warning|note) +(\\w+)(?:: (.*))?");

    private Markers() {}

    /** The findings that the source expects from this compiler, in the order of its markers. */
    public static List<Expected> expected(Source source, TestCompiler compiler) {
        List<Expected> expected = new ArrayList<>();
        List<String> lines = source.text().lines().toList();
        int target = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!MARKER.matcher(line).matches()) {
                target = i + 1;
                continue;
            }
            Matcher parts = PARTS.matcher(line);
            if (!parts.matches() || target == 0) {
                throw new IllegalArgumentException(source.path() + ":" + (i + 1) + ": not a marker: " + line.strip());
            }
            if (parts.group(2) == null || parts.group(2).equals(word(compiler))) {
                expected.add(read(parts, source, target, compiler));
            }
        }
        return List.copyOf(expected);
    }

    private static Expected read(Matcher parts, Source source, int line, TestCompiler compiler) {
        return new Expected(
                Severity.valueOf(parts.group(3).toUpperCase(Locale.ROOT)),
                parts.group(4),
                place(parts, source, line, compiler),
                parts.group(5) == null ? "" : parts.group(5).strip());
    }

    private static Place place(Matcher parts, Source source, int line, TestCompiler compiler) {
        if (parts.group(1).equals("nowhere")) {
            return Place.NOWHERE;
        }
        int mark = parts.group(1).equals("^") ? parts.start(1) : parts.group().indexOf("//");
        Place place = new Place(source.path(), line, mark + 1);
        boolean derived = compiler == TestCompiler.ECJ && parts.group(2) == null;
        return derived ? EcjPlaces.from(place, source.text()) : place;
    }

    private static String word(TestCompiler compiler) {
        return compiler.name().toLowerCase(Locale.ROOT);
    }
}
