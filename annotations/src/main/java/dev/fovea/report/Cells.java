package dev.fovea.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns that the text and the Markdown table share, and what stands in their cells. */
final class Cells {
    static final List<String> HEADER = List.of(
            "layer", "op", "shape", "field", "jump", "start", "centre", "overlap", "covered", "parameters", "MACs");

    /** The columns before this one hold names, the others figures. */
    static final int FIRST_FIGURE = 2;

    static final String GLOBAL = "*";
    static final String NOT_UNIFORM = "!";
    static final String DATA_DEPENDENT = "~";

    private static final String UNKNOWN = "?";
    private static final String NONE = "-";
    private static final int OVERLAP_DECIMALS = 3;

    private Cells() {}

    static List<String> row(LayerReport layer) {
        List<AxisField> field = layer.field();
        return List.of(
                layer.name(),
                layer.op(),
                shape(layer.shape()),
                field(layer),
                perAxis(field, ",", axis -> local(axis, axis.jump())),
                perAxis(field, ",", axis -> known(axis.start())),
                perAxis(field, ",", axis -> known(axis.centre())),
                perAxis(field, ",", axis -> local(axis, axis.overlap().map(Cells::overlap))),
                perAxis(field, "x", axis -> local(axis, boxed(axis.covered()))),
                known(layer.parameters()),
                known(layer.macs()));
    }

    /** The sizes, with the marks that a legend explains. */
    static String field(LayerReport layer) {
        return perAxis(layer.field(), "x", Cells::size) + (layer.dataDependent() ? DATA_DEPENDENT : "");
    }

    /** Channels and extents, for instance {@code 64x112x112}. */
    static String shape(Shape shape) {
        return known(shape.channels())
                + shape.size().stream().map(size -> "x" + known(size)).collect(Collectors.joining());
    }

    /** One entry per axis, or a single one where they are alike. */
    static <T> String perAxis(List<T> axes, String separator, Function<T, String> cell) {
        List<String> cells = axes.stream().map(cell).toList();
        if (cells.isEmpty()) {
            return UNKNOWN;
        }
        return cells.stream().distinct().count() == 1 ? cells.get(0) : String.join(separator, cells);
    }

    static String known(OptionalLong value) {
        return known(boxed(value));
    }

    static String known(Optional<?> value) {
        return value.map(Object::toString).orElse(UNKNOWN);
    }

    private static String size(AxisField axis) {
        String least = axis.minSize().isPresent() ? axis.minSize().getAsLong() + ".." : "";
        return least + known(axis.size()) + (axis.global() ? GLOBAL : "") + (axis.uniform() ? "" : NOT_UNIFORM);
    }

    /** A figure of the local paths: where there are none (a map of one unit, without a jump), there is no figure. */
    private static String local(AxisField axis, Optional<?> value) {
        boolean noLocalPath = axis.global() && axis.jump().isEmpty();
        return noLocalPath && value.isEmpty() ? NONE : known(value);
    }

    private static String overlap(BigDecimal fraction) {
        return Figures.normal(fraction.setScale(OVERLAP_DECIMALS, Figures.ROUNDING))
                .toPlainString();
    }

    private static Optional<Long> boxed(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }
}
