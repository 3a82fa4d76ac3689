package dev.fovea.core.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds places for labels so that none overlaps another. */
final class Labels {
    /** Width of a character of the figures' font, at most, on average. */
    static final double CHARACTER = 7.4;

    private static final double GAP = 6;

    private Labels() {}

    /** A text that ends at a place on a line, from where a line leads down. */
    record Label(double x, String text) {
        double width() {
            return text.codePointCount(0, text.length()) * CHARACTER + GAP;
        }
    }

    /** For each label, from left to right, a row from 0 up so high that no line from another leads through its text. */
    static List<Integer> rows(List<Label> labels) {
        List<Integer> rows = new ArrayList<>();
        for (Label label : labels) {
            int row = 0;
            for (int left = 0; left < rows.size(); left++) {
                if (labels.get(left).x() > label.x() - label.width()) {
                    row = Math.max(row, rows.get(left) + 1);
                }
            }
            rows.add(row);
        }
        return rows;
    }

    /** The text in lines of at most the given number of characters, broken between words; a longer word is shortened. */
    static List<String> wrapped(String text, int longest) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && longer.codePointCount(0, longer.length()) > longest) {
                lines.add(line);
                longer = word;
            }
            line = Markup.shortened(longer, longest);
        }
        lines.add(line);
        return List.copyOf(lines);
    }

    /** Heights near the desired ones, at least a line apart: each is moved up as far as those below it need. */
    static List<Double> apart(List<Double> wished, double line) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < wished.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(i -> -wished.get(i)));
        List<Double> places = new ArrayList<>(wished);
        double limit = Double.MAX_VALUE;
        for (int index : order) {
            double place = Math.min(wished.get(index), limit);
            places.set(index, place);
            limit = place - line;
        }
        return places;
    }
}
