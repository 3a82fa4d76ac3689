package dev.fovea.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Plain values of annotation mirrors. */
public final class Mirrors {
    private static final String PACKAGE = "dev.fovea.";

    private Mirrors() {}

    /** Simple name of an annotation of this product; empty for others. */
    public static Optional<String> foveaName(AnnotationMirror mirror) {
        String name = qualifiedName(mirror);
        boolean ours = name.startsWith(PACKAGE) && name.indexOf('.', PACKAGE.length()) < 0;
        return ours ? Optional.of(name.substring(PACKAGE.length())) : Optional.empty();
    }

    public static String qualifiedName(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }

    public static Optional<? extends AnnotationMirror> find(Element element, String qualifiedName) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (qualifiedName(mirror).equals(qualifiedName)) {
                return Optional.of(mirror);
            }
        }
        return Optional.empty();
    }

    /** The value written for an attribute, which is not a default. */
    public static Optional<AnnotationValue> written(AnnotationMirror mirror, String attribute) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                writtenValues(mirror).entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(attribute)) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    /**
     * All attributes, defaults included, as {@code Long}, {@code Double}, {@code Boolean}, {@code String} or lists of
     * such.
     *
     * @throws UnresolvedException if the source has no valid value for one of them, or not yet
     */
    public static Map<String, Object> values(Elements elements, AnnotationMirror mirror) {
        Map<String, Object> result = new LinkedHashMap<>();
        Map<? extends ExecutableElement, ? extends AnnotationValue> values = withDefaults(elements, mirror);
        for (Element member : mirror.getAnnotationType().asElement().getEnclosedElements()) {
            if (member instanceof ExecutableElement attribute) {
                AnnotationValue value = values.get(attribute);
                if (value == null) {
                    throw new UnresolvedException();
                }
                result.put(attribute.getSimpleName().toString(), plain(elements, value, attribute.getReturnType()));
            }
        }
        return result;
    }

    /** The attributes that are written, defaults left out. */
    static Map<String, Object> writtenValues(Elements elements, AnnotationMirror mirror) {
        Map<String, Object> result = new LinkedHashMap<>();
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                writtenValues(mirror).entrySet()) {
            ExecutableElement attribute = entry.getKey();
            result.put(
                    attribute.getSimpleName().toString(), plain(elements, entry.getValue(), attribute.getReturnType()));
        }
        return result;
    }

    /** The numbers of an array attribute that is written; none where it is not. */
    @SuppressWarnings("unchecked")
    static List<Long> writtenNumbers(Elements elements, AnnotationMirror mirror, String attribute) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                writtenValues(mirror).entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(attribute)) {
                return (List<Long>)
                        plain(elements, entry.getValue(), entry.getKey().getReturnType());
            }
        }
        return List.of();
    }

    /** An enum constant that is written, by name. */
    static Optional<String> writtenConstant(AnnotationMirror mirror, String attribute) {
        Optional<AnnotationValue> value = written(mirror, attribute);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get().getValue() instanceof VariableElement constant) {
            return Optional.of(constant.getSimpleName().toString());
        }
        throw new UnresolvedException();
    }

    /** The value of an attribute as an annotation. */
    public static AnnotationMirror nested(Object value) {
        if (value instanceof AnnotationMirror mirror) {
            return mirror;
        }
        throw new UnresolvedException();
    }

    public static Object get(Map<String, Object> values, String attribute) {
        return Objects.requireNonNull(values.get(attribute), attribute);
    }

    @SuppressWarnings("unchecked")
    public static List<String> texts(Map<String, Object> values, String attribute) {
        return (List<String>) get(values, attribute);
    }

    /** An entry of a value with several; else the value. */
    public static AnnotationValue narrowed(AnnotationValue value, int entry) {
        return value.getValue() instanceof List<?> entries && entry >= 0 && entry < entries.size()
                ? (AnnotationValue) entries.get(entry)
                : value;
    }

    /** ECJ throws where a value has the wrong type, which it reports itself. */
    private static Map<? extends ExecutableElement, ? extends AnnotationValue> writtenValues(AnnotationMirror mirror) {
        try {
            return mirror.getElementValues();
        } catch (RuntimeException malformed) {
            throw new UnresolvedException();
        }
    }

    private static Map<? extends ExecutableElement, ? extends AnnotationValue> withDefaults(
            Elements elements, AnnotationMirror mirror) {
        try {
            return elements.getElementValuesWithDefaults(mirror);
        } catch (RuntimeException malformed) {
            throw new UnresolvedException();
        }
    }

    private static Object plain(Elements elements, AnnotationValue value, TypeMirror declared) {
        Object raw = value.getValue();
        if (declared instanceof ArrayType array) {
            if (!(raw instanceof List<?> entries)) {
                throw new UnresolvedException();
            }
            List<Object> result = new ArrayList<>();
            for (Object entry : entries) {
                result.add(plain(elements, (AnnotationValue) entry, array.getComponentType()));
            }
            return result;
        }
        if (raw instanceof Integer number && declared.getKind() == TypeKind.INT) {
            return number.longValue();
        }
        if (raw instanceof Long && declared.getKind() == TypeKind.LONG
                || raw instanceof Double && declared.getKind() == TypeKind.DOUBLE
                || raw instanceof Boolean && declared.getKind() == TypeKind.BOOLEAN) {
            return raw;
        }
        if (raw instanceof VariableElement constant) {
            return constant.getSimpleName().toString();
        }
        if (raw instanceof TypeMirror type) {
            return type.toString();
        }
        if (raw instanceof String text && declared.toString().equals("java.lang.String") && !text.equals("<error>")) {
            return text;
        }
        throw new UnresolvedException();
    }
}
