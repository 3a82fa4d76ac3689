package dev.fovea.core.report;

import dev.fovea.core.analysis.MergeOffsets;
import dev.fovea.core.analysis.PeriodicField;
import dev.fovea.core.analysis.ReceptiveField;
import dev.fovea.core.analysis.ValidTaps;
import dev.fovea.core.exact.PositionSet;
import dev.fovea.core.network.Extent;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.MapShape;
import dev.fovea.core.network.Network;
import dev.fovea.core.paths.EffectiveField;
import dev.fovea.core.rule.AnalysedNetwork;
import dev.fovea.core.tiles.Targets;
import dev.fovea.report.AxisField;
import dev.fovea.report.Diagnostic;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import dev.fovea.report.Phase;
import dev.fovea.report.Rational;
import dev.fovea.report.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes down an analysed and judged network. */
public final class ReportBuilder {
    private final AnalysedNetwork analysed;
    private final Network network;

    private ReportBuilder(AnalysedNetwork analysed) {
        this.analysed = analysed;
        this.network = analysed.network();
    }

    /** The report of a network, without what was found wrong with it. */
    public static NetworkReport facts(AnalysedNetwork analysed) {
        return new ReportBuilder(analysed).build();
    }

    /** The same report with what was found wrong. */
    public static NetworkReport withDiagnostics(NetworkReport facts, List<Diagnostic> diagnostics) {
        return new NetworkReport(
                facts.model(),
                facts.axes(),
                facts.input(),
                facts.parameters(),
                facts.macs(),
                facts.layers(),
                facts.stacks(),
                diagnostics,
                facts.targets());
    }

    private NetworkReport build() {
        List<LayerReport> layers = new ArrayList<>();
        OptionalLong parameters = OptionalLong.of(0);
        OptionalLong macs = OptionalLong.of(0);
        for (int i = 0; i < network.layers().size(); i++) {
            layers.add(layer(i));
            parameters = sum(parameters, network.layers().get(i).costs().parameters());
            macs = sum(macs, network.layers().get(i).costs().macs());
        }
        return new NetworkReport(
                network.model(),
                network.axes(),
                shape(network.input()),
                parameters,
                macs,
                layers,
                StackReports.of(analysed),
                List.of(),
                Targets.of(network, analysed.paths()));
    }

    /** Unknown where one of the costs is, or the sum exceeds 2^63 - 1. */
    private static OptionalLong sum(OptionalLong cost, OptionalLong other) {
        return cost.isEmpty() || other.isEmpty() || cost.getAsLong() > Long.MAX_VALUE - other.getAsLong()
                ? OptionalLong.empty()
                : OptionalLong.of(cost.getAsLong() + other.getAsLong());
    }

    private LayerReport layer(int index) {
        Layer layer = network.layers().get(index);
        List<String> from = new ArrayList<>();
        for (Link link : layer.links()) {
            from.add(network.name(link.source()));
        }
        return new LayerReport(
                layer.name(),
                layer.operation().label(),
                from,
                layer.marks().endpoint(),
                shape(layer.shape()),
                layer.costs().parameters(),
                layer.costs().macs(),
                ValidTaps.of(network, layer),
                fields(index),
                LayerCoverage.of(analysed, index),
                layer.attributes(),
                layer.dataDependent(),
                MergeOffsets.of(analysed.analysis(), layer));
    }

    private static Shape shape(MapShape shape) {
        List<OptionalLong> size = new ArrayList<>();
        for (Extent extent : shape.extents()) {
            size.add(extent.known());
        }
        return new Shape(shape.channels(), size);
    }

    private List<AxisField> fields(int layer) {
        List<AxisField> fields = new ArrayList<>();
        for (int axis = 0; axis < network.axes(); axis++) {
            fields.add(field(
                    analysed.analysis().figures().get(layer).get(axis),
                    analysed.paths().field(layer, axis)));
        }
        return fields;
    }

    private static AxisField field(ReceptiveField figures, Optional<EffectiveField> effective) {
        Optional<PeriodicField> field = figures.seen().field();
        Optional<Rational> overlap = figures.overlap();
        boolean periodic =
                field.isPresent() && figures.seen().uniform() && field.get().period() > 1;
        return new AxisField(
                figures.size(),
                figures.smallest().equals(figures.size()) ? OptionalLong.empty() : figures.smallest(),
                figures.jump(),
                figures.start(),
                figures.centre(),
                figures.seen().global(),
                overlap.isPresent() ? Optional.of(overlap.get().toDecimal()) : Optional.empty(),
                figures.covered(),
                effective.isPresent() ? Optional.of(effective.get().deviation()) : Optional.empty(),
                effective.isPresent() ? effective.get().width() : OptionalLong.empty(),
                figures.seen().uniform(),
                figures.shortest(),
                periodic ? field.get().period() : 1,
                periodic ? phases(field.get()) : List.of());
    }

    private static List<Phase> phases(PeriodicField field) {
        List<Phase> phases = new ArrayList<>();
        for (PositionSet set : field.phases()) {
            boolean placed = !set.isEmpty() && field.offset().isEmpty();
            phases.add(
                    new Phase(placed ? OptionalLong.of(set.min()) : OptionalLong.empty(), set.extent(), set.count()));
        }
        return phases;
    }
}
