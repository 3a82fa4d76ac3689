package dev.fovea.onnx.read;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognises what a function of a unit is, from how the graph computes it.
 *
 * <p>Functions are written as exporters nest their operators: {@code mul(x,sigmoid(x))}; constants as numbers, {@code
 * c} where they are not known or not alike for all units.
 */
final class Functions {
    private static final Pattern LAYER_NORM = Pattern.compile(
            "(div|mul)\\(sub\\(x,mean\\(x\\)\\),(reciprocal\\()?sqrt\\(add\\(mean\\((pow\\(sub\\(x,mean\\(x\\)\\),2\\)|mul\\(sub\\(x,mean\\(x\\)\\),sub\\(x,mean\\(x\\)\\)\\))\\),[^()]+\\)\\)\\)?\\)");

    private static final Pattern AFFINE =
            Pattern.compile("(add|sub|mul|div)\\((x|(?:add|sub|mul|div)\\(.*\\)),[^(),]+\\)");

    private Functions() {}

    /** A function that has a name: of an activation, of a norm, or {@code IDENTITY}. */
    record Known(String name) {
        boolean isIdentity() {
            return name.equals("IDENTITY");
        }

        boolean isNorm() {
            return name.equals("LAYER");
        }
    }

    static Optional<Known> of(String function) {
        String name = name(function);
        return name.isEmpty() ? Optional.empty() : Optional.of(new Known(name));
    }

    private static String name(String function) {
        switch (function) {
            case "x":
                return "IDENTITY";
            case "relu(x)":
                return "RELU";
            case "clip(x,0,6)":
                return "RELU6";
            case "leakyrelu(x)":
                return "LEAKY_RELU";
            case "prelu(x)":
                return "PRELU";
            case "elu(x)":
                return "ELU";
            case "selu(x)":
                return "SELU";
            case "gelu(x)":
                return "GELU";
            case "sigmoid(x)":
                return "SIGMOID";
            case "tanh(x)":
                return "TANH";
            case "softplus(x)":
                return "SOFTPLUS";
            case "softmax(x)":
                return "SOFTMAX";
            case "mish(x)", "mul(x,tanh(softplus(x)))":
                return "MISH";
            case "silu(x)", "swish(x)", "mul(x,sigmoid(x))":
                return "SILU";
            case "hardsigmoid(x)", "div(clip(add(x,3),0,6),6)":
                return "HARD_SIGMOID";
            case "hardswish(x)",
                    "mul(x,hardsigmoid(x))",
                    "div(mul(x,clip(add(x,3),0,6)),6)",
                    "mul(x,div(clip(add(x,3),0,6),6))":
                return "HARD_SWISH";
            default:
                return composed(function);
        }
    }

    private static String composed(String function) {
        if (LAYER_NORM.matcher(function).matches()) {
            return "LAYER";
        }
        if (function.contains("erf(x)") && function.contains("mul(x,")
                || function.contains("tanh(") && function.contains("pow(x,3)") && function.contains("mul(x,")) {
            return "GELU";
        }
        if (function.startsWith("mul(mul(x,clip(add(x,3),0,6)),0.16")) {
            return "HARD_SWISH";
        }
        return isAffine(function) ? "IDENTITY" : "";
    }

    /** Only sums and products with numbers: no activation, and nothing that a weight cannot hold. */
    private static boolean isAffine(String function) {
        String rest = function;
        while (!rest.equals("x")) {
            java.util.regex.Matcher matcher = AFFINE.matcher(rest);
            if (!matcher.matches()) {
                return false;
            }
            rest = matcher.group(2);
        }
        return true;
    }
}
