package dev.fovea.core.sources;

import dev.fovea.core.sources.Tokens.Token;
import dev.fovea.core.sources.Written.Member;
import dev.fovea.core.sources.Written.Type;
import dev.fovea.core.sources.Written.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the classes of a source, and their annotated members: as much of Java as model definitions need. */
final class SourceReader {
    private static final Set<String> MODIFIERS =
            Set.of("public", "protected", "private", "static", "final", "abstract", "sealed", "transient", "volatile");
    private static final Set<String> KINDS = Set.of("class", "enum", "interface", "record");

    private final Tokens tokens;
    private final List<Type> types = new ArrayList<>();
    private final Map<String, Object> constants = new HashMap<>();

    private SourceReader(String source) {
        tokens = new Tokens(source);
    }

    /**
     * The classes, nested ones too.
     *
     * @throws UnreadException if it has something else
     */
    static List<Type> read(String source) {
        SourceReader reader = new SourceReader(source);
        while (!reader.tokens.atEnd()) {
            if (reader.tokens.at("package") || reader.tokens.at("import")) {
                if (reader.tokens.peek(1).equals("static")) {
                    throw new UnreadException("a static import");
                }
                while (!reader.tokens.take().text().equals(";")) {}
            } else if (!reader.tokens.accept(";")) {
                reader.declaration("");
            }
        }
        return reader.types;
    }

    /** A class, or a member that is passed over; a field is added to {@code members}. */
    private List<Member> declaration(String around) {
        List<Written> annotations = new ArrayList<>();
        boolean isStatic = false;
        int start = -1;
        while (true) {
            if (tokens.at("@") && !tokens.peek(1).equals("interface")) {
                annotations.add(annotation());
            } else if (MODIFIERS.contains(tokens.peek(0))) {
                Token modifier = tokens.take();
                start = start < 0 ? modifier.start() : start;
                isStatic |= modifier.text().equals("static");
            } else {
                break;
            }
        }
        if (KINDS.contains(tokens.peek(0))
                && !tokens.peek(2).equals("=")
                && !tokens.peek(1).equals("(")) {
            Token kind = tokens.take();
            type(around, kind.text(), start < 0 ? kind.start() : start, annotations);
            return List.of();
        }
        if (around.isEmpty() || tokens.at("@") || tokens.at("{") || tokens.at("<")) {
            throw new UnreadException(tokens.peek(0));
        }
        return member(annotations, isStatic);
    }

    private void type(String around, String kind, int start, List<Written> annotations) {
        if (!kind.equals("class")) {
            throw new UnreadException(kind);
        }
        Token name = tokens.take();
        String full = around.isEmpty() ? name.text() : around + "." + name.text();
        while (!tokens.at("{")) {
            tokens.take();
        }
        tokens.expect("{");
        List<Member> members = new ArrayList<>();
        types.add(new Type(full, kind, start, name.end(), annotations, members));
        while (!tokens.accept("}")) {
            if (!tokens.accept(";")) {
                members.addAll(declaration(full));
            }
        }
    }

    private List<Member> member(List<Written> annotations, boolean isStatic) {
        StringBuilder type = new StringBuilder();
        Token last = tokens.take();
        while (!tokens.at("=") && !tokens.at(";") && !tokens.at("(") && !tokens.at(",")) {
            if (tokens.at("{") || tokens.at("}")) {
                throw new UnreadException("a member without an end");
            }
            type.append(last.text());
            last = tokens.take();
        }
        if (tokens.at("(")) {
            if (!annotations.isEmpty()) {
                throw new UnreadException("an annotated method");
            }
            while (!tokens.at("{") && !tokens.at(";")) {
                tokens.take();
            }
            if (tokens.at("{")) {
                tokens.skipBrackets();
            }
            return List.of();
        }
        if (tokens.accept("=")) {
            if (isStatic
                    && annotations.isEmpty()
                    && (type.toString().equals("int") || type.toString().equals("String"))) {
                constants.put(last.text(), value().value());
            }
            while (!tokens.at(";")) {
                tokens.skipBrackets();
            }
        }
        List<Member> members = new ArrayList<>();
        members.add(new Member(last.text(), last.start(), isStatic, type.toString(), annotations));
        while (tokens.accept(",")) {
            Token next = tokens.take();
            members.add(new Member(next.text(), next.start(), isStatic, type.toString(), annotations));
        }
        tokens.expect(";");
        return members;
    }

