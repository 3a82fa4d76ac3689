package dev.fovea.core.resolve;

import dev.fovea.Borders;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Site;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.network.AxisNames;
import dev.fovea.core.network.Costs;
import dev.fovea.core.network.Extent;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.MapShape;
import dev.fovea.core.network.Marks;
import dev.fovea.core.network.OutputExtent;
import dev.fovea.core.network.PaddingMode;
import dev.fovea.core.network.Step;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Puts a layer together from its declaration and the layers it reads. */
final class LayerBuilder {
    final Assembly assembly;
    final Site site;
    final Declaration declaration;
    final Attributes attributes;
    List<Integer> sources;
    List<Integer> entries = List.of();

    final List<Link> links = new ArrayList<>();
    final List<Extent> extents = new ArrayList<>();
    final List<OutputExtent> outputExtents = new ArrayList<>();
    final Map<String, Object> report = new LinkedHashMap<>();
    OptionalLong channels = OptionalLong.empty();
    OptionalLong parameters = OptionalLong.of(0);
    OptionalLong macs = OptionalLong.of(0);
    OptionalLong groups = OptionalLong.empty();
    boolean wholeMap;
    boolean dataDependent;
    PaddingMode padding = PaddingMode.EXPLICIT;
    Borders borders = Borders.ZEROS;
    boolean faulty;

    LayerBuilder(Assembly assembly, Site site, Declaration declaration, List<Integer> sources, Attributes attributes) {
        this.assembly = assembly;
        this.site = site;
        this.declaration = declaration;
        this.sources = sources;
        this.attributes = attributes;
    }

    int axes() {
        return assembly.axes();
    }

    String name() {
        return declaration.name();
    }

    /** The shape of the map read; of the first one at a merge. */
    MapShape input() {
        return assembly.shape(sources.get(0));
    }

    OptionalLong inputChannels() {
        return input().channels();
    }

    /** Reads the only source, one step per axis. */
    void read(List<Step> steps) {
        links.add(new Link(sources.get(0), steps));
    }

    /** Keeps the extents of the input. */
    void keepExtents() {
        extents.addAll(input().extents());
        outputExtents.addAll(Collections.nCopies(axes(), new OutputExtent.SameAs(sources.get(0))));
    }

    /** Gives the next axis its extent. */
    void extent(OutputExtent extent) {
        int axis = extents.size();
        extents.add(extent.of(map -> assembly.shape(map).extents().get(axis), assembly.extents()));
        outputExtents.add(extent);
    }

    /** Reports that extents do not fit, which those of another input may. */
    void mismatchOfExtents(Place place, String message) {
        faulty = true;
        assembly.problems().addOfSize(Structural.SHAPE_MISMATCH, place, message);
    }

    /** Reports that shapes do not fit; figures that follow from them stay unknown. */
    void mismatch(Place place, String message) {
        faulty = true;
        assembly.problems().add(Structural.SHAPE_MISMATCH, place, message);
    }

    Place place(String attribute) {
        return Place.attribute(site, attribute);
    }

    /** The entry of {@code from} that names a source. */
    int entry(int source) {
        return source < entries.size() ? entries.get(source) : source;
    }

    /** Where a source is named. */
    Place from(int source) {
        return place("from").at(entry(source));
    }

    /** The finished layer; an extent below 1 is reported here. */
    Layer layer(Marks marks) {
        List<Integer> empty = new ArrayList<>();
        for (int axis = 0; axis < axes(); axis++) {
            Extent extent = extents.get(axis);
            if (extent.isKnown() && extent.value() < 1) {
                faulty = true;
                empty.add(axis);
                extents.set(axis, assembly.extents().unknown("empty", site, axis));
                macs = OptionalLong.empty();
            }
        }
        if (!empty.isEmpty()) {
            reportEmpty(empty);
        }
        return new Layer(
                name(),
                declaration.operation(),
                site,
                List.copyOf(links),
                new MapShape(channels, extents),
                outputExtents,
                jumps(),
                new Costs(parameters, macs, groups),
                wholeMap,
                dataDependent,
                declaration.rateIsOpen(),
                padding,
                borders,
                faulty || readsFaulty(),
                report,
                marks);
    }

