package dev.fovea.processor.build;

import dev.fovea.Hdc;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model definition as its author wrote it.
 *
 * @param model binary name of the class
 * @param input attributes of {@code @Input}, defaults included
 * @param hdc how strictly to judge, where stated
 * @param layers the annotated members, in declaration order
 */
public record ModelDeclaration(String model, Map<String, Object> input, Optional<Hdc> hdc, List<Declaration> layers) {}
