package dev.fovea.djl.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Two networks part by part.
 *
 * <p>Parts are the same if they do the same to the same; in networks of the same parts, those correspond that are also read
 * by the same.
 */
public final class Matching {
    private final List<Part> stated;
    private final List<Part> built;
    private final Map<List<Object>, Integer> kinds = new HashMap<>();
    private final int[] statedBelow;
    private final int[] builtBelow;

    /**
     * @param stated as the report has them
     * @param built as the block has them
     */
    public Matching(List<Part> stated, List<Part> built) {
        this.stated = stated;
        this.built = built;
        statedBelow = below(stated);
        builtBelow = below(built);
    }

    /** Per part a number, which is the same for parts that do the same to the same. */
    private int[] below(List<Part> parts) {
        int[] below = new int[parts.size()];
        for (int index = 0; index < below.length; index++) {
            Part part = parts.get(index);
            below[index] = kind(part.operation(), part.attributes(), sources(part, below), bearer(part, below));
        }
        return below;
    }

    private static List<Integer> sources(Part part, int[] below) {
        List<Integer> sources = new ArrayList<>();
        part.from().forEach(from -> sources.add(from < 0 ? -1 : below[from]));
        if (part.commutes()) {
            sources.sort(null);
        }
        return sources;
    }

    private static int bearer(Part part, int[] below) {
        return part.shared() < 0 ? -1 : below[part.shared()];
    }

    private int kind(Object... description) {
        return kinds.computeIfAbsent(List.of(description), unused -> kinds.size());
    }

    /** The first difference, with both values; empty if the networks are the same. */
    public Optional<String> difference() {
        Map<Integer, Integer> left = count(builtBelow);
        for (int index = 0; index < stated.size(); index++) {
            if (left.merge(statedBelow[index], -1, Integer::sum) < 0) {
                return Optional.of(difference(index));
            }
        }
        Set<Integer> known = new HashSet<>(count(statedBelow).keySet());
        for (int index = 0; index < built.size(); index++) {
            boolean surplus = left.getOrDefault(builtBelow[index], 0) > 0;
            if (!known.contains(builtBelow[index]) || surplus) {
                return Optional.of(
                        "the block has %s, which the report does not have".formatted(described(built.get(index))));
            }
        }
        return Optional.empty();
    }

    private static Map<Integer, Integer> count(int[] kinds) {
        Map<Integer, Integer> count = new HashMap<>();
        IntStream.of(kinds).forEach(kind -> count.merge(kind, 1, Integer::sum));
        return count;
    }

    private String difference(int index) {
        Part part = stated.get(index);
        Set<Integer> known = count(statedBelow).keySet();
        Optional<Part> other = IntStream.range(0, built.size())
                .filter(place -> !known.contains(builtBelow[place]))
                .mapToObj(built::get)
                .filter(candidate -> sources(candidate, builtBelow).equals(sources(part, statedBelow)))
                .min(Comparator.comparingInt(candidate -> candidate.operation().equals(part.operation()) ? 0 : 1));
        return other.isEmpty()
                ? "the block has nothing like %s of the report".formatted(described(part))
                : difference(part, other.get());
    }

    private String difference(Part stated, Part built) {
        if (!stated.operation().equals(built.operation())) {
            return "%s is %s in the report, and %s in the block (%s)"
                    .formatted(stated.name(), article(stated), article(built), built.name());
        }
        Set<String> names = new LinkedHashMap<>(stated.attributes()).keySet();
        List<String> all = new ArrayList<>(names);
        built.attributes().keySet().stream().filter(name -> !all.contains(name)).forEach(all::add);
        for (String name : all) {
            Object one = stated.attributes().getOrDefault(name, "NONE");
            Object two = built.attributes().getOrDefault(name, "NONE");
            if (!Objects.equals(one, two)) {
                return "%s: %s is %s in the report, and %s in the block (%s)"
                        .formatted(stated.name(), name, one, two, built.name());
            }
        }
        return "%s has %s in the report, and %s in the block (%s)"
                .formatted(stated.name(), weights(stated, this.stated), weights(built, this.built), built.name());
    }

    private static String weights(Part part, List<Part> all) {
        return part.shared() < 0
                ? "weights of its own"
                : "the weights of " + all.get(part.shared()).name();
    }

    private static String described(Part part) {
        return "%s (%s%s)"
                .formatted(part.name(), part.operation(), part.attributes().isEmpty() ? "" : " " + part.attributes());
    }

    private static String article(Part part) {
        return ("aeiou".indexOf(Character.toLowerCase(part.operation().charAt(0))) < 0 ? "a " : "an ")
                + part.operation();
    }

    /** Per part of the report, the part of the block that it is; the networks must be the same. */
    public int[] pairs() {
        int[] statedKinds = whole(stated, statedBelow);
        int[] builtKinds = whole(built, builtBelow);
        int[] pairs = new int[stated.size()];
        Set<Integer> taken = new HashSet<>();
        for (int index = 0; index < pairs.length; index++) {
            int kind = statedKinds[index];
            Set<Integer> from = new HashSet<>();
            stated.get(index).from().forEach(source -> from.add(source < 0 ? -1 : pairs[source]));
            pairs[index] = IntStream.range(0, built.size())
                    .filter(place -> builtKinds[place] == kind && !taken.contains(place))
                    .filter(place -> new HashSet<>(built.get(place).from()).equals(from))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("parts that are the same do not correspond"));
            taken.add(pairs[index]);
        }
        return pairs;
    }

    /** Per part a number, which is the same for parts that also are read by the same. */
    private int[] whole(List<Part> parts, int[] below) {
        List<List<List<Integer>>> readers = new ArrayList<>();
        parts.forEach(part -> readers.add(new ArrayList<>()));
        int[] whole = new int[parts.size()];
        for (int index = parts.size() - 1; index >= 0; index--) {
            readers.get(index).sort(Comparator.comparing(List::toString));
            whole[index] = kind(below[index], readers.get(index));
            Part part = parts.get(index);
            for (int place = 0; place < part.from().size(); place++) {
                if (part.from().get(place) >= 0) {
                    readers.get(part.from().get(place)).add(List.of(whole[index], part.commutes() ? 0 : place));
                }
            }
        }
        return whole;
    }
}
