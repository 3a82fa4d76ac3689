package dev.fovea.core.html;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.analysis.FieldUnion;
import dev.fovea.core.analysis.PeriodicField;
import dev.fovea.core.analysis.Reach;
import dev.fovea.core.network.Extent;
import dev.fovea.core.network.Grouped;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Resample;
import dev.fovea.core.network.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What a page's scripts need to follow fields themselves: how each layer reads the maps below it, each step written once.
 *
 * <p>Links that read a whole map along every axis are left out, as in {@link dev.fovea.core.support.Supports}: their
 * layers are marked as seeing the whole input as well.
 */
final class ExplorerFacts {
    /** Links beyond which a page would be too heavy: of dense graphs of more than 300 layers. */
    static final int MOST_LINKS = 50_000;

    private static final String PARTLY = "of a map below, all units along an axis of unknown extent are read";
    private static final String APART = "its branches lie an unknown distance apart";

    private final Analysis analysis;
    private final Network network;
    private final Map<String, Integer> steps = new LinkedHashMap<>();
    private final List<String> reasons = new ArrayList<>();
    private final StringJoiner links = new StringJoiner(",\n", "[", "]");
    private final StringJoiner global = new StringJoiner(",", "[", "]");
    private final StringJoiner floating = new StringJoiner(",", "[", "]");

    private ExplorerFacts(Analysis analysis) {
        this.analysis = analysis;
        this.network = analysis.network();
    }

    /** The facts as JSON; empty where there are too many. */
    static Optional<String> of(Analysis analysis) {
        long links = 0;
        for (Layer layer : analysis.network().layers()) {
            links += layer.links().size();
        }
        return links > MOST_LINKS || analysis.network().layers().size() > ModelPage.MOST_LAYERS
                ? Optional.empty()
                : Optional.of(new ExplorerFacts(analysis).json());
    }

    private String json() {
        StringJoiner unknown = new StringJoiner(",", "{", "}");
        for (int i = 0; i < network.layers().size(); i++) {
            String reason = layer(i);
            reasons.add(reason);
            if (!reason.isEmpty()) {
                unknown.add("\"" + i + "\":\"" + reason + "\"");
            }
        }
        StringJoiner table = new StringJoiner("\",\"", "[\"", "\"]").setEmptyValue("[]");
        steps.keySet().forEach(table::add);
        return "{\"steps\":%s,\n\"global\":%s,\"floating\":%s,\"unknown\":%s,\n\"links\":%s}"
                .formatted(table, global, floating, unknown, links);
    }

    /** Writes down what a layer reads, and returns why its fields are not known; empty where they are. */
    private String layer(int index) {
        Layer layer = network.layers().get(index);
        StringJoiner written = new StringJoiner(",", "[", "]");
        String reason = "";
        for (Link link : layer.links()) {
            Reach reach = Reach.of(analysis, link);
            if (reach == Reach.WHOLE) {
                continue;
            }
            String below = link.source() == Network.INPUT ? "" : reasons.get(link.source());
            reason = reason.isEmpty() ? below : reason;
            written.add(Integer.toString(link.source()));
            for (int axis = 0; axis < network.axes(); axis++) {
                Optional<String> step = step(link, axis);
                if (step.isEmpty() && reason.isEmpty()) {
                    reason = reach == Reach.UNKNOWN ? reach.why() : PARTLY;
                }
                written.add(Integer.toString(steps.computeIfAbsent(step.orElse(""), any -> steps.size())));
            }
        }
        links.add(written.toString());
        boolean isGlobal = false;
        boolean isFloating = false;
        for (int axis = 0; axis < network.axes(); axis++) {
            FieldUnion seen = analysis.seen(index, axis);
            isGlobal |= seen.global();
            isFloating |=
                    seen.fields().stream().anyMatch(field -> !field.offset().isEmpty());
            reason = reason.isEmpty() && isApart(seen, axis) ? APART : reason;
        }
        if (isGlobal) {
            global.add(Integer.toString(index));
        }
        if (isFloating) {
            floating.add(Integer.toString(index));
        }
        return reason;
    }

    /** Where extents are unknown, branches of different unknown padding cannot be laid on top of each other. */
    private boolean isApart(FieldUnion seen, int axis) {
        if (!seen.known()) {
            return !network.input().extents().get(axis).isKnown();
        }
        return seen.fields().stream().map(PeriodicField::offset).distinct().count() > 1;
    }

    /** How a link reads an axis: from the unit down, where one step follows another. */
    private Optional<String> step(Link link, int axis) {
        Step step = link.steps().get(axis);
        if (step.isWhole()) {
            Extent extent = network.shape(link.source()).extents().get(axis);
            return extent.isKnown() ? Optional.of("a," + extent.value()) : Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (int i = step.locals().size() - 1; i >= 0; i--) {
            text.append(text.isEmpty() ? "" : " ").append(local(step.locals().get(i)));
        }
        return step.isKnown() ? Optional.of(text.toString()) : Optional.empty();
    }

    private static String local(Step.Local step) {
        if (step instanceof Step.Window window) {
            return "w,%s,%s,%s,%s".formatted(window.kernel(), window.stride(), window.rate(), window.begin());
        }
        if (step instanceof Step.Transposed taps) {
            return "t,%s,%s,%s,%s".formatted(taps.kernel(), taps.stride(), taps.rate(), taps.begin());
        }
        if (step instanceof Resample resample) {
            return "%s,%s,%s".formatted(kind(resample.mode()), resample.in(), resample.out());
        }
        if (step instanceof Grouped grouped) {
            return "g,%s,%s".formatted(grouped.size(), grouped.shift());
        }
        if (step.isBroadcast()) {
            return "b";
        }
        throw new IllegalStateException("the pages do not know the step " + step);
    }

    private static String kind(Resample.Mode mode) {
        return switch (mode) {
            case NEAREST -> "n";
            case LINEAR -> "l";
            case CORNERS -> "c";
            case ADAPTIVE -> "p";
        };
    }
}
