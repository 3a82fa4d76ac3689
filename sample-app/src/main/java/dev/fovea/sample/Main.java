package dev.fovea.sample;

import dev.fovea.report.AxisField;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Prints the reports of the models that are named; without names those of four introductory ones, and a table of all.
 */
final class Main {
    private static final String ROW = "%-22s %6s %12s %16s %16s  %s%n";

    private static final List<String> INTRODUCTION = List.of("Vgg16", "DilatedHead", "WaveNet", "C3d");

    private Main() {}

    /** @param models simple names of models, such as {@code ResNet50} */
    public static void main(String[] models) {
        for (String model : models.length > 0 ? List.of(models) : INTRODUCTION) {
            System.out.println(Zoo.report(model)
                    .map(NetworkReport::toString)
                    .orElseGet(() -> "no model " + model + "; there are "
                            + Zoo.reports().stream().map(Zoo::name).collect(Collectors.joining(", "))));
        }
        if (models.length == 0) {
            printTable(Zoo.reports());
        }
    }

    private static void printTable(List<NetworkReport> reports) {
        System.out.printf(ROW, "model", "layers", "parameters", "MACs", "field", "of");
        for (NetworkReport report : reports) {
            LayerReport local = lastLocal(report);
            System.out.printf(
                    ROW,
                    Zoo.name(report),
                    report.layers().size(),
                    figure(report.parameters()),
                    figure(report.macs()),
                    collapsed(local.field().stream()
                            .map(AxisField::size)
                            .map(Main::figure)
                            .toList()),
                    local.name());
        }
        System.out.printf(
                "%nA unit of VGG-16's conv5_3 sees %d x %1$d pixels: a constant of the compiler's, read at run time.%n",
                Vgg16ReceptiveField.CONV5_3_SIZE);
    }

    /** The last layer that does not see the whole input by itself, as global pools and linear layers do. */
    static LayerReport lastLocal(NetworkReport report) {
        LayerReport local = report.layers().get(0);
        for (LayerReport layer : report.layers()) {
            local = layer.field().get(0).jump().isPresent() ? layer : local;
        }
        return local;
    }

    /** One figure where all axes have the same, else one per axis. */
    private static String collapsed(List<String> perAxis) {
        boolean alike = perAxis.stream().distinct().count() == 1;
        return alike ? perAxis.get(0) : String.join("x", perAxis);
    }

    private static String figure(OptionalLong figure) {
        return figure.isPresent() ? Long.toString(figure.getAsLong()) : "?";
    }
}
