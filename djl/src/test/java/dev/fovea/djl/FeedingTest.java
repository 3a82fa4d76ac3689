package dev.fovea.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The code in docs/tiles.md is that of this test and its models: tiles and streams give what the whole gives. */
@Tag("engine")
final class FeedingTest {
    private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");
    private static final double ROUNDING = 1e-5;

    /** The output for an image, computed tile by tile; each tile is for {@code size} by {@code size} pixels. */
    static NDArray tiled(DjlNetwork network, NDArray image, long size) {
        ParameterStore parameters = new ParameterStore(image.getManager(), false);
        long height = image.getShape().get(2);
        long width = image.getShape().get(3);
        NDArray output = image.zerosLike();
        for (long y = 0; y < height; y += size) {
            for (long x = 0; x < width; x += size) {
                long top = Math.max(0, y - SmallUNetReceptiveField.TILE_BEFORE);
                long left = Math.max(0, x - SmallUNetReceptiveField.TILE_BEFORE);
                long bottom = Math.min(height, y + size + SmallUNetReceptiveField.TILE_AFTER);
                long right = Math.min(width, x + size + SmallUNetReceptiveField.TILE_AFTER);
                NDArray tile = image.get("...,{}:{},{}:{}", top, bottom, left, right);
                NDArray result =
                        network.forward(parameters, new NDList(tile), false).get(0);
                long rows = Math.min(size, height - y);
                long columns = Math.min(size, width - x);
                NDArray own = result.get("...,{}:{},{}:{}", y - top, y - top + rows, x - left, x - left + columns);
                output.set(new NDIndex("...,{}:{},{}:{}", y, y + rows, x, x + columns), own);
            }
        }
        return output;
    }

    /** The output for samples that come in one by one, with no more of the past than the network reads. */
    static NDArray streamed(DjlNetwork network, NDArray samples) {
        ParameterStore parameters = new ParameterStore(samples.getManager(), false);
        long past = VoiceReceptiveField.report().stream().get(0).past().getAsLong();
        NDList outputs = new NDList();
        for (long now = 0; now < samples.getShape().get(2); now++) {
            NDArray known = samples.get("...,{}:{}", Math.max(0, now - past), now + 1);
            NDArray result =
                    network.forward(parameters, new NDList(known), false).get(0);
            outputs.add(result.get("...,-1:"));
        }
        return NDArrays.concat(outputs, 2);
    }

    @Test
    void aBigImageInTilesGivesWhatTheWholeGives() {
        try (NDManager manager = NDManager.newBaseManager()) {
            DjlNetwork network = DjlModels.build(SmallUNetReceptiveField.report());
            NDArray image = manager.randomNormal(new Shape(1, 1, 200, 280));
            network.initialize(manager, DataType.FLOAT32, image.getShape());
            NDArray whole = network.forward(new ParameterStore(manager, false), new NDList(image), false)
                    .get(0);
            assertTrue(whole.allClose(tiled(network, image, 64), ROUNDING, ROUNDING, false));
            assertEquals(2, SmallUNetReceptiveField.TILE_STEP);
            // Tiles that are no whole steps have extents that the network does not take.
            assertThrows(EngineException.class, () -> tiled(network, image, 63));
        }
    }

    @Test
    void samplesOneByOneGiveWhatTheWholeGives() {
        try (NDManager manager = NDManager.newBaseManager()) {
            DjlNetwork network = DjlModels.build(VoiceReceptiveField.report());
            NDArray samples = manager.randomNormal(new Shape(1, 1, 50));
            network.initialize(manager, DataType.FLOAT32, samples.getShape());
            NDArray whole = network.forward(new ParameterStore(manager, false), new NDList(samples), false)
                    .get(0);
            assertTrue(whole.allClose(streamed(network, samples), ROUNDING, ROUNDING, false));
        }
    }

    @Test
    void everySnippetIsFromThisTest() throws IOException {
        String source = "";
        for (String file : List.of("FeedingTest", "SmallUNet", "Voice")) {
            source += Files.readString(Path.of("src/test/java/dev/fovea/djl/" + file + ".java"));
        }
        String code = squeezed(source);
        List<MatchResult> snippets = BLOCK.matcher(Files.readString(Path.of("../docs/tiles.md")))
                .results()
                .toList();
        assertEquals(4, snippets.size());
        snippets.forEach(snippet -> assertTrue(code.contains(squeezed(snippet.group(1))), () -> snippet.group(1)));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }
}
