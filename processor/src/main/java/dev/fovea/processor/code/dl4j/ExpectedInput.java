package dev.fovea.processor.code.dl4j;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Values;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the first layer says about the network's input, where the configuration states no input type. */
final class ExpectedInput {
    private ExpectedInput() {}

    /** Null where the first layer tells nothing. */
    static @Nullable InputKind of(NetworkConfiguration configuration) {
        for (ConfigurationPart part : configuration.parts()) {
            boolean isFirst = part.inputs().equals(configuration.inputs());
            if (isFirst && part.processor() instanceof ProcessorSpec processor && processor.image() != null) {
                return processor.image();
            }
            if (isFirst && part.processor() == null && part.what() instanceof LayerSpec layer) {
                return of(layer);
            }
        }
        return null;
    }

    private static @Nullable InputKind of(LayerSpec layer) {
        Argument inner = layer.setting("layer");
        if (inner != null && inner.value() instanceof LayerSpec wrapped) {
            return of(wrapped);
        }
        Argument stated = layer.setting("nIn");
        Long channels = stated == null ? null : Values.number(stated.value());
        int axes = axes(layer.kind());
        if (channels == null || channels < 1 || axes < 0) {
            return null;
        }
        return axes == 0
                ? new InputKind(2, List.of(1L, 1L), channels, true)
                : new InputKind(axes, Collections.nCopies(axes, 0L), channels, false);
    }

    /** Axes of the map that it reads; 0 for one number per channel, negative where that is not known. */
    private static int axes(String kind) {
        return switch (kind) {
            case "DenseLayer", "OutputLayer" -> 0;
            case "LSTM",
                    "GravesLSTM",
                    "GravesBidirectionalLSTM",
                    "SimpleRnn",
                    "RnnOutputLayer",
                    "Convolution1DLayer",
                    "Convolution1D" -> 1;
            case "ConvolutionLayer",
                    "Convolution2D",
                    "SeparableConvolution2D",
                    "DepthwiseConvolution2D",
                    "Deconvolution2D" -> 2;
            case "Convolution3D", "Deconvolution3D" -> 3;
            default -> -1;
        };
    }
}
