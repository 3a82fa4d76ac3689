package dev.fovea.report;

import dev.fovea.internal.JsonWriter;
import dev.fovea.internal.NearestNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The receptive-field report of one model definition.
 *
 * @param model binary name of the model definition
 * @param axes number of spatial axes, 1 to 3
 * @param input the network's input
 * @param parameters trainable numbers; empty where unknown
 * @param macs multiply-adds for one input (floating-point operations are twice that); empty where unknown
 * @param layers the layers of the expanded network, in declaration order
 * @param stacks the stacks of dilated layers
 * @param diagnostics the findings, the accepted ones included
 * @param targets how the network is fed: for the last layer, then for each other endpoint, in declaration order
 */
public record NetworkReport(
        String model,
        int axes,
        Shape input,
        OptionalLong parameters,
        OptionalLong macs,
        List<LayerReport> layers,
        List<StackReport> stacks,
        List<Diagnostic> diagnostics,
        List<Target> targets) {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there are no axes, or more than three
     */
    public NetworkReport {
        Copies.notNull(model, input, parameters, macs);
        if (axes < 1 || axes > 3) {
            throw new IllegalArgumentException("a network of " + axes + " axes");
        }
        layers = List.copyOf(layers);
        stacks = List.copyOf(stacks);
        diagnostics = List.copyOf(diagnostics);
        targets = List.copyOf(targets);
    }

    /**
     * The layer of a name. A member that uses a block, or that becomes several layers, stands for its last one.
     *
     * @param name expanded name, for instance {@code layer3[0].conv2}, or that of a member, for instance {@code layer3}
     * @return the layer
     * @throws IllegalArgumentException if there is none; the message says which names are nearest
     */
    public LayerReport layer(String name) {
        return LayerNames.find(layers, name)
                .orElseThrow(() -> new IllegalArgumentException("no layer \"" + name + "\" in " + model + ", which has "
                        + NearestNames.of(name, LayerNames.all(layers))));
    }

    /**
     * The layer that is an output of the network under a name.
     *
     * @param name name of an endpoint, for instance {@code C4}
     * @return the layer
     * @throws IllegalArgumentException if there is none; the message says which names are nearest
     */
    public LayerReport endpoint(String name) {
        for (LayerReport layer : layers) {
            if (layer.endpoint().equals(Optional.of(name))) {
                return layer;
            }
        }
        List<String> names =
                layers.stream().flatMap(layer -> layer.endpoint().stream()).toList();
        throw new IllegalArgumentException("no endpoint \"" + name + "\" in " + model + ", which has "
                + (names.isEmpty() ? "none" : NearestNames.of(name, names)));
    }

    /**
     * How the network's output is computed tile by tile.
     *
     * @return per axis, how the input is cut
     * @throws IllegalStateException if the report has no targets
     */
    public List<TilePlan> tiles() {
        return output().axes().stream().map(TargetAxis::tiles).toList();
    }

    /**
     * How an endpoint is computed tile by tile.
     *
     * @param endpoint for instance {@code C4}
     * @return per axis, how the input is cut
     * @throws IllegalArgumentException if there is no such endpoint; the message says which names are nearest
     */
    public List<TilePlan> tiles(String endpoint) {
        return target(endpoint).axes().stream().map(TargetAxis::tiles).toList();
    }

    /**
     * Which extents of the input work.
     *
     * @return per axis, those that the last layer takes
     * @throws IllegalStateException if the report has no targets
     */
    public List<InputExtents> extents() {
        return output().axes().stream().map(TargetAxis::extents).toList();
    }

    /**
     * Which extents of the input work for an endpoint.
     *
     * @param endpoint for instance {@code C4}
     * @return per axis, those that the layers up to it take
     * @throws IllegalArgumentException if there is no such endpoint; the message says which names are nearest
     */
    public List<InputExtents> extents(String endpoint) {
        return target(endpoint).axes().stream().map(TargetAxis::extents).toList();
    }

    /**
     * What it takes to feed the network sample by sample.
     *
     * @return per axis, for the last layer
     * @throws IllegalStateException if the report has no targets
     */
    public List<StreamPlan> stream() {
        return output().axes().stream().map(TargetAxis::stream).toList();
    }

    /**
     * What it takes to feed the network sample by sample, for an endpoint.
     *
     * @param endpoint for instance {@code C4}
     * @return per axis
     * @throws IllegalArgumentException if there is no such endpoint; the message says which names are nearest
     */
    public List<StreamPlan> stream(String endpoint) {
        return target(endpoint).axes().stream().map(TargetAxis::stream).toList();
    }

    private Target output() {
        if (targets.isEmpty()) {
            throw new IllegalStateException("no targets in the report of " + model);
        }
        return targets.get(0);
    }

    private Target target(String endpoint) {
        String layer = endpoint(endpoint).name();
        return targets.stream()
                .filter(target -> target.layer().equals(layer))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no target " + layer + " in the report of " + model));
    }

    /**
     * The spatial-scale profile: size against depth.
     *
     * @return a point per layer, in declaration order
     */
    public List<ProfilePoint> profile() {
        return ProfilePoint.of(layers);
    }

    /**
     * The box of input pixels from the first to the last that a unit sees along local paths, the padding included. Where
     * a path reads the whole input as well ({@link AxisField#global()}), the unit also sees the rest; where all do, the
     * box is the input.
     *
     * @param layer expanded name of a layer
     * @param unit one coordinate per axis, from 0
     * @return the box, without a pixel where the unit sees nothing; empty where unknown, for instance after resampling
     *     by a ratio that is not an integer
     * @throws IllegalArgumentException if there is no such layer or unit
     * @throws ArithmeticException if the box exceeds what a {@code long} can hold
     */
    public Optional<PixelBox> field(String layer, long... unit) {
        LayerReport found = layer(layer);
        Coordinates.check(unit, found.shape().size(), layer);
        List<Span> box = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            Optional<Span> span = Fields.of(found.field().get(axis), unit[axis]);
            if (span.isEmpty()) {
                return Optional.empty();
            }
            box.add(span.get());
        }
        return Optional.of(new PixelBox(box));
    }

    /**
     * As {@link #field(String, long...)}, without the padding.
     *
     * @param layer expanded name of a layer
     * @param unit one coordinate per axis, from 0
     * @return the box, without a pixel where the unit sees nothing but padding; empty where unknown, as without the
     *     input's extents
     * @throws IllegalArgumentException if there is no such layer or unit
     * @throws ArithmeticException if the box exceeds what a {@code long} can hold
     */
    public Optional<PixelBox> clippedField(String layer, long... unit) {
        Optional<PixelBox> whole = field(layer, unit);
        if (whole.isEmpty() || input.size().stream().anyMatch(OptionalLong::isEmpty)) {
            return Optional.empty();
        }
        List<Span> box = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            Span image = new Span(0, input.size().get(axis).getAsLong() - 1);
            box.add(whole.get().axes().get(axis).intersection(image));
        }
        return Optional.of(new PixelBox(box));
    }

    /**
     * The units of a layer in whose boxes, as {@link #field(String, long...)} gives them, a pixel lies.
     *
     * @param layer expanded name of a layer
     * @param pixel one coordinate per axis, from 0
     * @return the units, from 0 up to the layer's extents where these are known; empty where unknown
     * @throws IllegalArgumentException if there is no such layer or pixel
     * @throws ArithmeticException if a unit exceeds what a {@code long} can hold
     */
    public Optional<UnitSet> unitsSeeing(String layer, long... pixel) {
        LayerReport found = layer(layer);
        Coordinates.check(pixel, input.size(), "the input");
        List<List<Span>> units = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            OptionalLong extent = found.shape().size().get(axis);
            Optional<List<Span>> runs = Fields.seeing(found.field().get(axis), extent, pixel[axis]);
            if (runs.isEmpty()) {
                return Optional.empty();
            }
            units.add(runs.get());
        }
        return Optional.of(new UnitSet(units));
    }

    /**
     * The units of all layers in whose boxes a pixel lies.
     *
     * @param pixel one coordinate per axis, from 0
     * @return the units by layer, in declaration order; a layer where they are unknown is left out
     * @throws IllegalArgumentException if there is no such pixel
     * @throws ArithmeticException if a unit exceeds what a {@code long} can hold
     */
    public Map<String, UnitSet> unitsSeeing(long... pixel) {
        Coordinates.check(pixel, input.size(), "the input");
        Map<String, UnitSet> units = new LinkedHashMap<>();
        for (LayerReport layer : layers) {
            unitsSeeing(layer.name(), pixel).ifPresent(set -> units.put(layer.name(), set));
        }
        return Collections.unmodifiableMap(units);
    }

    /**
     * What changes when this report is replaced by another, for instance that of the model's next version.
     *
     * @param after the other report
     * @return the differences; layers are matched by name
     */
    public ReportDiff diff(NetworkReport after) {
        return Differences.between(this, after);
    }

    /**
     * Writes the report as JSON, in ASCII, by the schema {@code urn:fovea:report:2}.
     *
     * @return the same text for equal reports, with a line break at its end
     */
    public String toJson() {
        return JsonWriter.write(ReportWriter.network(this));
    }

    /**
     * Reads what {@link #toJson()} wrote. Properties unknown to this version are passed over.
     *
     * @param json a JSON document
     * @return the report, equal to the one that was written
     * @throws IllegalArgumentException if the text is not JSON, or not a report; the message says where
     */
    public static NetworkReport fromJson(String json) {
        return ReportReader.network(JsonReader.read(json));
    }

    /**
     * Reads the report in a resource, as the generated classes do.
     *
     * @param anchor a class beside the resource: its loader, and its module, find it
     * @param resource the resource's name, in the form of {@link Class#getResourceAsStream(String)}; UTF-8
     * @return the report
     * @throws IllegalStateException if there is no such resource, or it holds no report
     * @throws UncheckedIOException if the resource cannot be read
     */
    public static NetworkReport read(Class<?> anchor, String resource) {
        try (InputStream stream = anchor.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + resource + " beside " + anchor.getName()
                        + "; were the report and the class packaged together?");
            }
            return fromJson(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("resource " + resource + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + resource, e);
        }
    }

    /**
     * The report as a table: a row per layer, then totals, tiles, extents and the findings.
     *
     * @return text of aligned columns for a console, its lines broken by {@code \n}
     */
    @Override
    public String toString() {
        return ReportText.of(this);
    }

    /**
     * The table of {@link #toString()} in Markdown (GitHub flavour).
     *
     * @return Markdown
     */
    public String toMarkdown() {
        return ReportMarkdown.of(this);
    }

    /**
     * All layers and figures as comma-separated values (RFC 4180) with a header: a row per layer, columns per axis.
     * Fractions are decimals with at most six digits; what is unknown is an empty field.
     *
     * @return CSV, its lines broken by {@code \r\n}
     */
    public String toCsv() {
        return ReportCsv.of(this);
    }
}
