package dev.fovea.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

/** The fields and enum constants of a type, in declaration order. */
final class Members {
    private Members() {}

    static List<Element> of(TypeElement type) {
        List<Element> fields = new ArrayList<>();
        Map<String, Element> byName = new HashMap<>();
        for (Element member : type.getEnclosedElements()) {
            if (member.getKind() == ElementKind.FIELD || member.getKind() == ElementKind.ENUM_CONSTANT) {
                fields.add(member);
                byName.put(member.getSimpleName().toString(), member);
            }
        }
        if (type.getKind() != ElementKind.RECORD) {
            return fields;
        }
        // Compilers differ in the order of a record's fields, not in that of its components.
        List<Element> ordered = new ArrayList<>();
        for (RecordComponentElement component : type.getRecordComponents()) {
            Element field = byName.remove(component.getSimpleName().toString());
            if (field != null) {
                ordered.add(field);
            }
        }
        fields.removeAll(ordered);
        ordered.addAll(fields);
        return ordered;
    }
}
