package dev.fovea.processor.read;

import dev.fovea.core.finding.Acceptance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;

/**
 * An annotation on a model as a whole that may speak of one of its layers.
 *
 * @param name simple name of the annotation
 * @param layer name of the layer; empty for the whole model
 * @param values all attributes
 */
public record LayerAnnotation(
        String name, Optional<String> layer, Map<String, Object> values, AnnotationMirror mirror) {
    private static final Set<String> NAMES = Set.of("Accept", "Endpoint", "Expect", "Detects");

    /**
     * Those of an element, in the order in which they are written.
     *
     * @throws UnresolvedException if an annotation value cannot be read, or not yet
     */
    public static List<LayerAnnotation> of(Element element, Elements elements) {
        List<LayerAnnotation> found = new ArrayList<>();
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            String name = Mirrors.qualifiedName(mirror).replace("dev.fovea.", "");
            if (NAMES.contains(name)) {
                found.add(of(name, mirror, elements));
            } else if (name.endsWith(".List") && NAMES.contains(name.replace(".List", ""))) {
                List<?> all =
                        (List<?>) Mirrors.written(mirror, "value").orElseThrow().getValue();
                for (Object each : all) {
                    AnnotationMirror nested = Mirrors.nested(((AnnotationValue) each).getValue());
                    found.add(of(name.replace(".List", ""), nested, elements));
                }
            }
        }
        return found;
    }

    /** What an {@code @Accept} accepts, as an annotation that places call {@code key}. */
    Acceptance acceptance(String key) {
        return new Acceptance(key, Mirrors.texts(values, "value"), (String) Mirrors.get(values, "reason"));
    }

    private static LayerAnnotation of(String name, AnnotationMirror mirror, Elements elements) {
        Map<String, Object> values = Mirrors.values(elements, mirror);
        String layer = (String) Mirrors.get(values, "layer");
        return new LayerAnnotation(name, layer.isEmpty() ? Optional.empty() : Optional.of(layer), values, mirror);
    }
}
