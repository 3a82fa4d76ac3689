package dev.fovea.core.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.testing.ModelText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a report says of layers that change the grid. */
final class ResamplingTest {
    private static final String DECODER = """
            skip = Conv kernel=3 padding=1
            down = Pool kernel=2
            up = Upsample to=skip
            """;

    @Test
    void whatIsMatchedIsNamedWhereExtentsAreUnknown() {
        Map<String, Object> attributes =
                NetworkBuilder.build(ModelText.model(DECODER)).network().last().attributes();
        assertEquals("skip", attributes.get("to"));
        assertEquals(false, attributes.containsKey("size"));
    }

    @Test
    void knownExtentsAreStated() {
        Map<String, Object> input = Map.of("axes", 2L, "channels", 0L, "size", List.of(32L));
        Map<String, Object> attributes = NetworkBuilder.build(ModelText.model(input, DECODER))
                .network()
                .last()
                .attributes();
        assertEquals(List.of(32L, 32L), attributes.get("size"));
        assertEquals(false, attributes.containsKey("to"));
    }
}
