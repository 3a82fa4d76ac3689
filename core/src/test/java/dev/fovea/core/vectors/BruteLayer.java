package dev.fovea.core.vectors;

import dev.fovea.report.Rational;
import java.util.List;
import java.util.Set;

/**
 * A layer of the brute-force network, all of whose extents are known.
 *
 * @param sources what it reads, -1 = the input
 * @param readings per source and axis, how
 * @param wholeMap true if it sees its whole source beside what it reads
 * @param channels of its output
 * @param extents of its output
 * @param jumps per axis, those of the paths that do not read a whole map; none where all do
 * @param bound per axis, a multiple of the period of all those paths together
 * @param uniform per axis, false after resampling by a ratio that is not an integer, or where jumps differ
 * @param sized true if figures depend on the input's extents
 */
public record BruteLayer(
        String name,
        List<Integer> sources,
        List<List<BruteReading>> readings,
        boolean wholeMap,
        long channels,
        List<Long> extents,
        List<Set<Rational>> jumps,
        List<Long> bound,
        List<Boolean> uniform,
        boolean sized) {}
