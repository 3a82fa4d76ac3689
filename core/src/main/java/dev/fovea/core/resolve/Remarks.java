package dev.fovea.core.resolve;

import dev.fovea.core.finding.Acceptance;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Site;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Marks;
import dev.fovea.core.network.Pins;
import dev.fovea.internal.NearestNames;
import dev.fovea.internal.Printable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Applies what a model as a whole says of its layers, which it names as the report does. */
final class Remarks {
    private final ModelDeclaration model;
    private final Assembly assembly;
    private final Marking marking;
    private final List<LayerAcceptance> acceptances = new ArrayList<>();
    private Optional<Pins> pins = Optional.empty();

    Remarks(ModelDeclaration model, Assembly assembly, Marking marking) {
        this.model = model;
        this.assembly = assembly;
        this.marking = marking;
        boolean pinned = false;
        for (Remark remark : model.remarks()) {
            if (remark.layer().isPresent()) {
                apply(remark, remark.layer().get());
            } else if (!remark.annotation().equals("Expect")) {
                problem(
                        Structural.LAYER_CONFLICT,
                        remark,
                        "",
                        "@%s has no effect on a network as a whole; state layer, for instance \"%s\""
                                .formatted(
                                        remark.annotation(),
                                        assembly.name(assembly.layers().size() - 1)));
            } else if (pinned) {
                twice(remark, "the network");
            } else {
                pinned = true;
                pins = marking.ofNetwork(model.model(), Place.model(remark.key(), ""), remark.values());
            }
        }
    }

    /** The figures expected of the network. */
    Optional<Pins> pins() {
        return pins;
    }

    /** What is accepted on single layers. */
    List<LayerAcceptance> acceptances() {
        return List.copyOf(acceptances);
    }

    private void apply(Remark remark, String name) {
        List<Integer> meant = meant(name);
        if (meant.isEmpty()) {
            List<String> names = assembly.layers().stream().map(Layer::name).toList();
            problem(
                    Structural.UNKNOWN_LAYER,
                    remark,
                    "layer",
                    "@%s names the layer \"%s\", which this network does not have; the nearest name is %s"
                            .formatted(
                                    remark.annotation(),
                                    Printable.line(name),
                                    NearestNames.nearest(name, names).orElseThrow()));
            return;
        }
        if (remark.annotation().equals("Accept")) {
            accept(remark, name, meant);
            return;
        }
        int index = meant.get(meant.size() - 1);
        Layer layer = assembly.layers().get(index);
        if (isMarked(layer.marks(), remark.annotation())) {
            twice(remark, name);
            return;
        }
        assembly.replace(
                index,
                layer.marked(marking.with(
                        layer.marks(),
                        layer.name(),
                        remark.annotation(),
                        Place.model(remark.key(), ""),
                        remark.values())));
    }

    /** The layers of a name: one, or those that a use or a separable convolution stands for. */
    private List<Integer> meant(String name) {
        List<Integer> parts = new ArrayList<>();
        for (int i = 0; i < assembly.layers().size(); i++) {
            String layer = assembly.layers().get(i).name();
            if (layer.equals(name)) {
                return List.of(i);
            }
            if (layer.startsWith(name + ".") || layer.startsWith(name + "[")) {
                parts.add(i);
            }
        }
        return parts;
    }

    @SuppressWarnings("unchecked")
    private void accept(Remark remark, String name, List<Integer> meant) {
        if (model.isBlock()) {
            problem(
                    Structural.LAYER_CONFLICT,
                    remark,
                    "layer",
                    "%s is a layer of another block; accept its findings there, or where this block uses it"
                            .formatted(name));
            return;
        }
        Set<Site> sites = new HashSet<>();
        meant.forEach(index -> sites.add(assembly.layers().get(index).site()));
        acceptances.add(new LayerAcceptance(
                new Acceptance(
                        remark.key(),
                        (List<String>) Objects.requireNonNull(remark.values().get("value")),
                        (String) Objects.requireNonNull(remark.values().get("reason"))),
                name,
                Set.copyOf(sites)));
    }

    private static boolean isMarked(Marks marks, String annotation) {
        return switch (annotation) {
            case "Endpoint" -> marks.endpoint().isPresent();
            case "Expect" -> marks.pins().isPresent();
            default -> marks.detects().isPresent();
        };
    }

    private void twice(Remark remark, String what) {
        problem(
                Structural.LAYER_CONFLICT,
                remark,
                "layer",
                "%s has two annotations @%s; write one".formatted(what, remark.annotation()));
    }

    private void problem(Structural rule, Remark remark, String attribute, String message) {
        assembly.problems().add(rule, Place.model(remark.key(), attribute), message);
    }
}
