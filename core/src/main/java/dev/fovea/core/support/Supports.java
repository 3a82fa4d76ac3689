package dev.fovea.core.support;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.analysis.Family;
import dev.fovea.core.analysis.Seen;
import dev.fovea.core.exact.Region;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The supports of all layers of a network (Yu and Koltun 2016 define the set of pixels behind a unit; here it is computed
 * as a set, since the support of a merge is a union of products and no product).
 *
 * <p>Every path adds a product. A merge keeps a product only where no other one contains it, and joins two that differ along
 * one axis: of a residual network one product remains, of an atrous pyramid a few. A layer that needs more than {@link
 * Region#MOST_PRODUCTS} is unknown, and so is one that reads a whole map along some axes only.
 */
public final class Supports {
    private final Analysis analysis;
    private final int axes;
    private final List<Optional<Support>> supports = new ArrayList<>();
    private final Support input;

    private Supports(Analysis analysis) {
        this.analysis = analysis;
        this.axes = analysis.network().axes();
        this.input = new Support(axes, List.of(new Term(Collections.nCopies(axes, Family.INPUT))));
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
        List<Term> terms = new ArrayList<>();
        for (Link link : layer.links()) {
            int whole = 0;
            for (int axis = 0; axis < axes; axis++) {
                whole += analysis.readsWhole(link, axis) ? 1 : 0;
            }
            if (whole == axes) {
                continue;
            }
            Optional<Support> read = link.source() == Network.INPUT ? Optional.of(input) : supports.get(link.source());
            if (whole > 0 || read.isEmpty()) {
                return Optional.empty();
            }
            for (Term term : read.get().terms()) {
                Optional<Term> next = through(index, term, link);
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                add(terms, next.get());
            }
            if (terms.size() > Region.MOST_PRODUCTS) {
                return Optional.empty();
            }
        }
        return Optional.of(new Support(axes, terms.size() == 1 ? List.of(shared(index, terms.get(0))) : terms));
    }

    private Optional<Term> through(int index, Term term, Link link) {
        List<Family> families = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            Family read = term.axes().get(axis);
            Optional<Family> next =
                    analysis.network().layers().get(index).links().size() == 1
                                    && isSame(analysis.seen(link.source(), axis), read)
                            ? analysis.seen(index, axis).family()
                            : through(read, link.steps().get(axis));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            families.add(next.get());
        }
        return Optional.of(new Term(families));
    }

    private static boolean isSame(Seen seen, Family family) {
        return seen.family().isPresent() && seen.family().get() == family;
    }

    private static Optional<Family> through(Family family, Step step) {
        if (step instanceof Step.Deformed deformed) {
            return family.through(deformed.widening()).flatMap(wide -> wide.through(deformed.nominal()));
        }
        return step instanceof Step.Local local ? family.through(local) : Optional.empty();
    }

    /** Adds a term to a union, and drops what it makes superfluous. */
    private static void add(List<Term> terms, Term added) {
        Term term = added;
        int i = 0;
        while (i < terms.size()) {
            Term other = terms.get(i);
            if (other.containsAll(term)) {
                return;
            }
            Optional<Term> joined = term.containsAll(other) ? Optional.of(term) : other.join(term);
            if (joined.isPresent()) {
                terms.remove(i);
                i = joined.get() == term ? i : 0;
                term = joined.get();
            } else {
                i++;
            }
        }
        terms.add(term);
    }

    /** The same term with the families of the analysis, which the layers above then need not follow again. */
    private Term shared(int index, Term term) {
        List<Family> families = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            Family family = term.axes().get(axis);
            Seen seen = analysis.seen(index, axis);
            boolean known = seen.family().isPresent() && seen.family().get().equals(family);
            families.add(known ? seen.family().get() : family);
        }
        return new Term(families);
    }
}
