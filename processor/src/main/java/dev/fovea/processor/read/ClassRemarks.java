package dev.fovea.processor.read;

import dev.fovea.core.finding.Acceptance;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.network.Operation;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.Remark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * What the annotations on a class say of the network, and of layers that are not members of the class.
 *
 * @param acceptances for the whole model
 * @param remarks all others
 * @param written the annotations by the names that places give them
 */
record ClassRemarks(List<Acceptance> acceptances, List<Remark> remarks, Map<String, MemberAnchors.Written> written) {
    /** Reads the annotations of a class; what it says of its own members is theirs. */
    static ClassRemarks of(TypeElement type, List<Declaration> members, Elements elements) {
        Set<String> names = new HashSet<>();
        for (Declaration member : members) {
            names.add(member.name());
        }
        List<Acceptance> acceptances = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        Map<String, MemberAnchors.Written> written = new HashMap<>();
        for (LayerAnnotation annotation : LayerAnnotation.of(type, elements)) {
            Optional<String> layer = annotation.layer();
            if (layer.isPresent() && names.contains(layer.get())) {
                continue;
            }
            String key = Remarked.keep(type, annotation, written);
            if (layer.isEmpty() && annotation.name().equals("Accept")) {
                acceptances.add(annotation.acceptance(key));
            } else {
                remarks.add(new Remark(annotation.name(), key, layer, annotation.values()));
            }
        }
        acceptances.addAll(Remarked.suppressed(type, elements, written));
        return new ClassRemarks(acceptances, remarks, written);
    }

    /** Annotations on members that are not layers, and on a class without layers. */
    List<Finding> strays(TypeElement type, boolean hasLayers, Elements elements) {
        List<Finding> findings = new ArrayList<>();
        boolean hasModels = false;
        Set<String> components = new HashSet<>();
        for (RecordComponentElement component : type.getRecordComponents()) {
            components.add(component.getSimpleName().toString());
        }
        for (Element member : type.getEnclosedElements()) {
            boolean isMethod = member.getKind() == ElementKind.METHOD;
            boolean isModel =
                    isMethod && Mirrors.find(member, NetworkAnnotation.NAME).isPresent();
            String name = member.getSimpleName().toString();
            hasModels |= isModel;
            boolean isAccessor = isMethod && components.contains(name);
            if (!isModel && !isAccessor && !(member instanceof TypeElement) && !isLayer(member)) {
                for (LayerAnnotation annotation : LayerAnnotation.of(member, elements)) {
                    findings.add(conflict(
                            Remarked.keep(member, annotation, written),
                            "@%s has no effect: %s is not a %s; add %s, or remove it"
                                    .formatted(
                                            annotation.name(),
                                            name,
                                            isMethod ? "model" : "layer",
                                            isMethod ? "@Network" : "a layer annotation")));
                }
            }
        }
        if (hasLayers) {
            return findings;
        }
        String name = type.getSimpleName().toString();
        if (!hasModels && written.containsKey("Network")) {
            findings.add(conflict(
                    "Network",
                    "%s is annotated with @Network, but declares no layers; annotate its fields, or the method that builds the network"
                            .formatted(name)));
        }
        for (LayerAnnotation annotation : LayerAnnotation.of(type, elements)) {
            findings.add(conflict(
                    Remarked.keep(type, annotation, written),
                    "@%s has no effect: %s declares no layers; write it where the layers are declared"
                            .formatted(annotation.name(), name)));
        }
        return findings;
    }

    private static boolean isLayer(Element member) {
        for (AnnotationMirror mirror : member.getAnnotationMirrors()) {
            Optional<String> name = Mirrors.foveaName(mirror);
            if (name.isPresent() && Operation.annotated(name.get()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Finding conflict(String key, String message) {
        return Structural.LAYER_CONFLICT.finding(Place.model(key, ""), message);
    }
}
