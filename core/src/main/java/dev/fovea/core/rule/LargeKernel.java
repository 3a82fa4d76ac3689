package dev.fovea.core.rule;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.MapShape;
import dev.fovea.core.network.Step;
import java.math.BigInteger;
import java.util.List;

/**
 * A dense convolution with a kernel of 5 or more where 3×3 layers on top of each other, all with its output channels, have
 * the same field with fewer parameters (Simonyan and Zisserman 2015, section 2.3).
 */
public final class LargeKernel extends LayerRule {
    public LargeKernel() {
        super("Stacked 3x3 layers have the field of a large kernel with fewer parameters.");
    }

    @Override
    List<Finding> check(AnalysedNetwork analysed, int index) {
        Layer layer = analysed.network().layers().get(index);
        if (!layer.operation().isConvolution()
                || layer.dataDependent()
                || layer.costs().groups().orElse(0) != 1) {
            return List.of();
        }
        Link link = layer.links().get(0);
        List<Long> kernels = link.steps().stream()
                .flatMap(step -> step.window().stream())
                .filter(window -> window.rate() == 1)
                .map(Step.Window::kernel)
                .toList();
        long kernel = kernels.stream().mapToLong(Long::longValue).max().orElse(0);
        boolean square =
                kernels.size() == link.steps().size() && kernels.stream().allMatch(size -> size == 1 || size == kernel);
        if (!square || kernel < 5 || kernel % 2 == 0) {
            return List.of();
        }
        MapShape in = analysed.network().shape(link.source());
        if (in.channels().isEmpty()
                || layer.shape().channels().isEmpty()
                || layer.costs().parameters().orElse(0) == 0) {
            // Unknown, or those of another layer, which then is the one to judge.
            return List.of();
        }
        int axes = (int) kernels.stream().filter(size -> size > 1).count();
        BigInteger one = BigInteger.valueOf(layer.costs().parameters().getAsLong());
        BigInteger stacked = stacked(
                kernel,
                axes,
                in.channels().getAsLong(),
                layer.shape().channels().getAsLong(),
                one);
        return stacked.compareTo(one) < 0
                ? List.of(finding(layer, link, kernels, stacked)
                        .advising(SmallKernels.of(analysed, layer, kernel).stream()
                                .toList()))
                : List.of();
    }

    /** Parameters of the stack: biases and normalisation are needed once for each of its layers. */
    private static BigInteger stacked(long kernel, int axes, long in, long out, BigInteger one) {
        BigInteger inputs = BigInteger.valueOf(in);
        BigInteger outputs = BigInteger.valueOf(out);
        BigInteger layers = BigInteger.valueOf((kernel - 1) / 2);
        BigInteger rest = one.subtract(
                BigInteger.valueOf(kernel).pow(axes).multiply(inputs).multiply(outputs));
        BigInteger sources = inputs.add(layers.subtract(BigInteger.ONE).multiply(outputs));
        return BigInteger.valueOf(3)
                .pow(axes)
                .multiply(outputs)
                .multiply(sources)
                .add(layers.multiply(rest));
    }

    private Finding finding(Layer layer, Link link, List<Long> kernels, BigInteger stacked) {
        long kernel = kernels.stream().mapToLong(Long::longValue).max().orElseThrow();
        return finding(
                Place.attribute(layer.site(), "kernel").at(kernels.indexOf(kernel)),
                "%s needs %s parameters where %s layers of %s have the same field with %s and more non-linearities; stack those%s"
                        .formatted(
                                WindowText.named(layer, link),
                                layer.costs().parameters().getAsLong(),
                                (kernel - 1) / 2,
                                (kernels.size() == 1 ? "kernel " : "")
                                        + WindowText.joined(kernels.stream()
                                                .map(size -> Math.min(size, 3))
                                                .toList()),
                                stacked,
                                link.steps().stream()
                                                .anyMatch(step -> step.window()
                                                                .orElseThrow()
                                                                .stride()
                                                        > 1)
                                        ? ", the last one with the stride"
                                        : ""));
    }
}
