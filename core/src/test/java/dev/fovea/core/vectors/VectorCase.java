package dev.fovea.core.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fovea.Network;
import dev.fovea.core.resolve.ModelDeclaration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A network that was executed in a framework, and the values found there.
 *
 * @param expected the framework's values, by the framework's names of the layers
 * @param model the same network as declarations
 * @param declared the declared layer that stands for each of the framework's layers, or the input
 * @param flattened layers that only change the shape of the layer that stands for them
 */
public record VectorCase(
        String name, JsonNode expected, ModelDeclaration model, Map<String, String> declared, Set<String> flattened) {
    /** Files of cases, with the number of cases in each. */
    public static final Map<String, Integer> FILES =
            Map.of("hand.json", 47, "torchvision.json", 6, "random-seq.json", 100, "random-dag.json", 100);

    /** All cases of a file that the contract can express. */
    public static List<VectorCase> read(String file) {
        try (InputStream stream = VectorCase.class.getResourceAsStream("/vectors/" + file)) {
            List<VectorCase> cases = new ArrayList<>();
            for (JsonNode one : new ObjectMapper().readTree(stream).get("cases")) {
                if (!alignsCorners(one)) {
                    cases.add(VectorNetworks.declare(one));
                }
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only form of layer that is not modelled: upsampling whose corner units coincide. */
    private static boolean alignsCorners(JsonNode one) {
        for (JsonNode layer : one.get("net").get("layers")) {
            if (layer.path("align_corners").asBoolean(false)) {
                return true;
            }
        }
        return false;
    }

    /** True if a layer of its own stands for {@code layer}, and not one that it only passes on. */
    public boolean isDeclared(String layer) {
        String name = declared.get(layer);
        return !name.equals(Network.INPUT) && !flattened.contains(layer);
    }

    @Override
    public String toString() {
        return name;
    }
}
