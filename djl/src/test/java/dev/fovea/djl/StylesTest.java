package dev.fovea.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.report.NetworkReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builders in the many styles of programmers are read right, or said not to be read. */
@Tag("engine")
final class StylesTest {
    private static final List<String> CLASSES = List.of("Styles", "MoreStyles", "Transformers");

    private static final List<String> NOT_READ = List.of(
            "anonymous: network: anonymous classes are not followed; give the class a name",
            "caught: network: parseInt throws NumberFormatException here",
            "enumMap: network: what new EnumMap(…) does is known only at run time",
            "enumValues: conv[1]: a constant with a body of its own is not followed",
            "staticBlock: linear1: BASE is a static field that is assigned elsewhere; make it final, with a"
                    + " constant initializer",
            "endsInAnotherGrid: unread1: what reshape returns is not a feature map that is followed",
            "headsThatDoNotDivide: selfAttention: build() throws an exception here: 3 heads do not divide an embedding of 8",
            "ofAMap: selfAttention: attention reads an array of batch, positions and channels, but this is another;"
                    + " reshape and transpose the map before it",
            "ofOthers: attention: no single annotation expresses attention over several arrays or with a mask",
            "words: unread1: ai.djl.nn.transformer.BertBlock looks up a vector by the number of a word, which no"
                    + " annotation expresses");

    @Test
    void buildersOfManyStylesAreReadRightOrNotRead(@TempDir Path reports, @TempDir Path classes)
            throws IOException, ReflectiveOperationException {
        List<JavaFileObject> sources = new ArrayList<>();
        for (String name : CLASSES) {
            sources.add(ReadCode.source("styles/%s.java".formatted(name), ReadCode.resource(name + ".java")));
        }
        List<String> wrong = new ArrayList<>();
        List<String> said = new ArrayList<>();
        try (ReadCode read = ReadCode.of(reports, sources, "-proc:only");
                ReadCode compiled = ReadCode.of(classes, sources, "-proc:none")) {
            assertEquals(List.of(), compiled.messages());
            for (String name : CLASSES) {
                String type = "styles." + name;
                for (String method : compiled.models(type)) {
                    if (!read.hasReport(type, method)) {
                        wrong.add(method + " has no report");
                        continue;
                    }
                    NetworkReport report = read.report(compiled, type, method);
                    List<String> notRead = report.diagnostics().stream()
                            .filter(one -> one.rule().equals("CodeNotRead"))
                            .map(one -> method + ": " + one.message().replaceFirst("nothing is known of ", ""))
                            .toList();
                    said.addAll(notRead);
                    if (notRead.isEmpty()) {
                        String built = String.join(
                                "\n",
                                BuilderCodeTest.lines(
                                        compiled.built(type, method, report).report()));
                        String lines = String.join("\n", BuilderCodeTest.lines(report));
                        if (!built.equals(lines)) {
                            wrong.add("%s: %s\nread %s".formatted(method, built, lines));
                        }
                    }
                }
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertEquals(String.join("\n", NOT_READ), String.join("\n", said));
    }
}
