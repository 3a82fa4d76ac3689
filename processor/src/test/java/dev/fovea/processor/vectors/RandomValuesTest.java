package dev.fovea.processor.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.Groups;
import dev.fovea.Padding;
import dev.fovea.Param;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.testing.Seeds;
import dev.fovea.core.vectors.Declarations;
import dev.fovea.core.vectors.Examined;
import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Layers with random attribute values, sensible and senseless ones: exactly the values that the annotations do not allow
 * are found.
 */
@Timeout(600)
@Tag("random")
final class RandomValuesTest {
    private static final int MODELS = Seeds.times(1000);
    private static final int COMPILED = 20;
    private static final long MOST = 1L << 24;
    private static final Set<String> STRUCTURAL =
            Arrays.stream(Structural.values()).map(rule -> rule.info().name()).collect(Collectors.toSet());

    /** What an attribute allows. */
    private enum Kind {
        /** One entry, or one per axis; at least 1. */
        SIZES,
        /** The same, at least 0. */
        AMOUNTS_AFTER,
        /** One entry, one per axis or two per axis, at least 0. */
        BORDER,
        /** As BORDER, or one of the constants alone. */
        PADDING,
        /** As BORDER, or SAME alone. */
        PADDING_OF_TRANSPOSED,
        FROM_0,
        FROM_1,
        /** At least 1, or depthwise. */
        GROUPS
    }

