package dev.fovea.processor.code;

import dev.fovea.core.finding.Acceptance;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.Remark;
import dev.fovea.internal.NearestNames;
import dev.fovea.processor.code.graph.Definition;
import dev.fovea.processor.code.graph.Node;
import dev.fovea.processor.read.LayerAnnotation;
import dev.fovea.processor.read.Mirrors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.Elements;

/** What a method's annotations say about the layers that it builds. */
final class Remarks {
    private final List<Node> nodes;
    private final List<Finding> findings;
    private final CodeAnchors anchors;
    private final Map<String, Integer> names = new LinkedHashMap<>();
    private final List<Acceptance> ofModel = new ArrayList<>();
    private final List<Remark> ofNetwork = new ArrayList<>();
    private final List<List<Acceptance>> acceptances = new ArrayList<>();
    private final List<Map<String, Map<String, Object>>> beside = new ArrayList<>();
    private final List<Map<String, CodeAnchors.Written>> written = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    Remarks(
            ExecutableElement method,
            Elements elements,
            List<Node> nodes,
            List<Finding> findings,
            CodeAnchors anchors) {
        this.nodes = nodes;
        this.findings = findings;
        this.anchors = anchors;
        for (int i = 0; i < nodes.size(); i++) {
            names.put(nodes.get(i).name(), i);
            for (Node folded : nodes.get(i).folded()) {
                names.putIfAbsent(folded.name(), i);
            }
            acceptances.add(new ArrayList<>());
            beside.add(new HashMap<>());
            written.add(new HashMap<>());
        }
        for (LayerAnnotation annotation : LayerAnnotation.of(method, elements)) {
            int number = counts.merge(annotation.name(), 1, Integer::sum) - 1;
            read(new CodeAnchors.Written(annotation, number));
        }
        for (AnnotationMirror mirror : method.getAnnotationMirrors()) {
            if (Mirrors.qualifiedName(mirror).equals("java.lang.SuppressWarnings")) {
                anchors.mirrors().put("SuppressWarnings", mirror);
                ofModel.add(new Acceptance(
                        "SuppressWarnings",
                        Mirrors.texts(Mirrors.values(elements, mirror), "value"),
                        "@SuppressWarnings"));
            }
        }
    }

    private void read(CodeAnchors.Written one) {
        LayerAnnotation annotation = one.annotation();
        String name = annotation.name();
        if (annotation.layer().isEmpty()) {
            whole(one);
            return;
        }
        String layer = annotation.layer().get();
        Integer index = names.get(layer);
        if (index == null) {
            findings.add(Structural.UNKNOWN_LAYER.finding(
                    Place.model(key(one), "layer"),
                    "@%s names the layer \"%s\", which this code does not build; the nearest name is %s"
                            .formatted(
                                    name,
                                    layer,
                                    NearestNames.nearest(layer, names.keySet()).orElseThrow())));
            return;
        }
        CodeAnchors.Written first = written.get(index).putIfAbsent(name, one);
        if (name.equals("Accept")) {
            acceptances.get(index).add(acceptance(annotation));
        } else if (first != null) {
            findings.add(Structural.LAYER_CONFLICT.finding(
                    Place.model(key(one), "layer"), "%s has two annotations @%s; write one".formatted(layer, name)));
        } else {
            beside.get(index).put(name, annotation.values());
        }
    }

    private String key(CodeAnchors.Written one) {
        String key = one.annotation().name() + " " + one.number();
        anchors.add(key, one);
        return key;
    }

    private void whole(CodeAnchors.Written one) {
        if (one.annotation().name().equals("Accept")) {
            anchors.add("Accept", one);
            ofModel.add(acceptance(one.annotation()));
            return;
        }
        if (one.annotation().name().equals("Expect")) {
            ofNetwork.add(new Remark(
                    "Expect", key(one), Optional.empty(), one.annotation().values()));
            return;
        }
        findings.add(Structural.UNKNOWN_LAYER.finding(
                Place.model(key(one), ""),
                "@%s on a method names no layer; state layer, for instance \"%s\""
                        .formatted(
                                one.annotation().name(),
                                nodes.get(nodes.size() - 1).name())));
    }

    private static Acceptance acceptance(LayerAnnotation annotation) {
        return new Acceptance("Accept", Mirrors.texts(annotation.values(), "value"), (String)
                Mirrors.get(annotation.values(), "reason"));
    }

    /** Acceptances for the whole model. */
    List<Acceptance> acceptances() {
        return ofModel;
    }

    /** What the annotations say about the network. */
    List<Remark> ofNetwork() {
        return ofNetwork;
    }

    /** The layers with the annotations that speak of them. */
    List<Declaration> declarations() {
        List<Declaration> plain = new Definition().of(nodes);
        List<Declaration> declarations = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            Declaration layer = plain.get(i);
            Declaration remarked = new Declaration(
                    layer.name(),
                    layer.operation(),
                    layer.values(),
                    Objects.requireNonNull(beside.get(i)),
                    acceptances.get(i),
                    layer.block(),
                    layer.rateIsOpen());
            anchors.add(remarked, nodes.get(i), written.get(i));
            declarations.add(remarked);
        }
        return declarations;
    }
}
