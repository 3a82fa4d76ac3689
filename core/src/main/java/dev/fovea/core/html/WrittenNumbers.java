package dev.fovea.core.html;

import dev.fovea.core.network.Layer;
import dev.fovea.core.repair.WrittenRate;
import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.resolve.Params;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The numbers that kernels, rates and strides of dilated layers are taken from, as their author typed them: who edits one
 * edits all layers that take it.
 */
final class WrittenNumbers {
    /** Stands for all axes, where one entry does. */
    private static final int EVERY_AXIS = -1;

    private final ModelDeclaration model;
    private final Map<WrittenRate.Place, Integer> indices = new LinkedHashMap<>();
    private final List<Long> values = new ArrayList<>();
    private final Map<String, Statement> statements = new LinkedHashMap<>();

    /**
     * What is typed for an attribute of a member.
     *
     * @param entries numbers by their index, other entries as typed
     * @param collapses whether one entry may stand for equal ones
     */
    record Statement(String member, String attribute, List<Object> entries, boolean collapses) {}

    WrittenNumbers(ModelDeclaration model) {
        this.model = model;
    }

    /** All numbers that have been asked for. */
    List<Long> values() {
        return values;
    }

    List<Statement> statements() {
        return List.copyOf(statements.values());
    }

    /** The number in a place; empty where nobody has asked for it. */
    OptionalInt index(WrittenRate.Place place) {
        Integer index = indices.get(place);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** The rate of a layer along an axis. */
    OptionalInt rate(Layer layer, int axis) {
        Optional<WrittenRate> written = WrittenRate.of(model.declarations(layer.site()), layer.site(), axis);
        if (written.isEmpty()) {
            return OptionalInt.empty();
        }
        WrittenRate rate = written.get();
        boolean isRate = rate.place().attribute().equals("rate");
        long count = rate.isArgument() && isRate
                ? (Long) rate.declaration().values().getOrDefault("repeat", 1L)
                : rate.entries().size();
        return OptionalInt.of(number(rate.place(), rate.entries(), count, !rate.isArgument(), isRate));
    }

    /** Kernel or stride of a layer along an axis; empty where the layer itself does not state it as a number. */
    OptionalInt own(Layer layer, String attribute, int axis) {
        List<Declaration> path = model.declarations(layer.site());
        Declaration declaration = path.get(path.size() - 1);
        if (!(declaration.values().get(attribute) instanceof List<?> entries)
                || entries.isEmpty()
                || entries.stream().anyMatch(entry -> Params.attribute(entry).isPresent())) {
            return OptionalInt.empty();
        }
        int entry = entries.size() == 1 ? EVERY_AXIS : axis;
        WrittenRate.Place place = new WrittenRate.Place(block(path), declaration.name(), attribute, entry);
        return OptionalInt.of(number(place, entries, entries.size(), true, true));
    }

    /** The member that states a layer's padding, as messages name it. */
    String member(Layer layer) {
        return model.member(layer.site());
    }

    /** The block that the innermost declaration is a member of. */
    private static String block(List<Declaration> path) {
        return path.size() == 1
                ? ""
                : path.get(path.size() - 2).block().map(BlockDeclaration::name).orElse("");
    }

    private int number(WrittenRate.Place place, List<?> entries, long count, boolean isOfLayer, boolean collapses) {
        String key = place.block() + " " + place.member() + " " + place.attribute();
        if (!statements.containsKey(key)) {
            List<Object> typed = new ArrayList<>();
            for (int entry = 0; entry < count; entry++) {
                Object written = entries.get(entry < entries.size() ? entry : 0);
                int own = isOfLayer && count == 1 ? EVERY_AXIS : entry;
                typed.add(
                        written instanceof Long value
                                        && Params.attribute(written).isEmpty()
                                ? (Object) add(place.at(own), value)
                                : Params.typed(written));
            }
            statements.put(key, new Statement(place.name(), place.attribute(), typed, collapses));
        }
        return indices.get(place);
    }

    private int add(WrittenRate.Place place, long value) {
        indices.put(place, values.size());
        values.add(value);
        return values.size() - 1;
    }
}
