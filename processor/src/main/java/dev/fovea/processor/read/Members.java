package dev.fovea.processor.read;

import dev.fovea.core.network.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Name;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The fields and enum constants of a type, in declaration order. */
final class Members {
    private Members() {}

    /** The order of the members of a type that is compiled from source. */
    static List<Element> of(TypeElement type) {
        List<String> components = new ArrayList<>();
        if (type.getKind() == ElementKind.RECORD) {
            // Compilers differ in the order of a record's fields, not in that of its components.
            for (RecordComponentElement component : type.getRecordComponents()) {
                components.add(component.getSimpleName().toString());
            }
        }
        return sorted(fields(type), components);
    }

    /**
     * The order that was recorded when the type was compiled; javac keeps it in class files as well. Empty where it is
     * not known, or not that of the type's layers.
     */
    static Optional<List<Element>> recorded(TypeElement type, Elements elements, boolean isEcj) {
        Map<String, Element> fields = fields(type);
        TypeElement record = elements.getTypeElement(orderClass(type));
        Optional<? extends AnnotationMirror> order =
                record == null ? Optional.empty() : Mirrors.find(record, "dev.fovea.LayerOrder");
        if (order.isEmpty()) {
            return isEcj ? Optional.empty() : Optional.of(List.copyOf(fields.values()));
        }
        List<String> names = Mirrors.written(order.get(), "value").stream()
                .flatMap(value -> ((List<?>) value.getValue()).stream())
                .map(entry -> (String) ((AnnotationValue) entry).getValue())
                .toList();
        Set<String> layers = Set.copyOf(fields.values().stream()
                .filter(Members::isLayer)
                .map(field -> field.getSimpleName().toString())
                .toList());
        return layers.equals(Set.copyOf(names)) ? Optional.of(sorted(fields, names)) : Optional.empty();
    }

    /** Qualified name of the class that records the order of a block's layers. */
    static String orderClass(TypeElement block) {
        StringBuilder name = new StringBuilder(block.getSimpleName() + "LayerOrder");
        Element enclosing = block.getEnclosingElement();
        while (enclosing instanceof TypeElement outer) {
            name.insert(0, outer.getSimpleName() + "_");
            enclosing = outer.getEnclosingElement();
        }
        // ECJ's packages print as "package name".
        Name enclosingPackage = ((PackageElement) Objects.requireNonNull(enclosing)).getQualifiedName();
        return enclosingPackage.length() == 0 ? name.toString() : enclosingPackage + "." + name;
    }

    private static boolean isLayer(Element field) {
        return field.getAnnotationMirrors().stream()
                .map(Mirrors::foveaName)
                .flatMap(Optional::stream)
                .anyMatch(name -> Operation.annotated(name).isPresent());
    }

    private static Map<String, Element> fields(TypeElement type) {
        Map<String, Element> fields = new LinkedHashMap<>();
        for (Element member : type.getEnclosedElements()) {
            if (member.getKind() == ElementKind.FIELD || member.getKind() == ElementKind.ENUM_CONSTANT) {
                fields.put(member.getSimpleName().toString(), member);
            }
        }
        return fields;
    }

    /** The named fields first, in the order of their names; then the others. */
    private static List<Element> sorted(Map<String, Element> fields, List<String> names) {
        List<Element> ordered = new ArrayList<>();
        for (String name : names) {
            if (fields.containsKey(name)) {
                ordered.add(Objects.requireNonNull(fields.remove(name)));
            }
        }
        ordered.addAll(fields.values());
        return ordered;
    }
}
