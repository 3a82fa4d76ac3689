package dev.fovea.core.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The text of a rule's page, which is part of the processor's jar. */
public final class RuleDocument {
    private RuleDocument() {}

    /** Whether there is a page of this name. */
    public static boolean exists(String rule) {
        return rule.matches("[A-Za-z]+") && RuleDocument.class.getResource("rules/" + rule + ".md") != null;
    }

    /** The whole page. */
    public static String markdown(String rule) {
        String name = "rules/" + rule + ".md";
        try (InputStream page = RuleDocument.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(page, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
