package dev.fovea.core.report;

import dev.fovea.core.finding.Region;
import dev.fovea.core.finding.Reported;
import dev.fovea.core.finding.RuleInfo;
import dev.fovea.core.finding.Severity;
import dev.fovea.internal.JsonWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the findings of a compilation as a SARIF 2.1.0 log (OASIS 2020). */
public final class SarifLog {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";
    private static final String ROOT = "%SRCROOT%";

    private final Product product = new Product();
    private final Fingerprints fingerprints = new Fingerprints();
    private final List<RuleInfo> rules;
    private final List<String> names;
    private final SourcePaths paths;

    private SarifLog(List<RuleInfo> rules, Path root) {
        this.rules = rules;
        this.names = rules.stream().map(RuleInfo::name).toList();
        this.paths = new SourcePaths(root);
    }

    /**
     * The text of the log.
     *
     * @param rules all that there are
     * @param root the folder that the files in it are relative to
     */
    public static String write(FindingLog findings, List<RuleInfo> rules, Path root) {
        SarifLog log = new SarifLog(rules, root);
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", log.driver()));
        run.put("invocations", List.of(Map.of("executionSuccessful", findings.isComplete())));
        run.put(
                "originalUriBaseIds",
                Map.of(ROOT, Map.of("description", text("The folder that -Afovea.root names: that of the project"))));
        run.put("columnKind", "utf16CodeUnits");
        run.put("results", findings.sorted().stream().map(log::result).toList());
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("$schema", SCHEMA);
        file.put("version", "2.1.0");
        file.put("runs", List.of(run));
        return JsonWriter.write(file);
    }

    private Map<String, Object> driver() {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Fovea");
        driver.put("version", product.version());
        product.url().ifPresent(url -> driver.put("informationUri", url));
        driver.put("rules", rules.stream().map(this::descriptor).toList());
        return driver;
    }

    private Map<String, Object> descriptor(RuleInfo rule) {
        RulePage page = RulePage.of(rule);
        Map<String, Object> help = new LinkedHashMap<>();
        help.put("text", page.description());
        help.put("markdown", page.linked(product.pages()));
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put("enabled", rule.severity().isPresent());
        configuration.put("level", rule.severity().orElse(Severity.WARNING).label());
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("structural", rule.structural());
        properties.put("tags", List.of("convolutional-network", "receptive-field"));
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("id", rule.name());
        descriptor.put("shortDescription", text(rule.summary()));
        descriptor.put("fullDescription", text(page.description()));
        // An absolute URI, as the format asks; without a base address there is none, and the help text stands alone.
        if (product.url().isPresent()) {
            descriptor.put("helpUri", product.pages() + rule.name() + ".md");
        }
        descriptor.put("help", help);
        descriptor.put("defaultConfiguration", configuration);
        descriptor.put("properties", properties);
        return descriptor;
    }

    private Map<String, Object> result(Reported finding) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.rule());
        result.put("ruleIndex", names.indexOf(finding.rule()));
        result.put("level", finding.severity().label());
        result.put("message", text(plain(finding.message().lines().findFirst().orElse(""))));
        result.put("locations", List.of(location(finding)));
        result.put("partialFingerprints", Map.of("foveaAnchor/v1", fingerprints.next(finding)));
        List<Object> suppressions = new ArrayList<>();
        finding.accepted().ifPresent(reason -> {
            Map<String, Object> suppression = new LinkedHashMap<>();
            suppression.put("kind", finding.isKnown() ? "external" : "inSource");
            suppression.put("justification", reason);
            suppressions.add(suppression);
        });
        // Empty where there is none: either all results have the property or none has (section 3.27.23).
        result.put("suppressions", suppressions);
        String details = finding.message().lines().skip(1).collect(Collectors.joining("\n"));
        if (!details.isEmpty()) {
            result.put("properties", Map.of("details", details));
        }
        return result;
    }

    private Map<String, Object> location(Reported finding) {
        Map<String, Object> member = new LinkedHashMap<>();
        member.put("fullyQualifiedName", finding.anchor());
        member.put("kind", finding.isType() ? "type" : "member");
        Map<String, Object> location = new LinkedHashMap<>();
        finding.region().flatMap(this::physical).ifPresent(place -> location.put("physicalLocation", place));
        location.put("logicalLocations", List.of(member));
        return location;
    }

    private Optional<Map<String, Object>> physical(Region region) {
        return paths.relative(region).map(path -> {
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("uri", path.toASCIIString());
            file.put("uriBaseId", ROOT);
            Map<String, Object> part = new LinkedHashMap<>();
            part.put("startLine", region.startLine());
            part.put("startColumn", region.startColumn());
            part.put("endLine", region.endLine());
            part.put("endColumn", region.endColumn());
            Map<String, Object> place = new LinkedHashMap<>();
            place.put("artifactLocation", file);
            place.put("region", part);
            return place;
        });
    }

    /** Without what a viewer would take for a link (section 3.11.6). */
    private static String plain(String message) {
        return message.replace("](", "\\](");
    }

    private static Map<String, Object> text(String text) {
        return Map.of("text", text);
    }
}
