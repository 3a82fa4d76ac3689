package dev.fovea.core.html;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The terms of the pages, in a sentence each. */
final class Glossary {
    private static final Map<String, String> TERMS = terms();

    private Glossary() {}

    private static Map<String, String> terms() {
        Map<String, String> terms = new LinkedHashMap<>();
        terms.put("field", "Receptive field: the pixels from the first to the last that a unit can see, per axis.");
        terms.put("jump", "Distance in input pixels between the fields of neighbouring units.");
        terms.put("start", "First pixel of unit 0's field; negative where it begins in the padding.");
        terms.put("centre", "Middle of unit 0's field.");
        terms.put("overlap", "Fraction of its field that a unit shares with its neighbour.");
        terms.put("covered", "Positions of the field that some path reads; less than the field where it has holes.");
        terms.put("shortest path", "Size of the field along the path on which it grows least.");
        terms.put(
                "effective \u03c3",
                "Standard deviation of the effective field: of where the paths come from, with all weights one.");
        terms.put("effective width", "Pixels of the shortest interval that at least 95.45 % of the paths come from.");
        terms.put("period", "Number of units after which the fields repeat, moved on.");
        terms.put("valid taps", "Mean fraction of a kernel's taps that lie within the map and not in its padding.");
        terms.put("extents", "Units of the layer's output, per axis.");
        terms.put(
                "tiles",
                "Pieces of an input that are fed one by one, so that what comes out is exactly what the whole input gives.");
        terms.put("sizes that work", "Extents of the input for which no map becomes empty and all merges fit.");
        terms.put("as a stream", "Sample by sample: each output is computed as soon as all that it reads is there.");
        terms.put("rate", "Dilation rate: distance between neighbouring taps of a kernel.");
        terms.put("MACs", "Multiply-adds for one input.");
        terms.put(
                "dilation stack",
                "Dilated layers in a chain, each of which is the only dilated reader of the one below.");
        terms.put("divisor", "Greatest common divisor of a stack's rates; above 1 the stack is several networks.");
        terms.put(
                "rising edges",
                "The runs into which a stack's rates are cut where they fall; each is judged by the distances M of Wang et al.");
        terms.put("M2", "Largest distance between positions that the layers above the first read (Wang et al. 2018).");
        terms.put(
                "read by the stack",
                "Positions of the stack's own field, in units of the map it starts from, that some path through it reads.");
        terms.put(
                "with its neighbours",
                "The same with the plain layers directly below and above, whose taps may fill what the stack leaves out.");
        terms.put("unread", "A pixel within the field that no path leads from.");
        terms.put("endpoint", "A layer that something outside the network reads.");
        return terms;
    }

    /** A term that leads to its meaning, or the text alone where it is not one of the terms. */
    static String term(String text) {
        String key = text.toLowerCase(Locale.ROOT);
        return TERMS.containsKey(key) || TERMS.containsKey(text)
                ? "<a class=\"term\" href=\"#%s\">%s</a>"
                        .formatted(anchor(TERMS.containsKey(text) ? text : key), Markup.escape(text))
                : Markup.escape(text);
    }

    private static String anchor(String term) {
        return "term-" + FileNames.safe(term.replace(' ', '.'));
    }

    static Optional<String> meaning(String term) {
        return Optional.ofNullable(TERMS.get(term));
    }

    static String html() {
        StringBuilder html = new StringBuilder("<section id=\"glossary\">\n<h2>Terms</h2>\n<dl class=\"glossary\">\n");
        TERMS.forEach((term, meaning) -> html.append("<div id=\"")
                .append(anchor(term))
                .append("\"><dt>")
                .append(Markup.escape(term))
                .append("</dt><dd>")
                .append(Markup.escape(meaning))
                .append("</dd></div>\n"));
        return html.append("</dl>\n</section>\n").toString();
    }
}