    private static final Map<String, Map<String, Kind>> ATTRIBUTES = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "Conv",
                    Map.of(
                            "kernel",
                            Kind.SIZES,
                            "stride",
                            Kind.SIZES,
                            "padding",
                            Kind.PADDING,
                            "out",
                            Kind.FROM_0,
                            "groups",
                            Kind.GROUPS)),
            Map.entry(
                    "Dilated",
                    Map.of(
                            "kernel",
                            Kind.SIZES,
                            "stride",
                            Kind.SIZES,
                            "rate",
                            Kind.SIZES,
                            "padding",
                            Kind.PADDING,
                            "out",
                            Kind.FROM_0,
                            "groups",
                            Kind.GROUPS)),
            Map.entry(
                    "DeformableConv",
                    Map.of("kernel", Kind.SIZES, "rate", Kind.SIZES, "padding", Kind.PADDING, "groups", Kind.GROUPS)),
            Map.entry(
                    "TransposedConv",
                    Map.of(
                            "kernel",
                            Kind.SIZES,
                            "stride",
                            Kind.SIZES,
                            "rate",
                            Kind.SIZES,
                            "padding",
                            Kind.PADDING_OF_TRANSPOSED,
                            "outputPadding",
                            Kind.AMOUNTS_AFTER)),
            Map.entry(
                    "Pool",
                    Map.of("kernel", Kind.SIZES, "stride", Kind.SIZES, "rate", Kind.SIZES, "padding", Kind.PADDING)),
            Map.entry("AdaptivePool", Map.of("size", Kind.SIZES)),
            Map.entry("Upsample", Map.of("scale", Kind.SIZES)),
            Map.entry("PixelShuffle", Map.of("factor", Kind.FROM_1)),
            Map.entry("SqueezeExcite", Map.of("squeeze", Kind.FROM_1)),
            Map.entry("TokenMixing", Map.of("hidden", Kind.FROM_0)),
            Map.entry("ChannelShuffle", Map.of("groups", Kind.FROM_1)),
            Map.entry("Slice", Map.of("begin", Kind.FROM_0, "end", Kind.FROM_1)),
            Map.entry("Pad", Map.of("padding", Kind.BORDER)),
            Map.entry("Crop", Map.of("padding", Kind.BORDER)),
            Map.entry("Linear", Map.of("out", Kind.FROM_1))));

    private static final Set<Long> PARAMS = Set.of(
            (long) Param.WIDTH,
            (long) Param.OUT,
            (long) Param.KERNEL,
            (long) Param.STRIDE,
            (long) Param.RATE,
            (long) Param.GROUPS,
            (long) Param.SQUEEZE);

    private final Random random = new Random(1);

    /** @param expected sorted {@code layer attribute Rule} */
    private record Case(ModelDeclaration model, List<String> expected) {}

    private Case next(String name) {
        int axes = 1 + random.nextInt(3);
        List<Declaration> layers = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        while (layers.size() < count) {
            String annotation = pick(List.copyOf(ATTRIBUTES.keySet()));
            Map<String, Object> values = new TreeMap<>(Map.of("from", List.of("<input>")));
            ATTRIBUTES.get(annotation).forEach((attribute, kind) -> values.put(attribute, value(kind, axes)));
            String layer = "layer" + layers.size();
            layers.add(Declarations.layer(layer, annotation, values));
            faults(annotation, values, axes).forEach(fault -> expected.add(layer + " " + fault));
        }
        return new Case(
                Declarations.model(name, axes, 0, List.of(), layers),
                expected.stream().sorted().toList());
    }

    private Object value(Kind kind, int axes) {
        if (kind == Kind.FROM_0 || kind == Kind.FROM_1 || kind == Kind.GROUPS) {
            return number();
        }
        int length =
                switch (random.nextInt(8)) {
                    case 0, 1 -> axes;
                    case 2 -> 2 * axes;
                    case 3 -> random.nextInt(8);
                    default -> 1;
                };
        return LongStream.generate(this::number).limit(length).boxed().toList();
    }

    private long number() {
        return switch (random.nextInt(24)) {
            case 0 -> 0;
            case 1 -> -1 - random.nextInt(4);
            case 2 -> pick(List.of(MOST, MOST + 1, (long) Integer.MAX_VALUE, (long) Integer.MIN_VALUE));
            case 3 -> pick(List.of((long) Padding.SAME, (long) Padding.CAUSAL, (long) Groups.DEPTHWISE));
            case 4 -> random.nextInt(4) == 0 ? pick(List.copyOf(new TreeSet<>(PARAMS))) : 4;
            default -> 1 + random.nextInt(3);
        };
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** What is wrong with a layer, by the annotations' contract: {@code attribute Rule}. */
    private static List<String> faults(String annotation, Map<String, Object> values, int axes) {
        Map<String, Kind> kinds = ATTRIBUTES.get(annotation);
        List<String> placeholders = kinds.keySet().stream()
                .filter(attribute -> numbers(values, attribute).stream().anyMatch(PARAMS::contains))
                .map(attribute -> attribute + " BlockCycle")
                .toList();
        if (!placeholders.isEmpty()) {
            return placeholders;
        }
        List<String> invalid = new ArrayList<>();
        kinds.forEach((attribute, kind) -> {
            boolean defaults = annotation.equals("Pool")
                    && attribute.equals("stride")
                    && numbers(values, attribute).isEmpty();
            if (!defaults && !allows(kind, numbers(values, attribute), axes)) {
                boolean none = annotation.equals("Upsample")
                        && numbers(values, attribute).isEmpty();
                invalid.add((none ? "" : attribute) + " InvalidAttribute");
            }
        });
        return invalid.isEmpty() ? conflicts(annotation, values, axes) : invalid;
    }

    /** Values that are allowed, but not together. */
    private static List<String> conflicts(String annotation, Map<String, Object> values, int axes) {
        switch (annotation) {
            case "Slice":
                return number(values, "begin") >= number(values, "end") ? List.of("end InvalidAttribute") : List.of();
            case "PixelShuffle":
                // The channels merged into one are more than can be counted.
                return BigInteger.valueOf(number(values, "factor")).pow(axes).bitLength() > 63
                        ? List.of(" InvalidAttribute")
                        : List.of();
            case "Conv", "Dilated":
                long groups = number(values, "groups");
                return groups > 0 && number(values, "out") % groups != 0 ? List.of("groups ShapeMismatch") : List.of();
            case "TransposedConv":
                return outputPadding(values, axes);
            default:
                return List.of();
        }
    }

    /** One finding for each axis whose result is padded by its stride and its rate or more, or beside SAME at all. */
    private static List<String> outputPadding(Map<String, Object> values, int axes) {
        boolean same = numbers(values, "padding").equals(List.of((long) Padding.SAME));
        for (int axis = 0; axis < axes; axis++) {
            long extra = entry(values, "outputPadding", axis);
            long bound = Math.max(entry(values, "stride", axis), entry(values, "rate", axis));
            if (extra > 0 && (same || extra >= bound)) {
                return List.of("outputPadding InvalidAttribute");
            }
        }
        return List.of();
    }

    private static boolean allows(Kind kind, List<Long> numbers, int axes) {
        int count = numbers.size();
        return switch (kind) {
            case SIZES -> (count == 1 || count == axes) && all(numbers, 1);
            case AMOUNTS_AFTER -> (count == 1 || count == axes) && all(numbers, 0);
            case BORDER -> (count == 1 || count == axes || count == 2 * axes) && all(numbers, 0);
            case PADDING_OF_TRANSPOSED ->
                numbers.equals(List.of((long) Padding.SAME)) || allows(Kind.BORDER, numbers, axes);
            case PADDING ->
                numbers.equals(List.of((long) Padding.CAUSAL)) || allows(Kind.PADDING_OF_TRANSPOSED, numbers, axes);
            case FROM_0 -> all(numbers, 0);
            case FROM_1 -> all(numbers, 1);
            case GROUPS -> numbers.equals(List.of((long) Groups.DEPTHWISE)) || all(numbers, 1);
        };
    }

    private static boolean all(List<Long> numbers, long least) {
        LongPredicate allowed = number -> number >= least && number <= MOST;
        return numbers.stream().allMatch(allowed::test);
    }

    @SuppressWarnings("unchecked")
    private static List<Long> numbers(Map<String, Object> values, String attribute) {
        Object value = values.get(attribute);
        return value instanceof Long number ? List.of(number) : (List<Long>) value;
    }

    private static long number(Map<String, Object> values, String attribute) {
        return numbers(values, attribute).get(0);
    }

    private static long entry(Map<String, Object> values, String attribute, int axis) {
        List<Long> numbers = numbers(values, attribute);
        return numbers.get(numbers.size() == 1 ? 0 : axis);
    }

    @Test
    void exactlyWhatIsNotAllowedIsFound() {
        int faulty = 0;
        for (int i = 0; i < MODELS; i++) {
            Case one = next("test.Model");
            List<String> found = Examined.judged(one.model()).stream()
                    .filter(judged -> STRUCTURAL.contains(judged.finding().rule()))
                    .map(judged -> label(one.model(), judged))
                    .sorted()
                    .toList();
            assertEquals(one.expected(), found, () -> "of " + one.model());
            faulty += one.expected().isEmpty() ? 0 : 1;
        }
        assertEquals(MODELS / 2.0, faulty, MODELS / 4.0, "models with faults");
    }

    private static String label(ModelDeclaration model, LintFinding judged) {
        return judged.finding().place().site().orElseThrow().outermost().name() + " "
                + judged.finding().place().attribute() + " "
                + judged.finding().rule();
    }

    @ParameterizedTest
    @EnumSource
    void compilersFindTheSame(TestCompiler compiler) {
        List<String> expected = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < COMPILED; i++) {
            Case one = next("values.Model" + i);
            Source source = AnnotatedSource.of(one.model());
            sources.add(source);
            one.expected().forEach(fault -> expected.add(source.path() + fault.substring(fault.lastIndexOf(' '))));
        }
        try (Compilation compilation =
                compiler.compile(Setup.with(FoveaProcessor::new), sources.toArray(Source[]::new))) {
            assertEquals(
                    expected.stream().sorted().toList(),
                    compilation.diagnostics().stream()
                            .filter(found -> STRUCTURAL.contains(found.rule())
                                    || found.message().contains("Fovea"))
                            .map(found -> found.place().file() + " " + found.rule())
                            .sorted()
                            .toList());
        }
    }
}
