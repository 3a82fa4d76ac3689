package dev.fovea.core.support;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.analysis.FieldUnion;
import dev.fovea.core.analysis.PeriodicField;
import dev.fovea.core.analysis.Reach;
import dev.fovea.core.exact.PixelSet;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The supports of all layers of a network (Yu and Koltun 2016 define the set of pixels behind a unit; here it is
 * computed as a set, since the support of a merge is a union of products, not a product).
 *
 * <p>Every path adds a product. A merge keeps a product only where no other one contains it, and joins two that differ
 * along one axis: of a residual network one product remains, of an atrous pyramid a few. A layer that needs more than
 * {@link PixelSet#MOST_PRODUCTS} is unknown, and so is one that reads a whole map along some axes only.
 */
public final class Supports {
    private final Analysis analysis;
    private final int axes;
    private final List<Optional<Support>> supports = new ArrayList<>();
    private final Support input;

    private Supports(Analysis analysis) {
        this.analysis = analysis;
        this.axes = analysis.network().axes();
        this.input = new Support(axes, List.of(new ProductField(Collections.nCopies(axes, PeriodicField.INPUT))));
    }

    /** Follows every path from the input to every layer. */
    public static Supports of(Analysis analysis) {
        Supports result = new Supports(analysis);
        for (int i = 0; i < analysis.network().layers().size(); i++) {
            result.supports.add(result.follow(i));
        }
        return result;
    }

    /** The support of a layer; empty where it is unknown. */
    public Optional<Support> layer(int layer) {
        return supports.get(layer);
    }

    private Optional<Support> follow(int index) {
        Layer layer = analysis.network().layers().get(index);
        List<ProductField> products = new ArrayList<>();
        for (Link link : layer.links()) {
            Reach reach = Reach.of(analysis, link);
            if (reach == Reach.WHOLE) {
                continue;
            }
            Optional<Support> read = link.source() == Network.INPUT ? Optional.of(input) : supports.get(link.source());
            if (reach == Reach.PARTLY_WHOLE || read.isEmpty()) {
                return Optional.empty();
            }
            for (ProductField product : read.get().products()) {
                Optional<ProductField> next = link.isIdentity() ? Optional.of(product) : through(index, product, link);
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                add(products, next.get());
            }
            if (products.size() > PixelSet.MOST_PRODUCTS) {
                return Optional.empty();
            }
        }
        return Optional.of(
                new Support(axes, products.size() == 1 ? List.of(shared(index, products.get(0))) : products));
    }

    private Optional<ProductField> through(int index, ProductField product, Link link) {
        List<PeriodicField> fields = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            PeriodicField read = product.axes().get(axis);
            Optional<PeriodicField> next =
                    analysis.network().layers().get(index).links().size() == 1
                                    && isSame(analysis.seen(link.source(), axis), read)
                            ? analysis.seen(index, axis).field()
                            : through(read, link.steps().get(axis));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            fields.add(next.get());
        }
        return Optional.of(new ProductField(fields));
    }

    private static boolean isSame(FieldUnion seen, PeriodicField field) {
        return seen.field().isPresent() && seen.field().get() == field;
    }

    private static Optional<PeriodicField> through(PeriodicField field, Step step) {
        Optional<PeriodicField> result = step.locals().isEmpty() ? Optional.empty() : Optional.of(field);
        for (Step.Local local : step.locals()) {
            result = result.isPresent() ? result.get().through(local) : result;
        }
        return result;
    }

    /** Adds a product to a union, and drops what it makes superfluous. */
    private static void add(List<ProductField> products, ProductField added) {
        ProductField product = added;
        int i = 0;
        while (i < products.size()) {
            ProductField other = products.get(i);
            if (other.containsAll(product)) {
                return;
            }
            Optional<ProductField> joined = product.containsAll(other) ? Optional.of(product) : other.join(product);
            if (joined.isPresent()) {
                products.remove(i);
                i = joined.get() == product ? i : 0;
                product = joined.get();
            } else {
                i++;
            }
        }
        products.add(product);
    }

    /** The same product with the fields of the analysis, which the layers above then need not follow again. */
    private ProductField shared(int index, ProductField product) {
        List<PeriodicField> fields = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            PeriodicField field = product.axes().get(axis);
            FieldUnion seen = analysis.seen(index, axis);
            boolean known = seen.field().isPresent() && seen.field().get().equals(field);
            fields.add(known ? seen.field().get() : field);
        }
        return new ProductField(fields);
    }
}
