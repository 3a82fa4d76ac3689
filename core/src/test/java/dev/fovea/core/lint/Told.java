package dev.fovea.core.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.Hdc;
import dev.fovea.core.finding.Acceptance;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.testing.ModelText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is found in a network of a few lines: rule and layer, what else comes from the same cause, and which number would mend it. */
final class Told {
    private static final String SAME_CAUSE = " (from the same cause: ";
    private static final String ONE_NUMBER = " with one number changed by one: ";

    static final LintOptions BUT_UNREAD =
            new LintOptions(Map.of("UnreadPixels", Optional.empty(), "CroppedInput", Optional.empty()), Hdc.STRICT);

    private Told() {}

    /** A model of one axis and four channels. */
    static ModelDeclaration model(int size, String text) {
        return ModelText.model(Map.of("axes", 1L, "channels", 4L, "size", List.of((long) size)), text);
    }

    /** The model with a rule accepted on one of its layers. */
    static ModelDeclaration accepting(ModelDeclaration model, String layer, String rule) {
        Acceptance acceptance = new Acceptance("Accept", List.of(rule), "meant");
        List<Declaration> layers = model.layers().stream()
                .map(one -> !one.name().equals(layer)
                        ? one
                        : new Declaration(
                                one.name(),
                                one.operation(),
                                one.values(),
                                one.beside(),
                                List.of(acceptance),
                                one.block(),
                                one.rateIsOpen()))
                .toList();
        return new ModelDeclaration(model.model(), model.input(), Optional.empty(), layers);
    }

    static void check(int size, String text, String... told) {
        assertEquals(List.of(told), of(model(size, text), LintOptions.DEFAULT));
    }

    /** The same without what is never read, within a field or at a border: other numbers have it as well. */
    static void checkButUnread(int size, String text, String... told) {
        assertEquals(List.of(told), of(model(size, text), BUT_UNREAD));
    }

    static List<String> of(ModelDeclaration model, LintOptions options) {
        return Lint.run(model, options).findings().stream()
                .filter(found -> found.accepted().isEmpty())
                .map(Told::text)
                .toList();
    }

    private static String text(LintFinding found) {
        List<String> lines = found.message().lines().toList();
        int cause = lines.get(0).indexOf(SAME_CAUSE);
        String where = found.rule() + " at " + found.site().outermost().name();
        return Stream.concat(
                        Stream.of(cause < 0 ? where : where + lines.get(0).substring(cause)),
                        lines.stream().filter(line -> line.contains(ONE_NUMBER)))
                .collect(Collectors.joining("\n"));
    }
}
