package dev.fovea.processor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The SARIF log of a compilation, which is valid against the official schema.
 *
 * @param text the whole file
 * @param run its only run
 */
public record SarifFile(String text, JsonNode run) {
    public static final String OPTION = "-Afovea.sarif={workspace}/classes/logs/fovea.sarif";
    private static final String ROOT = "-Afovea.root={workspace}/sources";
    private static final JsonSchema SCHEMA = schema();

    /** What the compiler writes for these sources; the log's paths are relative to the folder of the sources. */
    public static SarifFile of(TestCompiler compiler, Source... sources) {
        return of(compiler, Setup.with(FoveaProcessor::new), sources);
    }

    /** The same with a setup whose own options are kept. */
    public static SarifFile of(TestCompiler compiler, Setup setup, Source... sources) {
        String[] options =
                Stream.concat(Stream.of(OPTION, ROOT), setup.options().stream()).toArray(String[]::new);
        try (Compilation compilation = compiler.compile(setup.withOptions(options), sources)) {
            return of(compilation);
        }
    }

    public static SarifFile of(Compilation compilation) {
        String text = compilation.resourceText("logs/fovea.sarif").orElseThrow();
        assertEquals(Set.of(), SCHEMA.validate(text, InputFormat.JSON));
        try {
            JsonNode runs = new ObjectMapper().readTree(text).get("runs");
            assertEquals(1, runs.size());
            return new SarifFile(text, runs.get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<JsonNode> results() {
        return list(run.get("results"));
    }

    /** One line per result: {@code file:line:column-line:column member level Rule}, and the reason of an acceptance. */
    public List<String> lines() {
        return results().stream().map(SarifFile::line).toList();
    }

    public List<String> fingerprints() {
        return results().stream()
                .map(result ->
                        result.get("partialFingerprints").get("foveaAnchor/v1").asText())
                .toList();
    }

    public static List<JsonNode> list(JsonNode array) {
        List<JsonNode> list = new ArrayList<>();
        array.forEach(list::add);
        return list;
    }

    private static String line(JsonNode result) {
        JsonNode location = result.get("locations").get(0);
        JsonNode physical = location.get("physicalLocation");
        JsonNode member = location.get("logicalLocations").get(0);
        String place = physical == null
                ? ""
                : physical.get("artifactLocation").get("uri").asText() + region(physical.get("region"));
        String accepted = "";
        for (JsonNode suppression : result.get("suppressions")) {
            accepted += " accepted " + suppression.get("kind").asText() + ": "
                    + suppression.get("justification").asText();
        }
        return "%s %s %s %s %s%s"
                .formatted(
                        place,
                        member.get("kind").asText(),
                        member.get("fullyQualifiedName").asText(),
                        result.get("level").asText(),
                        result.get("ruleId").asText(),
                        accepted)
                .strip();
    }

    private static String region(JsonNode region) {
        return ":%d:%d-%d:%d"
                .formatted(
                        region.get("startLine").asInt(),
                        region.get("startColumn").asInt(),
                        region.get("endLine").asInt(),
                        region.get("endColumn").asInt());
    }

    private static JsonSchema schema() {
        try (InputStream stream = SarifFile.class.getResourceAsStream("/sarif/sarif-schema-2.1.0.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
