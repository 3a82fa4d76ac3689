package dev.fovea.processor.read;

import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The names of models, and of the classes that are generated for them. */
public final class ModelNames {
    private ModelNames() {}

    /** The name of a model in its report: its binary name, or for a method that of the class around it and its own. */
    public static String of(Element model, Elements elements) {
        if (model instanceof TypeElement type) {
            return elements.getBinaryName(type).toString();
        }
        PackageElement enclosing = elements.getPackageOf(model);
        return enclosing.isUnnamed() ? simple(model) : enclosing.getQualifiedName() + "." + simple(model);
    }

    /** What the names of generated classes begin with: the names of the classes around it and its own. */
    public static String simple(Element model) {
        String own = model.getSimpleName().toString();
        String name = model instanceof ExecutableElement
                ? own.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + own.substring(1)
                : own;
        return model.getEnclosingElement() instanceof TypeElement outer ? simple(outer) + "_" + name : name;
    }
}
