package dev.fovea.onnx.sketch;

import dev.fovea.Network;
import dev.fovea.core.network.Operation;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.DeclarationFactory;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.unread.Missing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Expresses a sketch in terms of the annotations. */
public final class Wording {
    /** Layers that change no field, shape or cost but their own parameters. */
    private static final Set<String> TRANSPARENT = Set.of("Activate", "Dropout", "LocalResponseNorm", "Scale");

    private final Sketch sketch;
    private final DeclarationFactory words = new DeclarationFactory();
    private final Remarks remarks;
    private final Map<Integer, Integer> aliases = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();
    private final Set<Integer> gaps = new HashSet<>();
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final LayerNames free = new LayerNames();
    private final TiedWeights tied = new TiedWeights();

    /** Takes whatever the annotations cannot express. */
    public interface Remarks {
        void add(Node node, String reason, Missing missing);
    }

    private Wording(Sketch sketch, Remarks remarks) {
        this.sketch = sketch;
        this.remarks = remarks;
    }

    /**
     * The layers of a sketch.
     *
     * @param nodes by name of a layer, the node it comes from
     * @param inferred layers that are members of a dilation stack by their form alone
     */
    public record Worded(List<Declaration> layers, Map<String, Node> nodes, Set<String> inferred) {}

    /** Joins what belongs together, finds the members of dilation stacks, and names the layers. */
    public static Worded of(Sketch sketch, Remarks remarks) {
        Wording wording = new Wording(sketch, remarks);
        Rewriting net = new Rewriting(sketch);
        Attentions.join(net);
        TokenMixings.join(net, remarks);
        Joining.join(net, wording.words);
        Rewriting joined = new Rewriting(sketch);
        Set<Integer> inferred = Membership.find(joined);
        return wording.declarations(joined.live(), inferred);
    }

    private Worded declarations(List<Integer> live, Set<Integer> inferred) {
        for (int layer : live) {
            sort(layer);
        }
        // The known part of the network ends at what a gap reads.
        TreeSet<Integer> ends = new TreeSet<>();
        for (int output : sketch.outputs()) {
            ends.addAll(known(output));
        }
        ends.remove(-1);
        TreeSet<Integer> told = told(ends);
        List<Declaration> layers = new ArrayList<>();
        Set<String> inferredNames = new TreeSet<>();
        int last = told.isEmpty() ? -1 : told.last();
        for (int layer : told) {
            Item item = sketch.items().get(layer);
            String name = free.name(item);
            names.put(layer, name);
            if (inferred.contains(layer)) {
                inferredNames.add(name);
            }
            nodes.put(name, item.node());
            boolean isEnd = ends.contains(layer) && layer != last;
            layers.addAll(declarations(item, name, isEnd));
        }
        return new Worded(layers, nodes, inferredNames);
    }

    /** Decides whether a layer can be expressed: as it is, as what it reads, or not at all. */
    private void sort(int layer) {
        Item item = sketch.items().get(layer);
        for (int source : item.sources()) {
            if (gaps.contains(source)) {
                gaps.add(layer);
                return;
            }
        }
        boolean rms = item.is("Normalize") && item.has("value", "RMS");
        if (rms
                || TRANSPARENT.contains(item.op())
                        && !Operation.annotated(item.op()).isPresent()) {
            remarks.add(
                    item.node(),
                    "%s has no annotation yet; it changes no field and is left out"
                            .formatted(rms ? "an RMS norm" : item.op()),
                    rms ? Missing.COSTS : Missing.NOTHING);
            aliases.put(layer, alias(item.sources().get(0)));
        } else if (item.is("Every")) {
            return;
        } else if (item.is("Pad") && item.has("mode", "wrap")) {
            remarks.add(item.node(), "it continues the map in a circle, and no window follows", Missing.FIGURES);
            gaps.add(layer);
        } else if (Joining.isInternal(item.op())
                || !Operation.annotated(item.op()).isPresent()) {
            remarks.add(item.node(), reason(item), Missing.FIGURES);
            gaps.add(layer);
        }
    }

    private static String reason(Item item) {
        return switch (item.op()) {
            case "Scores", "AttentionCore" -> "its queries, keys and values do not come in equal numbers from one map";
            case TokenMixings.THERE, TokenMixings.BACK ->
                "it is a matrix over positions whose values no second one leads back to positions";
            case "Roll" -> "it moves the map in a circle";
            default -> "@%s is not built yet".formatted(item.op());
        };
    }

