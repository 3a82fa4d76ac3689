package dev.fovea.core.html;

import dev.fovea.Network;
import dev.fovea.Padding;
import dev.fovea.UpsampleMode;
import dev.fovea.core.analysis.DilationStack;
import dev.fovea.core.hdc.AxisVerdict;
import dev.fovea.core.hdc.Coverage;
import dev.fovea.core.hdc.RisingEdge;
import dev.fovea.core.hdc.Violation;
import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.core.lint.LintResult;
import dev.fovea.core.repair.RandomModels;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.DeclarationFactory;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.testing.Edit;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Random models and random edits for the pages' script, and what the compiler says when what the script gives to be copied is
 * typed: {@code write FILE} writes the cases, {@code check FILE} compares the script's answers.
 */
public final class WhatIfCases {
    private static final int MODELS = Integer.getInteger("fovea.whatif", 400);
    private static final Set<String> BROKEN = Set.of("EmptyOutput", "ShapeMismatch");

    private WhatIfCases() {}

    /** @param arguments {@code write} or {@code check}, and a file */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        if (arguments[0].equals("write")) {
            Files.writeString(file, write());
        } else if (!check(Files.readAllLines(file))) {
            System.exit(1);
        }
    }

    /** A random model; of seven in eight the last map is resampled, pooled or added to the first, and read by a stack. */
    private static ModelDeclaration model(long seed) {
        ModelDeclaration model = RandomModels.model(seed);
        DeclarationFactory factory = new DeclarationFactory();
        List<Declaration> layers = new ArrayList<>(model.layers());
        String first = layers.get(0).name();
        switch ((int) (seed % 8)) {
            case 0 -> {
                return model;
            }
            case 1 -> layers.add(factory.layer("resampled", "Upsample", Map.of("size", List.of(40L))));
            case 2 -> layers.add(factory.layer("resampled", "AdaptivePool", Map.of("size", List.of(12L))));
            case 3 -> layers.add(factory.layer("resampled", "Upsample", Map.of("to", Network.INPUT)));
            case 4 -> layers.add(factory.layer("pooled", "Pool", pooling()));
            case 5 -> layers.add(factory.layer("resampled", "Upsample", corners()));
            case 6 -> {
                layers.add(factory.layer("pooled", "Pool", pooling()));
                layers.add(factory.layer("resampled", "Upsample", linear(first)));
                layers.add(factory.layer("sum", "Add", Map.of("from", List.of("resampled", first))));
            }
            default -> layers.add(factory.layer("sum", "Residual", Map.of("shortcut", first)));
        }
        layers.add(dilated(factory, "low", 1 + seed % 2));
        layers.add(dilated(factory, "high", 2 + seed % 3));
        return new ModelDeclaration(model.model(), model.input(), model.hdc(), layers);
    }

    private static Map<String, Object> pooling() {
        return Map.of("kernel", List.of(3L), "stride", List.of(2L), "padding", List.of((long) Padding.SAME));
    }

    private static Map<String, Object> linear(String target) {
        return Map.of("to", target, "mode", UpsampleMode.LINEAR.name());
    }

    private static Map<String, Object> corners() {
        return Map.of("scale", List.of(2L), "mode", UpsampleMode.LINEAR.name(), "alignCorners", true);
    }

    private static Declaration dilated(DeclarationFactory factory, String name, long rate) {
        return factory.layer(
                name, "Dilated", Map.of("kernel", List.of(3L), "rate", List.of(rate), "padding", List.of(rate)));
    }

    private static Optional<String> facts(LintResult result) {
        return WhatIfFacts.of(result.network());
    }

    private static String write() {
        StringBuilder cases = new StringBuilder();
        for (int seed = 0; seed < MODELS; seed++) {
            LintResult result = Lint.run(model(seed), LintOptions.DEFAULT);
            Optional<String> facts = facts(result);
            Optional<String> steps = ExplorerFacts.of(result.network().analysis());
            if (facts.isPresent() && steps.isPresent()) {
                cases.append("{\"seed\":%s,\"report\":%s,\"steps\":%s,\"facts\":%s}\n"
                        .formatted(seed, line(result.report().toJson()), line(steps.get()), line(facts.get())));
            }
        }
        return cases.toString();
    }

    private static String line(String json) {
        return json.replace("\n", "");
    }

    private static boolean check(List<String> answers) {
        int compared = 0;
        int open = 0;
        int broken = 0;
        List<String> faults = new ArrayList<>();
        for (String answer : answers) {
            String[] parts = answer.split("\t", -1);
            ModelDeclaration edited = model(Long.parseLong(parts[0]));
            for (String statement : parts[1].split(";")) {
                if (!statement.isEmpty()) {
                    String[] words = statement.split("\\|");
                    edited = new Edit(words[0], words[1], words[2]).in(edited);
                }
            }
            LintResult after = Lint.run(edited, LintOptions.DEFAULT);
            Set<String> structural = after.findings().stream()
                    .map(LintFinding::rule)
                    .filter(BROKEN::contains)
                    .collect(Collectors.toSet());
            String said = parts[2];
            if (said.startsWith("open ")) {
                open++;
            } else if (said.startsWith("broken ") || !structural.isEmpty()) {
                broken++;
                if (!said.startsWith("broken ") || !structural.contains(said.substring(7))) {
                    faults.add(parts[0] + " " + parts[1] + ": " + said + " instead of " + structural);
                }
            } else {
                compared++;
                String expected = text(after, said);
                if (!expected.equals(said)) {
                    faults.add(parts[0] + " " + parts[1] + ":\n  page     " + said + "\n  compiler " + expected);
                }
            }
        }
        System.out.println(compared + " edits compared, " + broken + " that break the model, " + open + " left open, "
                + faults.size() + " faults");
        faults.stream().limit(5).forEach(System.out::println);
        return faults.isEmpty() && compared > 100 && open * 100 < compared;
    }

    /** All figures of a model, as the script writes them; those that the script leaves open are left open here. */
    private static String text(LintResult result, String said) {
        NetworkReport report = result.report();
        List<String> words = new ArrayList<>();
        List<DilationStack> stacks = result.network().stacks();
        for (DilationStack stack : stacks) {
            words.add(stack.members().stream()
                    .map(layer -> report.layers().get(layer).name())
                    .collect(Collectors.joining(",", "[", "]")));
            Optional<Violation> gravest = Optional.empty();
            for (DilationStack.StackAxis axis : stack.axes()) {
                AxisVerdict verdict = axis.verdict();
                Optional<Violation> found = verdict.judge(result.network().strict());
                gravest = gravest.isEmpty() || found.isPresent() && found.get().compareTo(gravest.get()) < 0
                        ? found
                        : gravest;
                words.add(Math.max(1, verdict.divisor()) + ":"
                        + verdict.edges().stream()
                                .map(WhatIfCases::edge)
                                .collect(Collectors.joining("/"))
                                .replace(" ", "")
                        + ":"
                        + read(verdict.own()) + ":" + read(verdict.full()));
            }
            words.add(gravest.map(Violation::name).orElse("sound"));
        }
        List<String> left = List.of(said.split(" "));
        for (LayerReport layer : report.layers()) {
            StringBuilder figures = new StringBuilder(layer.name());
            for (int axis = 0; axis < report.axes(); axis++) {
                figures.append("!")
                        .append(number(layer.shape().size().get(axis)))
                        .append("!")
                        .append(number(layer.field().get(axis).size()))
                        .append("!")
                        .append(layer.field()
                                .get(axis)
                                .start()
                                .map(Object::toString)
                                .orElse("?"));
            }
            String offsets = layer.offsets().stream()
                    .map(along -> along.stream()
                            .map(offset -> offset.map(Object::toString).orElse("?"))
                            .collect(Collectors.joining(",")))
                    .collect(Collectors.joining(";"));
            String open = layer.name() + "!open";
            words.add(left.contains(open) ? open : figures + "!" + offsets);
        }
        return String.join(" ", words);
    }

    private static String edge(RisingEdge edge) {
        return edge.rates() + "k" + (edge.kernel().isPresent() ? edge.kernel().getAsInt() : "?") + edge.m();
    }

    private static String read(Coverage coverage) {
        return number(coverage.covered()) + "of" + coverage.size() + "from" + number(coverage.firstUnread());
    }

    private static String number(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "?";
    }
}
