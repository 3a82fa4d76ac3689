package dev.fovea.core.hdc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Random stacks whose positions were read off the gradients of a real framework. */
final class RateVectorsTest {
    @Test
    void rateVectorsAgreeWithTheFramework() throws IOException {
        try (InputStream stream = getClass().getResourceAsStream("/vectors/random-rates.json")) {
            JsonNode cases = new ObjectMapper().readTree(stream).get("cases");
            assertEquals(60, cases.size());
            cases.forEach(RateVectorsTest::check);
        }
    }

    private static void check(JsonNode expected) {
        int[] rates =
                numbers(expected.get("rates")).stream().mapToInt(Long::intValue).toArray();
        AxisVerdict verdict =
                AxisVerdict.of(DilationAxis.of(expected.get("kernel").asInt(), rates));
        RisingEdge whole = verdict.whole().orElseThrow();
        assertEquals(expected.get("gcd").asLong(), verdict.divisor());
        assertEquals(numbers(expected.get("M")), whole.m());
        assertEquals(!expected.get("M2_le_K").isNull(), whole.isJudged());
        assertEquals(expected.get("M2_le_K").asBoolean(), whole.isJudged() && !whole.exceedsKernel());
        Coverage own = verdict.own();
        assertEquals(expected.get("rf").asLong(), own.size());
        assertEquals(OptionalLong.of(expected.get("covered").asLong()), own.covered());
        assertEquals(
                expected.get("uncovered").asLong(), own.size() - own.covered().getAsLong());
        assertEquals(expected.get("full").asBoolean(), own.isComplete());
    }

    private static List<Long> numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asLong)
                .toList();
    }
}
