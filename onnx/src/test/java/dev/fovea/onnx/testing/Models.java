package dev.fovea.onnx.testing;

import dev.fovea.onnx.OnnxModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Published networks, as their frameworks exported them, without weights. */
public final class Models {
    private static final Path FOLDER = Path.of("src/test/resources/models");

    private Models() {}

    /** Names of all files. */
    public static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".onnx"))
                    .map(name -> name.substring(0, name.length() - 5))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** One of each family: the others are the same parts, repeated more often or wider; with {@code -Dfovea.all=true} all. */
    public static Stream<String> kinds() throws IOException {
        return Boolean.getBoolean("fovea.all")
                ? names()
                : names().filter(
                                name -> !name.matches(
                                        "efficientnet_b[1-7]|vgg1[139](_bn)?|vgg16_bn|densenet201|maskrcnn.*|resnext101.*|regnet_.*16gf|mnasnet0_75|mnasnet1_3|vit_b_32|vit_l_32|shufflenet_v2_x1_5|convnext_small|resnet101"));
    }

    public static Path file(String name) {
        return FOLDER.resolve(name + ".onnx");
    }

    public static OnnxModel read(String name) throws IOException {
        return OnnxModel.read(file(name));
    }
}
