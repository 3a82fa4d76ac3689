package dev.fovea.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.report.NetworkReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about builder code, and the README's example of it, say what happens. */
final class BuilderCodePageTest {
    private static final Pattern BLOCK = Pattern.compile("(?s)```(\\w*)\\n(.*?)```");

    @Test
    void examplesGiveTheirMessages(@TempDir Path folder) throws IOException, ReflectiveOperationException {
        List<JavaFileObject> sources = ReadCode.zoo();
        List<String> expected = new ArrayList<>();
        String page = Files.readString(Path.of("../docs/builder-code.md"));
        BLOCK.matcher(page).results().forEach(block -> {
            String text = block.group(2);
            if (block.group(1).equals("java")) {
                String name = text.replaceFirst("(?s).*?public class (\\w+).*", "$1");
                sources.add(ReadCode.source("example/" + name + ".java", text));
            } else {
                expected.add(text.strip());
            }
        });
        try (ReadCode code = ReadCode.of(folder, sources)) {
            assertEquals(facts(expected), facts(code.findings("SkippedInput", "UnusedAcceptance")));
            NetworkReport mobileNet = code.report("example.Models", "mobileNet");
            assertTrue(
                    page.contains("%d layers, %,d parameters"
                            .formatted(
                                    mobileNet.layers().size(),
                                    mobileNet.parameters().orElseThrow())),
                    "%d layers, %,d parameters"
                            .formatted(
                                    mobileNet.layers().size(),
                                    mobileNet.parameters().orElseThrow()));
        }
    }

    /** Places and faults; advice has tests of its own. */
    private static List<String> facts(List<String> messages) {
        return messages.stream().map(message -> message.replaceFirst(";.*", "")).toList();
    }

    @Test
    void theReadmeShowsTheFirstExample() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        String page = Files.readString(Path.of("../docs/builder-code.md"));
        for (String part : List.of(
                page.substring(page.indexOf("    @Network(input"), page.indexOf("}\n```\n\nThe builder has")),
                page.substring(page.indexOf("MobileNetV2.java:145"), page.indexOf("```\n\nThe published network")))) {
            assertTrue(readme.contains(part.strip()), part);
        }
    }
}
