package dev.fovea.processor.read;

import dev.fovea.core.finding.Acceptance;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Site;
import dev.fovea.core.finding.Structural;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;

/** What the annotations beside a layer say about it, on its member or on its class. */
final class Remarked {
    private final Site site;
    private final Map<String, MemberAnchors.Written> written;
    private final List<Finding> findings;
    private final Map<String, Map<String, Object>> beside = new HashMap<>();
    private final List<Acceptance> acceptances = new ArrayList<>();

    /**
     * @param written takes the annotations by the names that places give them
     * @param findings takes what contradicts
     */
    Remarked(Site site, Map<String, MemberAnchors.Written> written, List<Finding> findings) {
        this.site = site;
        this.written = written;
        this.findings = findings;
    }

    Map<String, Map<String, Object>> beside() {
        return beside;
    }

    List<Acceptance> acceptances() {
        return acceptances;
    }

    /** Adds an annotation of the member itself. */
    void addOwn(Element member, LayerAnnotation annotation) {
        if (annotation.layer().isPresent()) {
            String key = keep(member, annotation);
            conflict(
                    Place.beside(site, key, "layer"),
                    "@%s on %s states layer, which it takes only on a class or method; remove layer"
                            .formatted(annotation.name(), site.outermost().name()));
        } else {
            add(member, annotation);
        }
    }

    /** Adds an annotation that speaks of this layer. */
    void add(Element element, LayerAnnotation annotation) {
        String name = annotation.name();
        boolean twice = beside.containsKey(name);
        String key = keep(element, annotation);
        if (name.equals("Accept")) {
            acceptances.add(annotation.acceptance(key));
        } else if (twice) {
            conflict(
                    Place.beside(site, key, ""),
                    "%s has two annotations @%s; write one"
                            .formatted(site.outermost().name(), name));
        } else {
            beside.put(name, annotation.values());
        }
    }

    /** Adds what {@code @SuppressWarnings} accepts on the member. */
    void addSuppressed(Element member, Elements elements) {
        acceptances.addAll(suppressed(member, elements, written));
    }

    /** What {@code @SuppressWarnings} accepts on an element. */
    static List<Acceptance> suppressed(Element element, Elements elements, Map<String, MemberAnchors.Written> written) {
        List<Acceptance> acceptances = new ArrayList<>();
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (Mirrors.qualifiedName(mirror).equals("java.lang.SuppressWarnings")) {
                written.put("SuppressWarnings", new MemberAnchors.Written(element, mirror));
                acceptances.add(new Acceptance(
                        "SuppressWarnings",
                        Mirrors.texts(Mirrors.values(elements, mirror), "value"),
                        "@SuppressWarnings"));
            }
        }
        return acceptances;
    }

    private String keep(Element element, LayerAnnotation annotation) {
        return keep(element, annotation, written);
    }

    /** Keeps an annotation under a name of its own, which it returns. */
    static String keep(Element element, LayerAnnotation annotation, Map<String, MemberAnchors.Written> written) {
        String key = annotation.name();
        for (int number = 2; written.containsKey(key); number++) {
            key = annotation.name() + " " + number;
        }
        written.put(key, new MemberAnchors.Written(element, annotation.mirror()));
        return key;
    }

    private void conflict(Place place, String message) {
        findings.add(Structural.LAYER_CONFLICT.finding(place, message));
    }
}
