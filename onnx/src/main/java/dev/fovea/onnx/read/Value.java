package dev.fovea.onnx.read;

import dev.fovea.onnx.fold.Constant;
import dev.fovea.onnx.view.View;

/** What a tensor of the graph is. */
sealed interface Value {
    /** It does not depend on what the network reads. */
    record Known(Constant constant) implements Value {}

    /** It shows a layer's map. */
    record Shown(View view) implements Value {}

    /** It says where the maxima of a pool came from. */
    record Indices(int layer) implements Value {}

    /** It depends on something that could not be read. */
    record Unread() implements Value {}
}