    private boolean readsFaulty() {
        for (int source : sources) {
            if (assembly.isFaulty(source)) {
                return true;
            }
        }
        return false;
    }

    private Place emptyPlace() {
        return declaration.values().containsKey("kernel") ? place("kernel") : place("padding");
    }

    private String emptyMessage(int axis, boolean everywhere) {
        String read = "%s has no output: %s has extent %s%s"
                .formatted(
                        name(),
                        assembly.inputTitle(sources.get(0)),
                        input().extents().get(axis),
                        everywhere ? "" : AxisNames.along(axis, axes()));
        Optional<Step.Window> window = links.get(0).steps().get(axis).window().filter(wide -> wide.kernel() > 1);
        if (window.isPresent()) {
            return read
                    + ", less than its window of %s after padding; pad more, use a smaller kernel or rate, or smaller strides before it"
                            .formatted(window.get().reach() + 1);
        }
        return read + "; remove less";
    }

    /** Axes with the same lack share one finding. */
    private void reportEmpty(List<Integer> empty) {
        Map<List<Object>, Integer> first = new LinkedHashMap<>();
        for (int axis : empty) {
            first.putIfAbsent(
                    List.of(input().extents().get(axis), links.get(0).steps().get(axis)), axis);
        }
        boolean everywhere = first.size() == 1 && empty.size() == axes();
        first.values().forEach(axis -> assembly.problems()
                .addOfSize(Structural.EMPTY_OUTPUT, emptyPlace().at(axis), emptyMessage(axis, everywhere)));
    }

    /** A layer of which nothing is known, after a fault that has been reported. */
    Layer unknown() {
        List<Step> steps = new ArrayList<>();
        List<Extent> unknown = new ArrayList<>();
        List<Optional<Rational>> jumps = new ArrayList<>();
        for (int axis = 0; axis < axes(); axis++) {
            steps.add(new Step.Unknown());
            unknown.add(assembly.extents().unknown("fault", site, axis));
            jumps.add(Optional.empty());
        }
        return new Layer(
                name(),
                declaration.operation(),
                site,
                List.of(new Link(sources.get(0), steps)),
                new MapShape(OptionalLong.empty(), unknown),
                List.of(),
                jumps,
                Costs.UNKNOWN,
                false,
                false,
                false,
                PaddingMode.EXPLICIT,
                Borders.ZEROS,
                true,
                Map.of(),
                Marks.NONE);
    }

    private List<Optional<Rational>> jumps() {
        List<Optional<Rational>> jumps = new ArrayList<>();
        for (int axis = 0; axis < axes(); axis++) {
            jumps.add(jump(axis));
        }
        return jumps;
    }

    /** The common jump of the local paths that lead here; 0 where there is none, empty where they disagree. */
    private Optional<Rational> jump(int axis) {
        Rational common = Rational.ZERO;
        for (Link link : links) {
            Optional<Rational> read = assembly.jump(link.source(), axis);
            Optional<Rational> jump =
                    read.isPresent() ? times(read.get(), link.steps().get(axis)) : read;
            if (jump.isEmpty()
                    || !common.equals(Rational.ZERO)
                            && !jump.get().equals(Rational.ZERO)
                            && !jump.get().equals(common)) {
                return Optional.empty();
            }
            common = common.equals(Rational.ZERO) ? jump.get() : common;
        }
        return Optional.of(common);
    }

    private static Optional<Rational> times(Rational jump, Step step) {
        Optional<Rational> scale = step.scale();
        return scale.isPresent() ? Optional.of(jump.times(scale.get())) : Optional.empty();
    }
}
