package dev.fovea.core.html;

import dev.fovea.core.lint.LintResult;
import dev.fovea.core.network.Layer;
import dev.fovea.core.rule.AnalysedNetwork;
import dev.fovea.report.NetworkReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The page of one model, and the figures on it that are files of their own too. */
final class ModelPage {
    /** Layers beyond which a page leaves out what has a part for each of them. */
    static final int MOST_LAYERS = 5_000;

    private final LintResult result;
    private final AnalysedNetwork analysed;
    private final NetworkReport report;
    private final Wording wording;
    private final List<Optional<SourceLink>> places;
    private final boolean isBlock;
    private final Map<String, Svg> figures = new TreeMap<>();

    /** @param places where each finding stands in the source, in the report's order */
    ModelPage(LintResult result, NetworkReport report, Wording wording, List<Optional<SourceLink>> places) {
        this.result = result;
        this.analysed = result.network();
        this.report = report;
        this.wording = wording;
        this.places = places;
        this.isBlock = result.model().isBlock();
    }

    /** The figures by name, once the page is made. */
    Map<String, Svg> figures() {
        return figures;
    }

    String html() {
        ExplorerSection explorer = new ExplorerSection(analysed.analysis());
        WhatIfSection whatIf = new WhatIfSection(analysed, wording);
        String body = "<header>\n<h1>" + Markup.name(report.model()) + "</h1>\n" + verdict() + navigation(whatIf)
                + "</header>\n<main id=\"main\">\n"
                + new FindingsSection(result, report, wording, places).html()
                + new SummarySection(report).html()
                + (isWhole() ? graph() : leftOut())
                + explorer.html()
                + profile()
                + new CoverageSection(analysed, report, figures).html()
                + new StacksSection(report, analysed.stacks(), figures).html()
                + whatIf.html()
                + new FeedingSection(report).html()
                + Glossary.html()
                + FigureTable.html(report)
                + "</main>\n"
                + (isWhole() ? facts() : "")
                + (isWhole()
                        ? Pages.scripts("dagre.min.js", "tree.js", "grades.js", "layout.js", "details.js", "graph.js")
                        : "")
                + Pages.scripts("sort.js", "terms.js", "copy.js")
                + explorer.scripts()
                + whatIf.scripts();
        return Pages.html(Verdict.of(report).text() + " \u2013 " + report.model(), body);
    }

    private boolean isWhole() {
        return report.layers().size() <= MOST_LAYERS;
    }

    /** What the scripts read, and what is copied. */
    private String facts() {
        return "<pre id=\"csv\" hidden>" + Markup.escape(report.toCsv()) + "</pre>\n"
                + "<script type=\"application/json\" id=\"report\">\n" + json() + "</script>\n";
    }

    private String leftOut() {
        return "<section id=\"graph\">\n<h2>Architecture</h2>\n<p>Left out, and with it the field explorer: this model has %s layers, more than the %s that a page draws.</p>\n</section>\n"
                .formatted(Num.grouped(report.layers().size()), Num.grouped(MOST_LAYERS));
    }

    private String verdict() {
        Verdict verdict = Verdict.of(report);
        String block = isBlock
                ? "<p class=\"block-note\">A block: judged here for an input of unknown size, and again wherever a model uses it.</p>\n"
                : "";
        return "<p class=\"verdict %s\">%s</p>\n%s".formatted(verdict.grade(), Markup.escape(verdict.text()), block);
    }

    private String navigation(WhatIfSection whatIf) {
        return """
                <nav aria-label="Sections"><a href="index.html">All models</a> <a href="#findings">Findings</a> <a href="#graph">Architecture</a>
                <a href="#explorer">Field explorer</a> <a href="#profile">Profile</a> <a href="#coverage">Coverage</a> <a href="#stacks">Stacks</a> %s%s<a href="#figures">All figures</a></nav>
                """.formatted(
                        whatIf.html().isEmpty() ? "" : "<a href=\"#what-if\">What if</a> ",
                        report.targets().isEmpty() ? "" : "<a href=\"#feeding\">Tiles and sizes</a> ");
    }

    /** The contents of a script element are not markup, but must not look like its end. */
    private String json() {
        return report.toJson().replace("<", "\\u003c");
    }

    private static String graph() {
        return """
                <section id="graph">
                <h2>Architecture</h2>
                <p class="tools"><label for="search">Find a layer</label> <input id="search" type="search" autocomplete="off" spellcheck="false">
                <span id="found" role="status"></span></p>
                <p class="tools"><button type="button" id="expand">Open all blocks</button>
                <button type="button" id="collapse">Close all blocks</button>
                <button type="button" id="fit">Fit</button>
                <button type="button" id="smaller" aria-label="Smaller">\u2212</button>
                <button type="button" id="larger" aria-label="Larger">+</button></p>
                <div class="beside"><div class="scroll tall" id="drawing" tabindex="0" role="region" aria-label="Graph of the layers"></div>
                <aside id="details" aria-label="Chosen layer" aria-live="polite" hidden></aside></div>
                <p class="quiet hint">A click on a block opens it, one on a layer shows its figures. \u2717, ! and i mark errors, warnings and notes, a what is accepted; a blue frame an endpoint.</p>
                <noscript><p>The graph is laid out by a script on this page; the table below has every layer.</p></noscript>
                </section>
                """;
    }

    private String profile() {
        List<Long> objects = objectSizes();
        Svg linear = ProfileChart.of(report, objects, false);
        Svg log = ProfileChart.of(report, objects, true);
        figures.put("profile", linear);
        figures.put("profile-log", log);
        return """
                <section id="profile">
                <h2>Spatial-scale profile</h2>
                <input type="radio" name="scale" id="linear" checked><label for="linear">linear</label>
                <input type="radio" name="scale" id="log"><label for="log">logarithmic</label>
                <div class="scroll linear" tabindex="0" role="region" aria-label="Profile, linear scale">%s</div>
                <div class="scroll log" tabindex="0" role="region" aria-label="Profile, logarithmic scale">%s</div>
                <p class="quiet">The largest figure of the layers at a depth. Effective: the shortest interval that 95.45 %% of the paths come from. A ring: some path reads the whole input. A gap: no figure is known.</p>
                </section>
                """.formatted(linear.inline(), log.inline());
    }

    /** The sizes that the model and its feature maps are stated to be for. */
    private List<Long> objectSizes() {
        Set<Long> sizes = new TreeSet<>(analysed.network().objectSizes());
        for (Layer layer : analysed.network().layers()) {
            layer.marks().detects().ifPresent(range -> sizes.addAll(List.of(range.min(), range.max())));
        }
        return List.copyOf(sizes);
    }
}
