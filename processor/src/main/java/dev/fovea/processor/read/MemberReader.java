package dev.fovea.processor.read;

import dev.fovea.core.finding.Acceptance;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.network.Operation;
import dev.fovea.core.network.Site;
import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.Elements;

/** Reads the layers of a model definition, and of the blocks it uses. */
final class MemberReader {
    private static final List<String> BESIDE = List.of("Endpoint", "Expect", "Detects");

    private final Elements elements;
    private final BlockReader blocks;
    private final Map<Declaration, MemberAnchors.Anchor> anchors;

    MemberReader(Elements elements, BlockReader blocks, Map<Declaration, MemberAnchors.Anchor> anchors) {
        this.elements = elements;
        this.blocks = blocks;
        this.anchors = anchors;
    }

    /**
     * The layers among {@code members}.
     *
     * @param findings takes the conflicts; their places count the layers from 0
     */
    List<Declaration> layers(List<Element> members, List<Finding> findings) {
        List<Declaration> declarations = new ArrayList<>();
        for (Element member : members) {
            List<AnnotationMirror> layers = new ArrayList<>();
            Map<String, AnnotationMirror> mirrors = new HashMap<>();
            for (AnnotationMirror mirror : member.getAnnotationMirrors()) {
                Optional<String> name = Mirrors.foveaName(mirror);
                if (name.isPresent()) {
                    mirrors.put(name.get(), mirror);
                    if (Operation.annotated(name.get()).isPresent()) {
                        layers.add(mirror);
                    }
                }
            }
            if (!layers.isEmpty()) {
                mirrors.put("", layers.get(0));
                Declaration declaration = layer(declarations.size(), member, layers, mirrors, findings);
                anchors.put(declaration, new MemberAnchors.Anchor(member, mirrors));
                declarations.add(declaration);
            }
        }
        return declarations;
    }

    private Declaration layer(
            int index,
            Element member,
            List<AnnotationMirror> layers,
            Map<String, AnnotationMirror> mirrors,
            List<Finding> findings) {
        String name = member.getSimpleName().toString();
        AnnotationMirror first = layers.get(0);
        Operation operation =
                Mirrors.foveaName(first).flatMap(Operation::annotated).orElseThrow();
        if (member.getKind() != ElementKind.ENUM_CONSTANT
                && !Objects.requireNonNull(member.getEnclosingElement())
                        .getKind()
                        .isInterface()
                && member.getModifiers().contains(Modifier.STATIC)) {
            findings.add(conflict(
                    Place.layer(Site.of(index, name)),
                    "%s is static, but each instance of a model has its own layers; remove static".formatted(name)));
        }
        if (layers.size() > 1) {
            String second = Mirrors.foveaName(layers.get(1)).orElseThrow();
            if (operation.label().equals(second)) {
                // The compiler reports what is written twice.
                throw new UnresolvedException();
            }
            findings.add(conflict(
                    Place.beside(Site.of(index, name), second, ""),
                    "%s has two layer annotations, @%s and @%s; a member is one layer"
                            .formatted(name, operation.label(), second)));
            return Declaration.broken(name, operation);
        }
        Optional<BlockDeclaration> block = Optional.empty();
        if (!operation.isLayer()) {
            block = blocks.read(index, name, first);
            if (block.isEmpty()) {
                return Declaration.broken(name, operation);
            }
        }
        return new Declaration(
                name,
                operation,
                Mirrors.values(elements, first),
                beside(mirrors),
                acceptances(elements, member, mirrors),
                block,
                false);
    }

    private Map<String, Map<String, Object>> beside(Map<String, AnnotationMirror> mirrors) {
        Map<String, Map<String, Object>> result = new HashMap<>();
        for (String name : BESIDE) {
            AnnotationMirror mirror = mirrors.get(name);
            if (mirror != null) {
                result.put(name, Mirrors.values(elements, mirror));
            }
        }
        return result;
    }

    /** What an element accepts; what says so becomes one of its {@code mirrors}. */
    static List<Acceptance> acceptances(Elements elements, Element element, Map<String, AnnotationMirror> mirrors) {
        List<Acceptance> acceptances = new ArrayList<>();
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            String name = Mirrors.qualifiedName(mirror);
            if (name.equals("dev.fovea.Accept")) {
                mirrors.put("Accept", mirror);
                Map<String, Object> values = Mirrors.values(elements, mirror);
                acceptances.add(new Acceptance(
                        "Accept", Mirrors.texts(values, "value"), (String) Mirrors.get(values, "reason")));
            } else if (name.equals("java.lang.SuppressWarnings")) {
                mirrors.put("SuppressWarnings", mirror);
                Map<String, Object> values = Mirrors.values(elements, mirror);
                acceptances.add(
                        new Acceptance("SuppressWarnings", Mirrors.texts(values, "value"), "@SuppressWarnings"));
            }
        }
        return acceptances;
    }

    private static Finding conflict(Place place, String message) {
        return Structural.LAYER_CONFLICT.finding(place, message);
    }
}
