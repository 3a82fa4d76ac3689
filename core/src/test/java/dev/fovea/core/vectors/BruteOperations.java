package dev.fovea.core.vectors;

import dev.fovea.Groups;
import dev.fovea.Network;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** What one declaration reads and makes, from the contract's words alone; a projection is part of its residual layer. */
final class BruteOperations {
    private final BruteForce network;
    private final Stated stated;
    private final List<Integer> sources = new ArrayList<>();
    private final List<List<BruteReading>> readings = new ArrayList<>();
    private final List<Long> extents = new ArrayList<>();
    private long channels;
    private boolean wholeMap;
    private boolean sized;
    private boolean fits = true;

    private BruteOperations(BruteForce network, Declaration declaration) {
        this.network = network;
        this.stated = new Stated(declaration);
    }

    /** The layer; empty where shapes do not fit. */
    static Optional<BruteLayer> layer(BruteForce network, Declaration declaration) {
        return new BruteOperations(network, declaration).layer();
    }

    private Optional<BruteLayer> layer() {
        List<String> from = stated.texts("from");
        from.forEach(name -> sources.add(network.index(name)));
        if (from.isEmpty()) {
            sources.add(network.layers().size() - 1);
        }
        channels = network.channels(sources.get(0));
        switch (stated.annotation()) {
            case "Conv", "Dilated", "Pool", "DeformableConv" -> windows();
            case "TransposedConv" -> transposed();
            case "GlobalPool" -> points(1);
            case "AdaptivePool" -> adaptive();
            case "Upsample" -> upsample();
            case "Unpool" -> unpool();
            case "Attention" -> attention();
            case "Recurrent" -> recurrent();
            case "PixelShuffle" -> pixelShuffle();
            case "SpaceToDepth" -> spaceToDepth();
            case "Add", "Concat" -> merge();
            case "Multiply" -> multiply();
            case "Residual" -> residual();
            case "SqueezeExcite", "TokenMixing", "Normalize", "ChannelShuffle", "Slice" -> pointwise();
            case "Activate", "Dropout", "LocalResponseNorm", "Scale" -> pointwise();
            case "Pad" -> border(1);
            case "Crop" -> border(-1);
            case "Linear" -> points(stated.number("out"));
            default -> throw new IllegalArgumentException(stated.annotation());
        }
        if (stated.has("norm")) {
            wholeMap = usesWholeMap(stated.text("norm"));
        }
        fits &= extents.stream().allMatch(extent -> extent >= 1) && channels >= 1;
        return fits
                ? Optional.of(network.complete(stated.name(), sources, readings, wholeMap, channels, extents, sized))
                : Optional.empty();
    }

    private void windows() {
        boolean ceil = stated.annotation().equals("Pool") && stated.flag("ceilMode");
        long reach = stated.annotation().equals("DeformableConv")
                ? Math.max(0, (long) Math.ceil(stated.decimal("maxOffset")))
                : 0;
        List<BruteReading> axes = new ArrayList<>();
        for (int axis = 0; axis < network.axes(); axis++) {
            long kernel = stated.entry("kernel", axis);
            long stride = stated.numbers("stride").isEmpty() ? kernel : stated.entry("stride", axis);
            long rate = stated.has("rate") ? stated.entry("rate", axis) : 1;
            long in = extent(axis);
            long[] pads = BrutePadding.of(stated, axis, network.axes(), in);
            axes.add(BruteReading.deformed(kernel, stride, rate, pads[0], reach));
            fill(in, pads);
            sized |= stride > 1 && BrutePadding.isSame(stated);
            extents.add(BrutePadding.count(in + pads[0] + pads[1], in + pads[0], kernel, stride, rate, ceil));
        }
        readings.add(axes);
        if (!stated.annotation().equals("Pool")) {
            channels = outChannels();
        }
    }

    /** A mirror has one unit less than the map; a circle is gone round once at most. */
    private void fill(long extent, long[] pads) {
        if (stated.has("borders")) {
            long most = Math.max(pads[0], pads[1]);
            fits &= !stated.text("borders").equals("REFLECT") || most < extent;
            fits &= !stated.text("borders").equals("CIRCULAR") || most <= extent;
        }
    }

    private void transposed() {
        List<BruteReading> axes = new ArrayList<>();
        for (int axis = 0; axis < network.axes(); axis++) {
            long kernel = stated.entry("kernel", axis);
            long stride = stated.entry("stride", axis);
            long rate = stated.entry("rate", axis);
            long extra = stated.entry("outputPadding", axis);
            fits &= extra == 0 || extra < Math.max(stride, rate);
            long[] pads = BrutePadding.amounts(stated, axis, network.axes());
            axes.add(BruteReading.transposed(kernel, stride, rate, pads[0]));
            long last = (extent(axis) - 1) * stride + (kernel - 1) * rate;
            extents.add(last + 1 - pads[0] - pads[1] + extra);
        }
        readings.add(axes);
        channels = outChannels();
    }

