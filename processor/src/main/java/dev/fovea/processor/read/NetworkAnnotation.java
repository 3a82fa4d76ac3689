package dev.fovea.processor.read;

import dev.fovea.Hdc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.util.Elements;

/**
 * What {@code @Network} says, on a class or on a method.
 *
 * @param input attributes of {@code @Input}, defaults included
 * @param objectSizes as written
 * @param hdc where stated
 */
public record NetworkAnnotation(Map<String, Object> input, List<Long> objectSizes, Optional<Hdc> hdc) {
    /** Qualified name of the annotation. */
    public static final String NAME = "dev.fovea.Network";

    /**
     * Reads the annotation, or gives its defaults.
     *
     * @param mirrors takes it and its {@code @Input}, by simple names
     * @throws UnresolvedException if an annotation value cannot be read, or not yet
     */
    public static NetworkAnnotation read(
            Optional<? extends AnnotationMirror> network, Elements elements, Map<String, AnnotationMirror> mirrors) {
        Map<String, Object> input = new HashMap<>(Map.of("axes", 2L, "channels", 0L, "size", List.of()));
        if (network.isEmpty()) {
            return new NetworkAnnotation(input, List.of(), Optional.empty());
        }
        AnnotationMirror mirror = network.get();
        mirrors.put("Network", mirror);
        Optional<AnnotationValue> written = Mirrors.written(mirror, "input");
        if (written.isPresent()) {
            AnnotationMirror nested = Mirrors.nested(written.get().getValue());
            mirrors.put("Input", nested);
            input.putAll(Mirrors.writtenValues(elements, nested));
        }
        Optional<String> strictness = Mirrors.writtenConstant(mirror, "hdc");
        return new NetworkAnnotation(
                input,
                Mirrors.writtenNumbers(elements, mirror, "objectSizes"),
                strictness.isPresent() ? Optional.of(Hdc.valueOf(strictness.get())) : Optional.empty());
    }
}
