package dev.fovea.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The times of one configuration, in milliseconds, and how they spread.
 *
 * @param values one per run, in the order of the runs
 */
record Samples(List<Double> values) {
    Samples {
        values = List.copyOf(values);
    }

    double median() {
        return quantile(0.5);
    }

    /** Run by run, how much more these are than {@code others}. */
    Samples beyond(Samples others) {
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            differences.add(values.get(i) - others.values.get(i));
        }
        return new Samples(differences);
    }

    /** The median, and the quartiles around it: {@code 123 (118-131)}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.0f (%.0f to %.0f)", median(), quantile(0.25), quantile(0.75));
    }

    private double quantile(double share) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        double place = share * (sorted.size() - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }
}