    private Written annotation() {
        int start = tokens.expect("@").start();
        String name = tokens.take().text();
        while (tokens.accept(".")) {
            name = tokens.take().text();
        }
        Map<String, Value> values = new LinkedHashMap<>();
        if (tokens.accept("(") && !tokens.accept(")")) {
            do {
                boolean isNamed = tokens.peek(1).equals("=");
                String attribute = isNamed ? tokens.take().text() : "value";
                if (isNamed) {
                    tokens.expect("=");
                }
                values.put(attribute, value());
            } while (tokens.accept(","));
            tokens.expect(")");
        }
        return new Written(name, start, tokens.end(), values);
    }

    private Value value() {
        if (tokens.at("@")) {
            Written nested = annotation();
            return new Value(nested.start(), nested.end(), nested);
        }
        if (tokens.at("{")) {
            int start = tokens.take().start();
            List<Value> entries = new ArrayList<>();
            while (!tokens.accept("}")) {
                entries.add(value());
                tokens.accept(",");
            }
            return new Value(start, tokens.end(), entries);
        }
        Value sum = factor();
        while (tokens.at("+") || tokens.at("*") || tokens.at("-") || tokens.at("<")) {
            String operator = tokens.take().text();
            if (tokens.accept("<")) {
                operator = "<<";
            }
            Value other = factor();
            sum = new Value(sum.start(), other.end(), combined(sum.value(), operator, other.value()));
        }
        return sum;
    }

    private static Object combined(Object one, String operator, Object other) {
        if (operator.equals("+") && (one instanceof String || other instanceof String)) {
            return one.toString() + other;
        }
        if (one instanceof Long a && other instanceof Long b) {
            return switch (operator) {
                case "+" -> a + b;
                case "-" -> a - b;
                case "<<" -> a << b;
                default -> throw new UnreadException("a product");
            };
        }
        throw new UnreadException(operator);
    }

    private Value factor() {
        Token first = tokens.take();
        if (first.text().equals("(")) {
            Value inner = value();
            return new Value(first.start(), tokens.expect(")").end(), inner.value());
        }
        if (first.text().equals("-")) {
            Value value = factor();
            if (value.value() instanceof Long number) {
                return new Value(first.start(), value.end(), -number);
            }
            if (value.value() instanceof Double number) {
                return new Value(first.start(), value.end(), -number);
            }
            throw new UnreadException("-");
        }
        if (first.text().startsWith("\"")) {
            return new Value(
                    first.start(),
                    first.end(),
                    first.text().substring(1, first.text().length() - 1).translateEscapes());
        }
        if (Character.isDigit(first.text().charAt(0))) {
            return new Value(first.start(), first.end(), number(first.text().replace("_", "")));
        }
        if (!first.isWord()) {
            throw new UnreadException(first.text());
        }
        List<String> parts = new ArrayList<>(List.of(first.text()));
        while (tokens.accept(".")) {
            parts.add(tokens.take().text());
        }
        return new Value(first.start(), tokens.end(), named(parts));
    }

    private static Object number(String text) {
        try {
            return text.contains(".") || text.contains("e") && !text.startsWith("0x")
                    ? (Object) Double.valueOf(text)
                    : (Object) Long.decode(text);
        } catch (NumberFormatException other) {
            throw new UnreadException(text);
        }
    }

    private Object named(List<String> parts) {
        String last = parts.get(parts.size() - 1);
        if (parts.size() == 1) {
            if (last.equals("true") || last.equals("false")) {
                return Boolean.valueOf(last);
            }
            if (constants.containsKey(last)) {
                return constants.get(last);
            }
            throw new UnreadException(last);
        }
        if (last.equals("class")) {
            return String.join(".", parts.subList(0, parts.size() - 1));
        }
        try {
            Object value = Class.forName("dev.fovea." + parts.get(parts.size() - 2))
                    .getField(last)
                    .get(null);
            return value instanceof Integer number
                    ? (Object) number.longValue()
                    : value instanceof Enum<?> one ? one.name() : value;
        } catch (ReflectiveOperationException unknown) {
            if (parts.size() == 2 && constants.containsKey(last)) {
                return constants.get(last);
            }
            throw new UnreadException(String.join(".", parts));
        }
    }
}
