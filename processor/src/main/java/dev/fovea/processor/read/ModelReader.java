package dev.fovea.processor.read;

import dev.fovea.Hdc;
import dev.fovea.processor.build.Declaration;
import dev.fovea.processor.build.ModelDeclaration;
import dev.fovea.processor.build.Operations;
import dev.fovea.processor.finding.Acceptance;
import dev.fovea.processor.finding.Finding;
import dev.fovea.processor.finding.Place;
import dev.fovea.processor.finding.Structural;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads a model definition from the compiler's elements, in declaration order. */
public final class ModelReader {
    private static final List<String> BESIDE = List.of("Endpoint", "Expect", "Detects");

    private final Elements elements;
    private final boolean isEcj;

    private final List<Declaration> declarations = new ArrayList<>();
    private final List<Anchors.Anchor> anchors = new ArrayList<>();
    private final List<Acceptance> acceptances = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private ModelReader(Elements elements, boolean isEcj) {
        this.elements = elements;
        this.isEcj = isEcj;
    }

    /**
     * Reads {@code type}; empty if it has no layers.
     *
     * @param isEcj whether the compiler is Eclipse's
     * @throws UnresolvedException if an annotation value cannot be read, or not yet
     */
    public static Optional<ReadModel> read(TypeElement type, Elements elements, boolean isEcj) {
        return new ModelReader(elements, isEcj).read(type);
    }

    private Optional<ReadModel> read(TypeElement type) {
        for (Element member : Members.of(type)) {
            layer(member);
        }
        if (declarations.isEmpty()) {
            return Optional.empty();
        }
        if (type.getKind().isInterface()) {
            conflict(
                    Place.model(),
                    "%s declares layers, but fields of an interface are static; declare them in a class, record or enum"
                            .formatted(type.getSimpleName()));
        }
        Map<String, AnnotationMirror> mirrors = new HashMap<>();
        Map<String, Object> input = Map.of("axes", 2L, "channels", 0L, "size", List.of());
        Optional<Hdc> hdc = Optional.empty();
        Optional<? extends AnnotationMirror> network = Mirrors.find(type, "dev.fovea.Network");
        if (network.isPresent()) {
            AnnotationMirror mirror = network.get();
            Map<String, Object> values = Mirrors.values(elements, mirror);
            mirrors.put("Network", mirror);
            Mirrors.written(mirror, "input")
                    .ifPresent(value -> mirrors.put("Input", (AnnotationMirror) value.getValue()));
            input = values.containsKey("input") ? nested(values.get("input")) : input;
            hdc = Mirrors.written(mirror, "hdc").map(written -> Hdc.valueOf((String) values.get("hdc")));
        } else if (type.getKind() == ElementKind.RECORD) {
            conflict(
                    Place.model(),
                    "record %s declares layers; annotate it with @Network".formatted(type.getSimpleName()));
        }
        acceptances(Place.MODEL, type, mirrors);
        return Optional.of(new ReadModel(
                new ModelDeclaration(elements.getBinaryName(type).toString(), input, hdc, declarations),
                acceptances,
                new Anchors(new Anchors.Anchor(type, mirrors), anchors, isEcj),
                findings));
    }

    private void layer(Element member) {
        List<AnnotationMirror> layers = new ArrayList<>();
        Map<String, AnnotationMirror> mirrors = new HashMap<>();
        for (AnnotationMirror mirror : member.getAnnotationMirrors()) {
            Mirrors.foveaName(mirror).ifPresent(name -> {
                mirrors.put(name, mirror);
                if (Operations.names().contains(name)) {
                    layers.add(mirror);
                }
            });
        }
        if (layers.isEmpty()) {
            return;
        }
        int index = declarations.size();
        String name = member.getSimpleName().toString();
        AnnotationMirror first = layers.get(0);
        mirrors.put("", first);
        if (layers.size() > 1) {
            String firstName = Mirrors.foveaName(first).orElseThrow();
            String secondName = Mirrors.foveaName(layers.get(1)).orElseThrow();
            if (firstName.equals(secondName)) {
                // The compiler reports what is written twice.
                throw new UnresolvedException();
            }
            conflict(
                    Place.beside(index, secondName, ""),
                    "%s has two layer annotations, @%s and @%s; a member is one layer"
                            .formatted(name, firstName, secondName));
            declarations.add(Declaration.broken(name, firstName));
        } else {
            declarations.add(new Declaration(
                    name, Mirrors.foveaName(first).orElseThrow(), Mirrors.values(elements, first), beside(mirrors)));
        }
        if (member.getKind() != ElementKind.ENUM_CONSTANT
                && !member.getEnclosingElement().getKind().isInterface()
                && member.getModifiers().contains(Modifier.STATIC)) {
            conflict(
                    Place.layer(index),
                    "%s is static, but each instance of a model has its own layers; remove static".formatted(name));
        }
        acceptances(index, member, mirrors);
        anchors.add(new Anchors.Anchor(member, mirrors));
    }

    private Map<String, Map<String, Object>> beside(Map<String, AnnotationMirror> mirrors) {
        Map<String, Map<String, Object>> result = new HashMap<>();
        for (String name : BESIDE) {
            if (mirrors.containsKey(name)) {
                result.put(name, Mirrors.values(elements, mirrors.get(name)));
            }
        }
        return result;
    }

    @SuppressWarnings("unchecked")
    private void acceptances(int layer, Element element, Map<String, AnnotationMirror> mirrors) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            String name = Mirrors.qualifiedName(mirror);
            if (name.equals("dev.fovea.Accept")) {
                mirrors.put("Accept", mirror);
                Map<String, Object> values = Mirrors.values(elements, mirror);
                acceptances.add(new Acceptance(
                        layer, "Accept", (List<String>) values.get("value"), (String) values.get("reason")));
            } else if (name.equals("java.lang.SuppressWarnings")) {
                Map<String, Object> values = Mirrors.values(elements, mirror);
                acceptances.add(new Acceptance(
                        layer, "SuppressWarnings", (List<String>) values.get("value"), "@SuppressWarnings"));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> nested(Object values) {
        return (Map<String, Object>) values;
    }

    private void conflict(Place place, String message) {
        findings.add(Finding.of(Structural.LAYER_CONFLICT.info().name(), place, message));
    }
}
