package dev.fovea.processor.read;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Site;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.network.Operation;
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
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads the layers of a model definition, and of the blocks it uses. */
final class MemberReader {
    private final Elements elements;
    private final BlockReader blocks;
    private final Map<Declaration, MemberAnchors.Anchor> anchors;

    MemberReader(Elements elements, BlockReader blocks, Map<Declaration, MemberAnchors.Anchor> anchors) {
        this.elements = elements;
        this.blocks = blocks;
        this.anchors = anchors;
    }

    /**
     * The layers among the members of a class.
     *
     * @param findings takes the conflicts; their places count the layers from 0
     */
    List<Declaration> layers(TypeElement owner, List<Element> members, List<Finding> findings) {
        List<Declaration> declarations = new ArrayList<>();
        List<LayerAnnotation> ofClass = LayerAnnotation.of(owner, elements);
        for (Element member : members) {
            List<AnnotationMirror> layers = new ArrayList<>();
            Map<String, MemberAnchors.Written> written = new HashMap<>();
            for (AnnotationMirror mirror : member.getAnnotationMirrors()) {
                Optional<String> name = Mirrors.foveaName(mirror);
                if (name.isPresent() && Operation.annotated(name.get()).isPresent()) {
                    written.put(name.get(), new MemberAnchors.Written(member, mirror));
                    layers.add(mirror);
                }
            }
            if (!layers.isEmpty()) {
                written.put("", new MemberAnchors.Written(member, layers.get(0)));
                Site site = Site.of(declarations.size(), member.getSimpleName().toString());
                Remarked remarked = new Remarked(site, written, findings);
                for (LayerAnnotation annotation : LayerAnnotation.of(member, elements)) {
                    remarked.addOwn(member, annotation);
                }
                remarked.addSuppressed(member, elements);
                for (LayerAnnotation annotation : ofClass) {
                    if (annotation.layer().equals(Optional.of(site.outermost().name()))) {
                        remarked.add(owner, annotation);
                    }
                }
                Declaration declaration = layer(site, member, layers, remarked, findings);
                anchors.put(declaration, new MemberAnchors.Anchor(member, written));
                declarations.add(declaration);
            }
        }
        return declarations;
    }

    private Declaration layer(
            Site site, Element member, List<AnnotationMirror> layers, Remarked remarked, List<Finding> findings) {
        String name = member.getSimpleName().toString();
        AnnotationMirror first = layers.get(0);
        Operation operation =
                Operation.annotated(Mirrors.foveaName(first).orElseThrow()).orElseThrow();
        if (member.getKind() != ElementKind.ENUM_CONSTANT
                && !Objects.requireNonNull(member.getEnclosingElement())
                        .getKind()
                        .isInterface()
                && member.getModifiers().contains(Modifier.STATIC)) {
            findings.add(conflict(
                    Place.layer(site),
                    "%s is static, but each instance of a model has its own layers; remove static".formatted(name)));
        }
        if (layers.size() > 1) {
            String second = Mirrors.foveaName(layers.get(1)).orElseThrow();
            if (operation.label().equals(second)) {
                // The compiler itself reports duplicates.
                throw new UnresolvedException();
            }
            findings.add(conflict(
                    Place.beside(site, second, ""),
                    "%s has two layer annotations, @%s and @%s; a member is one layer"
                            .formatted(name, operation.label(), second)));
            return Declaration.broken(name, operation);
        }
        Optional<BlockDeclaration> block = Optional.empty();
        if (!operation.isLayer()) {
            block = blocks.read(site.outermost().index(), name, first);
            if (block.isEmpty()) {
                return Declaration.broken(name, operation);
            }
        }
        return new Declaration(
                name,
                operation,
                Mirrors.values(elements, first),
                remarked.beside(),
                remarked.acceptances(),
                block,
                false);
    }

    private static Finding conflict(Place place, String message) {
        return Structural.LAYER_CONFLICT.finding(place, message);
    }
}
