package dev.fovea.core.repair;

import dev.fovea.core.finding.Site;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.LintResult;
import dev.fovea.core.network.Operation;
import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.testing.Edit;
import dev.fovea.report.StackReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from a message what its author is to type: as a person would, from the text alone. */
public final class Advice {
    private static final String VALUE = "(\\{[^}]*}|[\\w.]+)";
    private static final Pattern STATEMENT = Pattern.compile("(\\w+) = " + VALUE + " at ([\\w.]+)");
    private static final Pattern RATES = Pattern.compile("; use rates ([\\d, ]+) \\([^)]*\\)(?: with padding (.*))?");
    private static final Pattern DECLARE =
            Pattern.compile("; declare ([\\w.]+) as @Dilated\\(rate = 1\\), which changes nothing, or ");
    private static final Pattern PLACED = Pattern.compile(VALUE + " at ([\\w.]+)");
    private static final Pattern SIMPLE =
            Pattern.compile("; use (?:a rate of at most \\d+ \\()?((?:and )?(?:kernel|rate) " + VALUE + ".*)");
    private static final Pattern PART =
            Pattern.compile("\\b(kernel|rate|padding|outputPadding) (\\{[^}]*}|\\d+(?: before and \\d+ after)?)");

    private Advice() {}

    /** What the finding proposes; nothing where it names no values. */
    public static List<Edit> of(LintFinding finding, LintResult result) {
        String first = finding.message()
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll(" \\((?:and \\d+ more layers?|from the same cause: )[^)]*\\)", "")
                .replaceAll("; (?:declare|state) [^;]*, which changes nothing, or ", "; ");
        List<Edit> edits = new ArrayList<>();
        int write = first.indexOf("; write ");
        if (write >= 0) {
            Matcher statement = STATEMENT.matcher(first.substring(write));
            while (statement.find()) {
                edits.add(new Edit(statement.group(3), statement.group(1), statement.group(2)));
            }
            return edits;
        }
        Matcher rates = RATES.matcher(first);
        if (rates.find()) {
            listed(rates, members(finding, result), edits);
            return edits;
        }
        Matcher simple = SIMPLE.matcher(first);
        if (simple.find() && finding.location().member().isPresent()) {
            Declaration member = finding.location().member().get();
            String layer = written(finding.finding().place().site().orElseThrow(), result);
            Matcher part = PART.matcher(simple.group(1));
            while (part.find()) {
                String value = part.group(2).replaceAll("(\\d+) before and (\\d+) after", "{$1, $1, $2, $2}");
                boolean isArgument = finding.location().isArgument()
                        && part.group(1).equals(finding.location().place().attribute());
                edits.add(new Edit(isArgument ? member.name() : layer, part.group(1), value));
            }
        }
        return edits;
    }

    /** The model with the plain layer declared as the finding proposes first, if it does. */
    public static Optional<ModelDeclaration> declared(LintFinding finding, ModelDeclaration model) {
        Matcher declare = DECLARE.matcher(finding.message());
        return declare.find()
                ? Optional.of(new ModelDeclaration(
                        model.model(), model.input(), model.hdc(), declared(declare.group(1), "", model.layers())))
                : Optional.empty();
    }

    private static List<Declaration> declared(String member, String owner, List<Declaration> layers) {
        return layers.stream()
                .map(layer -> {
                    boolean isMeant = (owner + layer.name()).equals(member);
                    Map<String, Object> values = new LinkedHashMap<>(layer.values());
                    if (isMeant) {
                        values.put("rate", List.of(1L));
                    }
                    return new Declaration(
                            layer.name(),
                            isMeant ? Operation.DILATED : layer.operation(),
                            values,
                            layer.beside(),
                            layer.acceptances(),
                            layer.block()
                                    .map(block -> new BlockDeclaration(
                                            block.name(),
                                            block.isSource(),
                                            block.axes(),
                                            declared(member, block.name() + ".", block.layers()),
                                            block.acceptances())),
                            layer.rateIsOpen());
                })
                .toList();
    }

    private static void listed(Matcher rates, List<String> members, List<Edit> edits) {
        List<String> values = Arrays.asList(rates.group(1).split(", "));
        for (int i = 0; i < values.size(); i++) {
            edits.add(new Edit(members.get(i), "rate", values.get(i)));
        }
        if (rates.group(2) == null) {
            return;
        }
        if (!rates.group(2).contains(" at ")) {
            List<String> paddings = Arrays.asList(rates.group(2).split(", "));
            for (int i = 0; i < values.size(); i++) {
                edits.add(new Edit(members.get(i), "padding", paddings.get(i)));
            }
            return;
        }
        Matcher placed = PLACED.matcher(rates.group(2));
        while (placed.find()) {
            edits.add(new Edit(member(placed.group(2), members), "padding", placed.group(1)));
        }
    }

    /** Where the layers are written whose stack the finding is on. */
    private static List<String> members(LintFinding finding, LintResult result) {
        String layer = result.network().network().layers().stream()
                .filter(one ->
                        one.site().equals(finding.finding().place().site().orElseThrow()))
                .findFirst()
                .orElseThrow()
                .name();
        StackReport stack = result.report().stacks().stream()
                .filter(one -> one.layers().contains(layer))
                .findFirst()
                .orElseThrow();
        return stack.layers().stream().map(name -> written(name, result)).toList();
    }

    private static String member(String expanded, List<String> members) {
        String last = expanded.substring(expanded.lastIndexOf('.') + 1);
        return members.stream()
                .filter(member -> member.substring(member.lastIndexOf('.') + 1).equals(last))
                .findFirst()
                .orElseThrow();
    }

    private static String written(String layer, LintResult result) {
        return written(
                result.network().network().layers().stream()
                        .filter(one -> one.name().equals(layer))
                        .findFirst()
                        .orElseThrow()
                        .site(),
                result);
    }

    private static String written(Site site, LintResult result) {
        List<Declaration> path = result.model().declarations(site);
        String name = path.get(path.size() - 1).name();
        return path.size() == 1
                ? name
                : path.get(path.size() - 2).block().orElseThrow().name() + "." + name;
    }
}
