package dev.fovea.core.sources;

import dev.fovea.core.finding.Severity;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.core.lint.LintResult;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.sources.Written.Type;
import dev.fovea.core.sources.Written.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the core finds in a source, in the way of a compilation, against the markers in it. */
final class Marked {
    private static final Pattern MARKER =
            Pattern.compile("\\s*//\\s*(\\^|<-|nowhere) +(?:(javac|ecj) +)?(error|warning|note) +(\\w+)(?:: (.*))?");

    /** What compilers find, and the reader of their elements. */
    private static final Set<String> READERS = Set.of("compiler", "LayerConflict", "BlockCycle");

    /** What the core finds by the rules of that reader. */
    private static final Pattern OF_CORE = Pattern.compile(
            ".*(no effect on a network as a whole|a figure of one layer"
                    + "|has two annotations|a layer of another block|is already that of|shares the weights of|a placeholder of Param).*");

    private final String source;
    private final List<Type> types;
    private final SourceModels models;
    private final LintOptions options;

    /** A finding at a region of the source. */
    record Found(Severity severity, String rule, Value region, String message) {}

    private record Expected(Severity severity, String rule, int offset, String text) {
        boolean matches(Found found) {
            String first = found.message().lines().findFirst().orElse("");
            String[] parts = text.split(" \\| ", 2);
            return severity == found.severity()
                    && rule.equals(found.rule())
                    && found.region().holds(offset)
                    && first.contains(parts[0])
                    && (parts.length == 1
                            || found.message().substring(first.length()).contains(parts[1]));
        }
    }

    Marked(String source, LintOptions options) {
        this.source = source;
        this.types = SourceReader.read(source);
        this.models = new SourceModels(types);
        this.options = options;
    }

    /** What is found that no marker expects, and what markers expect that is not found. */
    List<String> differences() {
        List<Found> found = new ArrayList<>(found());
        List<String> differences = new ArrayList<>();
        for (Expected expected : expected()) {
            Optional<Found> match = found.stream().filter(expected::matches).findFirst();
            if (match.isPresent()) {
                found.remove(match.get());
            } else {
                differences.add("missing: " + expected);
            }
        }
        found.forEach(one -> differences.add("not expected: " + one));
        return differences;
    }

    /** Reads the source without judging it. */
    void read() {
        expected();
        types.forEach(models::model);
    }

    private List<Expected> expected() {
        List<Expected> expected = new ArrayList<>();
        int lineStart = 0;
        int target = 0;
        for (String line : source.split("\n", -1)) {
            Matcher marker = MARKER.matcher(line);
            if (!marker.matches()) {
                target = lineStart;
            } else if (!"ecj".equals(marker.group(2))) {
                boolean isOfReader = READERS.contains(marker.group(4))
                        && (marker.group(5) == null
                                || !OF_CORE.matcher(marker.group(5)).matches());
                if (isOfReader || marker.group(1).equals("nowhere")) {
                    throw new UnreadException("what a reader of the compiler's elements finds");
                }
                int column = marker.group(1).equals("^") ? marker.start(1) : line.indexOf("//");
                expected.add(new Expected(
                        Severity.valueOf(marker.group(3).toUpperCase(Locale.ROOT)),
                        marker.group(4),
                        target + column,
                        marker.group(5) == null ? "" : marker.group(5).strip()));
            }
            lineStart += line.length() + 1;
        }
        return expected;
    }

    /** Models in the order of their names, blocks last; what several models find in a block is found once. */
    List<Found> found() {
        List<Found> found = new ArrayList<>();
        Map<Object, Boolean> known = new HashMap<>();
        Set<String> used = new HashSet<>();
        List<Type> ordered =
                types.stream().sorted(Comparator.comparing(Type::name)).toList();
        for (boolean isBlock : new boolean[] {false, true}) {
            for (Type type : ordered) {
                if (type.annotation("Block").isPresent() == isBlock) {
                    Optional<ModelDeclaration> model = models.model(type);
                    if (model.isPresent()) {
                        judge(type, model.get(), used, known, found);
                    }
                }
            }
        }
        return found;
    }

    private void judge(
            Type type, ModelDeclaration model, Set<String> used, Map<Object, Boolean> known, List<Found> found) {
        LintResult result = Lint.run(model, options);
        if (!model.isBlock()) {
            addUsed(model.layers(), used);
        }
        for (LintFinding finding : result.findings()) {
            boolean isStructural = Structural.isStructural(finding.finding());
            boolean isToldElsewhere = model.isBlock()
                    ? !isStructural && !finding.rule().equals("ExpectationFailed") && used.contains(type.name())
                    : isStructural && finding.location().isOfBlock();
            if (isToldElsewhere) {
                continue;
            }
            Boolean wasAccepted = known.get(finding.identity());
            if (wasAccepted != null && (!wasAccepted || finding.accepted().isPresent())) {
                continue;
            }
            known.put(finding.identity(), finding.accepted().isPresent());
            if (finding.accepted().isEmpty()) {
                found.add(new Found(
                        finding.severity(),
                        finding.rule(),
                        models.at(
                                type,
                                finding.location().member(),
                                finding.location().place()),
                        "[%s] %s".formatted(finding.rule(), finding.message())));
            }
        }
    }

    private static void addUsed(List<Declaration> layers, Set<String> used) {
        for (Declaration layer : layers) {
            if (layer.block().isPresent() && used.add(layer.block().get().name())) {
                addUsed(layer.block().get().layers(), used);
            }
        }
    }
}