    private long outChannels() {
        long out = stated.number("out");
        long groups = stated.number("groups") == Groups.DEPTHWISE ? channels : stated.number("groups");
        long made = out == 0 && stated.number("groups") == Groups.DEPTHWISE ? channels : out;
        fits &= channels % groups == 0 && made % groups == 0;
        return made;
    }

    private void points(long out) {
        readings.add(Collections.nCopies(network.axes(), BruteReading.WHOLE));
        extents.addAll(Collections.nCopies(network.axes(), 1L));
        channels = stated.annotation().equals("Linear") ? out : channels;
    }

    private void adaptive() {
        List<BruteReading> axes = new ArrayList<>();
        for (int axis = 0; axis < network.axes(); axis++) {
            long size = stated.entry("size", axis);
            axes.add(size == 1 ? BruteReading.WHOLE : BruteReading.adaptive(extent(axis), size));
            extents.add(size);
            sized |= size > 1;
        }
        readings.add(axes);
    }

    private void upsample() {
        boolean linear = stated.text("mode").equals("LINEAR");
        List<BruteReading> axes = new ArrayList<>();
        for (int axis = 0; axis < network.axes(); axis++) {
            long in = extent(axis);
            long out = in;
            if (!stated.numbers("scale").isEmpty()) {
                out = in * stated.entry("scale", axis);
            } else if (!stated.numbers("size").isEmpty()) {
                out = stated.entry("size", axis);
                sized = true;
            } else {
                out = network.extents(network.index(stated.text("to"))).get(axis);
                sized = true;
            }
            if (stated.flag("alignCorners")) {
                fits &= linear;
                sized = true;
                axes.add(BruteReading.corners(in, out));
            } else {
                axes.add(linear ? BruteReading.linear(in, out) : BruteReading.nearest(in, out));
            }
            extents.add(out);
        }
        readings.add(axes);
    }

    private void unpool() {
        String of = stated.text("of");
        fits = !of.equals(Network.INPUT) && network.stated(of).annotation().equals("Pool");
        if (!fits) {
            return;
        }
        Stated pool = network.stated(of);
        BruteLayer pooling = network.layer(of);
        List<BruteReading> put = new ArrayList<>();
        List<BruteReading> chosen = new ArrayList<>();
        for (int axis = 0; axis < network.axes(); axis++) {
            long kernel = pool.entry("kernel", axis);
            long stride = pool.numbers("stride").isEmpty() ? kernel : pool.entry("stride", axis);
            BruteReading window = pooling.readings().get(0).get(axis);
            fits &= kernel == stride && pool.entry("rate", axis) == 1 && Collections.min(window.of(0)) == 0;
            fits &= extent(axis) == pooling.extents().get(axis);
            put.add(BruteReading.nearest(1, kernel));
            chosen.add(window.unpooled(kernel));
        }
        readings.add(put);
        sources.add(pooling.sources().get(0));
        readings.add(chosen);
        extents.addAll(network.extents(pooling.sources().get(0)));
    }

    private void attention() {
        BruteAttention attention = BruteAttention.of(network, stated, sources);
        fits = attention.fits();
        wholeMap = attention.wholeMap();
        sized = !stated.numbers("window").isEmpty() || !stated.numbers("grid").isEmpty();
        readings.addAll(attention.readings());
        extents.addAll(network.extents(sources.get(0)));
        channels = attention.channels();
    }

    private void recurrent() {
        List<BruteReading> axes = new ArrayList<>();
        for (int axis = 0; axis < network.axes(); axis++) {
            axes.add(axis == stated.number("axis") ? BruteReading.WHOLE : BruteReading.SAME_UNIT);
        }
        fits = stated.number("axis") < network.axes();
        readings.add(axes);
        extents.addAll(network.extents(sources.get(0)));
        channels = stated.number("units") * (stated.flag("bidirectional") ? 2 : 1);
    }

    private void pixelShuffle() {
        long factor = stated.number("factor");
        List<BruteReading> axes = new ArrayList<>();
        for (int axis = 0; axis < network.axes(); axis++) {
            axes.add(BruteReading.nearest(1, factor));
            extents.add(extent(axis) * factor);
            fits &= channels % factor == 0;
            channels /= factor;
        }
        readings.add(axes);
    }

