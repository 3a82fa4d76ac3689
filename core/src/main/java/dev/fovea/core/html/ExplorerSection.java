package dev.fovea.core.html;

import dev.fovea.core.analysis.Analysis;
import java.util.Optional;

/** The field explorer: what a unit sees, and which units see a pixel, computed on the page from the steps of the links. */
final class ExplorerSection {
    private final Optional<String> facts;

    ExplorerSection(Analysis analysis) {
        this.facts = ExplorerFacts.of(analysis);
    }

    String html() {
        return facts.isPresent()
                ? Resources.text("explorer.html")
                : "<section id=\"explorer\">\n<h2>Field explorer</h2>\n<p>Left out: this model has more than %s layers, or more than %s links between them.</p>\n</section>\n"
                        .formatted(Num.grouped(ModelPage.MOST_LAYERS), Num.grouped(ExplorerFacts.MOST_LINKS));
    }

    /** What its scripts read, and the scripts themselves; they come after the report. */
    String scripts() {
        return facts.map(json -> "<script type=\"application/json\" id=\"steps\">\n" + json + "</script>\n"
                        + Pages.scripts("sets.js", "fields.js", "paint.js", "pictures.js", "answers.js", "explorer.js"))
                .orElse("");
    }
}
