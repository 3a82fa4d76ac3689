package dev.fovea.core.testing;

import dev.fovea.Padding;
import dev.fovea.Param;
import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value that an author types.
 *
 * @param member name of a member of the model, or {@code Block.member}
 * @param value as typed
 */
public record Edit(String member, String attribute, String value) {
    /** The model with this value. */
    public ModelDeclaration in(ModelDeclaration model) {
        return new ModelDeclaration(
                model.model(),
                model.isBlock(),
                model.input(),
                model.objectSizes(),
                model.hdc(),
                layers("", model.layers()),
                model.acceptances());
    }

    private List<Declaration> layers(String prefix, List<Declaration> layers) {
        List<Declaration> edited = new ArrayList<>();
        for (Declaration layer : layers) {
            Map<String, Object> values = new LinkedHashMap<>(layer.values());
            if ((prefix + layer.name()).equals(member)) {
                values.put(
                        attribute,
                        values.get(attribute) instanceof List<?>
                                ? entries()
                                : entries().get(0));
            }
            edited.add(new Declaration(
                    layer.name(),
                    layer.operation(),
                    values,
                    layer.beside(),
                    layer.acceptances(),
                    layer.block().map(this::block),
                    layer.rateIsOpen()));
        }
        return edited;
    }

    private BlockDeclaration block(BlockDeclaration block) {
        return new BlockDeclaration(
                block.name(),
                block.isSource(),
                block.axes(),
                layers(block.name() + ".", block.layers()),
                block.acceptances());
    }

    private List<Object> entries() {
        return Arrays.stream(value.replaceAll("[{}]", "").split(", "))
                .map(Edit::number)
                .toList();
    }

    private static Object number(String typed) {
        return switch (typed) {
            case "Param.RATE" -> (long) Param.RATE;
            case "Padding.SAME" -> (long) Padding.SAME;
            case "Padding.CAUSAL" -> (long) Padding.CAUSAL;
            default -> Long.valueOf(typed);
        };
    }
}
