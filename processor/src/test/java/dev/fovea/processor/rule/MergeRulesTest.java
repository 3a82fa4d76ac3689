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
                    //                     ^ warning MisalignedMerge: inputs of sum are misaligned: c is centred 1 pixel after b, more than strides and even kernels explain; move c back by 1 position (more padding at its begin, less at its end) or b forward
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
                    //                     ^ warning JumpMismatch: inputs of sum differ in jump: neighbours are 1 pixel apart in a and 1/2 pixel in x2c, so they drift apart by 7 pixels across the map's 15 positions
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
    void aCropOnTheWrongSideIsMisaligned() {
        Check.expect(FoveaProcessor::new, """
                import dev.fovea.*;

                @Network(input = @Input(channels = 1, size = 64))
                class Net {
                    @Conv(kernel = 3, padding = 1, out = 4) Object a;
                    @Pool(kernel = 8) Object down;
                    @Upsample(scale = 8) Object up;
                    @Crop(padding = {0, 0, 4, 4}) Object begin;
                    @Crop(padding = {4, 4, 0, 0}, from = "a") Object end;
                    @Add(from = {"begin", "end"}) Object sum;
                    //                    ^ warning MisalignedMerge: inputs of sum are misaligned: end is centred 4 pixels after begin, more than strides and even kernels explain
                    @Crop(padding = {2, 2, 2, 2}, from = "up") Object centred;
                    @Crop(padding = 2, from = "a") Object likewise;
                    @Add(from = {"centred", "likewise"}) Object aligned;
                }
                """);
    }

    @Test
    void transposedConvolutionsWithOddPixelsAtOneSideDriftApartFromTheSkip() {
        Check.expect(FoveaProcessor::new, """
                import dev.fovea.*;

                @Network(input = @Input(channels = 1, size = 64))
                class Net {
                    @Conv(kernel = 3, padding = 1, out = 4) Object skip;
                    @Pool(kernel = 2) Object down1;
                    @Pool(kernel = 2) Object down2;
                    @Conv(kernel = 2, padding = Padding.SAME, out = 4) Object up2;
                    @Upsample(scale = 2) Object u2;
                    @Conv(kernel = 2, padding = Padding.SAME, out = 4) Object up1;
                    @Upsample(scale = 2) Object u1;
                    @Concat(from = {"skip", "u1"}) Object joined;
                    //                      ^ warning MisalignedMerge: inputs of joined are misaligned: u1 is centred 3 pixels after skip, more than strides and even kernels explain
                }
                """);
    }

    @Test
    void causalPaddingInNumbersIsCausal() {
        Check.expect(FoveaProcessor::new, """
                import dev.fovea.*;

                @Network(input = @Input(axes = 1, channels = 8))
                class Numbers {
                    @Conv(kernel = 3, padding = 1, out = 8) Object stem;
                    @Conv(kernel = 11, padding = {10, 0}, out = 8) Object conv;
                    @Residual(shortcut = "stem") Object sum;
                    @Pad(padding = {10, 0}) Object pad;
                    @Conv(kernel = 11, out = 8) Object padded;
                    @Residual(shortcut = "sum") Object again;
                }

                @Network(input = @Input(axes = 1, channels = 8))
                class Constant {
                    @Conv(kernel = 3, padding = 1, out = 8) Object stem;
                    @Conv(kernel = 11, padding = Padding.CAUSAL, out = 8) Object conv;
                    @Residual(shortcut = "stem") Object sum;
                }
                """);
    }

    @Test
    void limitedLookAheadIsAnOffset() {
        Check.expect(FoveaProcessor::new, """
                import dev.fovea.*;

                @Network(input = @Input(axes = 1, channels = 8))
                class Net {
                    @Conv(kernel = 11, padding = {9, 1}, out = 8) Object conv;
                    @Residual(shortcut = Network.INPUT) Object sum;
                    //                          ^ warning MisalignedMerge: inputs of sum are misaligned: the input is centred 4 pixels after conv, more than strides and even kernels explain
                }
                """);
    }

    @Test
    void anOffsetThatIsStatedIsMeant() {
        Check.expect(FoveaProcessor::new, """
                import dev.fovea.*;

                @Network(input = @Input(axes = 1, channels = 8))
                class Net {
                    @Conv(kernel = 11, padding = {9, 1}, out = 8) Object conv;
                    @Residual(shortcut = Network.INPUT) @Expect(offset = "4") Object sum;
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

    /** Each reads every third or fourth position of one map from another begin, and all together read it whole. */
    @Test
    void phasesThatAreConcatenatedAreMeantToBeApart() {
        Check.expect(FoveaProcessor::new, """
                import dev.fovea.*;

                @Network(input = @Input(axes = 1, channels = 4, size = 30))
                class Thirds {
                    @Conv(kernel = 3, padding = 1, out = 4) Object x;
                    @Pool(kernel = 1, stride = 3) Object first;
                    @Crop(padding = {1, 0}, from = "x") Object second;
                    @Pool(kernel = 1, stride = 3) Object middle;
                    @Crop(padding = {2, 0}, from = "x") Object third;
                    @Pool(kernel = 1, stride = 3) Object last;
                    @Concat(from = {"first", "middle", "last"}) Object all;
                }

                @Network(input = @Input(axes = 1, channels = 4, size = 32))
                class Added {
                    @Conv(kernel = 3, padding = 1, out = 4) Object x;
                    @Pool(kernel = 3, stride = 4, padding = {0, 2}) Object first;
                    @Crop(padding = {3, 0}, from = "x") Object second;
                    @Pool(kernel = 3, stride = 4, padding = {0, 3}) Object last;
                    @Add(from = {"first", "last"}) Object sum;
                    //                    ^ warning MisalignedMerge: inputs of sum are misaligned: last is centred 3 pixels (3/4 position) after first
                }

                @Network(input = @Input(axes = 1, channels = 4, size = 32))
                class AWholeStep {
                    @Conv(kernel = 3, padding = 1, out = 4) Object x;
                    @Pool(kernel = 1, stride = 2) Object first;
                    @Crop(padding = {3, 0}, from = "x") Object second;
                    @Pool(kernel = 1, stride = 2, padding = {0, 3}) Object last;
                    @Concat(from = {"first", "last"}) Object both;
                    //                       ^ warning MisalignedMerge: inputs of both are misaligned: last is centred 3 pixels (3/2 positions) after first
                }
                """);
    }

    /** WaveNet without padding adds what a convolution of kernel 2 makes to the last positions of what it read. */
    @Test
    void windowsWithoutPaddingBesideTheLastPositionsLookBack() {
        Check.expect(FoveaProcessor::new, """
                import dev.fovea.*;

                @Network(input = @Input(axes = 1, channels = 8, size = 64))
                class Valid {
                    @Dilated(kernel = 2, rate = 1, out = 8) Object a;
                    @Crop(padding = {1, 0}, from = Network.INPUT) Object before;
                    @Add(from = {"a", "before"}) Object first;
                    @Dilated(kernel = 2, rate = 2, out = 8) Object b;
                    @Crop(padding = {2, 0}, from = "first") Object middle;
                    @Add(from = {"b", "middle"}) Object second;
                    @Dilated(kernel = 2, rate = 4, out = 8) Object c;
                    @Crop(padding = {3, 1}, from = "second") Object late;
                    @Add(from = {"c", "late"}) Object third;
                    //                ^ warning MisalignedMerge: inputs of third are misaligned: late is centred 1 pixel after c
                }
                """);
    }

    /** A quarter of the channels comes from the frame before, a quarter from the one after (Lin, Gan and Han 2019). */
    @Test
    void groupsOfChannelsMayBeShiftedAgainstEachOther() {
        Check.expect(FoveaProcessor::new, """
                import dev.fovea.*;

                @Network(input = @Input(axes = 1, channels = 4, size = 16))
                class Shifted {
                    @Conv(kernel = 3, padding = 1, out = 8) Object x;
                    @Slice(begin = 0, end = 2, from = "x") Object some;
                    @Crop(padding = {1, 0}) Object cut;
                    @Pad(padding = {0, 1}) Object next;
                    @Slice(begin = 2, end = 4, from = "x") Object others;
                    @Crop(padding = {0, 1}) Object shorter;
                    @Pad(padding = {1, 0}) Object before;
                    @Slice(begin = 4, end = 8, from = "x") Object rest;
                    @Concat(from = {"next", "before", "rest"}) Object shifted;
                    @Conv(kernel = 1, out = 8) Object c;
                    @Add(from = {"c", "shifted"}) Object sum;
                    @Crop(padding = {2, 0}, from = "c") Object late;
                    @Pad(padding = {0, 2}) Object moved;
                    @Add(from = {"moved", "shifted"}) Object off;
                    //                    ^ warning MisalignedMerge: inputs of off are misaligned: moved is centred 2 pixels after shifted
                }
                """);
    }
}
