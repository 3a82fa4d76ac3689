package dev.fovea.processor.code.dl4j;

import dev.fovea.Padding;
import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.graph.Node;
import dev.fovea.processor.code.graph.Shapes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Kernel, stride, dilation and padding of convolutions and pools, as a mode of convolution makes of them. */
final class WindowSettings {
    private final LayerSpec layer;
    private final Map<String, Argument> defaults;
    private final Shapes shapes;
    private final int axes;

    /** @param defaults what the configuration states for all layers */
    WindowSettings(LayerSpec layer, Map<String, Argument> defaults, Shapes shapes) {
        this.layer = layer;
        this.defaults = defaults;
        this.shapes = shapes;
        this.axes = shapes.axes();
    }

    /** States the attributes of a layer's window. */
    void state(Node node, BuilderSettings settings) {
        boolean isPool = layer.kind().contains("Subsampling") || layer.kind().startsWith("Pooling");
        List<Long> ones = Collections.nCopies(axes, 1L);
        boolean needsKernel = layer.kind().startsWith("Convolution1D") && layer.setting("kernelSize") == null;
        if (needsKernel) {
            settings.fail("kernel", new Unknown("kernelSize is not stated", layer.code()));
        }
        List<Long> kernel = settings.perAxis("kernel", "kernelSize", axes, kernel(isPool));
        List<Long> stride =
                settings.perAxis("stride", "stride", axes, isPool && axes > 1 ? Collections.nCopies(axes, 2L) : ones);
        List<Long> dilation = settings.perAxis("rate", "dilation", axes, ones);
        List<Long> padding = settings.perAxis("padding", "padding", axes, Collections.nCopies(axes, 0L));
        node.with("kernel", kernel, settings.at("kernelSize")).with("stride", stride, settings.at("stride"));
        if (!dilation.equals(ones) || layer.setting("dilation") != null && !isPool) {
            node.with("rate", dilation, settings.at("dilation"));
        }
        mode(node, settings, kernel, stride, dilation, padding);
    }

    private List<Long> kernel(boolean isPool) {
        long size = isPool ? axes == 1 ? 2 : 1 : axes == 3 && layer.kind().equals("Convolution3D") ? 2 : 5;
        return Collections.nCopies(axes, size);
    }

    private void mode(
            Node node,
            BuilderSettings settings,
            List<Long> kernel,
            List<Long> stride,
            List<Long> dilation,
            List<Long> padding) {
        Argument stated = layer.setting("convolutionMode");
        boolean isOwn = layer.kind().equals("Subsampling3DLayer");
        Argument mode = stated != null || isOwn ? stated : defaults.get("convolutionMode");
        String name = mode == null ? isOwn ? "Same" : "Truncate" : EnumConstant.nameOf(mode.value());
        boolean isPadded = padding.stream().anyMatch(amount -> amount != 0);
        switch (name) {
            case "Same" -> {
                if (isPadded && stated != null) {
                    settings.fail(
                            "padding",
                            new Unknown(
                                    "build() throws an exception here: ConvolutionMode.Same takes no padding",
                                    settings.at("padding")));
                }
                node.with("padding", List.of((long) Padding.SAME), settings.at("convolutionMode"));
            }
            case "Causal" -> {
                if (axes > 1) {
                    settings.fail(
                            "padding",
                            new Unknown("ConvolutionMode.Causal is for one axis only", settings.at("convolutionMode")));
                }
                node.with("padding", List.of((long) Padding.CAUSAL), settings.at("convolutionMode"));
            }
            case "Truncate", "Strict" -> {
                node.with("padding", padding, settings.at("padding"));
                if (name.equals("Strict") && !fits(node, kernel, stride, dilation, padding)) {
                    settings.fail(
                            "padding",
                            new Unknown(
                                    "this configuration throws an exception: with ConvolutionMode.Strict the stride must divide what is left of the input",
                                    layer.code()));
                }
            }
            default ->
                settings.fail(
                        "padding",
                        mode != null && mode.value() instanceof Unknown why
                                ? why
                                : new Unknown("the mode of the convolution is known only at run time", layer.code()));
        }
    }

    /** Whether windows fill the input exactly, as far as its extents are known. */
    private boolean fits(Node node, List<Long> kernel, List<Long> stride, List<Long> dilation, List<Long> padding) {
        boolean isDeconvolution = node.annotation().equals("TransposedConv");
        for (int axis = 0; axis < axes && !isDeconvolution; axis++) {
            Long size = shapes.size(node.inputs().get(0), axis + 2);
            if (size != null && stride.get(axis) > 0) {
                long reach = Math.multiplyExact(kernel.get(axis) - 1, dilation.get(axis)) + 1;
                if ((size - reach + 2 * padding.get(axis)) % stride.get(axis) != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Amounts for all begins of the axes, then all ends; null where they are not known. */
    static @Nullable List<Long> borders(BuilderSettings settings, int axes) {
        List<Long> numbers = settings.numbers("padding", "padding");
        if (numbers == null) {
            return null;
        }
        List<Long> begins = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            if (numbers.size() == 2 * axes) {
                begins.add(numbers.get(2 * axis));
                ends.add(numbers.get(2 * axis + 1));
            } else if (numbers.size() == axes || numbers.size() == 1) {
                long both = numbers.get(numbers.size() == 1 ? 0 : axis);
                begins.add(both);
                ends.add(both);
            } else {
                return null;
            }
        }
        begins.addAll(ends);
        return begins;
    }
}
