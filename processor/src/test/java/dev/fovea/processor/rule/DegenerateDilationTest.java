package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.expect;
import static dev.fovea.processor.testing.Models.expectMessages;
import static dev.fovea.processor.testing.Models.setup;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.analysis.ValidTaps;
import dev.fovea.core.network.Network;
import dev.fovea.core.resolve.NetworkBuilder;
import dev.fovea.core.testing.ModelText;
import dev.fovea.processor.testing.Adjustments;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rates near the extent of the map. */
final class DegenerateDilationTest {
    /** Taps so far apart leave pixels unread as well, which is not the matter here. */
    private static final String ALONE = "-Afovea.severity=UnreadPixels=off";

    @Test
    void degenerateDilationFindsTapsInThePadding() {
        expect(ALONE, """
                import dev.fovea.*;

                @Network(input = @Input(size = 65))
                class AlmostPointwise {
                    @Dilated(kernel = 3, rate = 48, padding = 48) Object d;
                    //                          ^ warning DegenerateDilation: d (3x3, rate 48) mostly reads padding: on average 25.8 % of its taps fall inside its input of 65x65, so it acts almost as a 1x1 layer
                }

                @Network(input = @Input(size = 65))
                class Pointwise {
                    @Dilated(kernel = 3, rate = 65, padding = 65) Object d;
                    //                          ^ warning DegenerateDilation: d (3x3, rate 65) reads padding: only one of its taps ever falls inside its input of 65x65, so it acts as a 1x1 layer
                }

                /** A third of the taps on one axis: no less than a third, but always the same. */
                @Network(input = @Input(axes = 1, size = 16))
                class Sequence {
                    @Dilated(kernel = 3, rate = 16, padding = 16) Object d;
                    //                          ^ warning DegenerateDilation: d (kernel 3, rate 16) reads padding: only one of its taps ever falls inside its input of 16, so it acts as a layer of kernel 1
                }

                @Network(input = @Input(axes = 1, size = 16))
                class Causal {
                    @Dilated(kernel = 2, rate = 16, padding = Padding.CAUSAL) Object d;
                    //                          ^ warning DegenerateDilation: d (kernel 2, rate 16) reads padding: only one of its taps ever falls inside its input of 16, so it acts as a layer of kernel 1
                }

                @Network(input = @Input(axes = 3, size = {4, 32, 32}))
                class Volume {
                    @Dilated(kernel = 3, rate = {1, 30, 30}, padding = {1, 30, 30}) Object d;
                    //                              ^ warning DegenerateDilation: d (3x3x3, rate 1x30x30) mostly reads padding: on average 11.7 % of its taps fall inside its input of 4x32x32, so it acts almost as a 3x1x1 layer
                }

                /** Exactly a third of all taps, and six of nine never. */
                @Network(input = @Input(size = {11, 64}))
                class AlongOneAxis {
                    @Dilated(kernel = 3, rate = {16, 1}, padding = {16, 1}) Object d;
                    //                           ^ warning DegenerateDilation: d (3x3, rate 16x1) reads padding: only one of its taps ever falls inside its input of 11x64 in height, so it acts as a 1x3 layer
                }

                @Network(input = @Input(channels = 8, size = 7))
                class LargeKernel {
                    @Conv(kernel = 31, padding = 15, groups = Groups.DEPTHWISE) Object d;
                    //             ^ warning DegenerateDilation: d (31x31) mostly reads padding: on average 5.1 % of its taps fall inside its input of 7x7, so most of its weights are wasted; use a kernel well below the extent or a map of at least 11, and for the context of the whole map @GlobalPool
                }

                @Network(input = @Input(size = {7, 200}))
                class LargeAlongOneAxis {
                    @Conv(kernel = {31, 3}, padding = {15, 1}) Object d;
                    //              ^ warning DegenerateDilation: d (31x3) mostly reads padding: on average 22.6 % of its taps fall inside its input of 7x200 in height, so most of its weights are wasted
                }

                @Network(input = @Input(size = 65))
                class Pooling {
                    @Pool(kernel = 3, stride = 1, rate = 60, padding = 60) Object d;
                    //                                   ^ warning DegenerateDilation
                }
                """);
    }

