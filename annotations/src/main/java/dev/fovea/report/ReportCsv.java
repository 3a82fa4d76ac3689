package dev.fovea.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The report as comma-separated values (RFC 4180), of which no text is a formula. */
final class ReportCsv {
    /** A figure of a field; every axis has a column for it. */
    private record Column(String name, Function<AxisField, Object> value) {}

    private static final List<Column> FIELD = List.of(
            new Column("size", axis -> known(axis.size())),
            new Column("min_size", axis -> known(axis.minSize())),
            new Column("jump", axis -> decimal(axis.jump())),
            new Column("start", axis -> decimal(axis.start())),
            new Column("centre", axis -> decimal(axis.centre())),
            new Column("global", AxisField::global),
            new Column("overlap", axis -> figure(axis.overlap())),
            new Column("covered", axis -> known(axis.covered())),
            new Column("erf_std", axis -> figure(axis.erfStd())),
            new Column("erf_width", axis -> known(axis.erfWidth())),
            new Column("uniform", AxisField::uniform),
            new Column("shortest", axis -> known(axis.shortest())),
            new Column("period", AxisField::period));

    /** What spreadsheets take for the beginning of a formula, in East Asian width too. */
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private ReportCsv() {}

    static String of(NetworkReport report) {
        List<String> axes = axisNames(report.axes());
        StringBuilder csv = new StringBuilder();
        line(csv, header(axes));
        report.layers().forEach(layer -> line(csv, row(layer, axes.size())));
        return csv.toString();
    }

    private static List<String> axisNames(int axes) {
        return switch (axes) {
            case 1 -> List.of("length");
            case 2 -> List.of("height", "width");
            default -> List.of("depth", "height", "width");
        };
    }

    private static List<Object> header(List<String> axes) {
        List<Object> header = new ArrayList<>(List.of("layer", "op", "from", "endpoint", "channels"));
        axes.forEach(axis -> header.add(axis));
        header.addAll(List.of("parameters", "macs", "valid_taps", "data_dependent"));
        axes.forEach(axis -> {
            FIELD.forEach(column -> header.add(axis + "_" + column.name()));
            header.add(axis + "_offsets");
        });
        return header;
    }

    private static List<Object> row(LayerReport layer, int axes) {
        List<Object> row = new ArrayList<>();
        row.add(text(layer.name()));
        row.add(text(layer.op()));
        row.add(text(String.join(" ", layer.from())));
        row.add(text(layer.endpoint().orElse("")));
        row.add(known(layer.shape().channels()));
        List<OptionalLong> size = layer.shape().size();
        for (int axis = 0; axis < axes; axis++) {
            row.add(axis < size.size() ? known(size.get(axis)) : "");
        }
        row.add(known(layer.parameters()));
        row.add(known(layer.macs()));
        row.add(figure(layer.validTaps()));
        row.add(layer.dataDependent());
        for (int axis = 0; axis < axes; axis++) {
            for (Column column : FIELD) {
                row.add(
                        axis < layer.field().size()
                                ? column.value().apply(layer.field().get(axis))
                                : "");
            }
            row.add(axis < layer.offsets().size() ? offsets(layer.offsets().get(axis)) : "");
        }
        return row;
    }

    /** Changes a text that a spreadsheet would take for a formula, so that it is shown as it is. */
    private static String text(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static String offsets(List<Optional<Rational>> inputs) {
        return inputs.stream()
                .map(input -> input.isPresent() ? decimal(input) : "?")
                .collect(Collectors.joining(" "));
    }

    private static void line(StringBuilder csv, List<Object> cells) {
        String separator = "";
        for (Object cell : cells) {
            csv.append(separator).append(quoted(cell.toString()));
            separator = ",";
        }
        csv.append("\r\n");
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static Object known(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : "";
    }

    private static String figure(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString).orElse("");
    }

    /** A spreadsheet would take 1/2 for a date. */
    private static String decimal(Optional<Rational> value) {
        return figure(value.map(Rational::toDecimal));
    }
}
