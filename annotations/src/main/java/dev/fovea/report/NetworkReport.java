package dev.fovea.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
 * @param halo context that a tile of the last layer's output needs, per axis; empty where its field has no period, or is
 *     global only
 * @param granularity per axis, what the input's extents must be multiples of; empty as the halo
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
        Optional<List<Optional<Halo>>> halo,
        Optional<List<OptionalLong>> granularity) {
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
        halo = halo.map(List::copyOf);
        granularity = granularity.map(List::copyOf);
    }

    /**
     * The layer of a name.
     *
     * @param name expanded name, for instance {@code layer3[0].conv2}
     * @return the layer
     * @throws IllegalArgumentException if there is none; the message says which names are nearest
     */
    public LayerReport layer(String name) {
        for (LayerReport layer : layers) {
            if (layer.name().equals(name)) {
                return layer;
            }
        }
        throw new IllegalArgumentException("no layer \"" + name + "\" in " + model + ", which has "
                + NearestNames.of(name, layers.stream().map(LayerReport::name).toList()));
    }

    /**
     * Writes the report as JSON, in ASCII, by the schema {@code urn:fovea:report:1}.
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
     * @throws IllegalArgumentException if the text is no JSON, or no report; the message says where
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
     * The report as a table: a row per layer, then totals, halo, granularity and the findings.
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
