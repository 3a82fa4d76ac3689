package dev.fovea.core.sources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The calls in a test's code whose arguments are texts, constants for texts, or stacks of layers that a helper writes. */
final class Calls {
    private static final Pattern CALL = Pattern.compile("(?<![\\w.])(expect|expectMessages|check)\\(");
    private static final String TEXT = "(?:\"\"\"\n((?s:.*?)[^\\\\])\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\")";
    private static final Pattern CONSTANT = Pattern.compile("static final String (\\w+) = " + TEXT + ";");
    private static final Pattern ARGUMENT = Pattern.compile("\\s*(?:" + TEXT + "|([A-Z_]+))(?=[.,)\\s])");
    private static final Pattern HELPER =
            Pattern.compile("(?<![\\w.])(plain|dilated|stack|model)\\(((?:\\s*" + TEXT + "|[\\d, ]+|,)+)\\)");
    private static final Pattern SOURCE = Pattern.compile("Source\\.of\\((?:" + TEXT + "|([A-Z_]+))\\)");
    private static final Pattern SOURCES = Pattern.compile(
            "Check\\.expect\\(Setup\\.with\\(FoveaProcessor::new\\), ((?:" + SOURCE.pattern() + "(?:,\\s*)?)+)\\)");
    private static final Pattern REPLACED = Pattern.compile("\\.replace\\(" + TEXT + ", " + TEXT + "\\)");

    private final String code;
    private final Map<String, String> constants = new HashMap<>();

    private Calls(String code) {
        Matcher constant = CONSTANT.matcher(code);
        while (constant.find()) {
            constants.put(constant.group(1), text(constant, 2));
        }
        String joined = SOURCES.matcher(code.replace("Check.expect(FoveaProcessor::new, ", "expect("))
                .replaceAll(call -> Matcher.quoteReplacement("expect(" + literal(joined(call.group(1))) + ")"));
        this.code = expanded(joined);
    }

    /** A call; calls are counted from 1. */
    record Call(String method, List<String> arguments, int number) {}

    static List<Call> of(String code) {
        return new Calls(code).calls();
    }

    private List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        Matcher call = CALL.matcher(code);
        while (call.find()) {
            List<String> arguments = new ArrayList<>();
            int at = argument(call.end(), arguments);
            while (at >= 0 && code.charAt(at) == ',') {
                at = argument(at + 1, arguments);
            }
            if (at >= 0 && code.startsWith(");", at)) {
                calls.add(new Call(call.group(1), arguments, calls.size() + 1));
            }
        }
        return calls;
    }

    /** Reads an argument, a sum of texts; where what follows it stands, or -1 if it is something else. */
    private int argument(int from, List<String> arguments) {
        StringBuilder sum = new StringBuilder();
        int at = term(from, sum);
        while (at >= 0 && code.charAt(at) == '+') {
            at = term(at + 1, sum);
        }
        arguments.add(sum.toString());
        return at;
    }

    private int term(int from, StringBuilder sum) {
        Matcher argument = ARGUMENT.matcher(code);
        if (!argument.find(from) || argument.start() != from) {
            return -1;
        }
        String text = argument.group(3) != null ? constants.get(argument.group(3)) : text(argument, 1);
        if (text == null) {
            return -1;
        }
        int at = argument.end();
        Matcher replaced = REPLACED.matcher(code);
        while (replaced.find(at) && replaced.start() == at) {
            text = text.replace(text(replaced, 1), text(replaced, 3));
            at = replaced.end();
        }
        sum.append(text);
        while (Character.isWhitespace(code.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Several sources as one. */
    private String joined(String sources) {
        StringBuilder joined = new StringBuilder();
        Matcher source = SOURCE.matcher(sources);
        while (source.find()) {
            joined.append(source.group(3) != null ? constants.get(source.group(3)) : text(source, 1));
        }
        return joined.toString();
    }

    /** A text block, or a string. */
    private static String text(Matcher matcher, int group) {
        return matcher.group(group) != null
                ? matcher.group(group).stripIndent().translateEscapes()
                : matcher.group(group + 1).translateEscapes();
    }

    /** The code with literals in the place of calls of the helpers that write members and models. */
    private static String expanded(String code) {
        String before = code;
        while (true) {
            String after = HELPER.matcher(before)
                    .replaceAll(call -> Matcher.quoteReplacement(literal(written(call.group(1), call.group(2)))));
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
    }

    private static String literal(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    /** What the helper of this name writes. */
    private static String written(String helper, String arguments) {
        StringBuilder texts = new StringBuilder();
        Matcher text = Pattern.compile(TEXT).matcher(arguments);
        while (text.find()) {
            texts.append(text(text, 1));
        }
        return switch (helper) {
            case "plain" -> "    @Conv(kernel = 3) Object %s;\n".formatted(texts);
            case "dilated" -> dilated(arguments);
            case "stack" -> model(dilated(arguments));
            default -> model(texts.toString());
        };
    }

    private static String model(String members) {
        return "import dev.fovea.*;\n\nclass Net {\n%s}\n".formatted(members);
    }

    /** A kernel, and the rates of layers that have it. */
    private static String dilated(String numbers) {
        String[] parts = numbers.split(", ");
        StringBuilder members = new StringBuilder();
        for (int i = 1; i < parts.length; i++) {
            members.append("    @Dilated(kernel = %s, rate = %s) Object d%s;\n".formatted(parts[0], parts[i], i));
        }
        return members.toString();
    }
}
