package dev.fovea.onnx.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.onnx.graph.Attribute;
import dev.fovea.onnx.graph.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FoldingTest {
    private static Constant vector(double... values) {
        return Constant.vector(Arrays.stream(values).mapToObj(Num::of).toList());
    }

    private static Constant scalar(double value, boolean integer) {
        return Constant.of(List.of(), List.of(Num.of(value)), integer);
    }

    private static Node node(String type, Object... attributes) {
        Map<String, Attribute> all = new HashMap<>();
        for (int i = 0; i < attributes.length; i += 2) {
            String name = (String) attributes[i];
            Object value = attributes[i + 1];
            Optional<Long> number = value instanceof Integer n ? Optional.of((long) n) : Optional.empty();
            List<Long> numbers = value instanceof int[] list
                    ? Arrays.stream(list).asLongStream().boxed().toList()
                    : List.of();
            all.put(
                    name,
                    new Attribute(
                            name,
                            number,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            numbers,
                            List.of(),
                            List.of(),
                            List.of(),
                            ""));
        }
        return new Node("", type, "", List.of(), List.of(), all, Map.of());
    }

    private static String fold(Node node, Constant... inputs) {
        Constant result = Folding.fold(node, List.of(inputs));
        return result.dims().map(Object::toString).orElse("?") + " "
                + result.data().map(Object::toString).orElse("?");
    }

    @Test
    void theArithmeticOfAResizeIsCarriedOut() {
        Constant shape = vector(1, 64, 28, 30);
        assertEquals("[2] [28, 30]", fold(node("Slice"), shape, vector(2), vector(9), vector(0)));
        assertEquals("[] [30]", fold(node("Gather", "axis", 0), shape, scalar(-1, true)));
        assertEquals("[4] [1, 64, 28, 30]", fold(node("Concat", "axis", 0), vector(1, 64), vector(28, 30)));
        assertEquals(
                "[2] [9, 10]",
                fold(node("Floor"), Constant.of(List.of(Num.of(2)), List.of(Num.of(9.8), Num.of(10)), false)));
        assertEquals(
                "[1] [7]", fold(node("Cast", "to", 7), Constant.of(List.of(Num.of(1)), List.of(Num.of(7.9)), false)));
    }

    @Test
    void integersAreDividedByTruncation() {
        assertEquals("[2] [3, -3]", fold(node("Div"), vector(7, -7), vector(2)));
        assertEquals("[2] [1, 1]", fold(node("Mod"), vector(7, -7), vector(2)));
    }

    @Test
    void extentsThatAreNotKnownAreFollowed() {
        Num height = Num.unknown("h");
        Constant shape = Constant.vector(List.of(Num.ONE, Num.of(64), height));
        assertEquals("[1] [h]", fold(node("Slice"), shape, vector(2), vector(3), vector(0)));
        Constant extent = Constant.of(List.of(), List.of(height), true);
        assertEquals("[] [2*h]", fold(node("Mul"), extent, scalar(2, true)));
        assertEquals(
                "[] [h]",
                fold(node("Div"), Constant.of(List.of(), List.of(height.times(Num.of(2))), true), scalar(2, true)));
        assertEquals("[3] [0, 0, 0]", fold(node("Equal"), shape, vector(-1)));
    }

    @Test
    void theExpandOfAClassTokenIsCarriedOut() {
        Constant wanted = vector(1, -1, -1);
        Constant ones = Folding.fold(node("ConstantOfShape"), List.of(vector(3)));
        assertEquals(
                "[3] [0, 0, 0]", ones.dims().orElseThrow() + " " + ones.data().orElseThrow());
        Constant isOpen = Folding.fold(node("Equal"), List.of(wanted, vector(-1, -1, -1)));
        assertEquals("[3] [1, 8, 8]", fold(node("Where"), isOpen, vector(8, 8, 8), wanted));
    }

    @Test
    void slicesAreThoseOfOneElementAfterTheOther() {
        Random random = new Random(7);
        for (int round = 0; round < 3000; round++) {
            int extent = 1 + random.nextInt(7);
            double[] values = new double[extent];
            for (int i = 0; i < extent; i++) {
                values[i] = i;
            }
            int start = random.nextInt(19) - 9;
            int end = random.nextInt(19) - 9;
            int step = random.nextInt(3) + 1;
            int from = Math.max(0, Math.min(extent, start < 0 ? start + extent : start));
            int to = Math.max(0, Math.min(extent, end < 0 ? end + extent : end));
            List<Integer> kept = new ArrayList<>();
            for (int i = from; i < to; i += step) {
                kept.add(i);
            }
            assertEquals(
                    "[%s] %s".formatted(kept.size(), kept),
                    fold(node("Slice"), vector(values), vector(start), vector(end), vector(0), vector(step)));
        }
    }

    @Test
    void whatIsNotUnderstoodIsConstantAllTheSame() {
        assertEquals("? ?", fold(node("NonZero"), vector(1, 2)));
        assertEquals("? ?", fold(node("Gather", "axis", 5), vector(1, 2), scalar(0, true)));
    }
}
