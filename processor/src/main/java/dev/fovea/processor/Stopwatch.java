package dev.fovea.processor;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Tells what took the time with a model that takes more than a second. */
final class Stopwatch {
    /** How every note begins. */
    private static final String NOTE = "Fovea worked ";

    private static final double NANOSECONDS = 1e9;
    private static final double SHORTEST = 0.05;

    private final LongSupplier clock;
    private final long start;
    private final Map<String, Double> laps = new LinkedHashMap<>();
    private long last;

    /** @param clock nanoseconds since some moment */
    Stopwatch(LongSupplier clock) {
        this.clock = clock;
        this.start = clock.getAsLong();
        this.last = start;
    }

    /** Says what the time since the last call went into. */
    void lap(String work) {
        long now = clock.getAsLong();
        laps.put(work, laps.getOrDefault(work, 0.0) + (now - last) / NANOSECONDS);
        last = now;
    }

    /** The time, what took it first; empty up to a second. */
    Optional<String> note(String model) {
        double total = (last - start) / NANOSECONDS;
        if (total <= 1) {
            return Optional.empty();
        }
        String parts = laps.entrySet().stream()
                .filter(lap -> lap.getValue() >= SHORTEST)
                .sorted(Comparator.comparing(lap -> -lap.getValue()))
                .map(lap -> seconds(lap.getValue()) + " " + lap.getKey())
                .collect(Collectors.joining(", "));
        return Optional.of(NOTE + seconds(total) + " on " + model + ": " + parts);
    }

    private static String seconds(double time) {
        return String.format(Locale.ROOT, "%.1f s", time);
    }
}
