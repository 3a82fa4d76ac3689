package dev.fovea.onnx.view;

import dev.fovea.onnx.fold.Num;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Deals the atoms of a tensor out to other extents, as a reshape in row-major order does. */
final class Cutting {
    private Cutting() {}

    static Optional<List<List<Atom>>> cut(List<List<Atom>> dims, List<Num> sizes) {
        Deque<Atom> atoms = new ArrayDeque<>();
        dims.forEach(atoms::addAll);
        List<List<Atom>> result = new ArrayList<>();
        for (Num size : sizes) {
            Optional<List<Atom>> taken = take(atoms, size);
            if (taken.isEmpty()) {
                return Optional.empty();
            }
            result.add(merged(taken.get()));
        }
        return atoms.isEmpty() ? Optional.of(result) : Optional.empty();
    }

    private static Optional<List<Atom>> take(Deque<Atom> atoms, Num size) {
        List<Atom> taken = new ArrayList<>();
        Num remaining = size;
        while (!remaining.is(1)) {
            Atom next = atoms.poll();
            if (next == null) {
                return Optional.empty();
            }
            Optional<Num> rest = remaining.dividedBy(next.size());
            if (rest.isPresent() && !rest.get().is(0)) {
                taken.add(next);
                remaining = rest.get();
                continue;
            }
            Optional<Num> inner = next.size().dividedBy(remaining);
            if (inner.isEmpty() || next.axis() == Atom.TOKENS || next.axis() == Atom.TOKENS + Atom.KEY) {
                return Optional.empty();
            }
            taken.add(new Atom(next.axis(), remaining, next.stride().times(inner.get())));
            atoms.push(new Atom(next.axis(), inner.get(), next.stride()));
            remaining = Num.ONE;
        }
        return Optional.of(taken);
    }

    /** Joins neighbours that are one part of an axis again. */
    static List<Atom> merged(List<Atom> atoms) {
        List<Atom> result = new ArrayList<>();
        for (Atom atom : atoms) {
            if (!result.isEmpty()) {
                Atom last = result.get(result.size() - 1);
                if (last.axis() == atom.axis()
                        && last.stride().equals(atom.stride().times(atom.size()))) {
                    result.set(
                            result.size() - 1, new Atom(atom.axis(), last.size().times(atom.size()), atom.stride()));
                    continue;
                }
            }
            result.add(atom);
        }
        return List.copyOf(result);
    }
}
