package dev.fovea.processor.code.eval;

import javax.lang.model.element.TypeElement;

/** What stands before the dot of a static member: the name of a class. */
record TypeReference(TypeElement type) {
    String name() {
        return type.getQualifiedName().toString();
    }
}