    private int alias(int layer) {
        return aliases.getOrDefault(layer, layer);
    }

    /** The layers that can be expressed and that {@code layer} stands for or, in a gap, depends on. */
    private Set<Integer> known(int layer) {
        Set<Integer> found = new TreeSet<>();
        Set<Integer> seen = new HashSet<>();
        List<Integer> open = new ArrayList<>(List.of(layer));
        while (!open.isEmpty()) {
            int next = open.remove(open.size() - 1);
            if (next >= 0 && seen.add(next)) {
                if (gaps.contains(next)) {
                    open.addAll(sketch.items().get(next).sources());
                } else {
                    found.add(alias(next));
                }
            }
        }
        return found;
    }

    private TreeSet<Integer> told(Set<Integer> ends) {
        TreeSet<Integer> told = new TreeSet<>();
        List<Integer> open = new ArrayList<>(ends);
        while (!open.isEmpty()) {
            int next = alias(open.remove(open.size() - 1));
            if (next >= 0 && told.add(next)) {
                open.addAll(sketch.items().get(next).sources());
            }
        }
        return told;
    }

    private String sourceName(int layer) {
        int source = alias(layer);
        return source < 0 ? Network.INPUT : names.get(source);
    }

    private List<Declaration> declarations(Item item, String name, boolean isEnd) {
        if (item.is("Every")) {
            return every(item, name, isEnd);
        }
        List<String> from = item.sources().stream().map(this::sourceName).toList();
        Declaration declared = layer(name, item.op(), item.values(), from, isEnd);
        Optional<Declaration> bearer = tied.bearer(item, declared);
        Optional<Declaration> sharing = bearer.flatMap(other -> TiedWeights.sharing(declared, other));
        if (bearer.isPresent() && sharing.isEmpty()) {
            remarks.add(
                    item.node(),
                    "its weights are those of %s, but they differ in other attributes, so they are counted twice"
                            .formatted(bearer.get().name()),
                    Missing.COSTS);
        }
        return List.of(sharing.orElse(declared));
    }

    /** Every n-th position: a pool of single positions on the map without its beginning and its end. */
    private List<Declaration> every(Item item, String name, boolean isEnd) {
        List<Declaration> layers = new ArrayList<>();
        String source = sourceName(item.sources().get(0));
        List<Long> begin = item.numbers("begin");
        List<Long> padding = new ArrayList<>(begin);
        padding.addAll(item.numbers("end"));
        if (Collections.max(padding) > 0) {
            String crop = free.free(name + "_begin");
            nodes.put(crop, item.node());
            layers.add(layer(crop, "Crop", Map.of("padding", padding), List.of(source), false));
            source = crop;
        }
        Map<String, Object> values = Map.of("kernel", List.of(1L), "stride", item.numbers("stride"));
        layers.add(layer(name, "Pool", values, List.of(source), isEnd));
        return layers;
    }

    private Declaration layer(String name, String op, Map<String, Object> stated, List<String> from, boolean isEnd) {
        Set<String> attributes = words.attributes(op).keySet();
        Map<String, Object> values = new HashMap<>();
        stated.forEach((attribute, value) -> {
            if (attributes.contains(attribute)) {
                values.put(attribute, shortened(attribute, value));
            }
        });
        if (stated.get("toLayer") instanceof Long layer) {
            values.put("to", sourceName((int) (long) layer));
        }
        if (stated.get("ofLayer") instanceof Long layer) {
            values.put("of", sourceName((int) (long) layer));
        }
        values.put("from", op.equals("Residual") ? from.subList(0, 1) : from);
        if (op.equals("Residual")) {
            values.put("shortcut", from.get(1));
        }
        Map<String, Map<String, Object>> beside = isEnd ? Map.of("Endpoint", Map.of("value", name)) : Map.of();
        Declaration declared = words.layer(name, op, values);
        return new Declaration(
                name, declared.operation(), declared.values(), beside, List.of(), Optional.empty(), false);
    }

    /** One entry where all axes are alike; padding of both sides alike is stated once. */
    private static Object shortened(String attribute, Object value) {
        if (!(value instanceof List<?> entries) || entries.size() < 2) {
            return value;
        }
        if (Collections.frequency(entries, entries.get(0)) == entries.size()) {
            return List.of(entries.get(0));
        }
        int half = entries.size() / 2;
        boolean sides = attribute.equals("padding")
                && entries.size() > 2
                && entries.subList(0, half).equals(entries.subList(half, entries.size()));
        return sides ? entries.subList(0, half) : value;
    }
}