    private void spaceToDepth() {
        long factor = stated.number("factor");
        List<BruteReading> axes = new ArrayList<>();
        for (int axis = 0; axis < network.axes(); axis++) {
            axes.add(BruteReading.window(factor, factor, 1, 0));
            fits &= extent(axis) % factor == 0;
            extents.add(extent(axis) / factor);
            channels *= factor;
        }
        readings.add(axes);
    }

    private void merge() {
        extents.addAll(network.extents(sources.get(0)));
        long sum = 0;
        for (int source : sources) {
            readings.add(Collections.nCopies(network.axes(), BruteReading.SAME_UNIT));
            fits &= network.extents(source).equals(extents);
            if (network.channels(source) > 1) {
                fits &= stated.annotation().equals("Concat") || channels == 1 || network.channels(source) == channels;
                channels = network.channels(source);
            }
            sum += network.channels(source);
        }
        channels = stated.annotation().equals("Concat") ? sum : channels;
    }

    private void multiply() {
        List<Long> point = Collections.nCopies(network.axes(), 1L);
        extents.addAll(point);
        channels = 1;
        for (int source : sources) {
            if (!network.extents(source).equals(point)) {
                fits &= extents.equals(point) || network.extents(source).equals(extents);
                extents.clear();
                extents.addAll(network.extents(source));
            }
            if (network.channels(source) > 1) {
                fits &= channels == 1 || network.channels(source) == channels;
                channels = network.channels(source);
            }
        }
        for (int source : sources) {
            boolean gate = !network.extents(source).equals(extents);
            sized |= gate && !network.jumps(source, 0).isEmpty();
            readings.add(gate ? gate(source) : Collections.nCopies(network.axes(), BruteReading.SAME_UNIT));
        }
    }

    /** A gate that sees all of the input is one that reads the whole map. */
    private List<BruteReading> gate(int source) {
        List<BruteReading> axes = new ArrayList<>();
        for (int axis = 0; axis < network.axes(); axis++) {
            Set<Long> seen =
                    source < 0 ? Set.of(0L) : network.sees(network.layers().get(source), axis, 0);
            boolean all = LongStream.range(0, network.extents(-1).get(axis)).allMatch(seen::contains);
            axes.add(all ? BruteReading.WHOLE : BruteReading.FIRST_UNIT);
        }
        return axes;
    }

    private void residual() {
        int shortcut = network.index(stated.text("shortcut"));
        extents.addAll(network.extents(sources.get(0)));
        List<BruteReading> projection = new ArrayList<>();
        for (int axis = 0; axis < network.axes(); axis++) {
            Set<Rational> main = network.jumps(sources.get(0), axis);
            Set<Rational> other = network.jumps(shortcut, axis);
            long stride = 1;
            if (main.size() == 1 && other.size() == 1) {
                Rational ratio =
                        main.iterator().next().dividedBy(other.iterator().next());
                stride = ratio.isInteger() ? ratio.longValueExact() : 1;
            }
            projection.add(BruteReading.window(1, stride, 1, 0));
            fits &= (network.extents(shortcut).get(axis) - 1) / stride + 1 == extents.get(axis);
        }
        readings.add(Collections.nCopies(network.axes(), BruteReading.SAME_UNIT));
        sources.add(shortcut);
        readings.add(projection);
    }

    private void pointwise() {
        readings.add(Collections.nCopies(network.axes(), BruteReading.SAME_UNIT));
        extents.addAll(network.extents(sources.get(0)));
        switch (stated.annotation()) {
            case "SqueezeExcite", "TokenMixing" -> wholeMap = true;
            case "Normalize" -> wholeMap = usesWholeMap(stated.text("value"));
            case "Activate", "Dropout", "LocalResponseNorm", "Scale" -> {}
            case "ChannelShuffle" -> fits &= channels % stated.number("groups") == 0;
            default -> {
                fits &= stated.number("end") <= channels && stated.number("begin") < stated.number("end");
                channels = stated.number("end") - stated.number("begin");
            }
        }
    }

    private void border(long sign) {
        List<BruteReading> axes = new ArrayList<>();
        for (int axis = 0; axis < network.axes(); axis++) {
            long[] amounts = BrutePadding.amounts(stated, axis, network.axes());
            axes.add(BruteReading.window(1, 1, 1, sign * amounts[0]));
            fill(extent(axis), amounts);
            extents.add(extent(axis) + sign * (amounts[0] + amounts[1]));
        }
        readings.add(axes);
    }

    private static boolean usesWholeMap(String norm) {
        return norm.equals("GROUP") || norm.startsWith("INSTANCE");
    }

    private long extent(int axis) {
        return network.extents(sources.get(0)).get(axis);
    }
}
