package dev.fovea.core.html;

import dev.fovea.core.analysis.DilationStack;
import dev.fovea.core.hdc.AxisVerdict;
import dev.fovea.core.hdc.Coverage;
import dev.fovea.core.hdc.RisingEdge;
import dev.fovea.report.NetworkReport;
import dev.fovea.report.StackReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The dilation stacks: edges, M values, lattices, what is read, and the proposal, drawn before and after. */
final class StacksSection {
    private static final int LONGEST_LIST = 12;
    private static final List<String> HEADINGS =
            List.of("axis", "kernels", "rates", "divisor", "rising edges", "read by the stack", "with its neighbours");
    private static final int MOST_NAMED = 100;
    private static final int MOST_DRAWN = 24;

    private final NetworkReport report;
    private final List<DilationStack> stacks;
    private final Map<String, Svg> figures;

    /** @param figures takes the figures by name */
    StacksSection(NetworkReport report, List<DilationStack> stacks, Map<String, Svg> figures) {
        this.report = report;
        this.stacks = stacks;
        this.figures = figures;
    }

    String html() {
        StringBuilder html = new StringBuilder("<section id=\"stacks\">\n<h2>Dilation stacks</h2>\n");
        if (stacks.isEmpty()) {
            html.append("<p>This model has no stack of dilated layers.</p>\n");
        }
        List<String> alone = new ArrayList<>();
        for (int i = 0; i < stacks.size(); i++) {
            StackReport facts = report.stacks().get(i);
            if (facts.layers().size() > 1) {
                html.append(stack(i));
            } else {
                alone.add("<span id=\"%s\">%s</span> (rate %s)"
                        .formatted(Anchors.stack(facts), names(facts.layers()), rates(facts.rates(), report)));
            }
        }
        if (!alone.isEmpty()) {
            html.append("<p>A dilated layer alone is not a stack and is not judged: ");
            html.append(String.join(", ", alone)).append(".</p>\n");
        }
        return html.append("</section>\n").toString();
    }

