package dev.fovea.core.lint;

import dev.fovea.core.finding.Place;
import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.resolve.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A model with another number where the number of a layer is written: on the layer, or as an argument of a use around it. */
final class Restated {
    private final String owner;
    private final String member;
    private final String attribute;
    private final Object value;

    private Restated(String owner, String member, String attribute, Object value) {
        this.owner = owner;
        this.member = member;
        this.attribute = attribute;
        this.value = value;
    }

    /** Empty where the number is not written, so that its default holds. */
    static Optional<ModelDeclaration> with(ModelDeclaration model, Place place, long number) {
        List<Declaration> path = model.declarations(place.site().orElseThrow());
        Origin origin = Origin.of(path, place.attribute(), place.site().orElseThrow(), place.entry());
        Declaration written = path.get(origin.depth());
        Object old = written.values().get(origin.attribute());
        String owner = origin.depth() == 0
                ? ""
                : path.get(origin.depth() - 1).block().orElseThrow().name();
        return number(old, origin.entry(), number)
                .map(value -> with(model, owner, written.name(), origin.attribute(), value));
    }

    /**
     * The model with another value of an attribute.
     *
     * @param owner the block that has the member; empty for the model itself
     */
    static ModelDeclaration with(ModelDeclaration model, String owner, String member, String attribute, Object value) {
        return new Restated(owner, member, attribute, value).in(model);
    }

    private static Optional<Object> number(@Nullable Object old, int entry, long number) {
        if (!(old instanceof List<?> entries)) {
            return old instanceof Long ? Optional.of(number) : Optional.empty();
        }
        if (entry < 0) {
            return entries.isEmpty() ? Optional.empty() : Optional.of(Collections.nCopies(entries.size(), number));
        }
        List<Object> changed = new ArrayList<>(entries);
        changed.set(entry, number);
        return Optional.of(changed);
    }

    private ModelDeclaration in(ModelDeclaration model) {
        return new ModelDeclaration(
                model.model(),
                model.isBlock(),
                model.input(),
                model.objectSizes(),
                model.hdc(),
                layers("", model.layers()),
                model.acceptances(),
                model.remarks());
    }

    private List<Declaration> layers(String block, List<Declaration> layers) {
        List<Declaration> restated = new ArrayList<>();
        for (Declaration layer : layers) {
            Map<String, Object> values = new LinkedHashMap<>(layer.values());
            if (block.equals(owner) && layer.name().equals(member)) {
                values.put(attribute, value);
            }
            restated.add(new Declaration(
                    layer.name(),
                    layer.operation(),
                    values,
                    layer.beside(),
                    layer.acceptances(),
                    layer.block().map(this::block),
                    layer.rateIsOpen()));
        }
        return restated;
    }

    private BlockDeclaration block(BlockDeclaration block) {
        return new BlockDeclaration(
                block.name(),
                block.isSource(),
                block.axes(),
                layers(block.name(), block.layers()),
                block.acceptances());
    }
}
