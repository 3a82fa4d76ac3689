package dev.fovea.processor.rule;

import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Check;
import org.junit.jupiter.api.Test;

/** {@code MisalignedMerge} and {@code JumpMismatch}: every pair of inputs counts, in whatever order they are named. */
final class MergeRulesTest {
    @Test
    void inputsOnEitherSideOfTheFirstAreCompared() {
        Check.expect(FoveaProcessor::new, """
                import dev.fovea.*;

                @Network(input = @Input(size = 32))
                class Net {
                    @Conv(kernel = 1, out = 4) Object a;
                    @Conv(kernel = 2, padding = {1, 1, 0, 0}, out = 4, from = Network.INPUT) Object b;
                    @Conv(kernel = 2, padding = {0, 0, 1, 1}, out = 4, from = Network.INPUT) Object c;
                    @Add(from = {"a", "b", "c"}) Object sum;
                    //                     ^ warning MisalignedMerge: inputs of sum are misaligned: the fields of b and c are centred 1 pixel apart
                    @Add(from = {"a", "b"}) Object half;
                }
                """);
    }

    @Test
    void aToleratedJumpDoesNotHideAnother() {
        Check.expect(FoveaProcessor::new, """
                import dev.fovea.*;

                @Network(input = @Input(axes = 1, channels = 1, size = 15))
                class Net {
                    @Conv(kernel = 1, out = 1) Object a;
                    @Crop(padding = {0, 1}) Object less;
                    @Upsample(size = 15) Object u;
                    @Upsample(scale = 2, from = "a") Object fine;
                    @Crop(padding = {0, 15}) Object x2c;
                    @Add(from = {"a", "u"}) Object tolerated;
                    @Add(from = {"a", "u", "x2c"}) Object sum;
                    //                     ^ warning JumpMismatch: inputs of sum differ in jump: 1 pixel for a, 1/2 pixels for x2c
                }
                """);
    }

    @Test
    void aChompedCausalConvolutionIsAligned() {
        Check.expect(FoveaProcessor::new, """
                import dev.fovea.*;

                @Network(input = @Input(axes = 1, channels = 8))
                class Tcn {
                    @Conv(kernel = 2, padding = 1, out = 8) Object conv1;
                    @Crop(padding = {0, 1}) Object chomp1;
                    @Residual(shortcut = Network.INPUT) Object block1;
                    @Dilated(kernel = 2, rate = 2, padding = 2, out = 8) Object conv2;
                    @Crop(padding = {0, 2}) Object chomp2;
                    @Residual(shortcut = "block1") Object block2;
                }
                """);
    }

    @Test
    void strideIsNotOptionalOnAConvolution() {
        Check.expect(FoveaProcessor::new, """
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 3, stride = {}) Object a;
                    //                         ^ error InvalidAttribute: stride of a has 0 entries
                    @Pool(kernel = 3, stride = {}, from = Network.INPUT) Object b;
                }
                """);
    }
}
