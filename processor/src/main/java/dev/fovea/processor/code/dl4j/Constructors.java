package dev.fovea.processor.code.dl4j;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Unknown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the arguments of a layer's constructor, or of its builder's, mean: the methods of the builder that say the same. */
final class Constructors {
    private static final List<String> WINDOW = List.of("kernelSize", "stride", "padding", "dilation");
    private static final Map<String, String> ALIASES = Map.of(
            "layerName",
            "name",
            "activationFn",
            "activation",
            "blocks",
            "blockSize",
            "cropping",
            "padding",
            "NOut",
            "nOut",
            "rnnLayer",
            "layer",
            "underlying",
            "layer");

    private Constructors() {}

    /** The one name of methods that do the same. */
    static String alias(String method) {
        return ALIASES.getOrDefault(method, method);
    }

    static Map<String, List<Argument>> settings(String kind, List<Argument> arguments) {
        if (arguments.isEmpty()) {
            return Map.of();
        }
        if (kind.contains("onvolution") || kind.contains("Subsampling") || kind.startsWith("Pooling")) {
            return window(kind, arguments);
        }
        return switch (kind) {
            case "ZeroPadding1DLayer",
                    "ZeroPaddingLayer",
                    "ZeroPadding3DLayer",
                    "Cropping1D",
                    "Cropping2D",
                    "Cropping3D" -> Map.of("padding", arguments);
            case "Upsampling1D", "Upsampling2D", "Upsampling3D" ->
                Map.of(
                        "size",
                        arguments.stream()
                                .filter(argument -> !(argument.value() instanceof EnumConstant))
                                .toList());
            case "SpaceToDepthLayer" -> Map.of("blockSize", arguments.subList(0, 1));
            case "GlobalPoolingLayer" -> Map.of("poolingType", arguments);
            case "LocalResponseNormalization" -> arguments.size() < 4 ? Map.of() : Map.of("n", arguments.subList(1, 2));
            case "ActivationLayer" -> Map.of("activation", arguments);
            case "DropoutLayer" -> Map.of("dropOut", arguments);
            case "BatchNormalization" ->
                arguments.size() == 1 || arguments.size() == 3
                        ? Map.of("lockGammaBeta", arguments.subList(arguments.size() - 1, arguments.size()))
                        : Map.of();
            case "FrozenLayer", "FrozenLayerWithBackprop", "LastTimeStep", "TimeDistributed" ->
                Map.of("layer", arguments.subList(0, 1));
            case "Bidirectional" ->
                arguments.size() == 1
                        ? Map.of("layer", arguments)
                        : Map.of("mode", arguments.subList(0, 1), "layer", arguments.subList(1, 2));
            default -> Map.of();
        };
    }

    private static Map<String, List<Argument>> window(String kind, List<Argument> arguments) {
        Map<String, List<Argument>> settings = new HashMap<>();
        List<Argument> sizes = arguments;
        if (arguments.get(0).value() instanceof EnumConstant type) {
            sizes = arguments.subList(1, arguments.size());
            // This constructor forgets the type that it is given.
            boolean isLost = kind.equals("Subsampling1DLayer")
                    && type.type().equals("org.deeplearning4j.nn.conf.layers.PoolingType");
            if (!isLost) {
                settings.put("poolingType", arguments.subList(0, 1));
            }
        }
        boolean isUnknown = sizes.stream().anyMatch(size -> size.value() instanceof Unknown);
        boolean isList =
                sizes.stream().allMatch(size -> size.value() instanceof int[] || size.value() instanceof Object[]);
        if (isUnknown || !isList && !kind.contains("1D")) {
            // A size per axis; an unknown value does not show which argument it is.
            settings.put("kernelSize", sizes);
            return settings;
        }
        for (int i = 0; i < Math.min(sizes.size(), WINDOW.size()); i++) {
            settings.put(WINDOW.get(i), sizes.subList(i, i + 1));
        }
        return settings;
    }
}
