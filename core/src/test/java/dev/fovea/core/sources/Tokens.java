package dev.fovea.core.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of a source, comments left out. */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("\\s+|//[^\n]*|/\\*(?s:.*?)\\*/"
            + "|(\"(?:[^\"\\\\\n]|\\\\.)*\"|[\\w$]+(?:\\.\\d+(?:[eE]-?\\d+)?)?|\\.\\.\\.|(?s:.))");

    /** A token and where it begins. */
    record Token(String text, int start) {
        int end() {
            return start + text.length();
        }

        boolean isWord() {
            return Character.isJavaIdentifierStart(text.charAt(0));
        }
    }

    private final List<Token> tokens = new ArrayList<>();
    private int next;

    Tokens(String source) {
        Matcher matcher = TOKEN.matcher(source);
        int at = 0;
        while (at < source.length() && matcher.find(at)) {
            if (matcher.group(1) != null) {
                tokens.add(new Token(matcher.group(1), at));
            }
            at = matcher.end();
        }
    }

    boolean atEnd() {
        return next == tokens.size();
    }

    /** The token after {@code ahead} others. */
    String peek(int ahead) {
        return next + ahead < tokens.size() ? tokens.get(next + ahead).text() : "";
    }

    boolean at(String text) {
        return peek(0).equals(text);
    }

    Token take() {
        if (atEnd()) {
            throw new UnreadException("the source ends");
        }
        return tokens.get(next++);
    }

    boolean accept(String text) {
        if (at(text)) {
            next++;
            return true;
        }
        return false;
    }

    Token expect(String text) {
        Token token = take();
        if (!token.text().equals(text)) {
            throw new UnreadException("%s where %s is expected".formatted(token.text(), text));
        }
        return token;
    }

    /** Where the last token ends. */
    int end() {
        return tokens.get(next - 1).end();
    }

    /** Passes over what is in brackets, the next token being the opening one. */
    void skipBrackets() {
        int depth = 0;
        do {
            String text = take().text();
            if (text.equals("(") || text.equals("{") || text.equals("[")) {
                depth++;
            } else if (text.equals(")") || text.equals("}") || text.equals("]")) {
                depth--;
            }
        } while (depth > 0);
    }
}
