package dev.fovea.core.pathmap;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.analysis.Reach;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The layers to which the number of paths is a sum of few products: a factor, times the number along each axis.
 *
 * <p>A chain is one product. A merge adds those of its branches, and equal ones are added up: n residual blocks of 3×3 layers
 * are the n + 1 products of {@code (1 + c)^n}.
 */
final class Products {
    private static final int MOST = 8;

    private final Analysis analysis;
    private final int axes;
    private final Map<List<AxisPath>, BigInteger> input;
    private final List<Optional<Map<List<AxisPath>, BigInteger>>> layers = new ArrayList<>();

    Products(Analysis analysis) {
        this.analysis = analysis;
        this.axes = analysis.network().axes();
        this.input = Map.of(Collections.nCopies(axes, AxisPath.input()), BigInteger.ONE);
        for (Layer layer : analysis.network().layers()) {
            layers.add(follow(layer));
        }
    }

    /** Per product, named by its paths along the axes, the factor; empty where they are too many, or unknown. */
    Optional<Map<List<AxisPath>, BigInteger>> of(int source) {
        return source == Network.INPUT ? Optional.of(input) : layers.get(source);
    }

    private Optional<Map<List<AxisPath>, BigInteger>> follow(Layer layer) {
        Map<List<AxisPath>, BigInteger> sum = new LinkedHashMap<>();
        for (Link link : layer.links()) {
            Reach reach = Reach.of(analysis, link);
            if (reach == Reach.WHOLE) {
                continue;
            }
            Optional<Map<List<AxisPath>, BigInteger>> read = of(link.source());
            if (read.isEmpty() || reach != Reach.LOCAL) {
                return Optional.empty();
            }
            read.get().forEach((paths, factor) -> sum.merge(through(paths, link), factor, BigInteger::add));
            if (sum.size() > MOST) {
                return Optional.empty();
            }
        }
        return Optional.of(Collections.unmodifiableMap(sum));
    }

    private List<AxisPath> through(List<AxisPath> paths, Link link) {
        List<AxisPath> longer = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            longer.add(paths.get(axis).then(link.local(axis)));
        }
        return List.copyOf(longer);
    }
}
