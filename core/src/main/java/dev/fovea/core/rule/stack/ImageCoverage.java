package dev.fovea.core.rule.stack;

import dev.fovea.core.analysis.DilationStack;
import dev.fovea.core.analysis.PeriodicField;
import dev.fovea.core.exact.PixelSet;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.rule.AnalysedNetwork;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a stack reads of the network's input: the fields of the units below it overlap, so that a stack which loses half of its
 * own grid may lose no pixel.
 */
final class ImageCoverage {
    private ImageCoverage() {}

    /** True if the stack reads the image itself, or a map whose every unit is one pixel. */
    static boolean isOnImage(AnalysedNetwork analysed, DilationStack stack) {
        Layer bottom = analysed.network().layers().get(stack.members().get(0));
        return isImage(analysed, bottom.links().get(0).source());
    }

    /**
     * A line for the details; empty where the stack's own grid, or that with its entry layer, is the image's, and where the
     * pixels are not known.
     */
    static String line(AnalysedNetwork analysed, DilationStack stack) {
        Layer lowest = stack.entry()
                .orElse(analysed.network().layers().get(stack.members().get(0)));
        if (isImage(analysed, lowest.links().get(0).source())) {
            return "";
        }
        int top = stack.members().get(stack.members().size() - 1);
        Optional<PixelSet> pixels = analysed.supports()
                .layer(top)
                .map(support ->
                        support.at(Collections.nCopies(analysed.network().axes(), 0L)));
        OptionalLong missing = pixels.map(PixelSet::missing).orElse(OptionalLong.empty());
        if (missing.isEmpty() || pixels.get().isEmpty()) {
            return "";
        }
        long read = pixels.get().count().orElseThrow();
        return missing.getAsLong() == 0
                ? "\n  in the image it loses no pixel, since what it reads there overlaps"
                : "\n  in the image it reads %s of the %s pixels of its field"
                        .formatted(read, read + missing.getAsLong());
    }

    /** True if every unit sees one pixel, and neighbours see neighbours. */
    private static boolean isImage(AnalysedNetwork analysed, int source) {
        for (int axis = 0; axis < analysed.network().axes() && source != Network.INPUT; axis++) {
            Optional<PeriodicField> field =
                    analysed.analysis().seen(source, axis).field();
            if (field.isEmpty()
                    || field.get().shift() != 1
                    || field.get().period() != 1
                    || field.get().phases().get(0).extent() != 1) {
                return false;
            }
        }
        return true;
    }
}
