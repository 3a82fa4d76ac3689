package dev.fovea.processor.read;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads a model definition from the compiler's elements, in declaration order. */
public final class ModelReader {
    private final Elements elements;
    private final boolean isEcj;
    private final EcjTolerance tolerance;
    private final Set<String> sources;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param sources qualified names of the top-level classes that are compiled from source
     */
    public ModelReader(ProcessingEnvironment environment, Set<String> sources) {
        this.elements = environment.getElementUtils();
        this.isEcj = environment.getClass().getName().startsWith("org.eclipse.");
        this.tolerance = new EcjTolerance(environment);
        this.sources = sources;
    }

    /**
     * Reads {@code type}; empty if it has no layers, and nothing that should belong to one.
     *
     * @throws UnresolvedException if an annotation value cannot be read, or not yet
     */
    public Optional<ReadModel> read(TypeElement type) {
        Map<Declaration, MemberAnchors.Anchor> anchors = MemberAnchors.byIdentity();
        List<Declaration> layers =
                new BlockReader(elements, isEcj, tolerance, sources, type, anchors, findings).layers(type);
        ClassRemarks remarks = ClassRemarks.of(type, layers, elements);
        Map<String, AnnotationMirror> mirrors = new HashMap<>();
        Optional<? extends AnnotationMirror> network = Mirrors.find(type, NetworkAnnotation.NAME);
        NetworkAnnotation stated = NetworkAnnotation.read(network, elements, mirrors);
        for (Map.Entry<String, AnnotationMirror> mirror : mirrors.entrySet()) {
            remarks.written().put(mirror.getKey(), new MemberAnchors.Written(type, mirror.getValue()));
        }
        findings.addAll(remarks.strays(type, !layers.isEmpty(), elements));
        if (layers.isEmpty() && findings.isEmpty()) {
            return Optional.empty();
        }
        boolean isBlock = Mirrors.find(type, BlockReader.BLOCK).isPresent();
        if (!layers.isEmpty()) {
            checkKind(type, network.isPresent() || isBlock);
        }
        ModelDeclaration declaration = new ModelDeclaration(
                elements.getBinaryName(type).toString(),
                isBlock,
                stated.input(),
                stated.objectSizes(),
                stated.hdc(),
                layers,
                remarks.acceptances(),
                remarks.remarks());
        return Optional.of(new ReadModel(
                declaration,
                new MemberAnchors(new MemberAnchors.Anchor(type, remarks.written()), anchors, isEcj),
                findings,
                List.of()));
    }

    private void checkKind(TypeElement type, boolean isAnnotated) {
        if (type.getKind().isInterface()) {
            conflict(
                    "%s declares layers, but fields of an interface are static; declare them in a class, record or enum"
                            .formatted(type.getSimpleName()));
        }
        if (!isAnnotated && type.getKind() == ElementKind.RECORD) {
            conflict("record %s declares layers; annotate it with @Network".formatted(type.getSimpleName()));
        }
    }

    private void conflict(String message) {
        findings.add(Structural.LAYER_CONFLICT.finding(Place.model(), message));
    }
}
