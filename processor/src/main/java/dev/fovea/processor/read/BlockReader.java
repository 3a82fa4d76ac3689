package dev.fovea.processor.read;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Site;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * Reads the blocks that a model uses, and those that these use.
 *
 * <p>A fault inside a block that is part of the compilation is reported when the block itself is processed, and passed
 * over here.
 */
final class BlockReader {
    /** Qualified name of the annotation that makes a class a block. */
    static final String BLOCK = "dev.fovea.Block";

    /** The deepest nesting of blocks. */
    private static final int DEEPEST = 200;

    private final Elements elements;
    private final boolean isEcj;
    private final EcjTolerance tolerance;
    private final Set<String> sources;
    private final MemberReader members;
    private final List<Finding> findings;
    private final Map<String, Optional<BlockDeclaration>> known = new HashMap<>();
    private final List<String> open = new ArrayList<>();

    /** Of the open blocks those that come from the class path, outermost first. */
    private final List<String> libraries = new ArrayList<>();

    private final Set<String> incomplete = new HashSet<>();
    private Optional<Site> topMember = Optional.empty();

    /**
     * @param isEcj whether the compiler is Eclipse's
     * @param sources qualified names of the top-level classes that are compiled from source
     */
    BlockReader(
            Elements elements,
            boolean isEcj,
            EcjTolerance tolerance,
            Set<String> sources,
            TypeElement model,
            Map<Declaration, MemberAnchors.Anchor> anchors,
            List<Finding> findings) {
        this.elements = elements;
        this.isEcj = isEcj;
        this.tolerance = tolerance;
        this.sources = sources;
        this.members = new MemberReader(elements, this, anchors);
        this.findings = findings;
        open.add(model.getQualifiedName().toString());
    }

    /** The layers of the model itself. */
    List<Declaration> layers(TypeElement model) {
        return members.layers(model, Members.of(model), findings);
    }

    /** The block of a use; empty after a fault. */
    Optional<BlockDeclaration> read(int index, String user, AnnotationMirror use) {
        boolean direct = open.size() == 1;
        if (direct) {
            topMember = Optional.of(Site.of(index, user));
        }
        Optional<String> missing = missing(use);
        if (missing.isPresent()) {
            reportMissing(missing.get());
            return Optional.empty();
        }
        Optional<TypeElement> type = type(use);
        if (type.isEmpty()) {
            if (direct) {
                report("%s uses a type that is not a class; name a class annotated with @Block".formatted(user));
            }
            return Optional.empty();
        }
        TypeElement block = type.get();
        String name = block.getQualifiedName().toString();
        if (open.contains(name)) {
            reportCycle(name);
            return Optional.empty();
        }
        if (Mirrors.find(block, BLOCK).isEmpty()) {
            if (direct) {
                report("%s uses %s, which is not a block; annotate it with @Block".formatted(user, name));
            }
            return Optional.empty();
        }
        if (open.size() > DEEPEST) {
            boolean isTold = libraries.isEmpty() && usesBlocks(block);
            if (!isTold && incomplete.add(open.get(1))) {
                report("%s nests blocks more than %s deep; nest fewer"
                        .formatted(topMember.orElseThrow().outermost().name(), DEEPEST));
            }
            return Optional.empty();
        }
        Optional<BlockDeclaration> declaration = known.get(name);
        if (declaration == null) {
            boolean isLibrary = !isSource(block);
            open.add(name);
            if (isLibrary) {
                libraries.add(name);
            }
            declaration = isLibrary ? tolerance.during(() -> read(user, block, direct)) : read(user, block, direct);
            open.remove(open.size() - 1);
            if (isLibrary) {
                libraries.remove(libraries.size() - 1);
            }
            known.put(name, declaration);
        }
        return declaration;
    }

    private Optional<BlockDeclaration> read(String user, TypeElement block, boolean direct) {
        boolean isSource = isSource(block);
        Optional<List<Element>> ordered =
                isSource ? Optional.of(Members.of(block)) : Members.recorded(block, elements, isEcj);
        List<Declaration> layers =
                ordered.isEmpty() ? List.of() : members.layers(block, ordered.get(), new ArrayList<>());
        if (layers.isEmpty()) {
            if (direct) {
                report(
                        ordered.isEmpty()
                                ? "%s uses %s, whose layers have no recorded order in its class file; compile it with this version of Fovea"
                                        .formatted(user, block.getQualifiedName())
                                : "%s uses %s, which has no layers".formatted(user, block.getQualifiedName()));
            }
            return Optional.empty();
        }
        long axes = Mirrors.find(block, "dev.fovea.Network")
                .flatMap(network -> Mirrors.written(network, "input"))
                .map(input -> Mirrors.writtenValues(elements, Mirrors.nested(input.getValue())))
                .map(input -> (Long) input.getOrDefault("axes", 2L))
                .orElse(2L);
        return Optional.of(new BlockDeclaration(
                block.getQualifiedName().toString(),
                isSource,
                axes,
                layers,
                ClassRemarks.of(block, List.of(), elements).acceptances()));
    }

    /** True if a block nests others: then the one that the model uses is too deep by itself, and its author is told. */
    private static boolean usesBlocks(TypeElement block) {
        return Members.of(block).stream()
                .anyMatch(member -> Mirrors.find(member, "dev.fovea.Use").isPresent());
    }

    /**
     * What a use inside a block from the class path names, if that is not there; in a source it may be generated yet, or the
     * compiler says so.
     */
    private Optional<String> missing(AnnotationMirror use) {
        if (libraries.isEmpty()) {
            return Optional.empty();
        }
        Object value =
                Mirrors.written(use, "block").map(AnnotationValue::getValue).orElse("");
        boolean found = value instanceof TypeMirror type && type.getKind() != TypeKind.ERROR;
        return found ? Optional.empty() : Optional.of(value.toString());
    }

    /** A block that lacks a part is reported once, where the model uses it. */
    private void reportMissing(String missing) {
        String library = libraries.get(0);
        if (incomplete.add(library)) {
            report("%s uses %s, whose block %s is not on the class path; add the library that has it"
                    .formatted(topMember.orElseThrow().outermost().name(), library, missing));
        }
    }

    /** The class that a use names; empty for a primitive type or an array. */
    private static Optional<TypeElement> type(AnnotationMirror use) {
        Object value =
                Mirrors.written(use, "block").map(AnnotationValue::getValue).orElseThrow(UnresolvedException::new);
        if (!(value instanceof TypeMirror type) || type.getKind() == TypeKind.ERROR) {
            throw new UnresolvedException();
        }
        return type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED
                ? Optional.of((TypeElement) declared.asElement())
                : Optional.empty();
    }

    private boolean isSource(TypeElement type) {
        Element outermost = type;
        while (outermost.getEnclosingElement() instanceof TypeElement enclosing) {
            outermost = enclosing;
        }
        return sources.contains(((TypeElement) outermost).getQualifiedName().toString());
    }

    /** A cycle is reported once, by the first of its members in alphabetical order. */
    private void reportCycle(String name) {
        List<String> cycle = open.subList(open.indexOf(name), open.size());
        String model = open.get(0);
        if (name.equals(model) && cycle.stream().allMatch(member -> model.compareTo(member) <= 0)) {
            report("block %s uses itself: %s -> %s; break the cycle".formatted(name, String.join(" -> ", cycle), name));
        }
    }

    private void report(String message) {
        findings.add(Structural.BLOCK_CYCLE.finding(Place.attribute(topMember.orElseThrow(), "block"), message));
    }
}
