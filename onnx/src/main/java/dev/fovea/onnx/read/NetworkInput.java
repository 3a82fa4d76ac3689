package dev.fovea.onnx.read;

import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.graph.Graph;
import dev.fovea.onnx.graph.Tensor;
import dev.fovea.onnx.graph.ValueInfo;
import dev.fovea.onnx.unread.OnnxException;
import dev.fovea.onnx.view.Atom;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The input that the network slides over.
 *
 * @param view how its tensor shows the network's input
 */
public record NetworkInput(String name, Num channels, List<Num> extents, View view) {

    /**
     * The first input that is a sequence, an image or a volume, in the layouts that it may have, the usual one first: five dimensions are a
     * volume, whose channels come before its axes, or images one after the other, whose channels come between.
     *
     * @param sizes extents where the file leaves them open: by the name of the open extent, or one for each axis under
     *     {@code ""}
     */
    public static List<NetworkInput> of(Graph graph, Map<String, List<Long>> sizes) throws OnnxException {
        Set<String> initialized = new HashSet<>();
        for (Tensor tensor : graph.initializers()) {
            initialized.add(tensor.name());
        }
        List<String> seen = new ArrayList<>();
        for (ValueInfo info : graph.inputs()) {
            if (initialized.contains(info.name())) {
                continue;
            }
            int rank = info.dims().map(List::size).orElse(-1);
            if (rank >= 3 && rank <= 5) {
                return of(info.name(), info.dims().orElseThrow(), sizes);
            }
            seen.add("%s (%s)".formatted(info.name(), rank < 0 ? "rank not stated" : rank + " dimensions"));
        }
        throw new OnnxException("no input of the graph is a batch of sequences, images or volumes with channels: %s"
                .formatted(seen.isEmpty() ? "it has none" : String.join(", ", seen)));
    }

    private static List<NetworkInput> of(String name, List<ValueInfo.Dim> dims, Map<String, List<Long>> sizes) {
        int rank = dims.size();
        // Channels are few and last where a file keeps them last, as TensorFlow does.
        ValueInfo.Dim last = dims.get(rank - 1);
        boolean channelsLast = rank > 3 && last.isKnown() && last.value() <= 4;
        for (ValueInfo.Dim dim : dims.subList(1, rank - 1)) {
            channelsLast &= !dim.isKnown() || dim.value() > 4;
        }
        int channel = channelsLast ? rank - 1 : 1;
        NetworkInput usual = of(name, dims, channel, sizes);
        return rank == 5 && !channelsLast ? List.of(usual, of(name, dims, 2, sizes)) : List.of(usual);
    }

    private static NetworkInput of(String name, List<ValueInfo.Dim> dims, int channel, Map<String, List<Long>> sizes) {
        int rank = dims.size();
        Num channels = extent(dims.get(channel), "channels", sizes);
        List<Num> extents = new ArrayList<>();
        List<List<Atom>> layout = new ArrayList<>();
        List<Long> stated = sizes.getOrDefault("", List.of());
        for (int dim = 0; dim < rank; dim++) {
            if (dim == 0) {
                boolean several = dims.get(0).isKnown() && dims.get(0).value() > 1;
                layout.add(several ? Bench.whole(Atom.BATCH, Num.of(dims.get(0).value())) : List.of());
            } else if (dim == channel) {
                layout.add(Bench.whole(Atom.CHANNEL, channels));
            } else {
                int axis = extents.size();
                Num extent = extent(dims.get(dim), "extent" + axis, sizes);
                if (!extent.isKnown() && !stated.isEmpty()) {
                    extent = Num.of(stated.get(Math.min(axis, stated.size() - 1)));
                }
                layout.add(Bench.whole(axis + Atom.SPACE, extent));
                extents.add(extent);
            }
        }
        return new NetworkInput(name, channels, List.copyOf(extents), new View(-1, layout));
    }

    private static Num extent(ValueInfo.Dim dim, String fallback, Map<String, List<Long>> sizes) {
        if (dim.isKnown()) {
            return Num.of(dim.value());
        }
        List<Long> size = sizes.getOrDefault(dim.symbol(), List.of());
        if (!dim.symbol().isEmpty() && size.size() == 1) {
            return Num.of(size.get(0));
        }
        return Num.unknown(dim.symbol().isEmpty() ? fallback : dim.symbol());
    }
}
