package dev.fovea.report;

import java.util.Map;
import java.util.OptionalInt;

/** Turns the JSON values of a report's schema into the report. */
final class ReportReader {
    private ReportReader() {}

    static NetworkReport network(Object json) {
        JsonNode node = JsonNode.document(json);
        JsonNode schema = node.get("schema");
        if (schema.integer() != ReportWriter.SCHEMA) {
            throw schema.error("version " + ReportWriter.SCHEMA);
        }
        return new NetworkReport(
                node.get("model").string(),
                node.get("axes").smallInteger(),
                shape(node.get("input")),
                node.get("parameters").known(),
                node.get("macs").known(),
                node.get("layers").list(ReportReader::layer),
                node.get("stacks").list(ReportReader::stack),
                node.get("diagnostics").list(ReportReader::diagnostic),
                node.get("targets").list(TargetReader::target));
    }

    private static Shape shape(JsonNode node) {
        return new Shape(node.get("channels").known(), node.get("size").list(JsonNode::known));
    }

    private static LayerReport layer(JsonNode node) {
        return new LayerReport(
                node.get("name").string(),
                node.get("op").string(),
                node.get("from").list(JsonNode::string),
                node.get("endpoint").optional(JsonNode::string),
                shape(node.get("shape")),
                node.get("parameters").known(),
                node.get("macs").known(),
                node.get("validTaps").optional(JsonNode::figure),
                node.get("field").list(ReportReader::axis),
                node.get("coverage").optional(ReportReader::coverage),
                node.get("attributes").optional(JsonNode::properties).orElse(Map.of()),
                node.get("dataDependent").optional(JsonNode::bool).orElse(false),
                node.get("offsets").listOrEmpty(axis -> axis.list(input -> input.optional(JsonNode::rational))));
    }

    private static Coverage coverage(JsonNode node) {
        return new Coverage(
                node.get("read").known(),
                node.get("unread").known(),
                node.get("firstUnread").optional(offsets -> offsets.list(JsonNode::integer)),
                node.get("gap").list(JsonNode::integer),
                node.get("mostUnread").known());
    }

    private static AxisField axis(JsonNode node) {
        return new AxisField(
                node.get("size").known(),
                node.get("minSize").known(),
                node.get("jump").optional(JsonNode::rational),
                node.get("start").optional(JsonNode::rational),
                node.get("centre").optional(JsonNode::rational),
                node.get("global").bool(),
                node.get("overlap").optional(JsonNode::figure),
                node.get("covered").known(),
                node.get("erfStd").optional(JsonNode::figure),
                node.get("erfWidth").known(),
                node.get("uniform").optional(JsonNode::bool).orElse(true),
                node.get("shortest").known(),
                node.get("period").optional(JsonNode::smallInteger).orElse(1),
                node.get("phases").listOrEmpty(ReportReader::phase));
    }

    private static Phase phase(JsonNode node) {
        var figures = node.list(JsonNode::known);
        if (figures.size() != 3 || figures.get(1).isEmpty()) {
            throw node.error("start, size and covered");
        }
        return new Phase(figures.get(0), figures.get(1).getAsLong(), figures.get(2));
    }

    private static StackReport stack(JsonNode node) {
        return new StackReport(
                node.get("layers").list(JsonNode::string),
                node.get("entry").optional(JsonNode::string),
                node.get("exit").optional(JsonNode::string),
                node.get("kernels").list(axis -> axis.list(JsonNode::smallInteger)),
                node.get("rates").list(axis -> axis.list(JsonNode::smallInteger)),
                node.get("divisor").list(JsonNode::smallInteger),
                node.get("edges").listOrEmpty(axis -> axis.list(ReportReader::edge)),
                node.get("complete").optional(JsonNode::bool),
                node.get("unread").known(),
                node.get("firstUnread").optional(offsets -> offsets.list(JsonNode::integer)),
                node.get("gap").optional(distances -> distances.list(JsonNode::integer)),
                node.get("own").optional(ReportReader::own),
                node.get("evenness").listOrEmpty(axis -> axis.optional(ReportReader::evenness)),
                node.get("repair").value() == null,
                node.get("repairs").listOrEmpty(proposal -> proposal.list(axis -> axis.list(JsonNode::smallInteger))));
    }

    private static StackReport.Edge edge(JsonNode node) {
        JsonNode kernel = node.get("kernel");
        return new StackReport.Edge(
                node.get("rates").list(JsonNode::smallInteger),
                kernel.value() == null ? OptionalInt.empty() : OptionalInt.of(kernel.smallInteger()),
                node.get("m").list(JsonNode::integer));
    }

    private static StackReport.Evenness evenness(JsonNode node) {
        return new StackReport.Evenness(
                node.get("shares").list(JsonNode::figure), node.get("ratio").optional(JsonNode::figure));
    }

    private static StackReport.Own own(JsonNode node) {
        return new StackReport.Own(
                node.get("size").list(JsonNode::integer),
                node.get("covered").list(JsonNode::integer),
                node.get("unread").known());
    }

    private static Diagnostic diagnostic(JsonNode node) {
        return new Diagnostic(
                node.get("rule").string(),
                node.get("severity").string(),
                node.get("layer").optional(JsonNode::string),
                node.get("message").string(),
                node.get("suppressed").optional(JsonNode::bool).orElse(false),
                node.get("attribute").optional(JsonNode::string),
                node.get("reason").optional(JsonNode::string));
    }
}
