package dev.fovea.djl;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes in builder code that still compile. */
final class CodeMutations {
    /** Numbers of the code proper, not of texts, names and fractions. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.\"])\\d+(?![\\w.\"])");

    private static final Pattern OPTION = Pattern.compile("\\.opt\\w+\\((?:[^()]|\\([^()]*\\))*\\)");
    private static final Pattern OPERATOR = Pattern.compile("(?<= )[-+*](?= )");
    private static final Pattern COMPARISON = Pattern.compile("(?<= )(<|>|==)(?= )");
    private static final List<String> NUMBERS = List.of("1", "2", "3", "4", "5", "8", "16");
    private static final List<List<String>> WORDS = List.of(
            List.of("maxPool2dBlock", "avgPool2dBlock"),
            List.of("Activation::relu", "Activation::tanh"),
            List.of("NDArrays.add", "NDArrays.mul"),
            List.of("getNDArrayInternal().relu()", "neg()"),
            List.of("rows.mean", "rows.max"));

    /** Labels of a switch are constants; the input, and what only tells the engine shapes, stay as they are. */
    private static final List<String> KEPT = List.of("case ", "@Input", "getInteger", "Shape[]", "Shape wide");

    private final Random random;
    private final String head;
    private String code;

    private CodeMutations(String source, Random random) {
        // The network's input stays.
        int start = source.indexOf("class Mutant");
        this.head = source.substring(0, start);
        this.code = source.substring(start);
        this.random = random;
    }

    /** The source with a few changes, under another name. */
    static String of(String source, String name, Random random) {
        CodeMutations mutations = new CodeMutations(source, random);
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            mutations.mutate();
        }
        return (mutations.head + mutations.code).replace("class Mutant", "class " + name);
    }

    private void mutate() {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> replace(NUMBER, NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 3 -> replace(NUMBER, "unknown()");
            case 4 -> replace(OPTION, "");
            case 5 -> replace(OPERATOR, List.of("+", "-", "*").get(random.nextInt(3)));
            case 6 -> replace(COMPARISON, List.of("<", ">", "!=").get(random.nextInt(3)));
            default -> word();
        }
    }

    private void word() {
        List<String> pair = WORDS.get(random.nextInt(WORDS.size()));
        replace(Pattern.compile(Pattern.quote(pair.get(0))), pair.get(1));
    }

    private void replace(Pattern pattern, String replacement) {
        List<MatchResult> matches = new ArrayList<>();
        pattern.matcher(code).results().forEach(match -> {
            int line = code.lastIndexOf('\n', match.start());
            String before = code.substring(line + 1, match.start());
            if (KEPT.stream().noneMatch(before::contains)) {
                matches.add(match);
            }
        });
        if (!matches.isEmpty()) {
            MatchResult chosen = matches.get(random.nextInt(matches.size()));
            code = code.substring(0, chosen.start()) + replacement + code.substring(chosen.end());
        }
    }
}
