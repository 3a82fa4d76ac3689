package dev.fovea.core.html;

import dev.fovea.core.rule.AnalysedNetwork;
import java.util.Optional;

/** Dilation stacks whose numbers are edited in place, judged on the page as the compiler would. */
final class WhatIfSection {
    private final Wording wording;
    private final Optional<String> facts;

    WhatIfSection(AnalysedNetwork analysed, Wording wording) {
        this.wording = wording;
        this.facts = ExplorerFacts.of(analysed.analysis()).isPresent() ? WhatIfFacts.of(analysed) : Optional.empty();
    }

    /** Empty where there is nothing to edit. */
    String html() {
        return facts.isEmpty() ? "" : """
                <section id="what-if">
                <h2>What if</h2>
                <p>Try other rates, kernels and strides: the figures are those that the compiler will state. Where padding keeps the extent, it follows.</p>
                <noscript><p>The figures are computed by a script on this page.</p></noscript>
                <div id="what-if-stacks" data-wording="%s"></div>
                </section>
                """.formatted(wording);
    }

    /** What its scripts read, and the scripts themselves; they come after the explorer's. */
    String scripts() {
        return facts.map(json -> "<script type=\"application/json\" id=\"written\">\n" + json + "</script>\n"
                        + Pages.scripts(
                                "hdc.js",
                                "whatif-slots.js",
                                "whatif-extents.js",
                                "whatif-walk.js",
                                "whatif-windows.js",
                                "whatif-stacks.js",
                                "whatif.js",
                                "whatif-strip.js",
                                "whatif-view.js"))
                .orElse("");
    }
}