    @Test
    void degenerateDilationStaysSilentWhereTapsFallOnTheMap() {
        expect(ALONE, """
                import dev.fovea.*;

                @Network(input = @Input(size = 65))
                class Aspp {
                    @Dilated(kernel = 3, rate = 36, padding = 36) Object d;
                }

                /** Two thirds of a half. */
                @Network(input = @Input(size = 4))
                class ExactlyAThird {
                    @Dilated(kernel = 3, rate = {2, 3}, padding = {2, 3}) Object d;
                }

                /** RepLKNet's third stage, ConvNeXt's fourth. */
                @Network(input = @Input(channels = 8, size = 14))
                class LargeKernels {
                    @Conv(kernel = 27, padding = 13, groups = Groups.DEPTHWISE) Object replk;
                }

                @Network(input = @Input(channels = 8, size = 7))
                class LastStage {
                    @Conv(kernel = 7, padding = 3, groups = Groups.DEPTHWISE) Object convNext;
                }

                /** Spatial pyramid pooling has no weights to waste. */
                @Network(input = @Input(size = 4))
                class LargePool {
                    @Pool(kernel = 13, stride = 1, padding = 6) Object pool;
                }

                @Network(input = @Input(size = 65))
                class NotPadded {
                    @Dilated(kernel = 3, rate = 32) Object d;
                }

                class UnknownExtent {
                    @Dilated(kernel = 3, rate = 65, padding = 65) Object d;
                }

                @Network(input = @Input(size = 1))
                class PlainOnOneUnit {
                    @Conv(kernel = 3, padding = 1) Object d;
                }

                @Network(input = @Input(size = 65))
                class MovedByTheData {
                    @DeformableConv(kernel = 3, rate = 65, padding = 65) Object d;
                }
                """);
    }

    @Test
    void degenerateDilationPrintsItsWholeMessage() {
        expectMessages(
                setup(ALONE),
                """
                import dev.fovea.*;

                @Network(input = @Input(size = 65))
                class Net {
                    @Dilated(kernel = 3, rate = 60, padding = 60) Object d;
                }
                """,
                "[DegenerateDilation] d (3x3, rate 60) mostly reads padding: on average 14.8 % of its taps fall inside its input of 65x65, so it acts almost as a 1x1 layer; use a rate of at most 41 (rate 41 with padding 41) or a map of at least 95, and for the context of the whole map @GlobalPool");
    }

    /** On a sequence the outer taps of a rate are a third of all as soon as one of them falls inside at all. */
    @Test
    void degenerateDilationNamesTheMapThatTheRateNeeds() {
        expectMessages(
                setup(ALONE),
                """
                import dev.fovea.*;

                @Network(input = @Input(axes = 1, size = 32))
                class Net {
                    @Dilated(kernel = 3, rate = 36, padding = 36) Object d;
                }
                """,
                "[DegenerateDilation] d (kernel 3, rate 36) reads padding: only one of its taps ever falls inside its input of 32, so it acts as a layer of kernel 1; use a rate of at most 31 (rate 31 with padding 31) or a map of at least 37, and for the context of the whole map @GlobalPool");
    }

    /** The observation of Chen et al. 2017, figure 4, as the page of the rule shows it. */
    @Test
    void thePageHasTheSharesOfTheReports() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int rate : new int[] {1, 6, 12, 18, 24, 36, 48, 60, 64, 65}) {
            rows.add("| %d | %s |".formatted(rate, share(rate).setScale(6)));
        }
        assertEquals(
                rows,
                Files.readAllLines(Path.of("..", "docs", "rules", "DegenerateDilation.md")).stream()
                        .filter(line -> line.matches("\\| \\d.*"))
                        .toList());
        assertEquals(share(65), share(1000));
    }

    private static BigDecimal share(int rate) {
        Network network = NetworkBuilder.build(ModelText.model(
                        Map.of("axes", 2L, "channels", 0L, "size", List.of(65L)),
                        "d = Dilated kernel=3 rate=%d padding=%d".formatted(rate, rate)))
                .network();
        return ValidTaps.of(network, network.last()).orElseThrow();
    }

    @Test
    void degenerateDilationCanBeLoweredAndAccepted() {
        Adjustments.check("DegenerateDilation", """
                @Network(input = @Input(size = 65))
                /*class*/ class Net {
                    /*layer*/ @Dilated(kernel = 3, rate = 60, padding = 60) Object d;
                    //                                    ^ SEVERITY DegenerateDilation
                }
                """, """
                @Block class Unit {
                    @Dilated(kernel = 3, rate = Param.RATE, padding = Param.RATE) Object d;
                }

                @Network(input = @Input(size = 65))
                /*class*/ class Net {
                    /*layer*/ @Use(block = Unit.class, rate = 60) Object use;
                    //                                        ^ SEVERITY DegenerateDilation
                }
                """);
    }
}
