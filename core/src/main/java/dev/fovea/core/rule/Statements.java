package dev.fovea.core.rule;

import dev.fovea.core.finding.Advice;
import dev.fovea.core.network.Layer;
import dev.fovea.core.repair.KeptPadding;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.Params;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes what is to be written at a layer, where the layer itself states it. */
final class Statements {
    private Statements() {}

    /**
     * Empty where an attribute is not the layer's own, or follows an argument of a use.
     *
     * @param attributes as typed
     */
    static Optional<Advice.Statement> of(AnalysedNetwork analysed, Layer layer, Map<String, String> attributes) {
        List<Declaration> path = analysed.model().declarations(layer.site());
        Map<String, Object> written = path.get(path.size() - 1).values();
        for (String attribute : attributes.keySet()) {
            if (!written.containsKey(attribute)
                    || Params.attribute(written.get(attribute)).isPresent()) {
                return Optional.empty();
            }
        }
        return attributes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Advice.Statement(
                        analysed.model().member(layer.site()), "", new LinkedHashMap<>(attributes)));
    }

    /** {@code 2}, or {@code {2, 3}} where the axes differ. */
    static String typed(List<Long> perAxis) {
        return KeptPadding.typedNumbers(perAxis.stream().distinct().count() == 1 ? perAxis.subList(0, 1) : perAxis);
    }
}
