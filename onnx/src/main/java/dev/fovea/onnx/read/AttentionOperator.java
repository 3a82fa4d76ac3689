package dev.fovea.onnx.read;

import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.unread.Missing;
import dev.fovea.onnx.view.View;
import java.util.List;

/** Attention as one node, as of opset 23. */
final class AttentionOperator {
    private static final int PAST = 4;

    private final ProductOperators products;
    private final Remarks remarks;

    AttentionOperator(ProductOperators products, Remarks remarks) {
        this.products = products;
        this.remarks = remarks;
    }

    View attention(Call call) {
        Node node = call.node();
        if (node.number("is_causal", 0) == 1) {
            throw new NotRead("its positions look only at those before them");
        }
        if (call.has(PAST)) {
            throw new NotRead("it looks at keys of the past");
        }
        if (call.has(PAST - 1)) {
            remarks.add(node, "a position bias or mask of the attention is left out", Missing.COSTS);
        }
        boolean joined = call.view(0).rank() == 3;
        long heads = node.number("q_num_heads", 0);
        long keyHeads = node.number("kv_num_heads", heads);
        View query = split(call.view(0), heads);
        View key = split(call.view(1), keyHeads).permuted(List.of(0, 1, 3, 2));
        View value = split(call.view(2), keyHeads);
        View scores = products.product(node, query, key);
        View result = products.product(node, scores, value);
        if (!joined) {
            return result;
        }
        View tokens = result.permuted(List.of(0, 2, 1, 3));
        return tokens.reshaped(
                        List.of(tokens.size(0), tokens.size(1), tokens.size(2).times(tokens.size(3))))
                .orElseThrow();
    }

    /** Batch, heads, positions, channels of each head. */
    private static View split(View view, long heads) {
        if (view.rank() == 4) {
            return view;
        }
        if (view.rank() != 3 || heads < 1) {
            throw new NotRead("it states no number of heads");
        }
        Num each = view.size(2)
                .dividedBy(Num.of(heads))
                .orElseThrow(() -> new NotRead("its heads do not divide its channels"));
        return view.reshaped(List.of(view.size(0), view.size(1), Num.of(heads), each))
                .orElseThrow(() -> new NotRead("its heads are not parts of its channels"))
                .permuted(List.of(0, 2, 1, 3));
    }

    /** Turns pairs of channels by an angle that the position says: each position for itself. */
    View rotary(Call call) {
        remarks.add(call.node(), "the rotation of channels by their position is left out", Missing.NOTHING);
        return call.view(0);
    }
}
