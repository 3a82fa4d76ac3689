package dev.fovea.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** All that is known about a layer, as texts by name: what two reports are compared by. */
final class LayerFigures {
    static final String OP = "op";
    static final String SHAPE = "shape";
    static final String FIELD = "field";
    static final String FROM = "from";
    static final String ENDPOINT = "endpoint";
    static final String JUMP = "jump";
    static final String UNREAD = "unread";
    static final String PARAMETERS = "parameters";
    static final String MACS = "MACs";

    /** What the names of attributes begin with. */
    static final String ATTRIBUTE = "attribute ";

    private LayerFigures() {}

    static Map<String, String> of(LayerReport layer) {
        List<AxisField> field = layer.field();
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put(OP, layer.op());
        figures.put(FROM, String.join(", ", layer.from()));
        figures.put(ENDPOINT, layer.endpoint().orElse(""));
        figures.put(SHAPE, Cells.shape(layer.shape()));
        figures.put(FIELD, Cells.field(layer));
        figures.put(JUMP, Cells.perAxis(field, ",", axis -> Cells.known(axis.jump())));
        figures.put("start", Cells.perAxis(field, ",", axis -> Cells.known(axis.start())));
        figures.put("centre", Cells.perAxis(field, ",", axis -> Cells.known(axis.centre())));
        figures.put("overlap", Cells.perAxis(field, ",", axis -> Cells.known(axis.overlap())));
        figures.put("covered", Cells.perAxis(field, "x", axis -> Cells.known(axis.covered())));
        layer.coverage().ifPresent(coverage -> coverage(figures, coverage));
        figures.put("shortest", Cells.perAxis(field, "x", axis -> Cells.known(axis.shortest())));
        figures.put("effective deviation", Cells.perAxis(field, ",", axis -> Cells.known(axis.erfStd())));
        figures.put("effective width", Cells.perAxis(field, "x", axis -> Cells.known(axis.erfWidth())));
        figures.put("phases", Cells.perAxis(field, "; ", LayerFigures::phases));
        figures.put(PARAMETERS, Cells.known(layer.parameters()));
        figures.put(MACS, Cells.known(layer.macs()));
        figures.put("valid taps", Cells.known(layer.validTaps()));
        if (!layer.offsets().isEmpty()) {
            figures.put("offsets", Cells.perAxis(layer.offsets(), "; ", LayerFigures::offsets));
        }
        layer.attributes().forEach((name, value) -> figures.put(ATTRIBUTE + name, value.toString()));
        return figures;
    }

    private static void coverage(Map<String, String> figures, Coverage coverage) {
        figures.put("read", Cells.known(coverage.read()));
        figures.put(UNREAD, Cells.known(coverage.unread()));
        figures.put("first unread", Cells.known(coverage.firstUnread()));
        figures.put("gap", Cells.perAxis(coverage.gap(), ",", Object::toString));
        figures.put("most unread", Cells.known(coverage.mostUnread()));
    }

    private static String offsets(List<Optional<Rational>> inputs) {
        return inputs.stream().map(Cells::known).collect(Collectors.joining(","));
    }

    /** Start, size and covered positions of each unit of a period. */
    private static String phases(AxisField axis) {
        return axis.period()
                + axis.phases().stream()
                        .map(phase -> " [" + Cells.known(phase.start()) + " "
                                + Cells.known(OptionalLong.of(phase.size())) + " " + Cells.known(phase.covered()) + "]")
                        .collect(Collectors.joining());
    }
}
