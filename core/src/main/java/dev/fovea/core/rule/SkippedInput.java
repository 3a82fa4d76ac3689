package dev.fovea.core.rule;

import dev.fovea.core.analysis.Readers;
import dev.fovea.core.analysis.Readers.Reader;
import dev.fovea.core.analysis.Reading;
import dev.fovea.core.analysis.Skipping;
import dev.fovea.core.finding.Advice;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Positions of a feature map that none of its readers reads.
 *
 * <p>Views of a map (crops, padding, every second position, normalisation) are read in its stead: four strided views of one map
 * skip nothing. An endpoint and
 * the last layer are read by something outside, and so is what nothing reads. Where the rates of a reader's stack are at
 * fault, they are reported instead. Maps below a layer with a fault are passed
 * over: it may be meant to read them.
 */
public final class SkippedInput extends Rule {
    private static final int MOST_NAMED = 3;

    public SkippedInput() {
        super(Severity.WARNING, "No layer reads some positions of a feature map.");
    }

    @Override
    public void check(AnalysedNetwork analysed, Consumer<Finding> findings) {
        Network network = analysed.network();
        Readers readers = Readers.of(network);
        Set<Integer> reported = analysed.layersOfFaultyStacks();
        for (int map = lastFault(network) + 1; map < network.layers().size(); map++) {
            if (map == Network.INPUT || !Reading.isView(network.layers().get(map))) {
                check(analysed, readers, reported, map).ifPresent(findings);
            }
        }
    }

    /** The last layer with a fault; before the input if there is none. */
    private static int lastFault(Network network) {
        for (int i = network.layers().size() - 1; i >= 0; i--) {
            if (network.layers().get(i).faulty()) {
                return i;
            }
        }
        return Network.INPUT - 1;
    }

    private Optional<Finding> check(AnalysedNetwork analysed, Readers readers, Set<Integer> reported, int map) {
        Network network = analysed.network();
        List<Reading> all = Reading.of(map, network, readers);
        Optional<Skipping> skipped = all.isEmpty()
                ? Optional.empty()
                : Skipping.of(all, network.shape(map).extents());
        return skipped.isEmpty()
                        || reported.contains(
                                all.get(skipped.get().narrowest()).last().index())
                ? Optional.empty()
                : Optional.of(finding(analysed, map, all, skipped.get()));
    }

    private Finding finding(AnalysedNetwork analysed, int map, List<Reading> readings, Skipping skipped) {
        Network network = analysed.network();
        Reader narrowest = readings.get(skipped.narrowest()).stepping(skipped.axis());
        String name = WindowText.name(network, map);
        Finding finding = finding(
                place(narrowest, skipped.axis()),
                readings.stream()
                        .flatMap(reading -> reading.way().stream())
                        .map(reader -> reader.layer().site())
                        .distinct()
                        .toList(),
                "%s of %s %s never read: %s, so what they hold is lost; %s"
                        .formatted(
                                share(skipped),
                                name,
                                skipped.unread() == 1 ? "is" : "are",
                                named(readings),
                                FullReading.advice(network, narrowest)));
        return finding.advising(FullReading.statement(analysed, narrowest).map(Advice::of).stream()
                .toList());
    }

    /** {@code 3 of 4 positions}. */
    private static String share(Skipping skipped) {
        return skipped.all() == 1
                ? "the only position"
                : "%s of %s positions".formatted(skipped.unread(), skipped.all());
    }

    private static String named(List<Reading> readings) {
        List<Reader> stepping =
                readings.stream().map(Reading::stepping).distinct().toList();
        String first = stepping.stream()
                .limit(MOST_NAMED)
                .map(reader -> WindowText.named(reader.layer(), reader.link()))
                .collect(Collectors.joining(" and "));
        String rest = stepping.size() > MOST_NAMED ? " and %s more".formatted(stepping.size() - MOST_NAMED) : "";
        return first
                + rest
                + (stepping.size() == 1
                        ? " steps over them"
                        : stepping.size() == 2 ? " both step over them" : " all step over them");
    }

    private static Place place(Reader reader, int axis) {
        Layer layer = reader.layer();
        if (!layer.operation().isAnnotation()) {
            return Place.attribute(layer.site(), layer.operation().sourceAttribute());
        }
        boolean resamples = reader.link().steps().get(axis).resample().isPresent();
        return Place.attribute(layer.site(), resamples ? "size" : "stride").at(axis);
    }
}
