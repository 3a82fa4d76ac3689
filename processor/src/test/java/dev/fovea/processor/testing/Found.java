package dev.fovea.processor.testing;

import dev.fovea.core.lint.Rules;
import dev.fovea.core.report.ReadOn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * One diagnostic of a compiler.
 *
 * @param severity how loud it is
 * @param place where the compiler points: javac's caret, not the start of what it underlines
 * @param message the whole message, which may have several lines; without the last one, which says where to read on
 */
public record Found(Severity severity, Place place, String message) {
    /** Stands for the rule's name in what the compiler itself reports. */
    public static final String COMPILER = "compiler";

    private static final Pattern RULE = Pattern.compile("\\[(\\w+)] .*", Pattern.DOTALL);

    static Found of(Diagnostic<? extends JavaFileObject> diagnostic, Workspace workspace) {
        return new Found(
                Severity.of(diagnostic.getKind()),
                place(diagnostic, workspace),
                withoutReadOn(diagnostic.getMessage(Locale.ROOT)));
    }

    /** The message of a rule without its last line, which always says where to read on; other messages as they are. */
    public static String withoutReadOn(String message) {
        Matcher rule = RULE.matcher(message);
        if (!rule.matches()
                || Rules.infos().stream().noneMatch(info -> info.name().equals(rule.group(1)))) {
            return message;
        }
        int last = message.lastIndexOf('\n');
        if (last < 0 || !message.substring(last).strip().equals(new ReadOn().line(rule.group(1)))) {
            throw new AssertionError("does not say where to read on: " + message);
        }
        return message.substring(0, last);
    }

    /** The name in brackets with which a processor's messages begin; {@link #COMPILER} where there is none. */
    public String rule() {
        Matcher matcher = RULE.matcher(message);
        return matcher.matches() ? matcher.group(1) : COMPILER;
    }

    /** The message up to its first line break. */
    public String firstLine() {
        return message.lines().findFirst().orElse("");
    }

    @Override
    public String toString() {
        return place + " " + severity + " " + firstLine();
    }

    private static Place place(Diagnostic<? extends JavaFileObject> diagnostic, Workspace workspace) {
        // ECJ gives line 0 where javac gives none; its file objects cannot be read, hence the detour over the file.
        if (diagnostic.getSource() == null || diagnostic.getLineNumber() < 1) {
            return Place.NOWHERE;
        }
        Path file = Path.of(diagnostic.getSource().toUri());
        try {
            return Place.at(workspace.relative(file), Files.readString(file), (int) diagnostic.getPosition());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