    private String stack(int index) {
        DilationStack stack = stacks.get(index);
        StackReport facts = report.stacks().get(index);
        StringBuilder html = new StringBuilder("<article class=\"stack\" id=\"%s\">\n<h3>Stack %s: rates %s</h3>\n"
                .formatted(Anchors.stack(facts), index + 1, rates(facts.rates(), report)));
        html.append("<p>Layers ").append(names(facts.layers())).append("</p>\n");
        html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Figures of stack ");
        html.append(index + 1).append("\"><table>\n<thead><tr>");
        HEADINGS.forEach(heading ->
                html.append("<th scope=\"col\">").append(Glossary.term(heading)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (int axis = 0; axis < stack.axes().size(); axis++) {
            html.append(row(stack.axes().get(axis), Axes.names(report).get(axis)));
        }
        html.append("</tbody></table></div>\n");
        facts.entry().ifPresent(entry -> html.append("<p>Entry layer ")
                .append(Markup.name(entry))
                .append("</p>\n"));
        facts.exit()
                .ifPresent(exit ->
                        html.append("<p>Exit layer ").append(Markup.name(exit)).append("</p>\n"));
        html.append(
                index < MOST_DRAWN
                        ? drawn(index, stack, facts)
                        : "<p>Not drawn: there are more than " + MOST_DRAWN + " stacks.</p>\n");
        return html.append("</article>\n").toString();
    }

    private static String row(DilationStack.StackAxis axis, String name) {
        AxisVerdict verdict = axis.verdict();
        return "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n"
                .formatted(
                        name,
                        list(axis.kernels()),
                        list(axis.rates()),
                        Math.max(1, verdict.divisor()),
                        edges(verdict.edges()),
                        read(verdict.own()),
                        read(verdict.full()));
    }

    /** Edges that are alike once, and how often. */
    private static String edges(List<RisingEdge> edges) {
        Map<String, Integer> counted = new LinkedHashMap<>();
        edges.forEach(edge -> counted.merge(edge(edge), 1, Integer::sum));
        return counted.entrySet().stream()
                .map(edge -> edge.getKey() + (edge.getValue() == 1 ? "" : " (" + edge.getValue() + " times)"))
                .collect(Collectors.joining("<br>"));
    }

    private static String edge(RisingEdge edge) {
        String rates = list(edge.rates());
        if (edge.m().isEmpty()) {
            return rates + ": M undefined, kernels differ";
        }
        if (!edge.isJudged()) {
            return rates + ": one layer";
        }
        return "%s: M = %s, M2 = %s %s K = %s"
                .formatted(
                        rates,
                        list(edge.m()),
                        edge.m().get(1),
                        edge.exceedsKernel() ? "&gt;" : "&le;",
                        edge.kernel().getAsInt());
    }

    private static String read(Coverage coverage) {
        return coverage.covered().isPresent()
                ? Num.grouped(coverage.covered().getAsLong()) + " of " + Num.grouped(coverage.size())
                : "not all of " + Num.grouped(coverage.size());
    }

    private String drawn(int index, DilationStack stack, StackReport facts) {
        String name = "stack-" + (index + 1);
        StackFigure figure = new StackFigure(report, stack);
        List<String> drawn = new ArrayList<>();
        List<List<Integer>> now = members(stack, facts.rates());
        figure.lattices(now).ifPresent(svg -> drawn.add(keep(name + "-lattices", svg)));
        drawn.addAll(pictures(figure, now, "rates " + rates(facts.rates(), report), name + "-before"));
        if (!facts.repairs().isEmpty()) {
            List<List<Integer>> proposed = facts.repairs().get(0);
            String title = "proposed rates " + rates(proposed, report);
            // As it is judged: with its neighbours, which may read what the stack alone leaves out.
            List<List<Integer>> rates = members(stack, proposed);
            figure.full(rates, title)
                    .or(() -> figure.own(rates, title))
                    .ifPresent(svg -> drawn.add(keep(name + "-after", svg)));
        }
        return drawn.isEmpty()
                ? "<p>Its field is too large to be drawn.</p>\n"
                : "<div class=\"gallery\">\n" + String.join("", drawn) + "</div>\n";
    }

    private List<String> pictures(StackFigure figure, List<List<Integer>> rates, String title, String name) {
        List<String> drawn = new ArrayList<>();
        figure.own(rates, title).ifPresent(svg -> drawn.add(keep(name, svg)));
        figure.full(rates, title).ifPresent(svg -> drawn.add(keep(name + "-with-neighbours", svg)));
        return drawn;
    }

    private String keep(String name, Svg svg) {
        figures.put(name, svg);
        return "<figure>" + svg.inline() + "</figure>\n";
    }

    /** The rates of the layers that count on each axis. */
    private static List<List<Integer>> members(DilationStack stack, List<List<Integer>> rates) {
        List<List<Integer>> counted = new ArrayList<>();
        for (int axis = 0; axis < rates.size(); axis++) {
            counted.add(stack.axes().get(axis).members().stream()
                    .map(rates.get(axis)::get)
                    .toList());
        }
        return counted;
    }

    private String names(List<String> layers) {
        String named = layers.stream()
                .limit(MOST_NAMED)
                .map(layer -> FindingsSection.link(report, layer))
                .collect(Collectors.joining(", "));
        return layers.size() > MOST_NAMED ? named + " and " + Num.grouped(layers.size() - MOST_NAMED) + " more" : named;
    }

    /** Rates per axis, once where the axes are alike. */
    static String rates(List<List<Integer>> rates, NetworkReport report) {
        if (rates.stream().distinct().count() == 1) {
            return list(rates.get(0));
        }
        Map<String, List<String>> alike = new LinkedHashMap<>();
        for (int axis = 0; axis < rates.size(); axis++) {
            alike.computeIfAbsent(list(rates.get(axis)), same -> new ArrayList<>())
                    .add(Axes.names(report).get(axis));
        }
        return alike.entrySet().stream()
                .map(entry -> entry.getKey() + " in " + String.join(" and ", entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Of long lists the first few, and how many there are; equal numbers once. */
    private static String list(List<? extends Number> numbers) {
        if (numbers.size() > 2 && numbers.stream().distinct().count() == 1) {
            return numbers.get(0) + " (" + numbers.size() + " times)";
        }
        String shown =
                numbers.stream().limit(LONGEST_LIST).map(Number::toString).collect(Collectors.joining(", "));
        return numbers.size() > LONGEST_LIST ? shown + " \u2026 (" + numbers.size() + ")" : shown;
    }
}
