package dev.fovea.onnx.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.unread.OnnxException;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Finds out what a DL4J network reads: the first layer tells the axes and the channels, the user the extents. */
final class Dl4jInput {
    private final Map<String, List<Long>> sizes;

    Dl4jInput(Map<String, List<Long>> sizes) {
        this.sizes = sizes;
    }

    /** @param layers those that read the input before all others */
    Assembly assembly(List<JsonNode> layers) throws OnnxException {
        for (JsonNode layer : layers) {
            String type = Fields.type(layer);
            if (type.equals("FeedForwardToCnnPreProcessor")) {
                return new Assembly(
                        known(layer, "numChannels"), List.of(known(layer, "inputHeight"), known(layer, "inputWidth")));
            }
            int axes = axes(type);
            if (axes > 0) {
                return new Assembly(channels(layers), OpenExtents.of(Collections.nCopies(axes, 0L), sizes));
            }
        }
        throw new OnnxException(
                "no layer of the configuration tells whether the network reads a sequence, an image or a volume");
    }

    /** Those that the first layer with weights expects; layers without weights keep their number. */
    private static Num channels(List<JsonNode> layers) {
        for (JsonNode layer : layers) {
            JsonNode inner =
                    layer.has("underlying") ? layer.path("underlying") : layer.has("fwd") ? layer.path("fwd") : layer;
            if (inner.path("nin").asLong(0) > 0) {
                return known(inner, "nin");
            }
        }
        return Num.unknown("channels");
    }

    private static Num known(JsonNode layer, String field) {
        long value = layer.path(field).asLong(0);
        return value > 0 ? Num.of(value) : Num.unknown("channels");
    }

    /** The number of axes that a layer slides over; 0 where it may be any. */
    private static int axes(String type) {
        if (type.contains("3D")) {
            return 3;
        }
        return switch (type) {
            case "Convolution1DLayer",
                    "Convolution1D",
                    "Subsampling1DLayer",
                    "Upsampling1D",
                    "ZeroPadding1DLayer",
                    "Cropping1D",
                    "LSTM",
                    "GravesLSTM",
                    "GravesBidirectionalLSTM",
                    "GRU",
                    "SimpleRnn",
                    "Bidirectional",
                    "LastTimeStep",
                    "RnnOutputLayer",
                    "RnnLossLayer",
                    "LocallyConnected1D" -> 1;
            case "ConvolutionLayer",
                    "Convolution2D",
                    "SubsamplingLayer",
                    "Subsampling2DLayer",
                    "SeparableConvolution2D",
                    "DepthwiseConvolution2D",
                    "Deconvolution2D",
                    "Upsampling2D",
                    "ZeroPaddingLayer",
                    "Cropping2D",
                    "SpaceToDepthLayer",
                    "SpaceToBatchLayer",
                    "LocalResponseNormalization",
                    "CnnLossLayer",
                    "LocallyConnected2D" -> 2;
            default -> 0;
        };
    }
}
