package dev.fovea.onnx.read;

import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.List;

/** Sums of products that are transpositions or matrix products in other words. */
final class EinsumOperator {
    private final ProductOperators products;

    EinsumOperator(ProductOperators products) {
        this.products = products;
    }

    View einsum(Call call) {
        String equation = call.node().text("equation", "").replace(" ", "");
        int arrow = equation.indexOf("->");
        String[] terms = (arrow < 0 ? equation : equation.substring(0, arrow)).split(",", -1);
        if (arrow < 0 || equation.contains(".") || terms.length != call.count() || repeats(terms)) {
            throw new NotRead("its equation %s is not a matrix product".formatted(equation));
        }
        String result = equation.substring(arrow + 2);
        if (terms.length == 1) {
            return permuted(call.view(0), terms[0], result);
        }
        if (terms.length != 2) {
            throw new NotRead("it multiplies %s tensors".formatted(terms.length));
        }
        if (call.isConstant(0)) {
            return weighted(call, 1, terms[1], 0, terms[0], result);
        }
        return call.isConstant(1)
                ? weighted(call, 0, terms[0], 1, terms[1], result)
                : product(call, terms[0], terms[1], result);
    }

    private static boolean repeats(String[] terms) {
        for (String term : terms) {
            if (term.chars().distinct().count() != term.length()) {
                return true;
            }
        }
        return false;
    }

    private static View permuted(View view, String from, String to) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < to.length(); i++) {
            order.add(from.indexOf(to.charAt(i)));
        }
        if (to.length() != from.length() || from.length() != view.rank() || order.contains(-1)) {
            throw new NotRead("%s->%s sums or repeats".formatted(from, to));
        }
        return view.permuted(order);
    }

    /** A matrix of weights along one dimension of a map. */
    private View weighted(Call call, int map, String labels, int weights, String of, String result) {
        View view = call.view(map);
        List<Num> dims = call.weight(weights);
        String summed = only(of, label -> labels.indexOf(label) >= 0 && result.indexOf(label) < 0);
        String made = only(of, label -> labels.indexOf(label) < 0 && result.indexOf(label) >= 0);
        if (of.length() != 2 || dims.size() != 2 || labels.length() != view.rank()) {
            throw new NotRead("its weights are not a matrix");
        }
        View product = products.linear(
                call.node(),
                view,
                labels.indexOf(summed),
                dims.get(of.indexOf(summed)),
                dims.get(of.indexOf(made)),
                false);
        return permuted(product, labels.replace(summed, made), result);
    }

    /** Two maps: batches are what both and the result have. */
    private View product(Call call, String first, String second, String result) {
        Node node = call.node();
        StringBuilder batches = new StringBuilder();
        for (char label : first.toCharArray()) {
            if (second.indexOf(label) >= 0 && result.indexOf(label) >= 0) {
                batches.append(label);
            }
        }
        String summed = only(first, label -> second.indexOf(label) >= 0 && result.indexOf(label) < 0);
        String rows = only(first, label -> second.indexOf(label) < 0 && result.indexOf(label) >= 0);
        String columns = only(second, label -> first.indexOf(label) < 0 && result.indexOf(label) >= 0);
        View left = permuted(call.view(0), first, batches + rows + summed);
        View right = permuted(call.view(1), second, batches + summed + columns);
        return permuted(products.product(node, left, right), batches + rows + columns, result);
    }

    private interface Labels {
        boolean has(char label);
    }

    private static String only(String term, Labels labels) {
        StringBuilder found = new StringBuilder();
        for (char label : term.toCharArray()) {
            if (labels.has(label)) {
                found.append(label);
            }
        }
        if (found.length() != 1) {
            throw new NotRead("it is not a product of two matrices");
        }
        return found.toString();
    }
}
