package dev.fovea.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Plain values of annotation mirrors. */
final class Mirrors {
    private static final String PACKAGE = "dev.fovea.";

    private Mirrors() {}

    /** Simple name of an annotation of this product; empty for others. */
    static Optional<String> foveaName(AnnotationMirror mirror) {
        String name = qualifiedName(mirror);
        boolean ours = name.startsWith(PACKAGE) && name.indexOf('.', PACKAGE.length()) < 0;
        return ours ? Optional.of(name.substring(PACKAGE.length())) : Optional.empty();
    }

    static String qualifiedName(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }

    static Optional<? extends AnnotationMirror> find(Element element, String qualifiedName) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> qualifiedName(mirror).equals(qualifiedName))
                .findFirst();
    }

    /** The value written for an attribute, which is not a default. */
    static Optional<AnnotationValue> written(AnnotationMirror mirror, String attribute) {
        return mirror.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(attribute))
                .<AnnotationValue>map(Map.Entry::getValue)
                .findFirst();
    }

    /**
     * All attributes, defaults included, as {@code Long}, {@code Double}, {@code Boolean}, {@code String}, nested maps or
     * lists of such. An attribute of an annotation type is absent where it is not written: javac cannot give the defaults
     * of an annotation type that no source mentions.
     *
     * @throws UnresolvedException if the source has no valid value for one of them, or not yet
     */
    static Map<String, Object> values(Elements elements, AnnotationMirror mirror) {
        Map<String, Object> result = new LinkedHashMap<>();
        Map<? extends ExecutableElement, ? extends AnnotationValue> values = withDefaults(elements, mirror);
        for (Element member : mirror.getAnnotationType().asElement().getEnclosedElements()) {
            if (member instanceof ExecutableElement attribute) {
                String name = attribute.getSimpleName().toString();
                AnnotationValue value = values.get(attribute);
                if (value == null) {
                    throw new UnresolvedException();
                }
                if (!isNested(attribute) || written(mirror, name).isPresent()) {
                    result.put(name, plain(elements, value, attribute.getReturnType()));
                }
            }
        }
        return result;
    }

    private static boolean isNested(ExecutableElement attribute) {
        return attribute.getReturnType() instanceof DeclaredType type
                && type.asElement().getKind() == ElementKind.ANNOTATION_TYPE;
    }

    /** ECJ throws where a value has the wrong type, which it reports itself. */
    private static Map<? extends ExecutableElement, ? extends AnnotationValue> withDefaults(
            Elements elements, AnnotationMirror mirror) {
        try {
            return elements.getElementValuesWithDefaults(mirror);
        } catch (RuntimeException malformed) {
            throw new UnresolvedException();
        }
    }

    private static Object plain(Elements elements, AnnotationValue value, TypeMirror type) {
        Object raw = value.getValue();
        if (type instanceof ArrayType array) {
            if (!(raw instanceof List<?> entries)) {
                throw new UnresolvedException();
            }
            List<Object> result = new ArrayList<>();
            for (Object entry : entries) {
                result.add(plain(elements, (AnnotationValue) entry, array.getComponentType()));
            }
            return result;
        }
        if (raw instanceof Integer number && type.getKind() == TypeKind.INT) {
            return number.longValue();
        }
        if (raw instanceof Double && type.getKind() == TypeKind.DOUBLE
                || raw instanceof Boolean && type.getKind() == TypeKind.BOOLEAN) {
            return raw;
        }
        if (raw instanceof VariableElement constant) {
            return constant.getSimpleName().toString();
        }
        if (raw instanceof AnnotationMirror nested
                && type instanceof DeclaredType declared
                && nested.getAnnotationType().asElement().equals(declared.asElement())) {
            return values(elements, nested);
        }
        if (raw instanceof String text && type.toString().equals("java.lang.String") && !text.equals("<error>")) {
            return text;
        }
        throw new UnresolvedException();
    }
}
