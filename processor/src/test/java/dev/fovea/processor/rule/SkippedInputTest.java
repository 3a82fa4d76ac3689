package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.expect;
import static dev.fovea.processor.testing.Models.expectMessages;

import dev.fovea.processor.testing.Adjustments;
import org.junit.jupiter.api.Test;

/** Positions of a map that none of its readers reads. */
final class SkippedInputTest {
    @Test
    void theAdviceFitsTheReason() {
        expect("""
                import dev.fovea.*;

                class SharedDivisor {
                    @Conv(kernel = 3, padding = 1) Object conv;
                    @Conv(kernel = 3, padding = 1) Object more;
                    @Dilated(kernel = 3, rate = 2, stride = 2, padding = 2) Object down;
                    //                                      ^ warning SkippedInput: use rate 1 (it shares a divisor with the stride) with padding 1, or average before striding (@Pool)
                }

                @Network(input = @Input(size = 64))
                class Shrunk {
                    @Conv(kernel = 3, padding = 1) Object conv;
                    @Upsample(size = 16) Object down;
                    //               ^ warning SkippedInput: let it keep more positions, or average before it (@Pool)
                }
                """);
    }

    @Test
    void skippedInputFindsStridesBeyondTheKernel() {
        expect("""
                import dev.fovea.*;

                class Alone {
                    @Conv(kernel = 3) Object conv;
                    @Conv(kernel = 1, stride = 2) Object down;
                    //                         ^ warning SkippedInput: 3 of 4 positions of conv are never read: down (1x1, stride 2) steps over them, so what they hold is lost
                }

                class OfTheInput {
                    @Pool(kernel = 2, stride = 3) Object pool;
                    //                         ^ warning SkippedInput: 5 of 9 positions of the input are never read: pool (2x2, stride 3) steps over them, so what they hold is lost
                }

                class WidelyTapped {
                    @Conv(kernel = 3) Object conv;
                    @DeformableConv(kernel = 1) Object between;
                    @Dilated(kernel = 3, rate = 2, stride = 2) Object down;
                    //                                      ^ warning SkippedInput: 3 of 4 positions of between are never read: down (3x3, stride 2, rate 2) steps over them, so what they hold is lost
                }

                class PoolWhoseStrideIsItsKernel {
                    @Conv(kernel = 3) Object conv;
                    @Pool(kernel = 3, rate = 3) Object pool;
                    // <- warning SkippedInput: 8 of 9 positions of conv are never read: pool (3x3, stride 3, rate 3) steps over them, so what they hold is lost
                }

                class TwoThatReadTheSame {
                    @Conv(kernel = 3) Object conv;
                    @Conv(kernel = 1, stride = 2) Object a;
                    //                         ^ warning SkippedInput: 3 of 4 positions of conv are never read: a (1x1, stride 2) and b (1x1, stride 2) both step over them, so what they hold is lost
                    @Pool(kernel = 1, stride = 2, from = "conv") Object b;
                    @Concat(from = {"a", "b"}) Object both;
                }

                class ThroughANormalisation {
                    @Conv(kernel = 3) Object conv;
                    @Normalize Object norm;
                    @Conv(kernel = 1, stride = 2) Object down;
                    //                         ^ warning SkippedInput: 3 of 4 positions of conv
                }

                /** Both halves of the rows are read, but a quarter of the positions is not. */
                class NoProduct {
                    @Conv(kernel = 3) Object conv;
                    @Conv(kernel = {2, 1}, stride = 2) Object a;
                    //                              ^ warning SkippedInput: 1 of 4 positions of conv
                    @Conv(kernel = {1, 2}, stride = 2, from = "conv") Object b;
                    @Concat(from = {"a", "b"}) Object both;
                }

                @Network(input = @Input(size = 12))
                class Resized {
                    @Conv(kernel = 3, padding = 1) Object conv;
                    @Upsample(size = 4) Object third;
                    //               ^ warning SkippedInput: 8 of 9 positions of conv are never read: third (12 positions to 4) steps over them, so what they hold is lost
                }
                """);
    }

    @Test
    void aMapIsReadThroughItsViews() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(axes = 1))
                class OddAndEven {
                    @Conv(kernel = 3, out = 4) Object x;
                    @Pool(kernel = 1, stride = 2, from = "x") Object even;
                    @Crop(padding = {1, 0}, from = "x") Object shifted;
                    @Pool(kernel = 1, stride = 2) Object odd;
                    @Concat(from = {"even", "odd"}) Object both;
                }

                class Focus {
                    @Pool(kernel = 1, stride = 2) Object a;
                    @Crop(padding = {1, 0, 0, 0}, from = Network.INPUT) Object below;
                    @Pool(kernel = 1, stride = 2) Object b;
                    @Crop(padding = {0, 1, 0, 0}, from = Network.INPUT) Object right;
                    @Pool(kernel = 1, stride = 2) Object c;
                    @Crop(padding = {1, 1, 0, 0}, from = Network.INPUT) Object diagonal;
                    @Pool(kernel = 1, stride = 2) Object d;
                    @Concat(from = {"a", "b", "c", "d"}) Object focus;
                    @Conv(kernel = 3, padding = 1) Object conv;
                }

                class RowsThenColumns {
                    @Conv(kernel = 3) Object conv;
                    @Pool(kernel = 1, stride = {2, 1}) Object evenRows;
                    @Pool(kernel = 1, stride = {1, 2}) Object a;
                    @Crop(padding = {0, 1, 0, 0}, from = "evenRows") Object shifted;
                    @Pool(kernel = 1, stride = {1, 2}) Object b;
                    @Pad(padding = {1, 0, 0, 0}, from = "conv") Object oddRows;
                    @Conv(kernel = {1, 2}, stride = 2) Object c;
                    @Concat(from = {"a", "b", "c"}) Object all;
                }

                /** NASNet-A's and DARTS's: a diagonal half each, of a map that the cell before has read entirely. */
                class FactorisedReduction {
                    @Conv(kernel = 3, stride = 2, padding = 1, out = 8) Object previous;
                    @Conv(kernel = 3, stride = 2, padding = 1, out = 8) Object current;
                    @Pool(kernel = 1, stride = 2, type = PoolType.AVERAGE, from = "previous") Object path1;
                    @Conv(kernel = 1, out = 4) Object half1;
                    @Pad(padding = {0, 0, 1, 1}, from = "previous") Object padded;
                    @Crop(padding = {1, 1, 0, 0}) Object moved;
                    @Pool(kernel = 1, stride = 2, type = PoolType.AVERAGE) Object path2;
                    @Conv(kernel = 1, out = 4) Object half2;
                    @Concat(from = {"half1", "half2"}) Object reduced;
                    @Add(from = {"reduced", "current"}) Object sum;
                }

                class EveryCopy {
                    @Conv(kernel = 3) Object conv;
                    @Upsample(scale = 2) Object twice;
                    @Conv(kernel = 1, stride = 2) Object once;
                }

                class ThroughASpaceToDepth {
                    @SpaceToDepth(factor = 2) Object focus;
                    @Conv(kernel = 3, padding = 1) Object conv;
                }
                """);
    }

    @Test
    void whatNoViewReadsIsSkipped() {
        expect("""
                import dev.fovea.*;

                class OneQuarterForgotten {
                    @Conv(kernel = 3) Object conv;
                    @Pool(kernel = 1, stride = 2) Object a;
                    //                         ^ warning SkippedInput: 1 of 4 positions of conv is never read: a (1x1, stride 2) and b (1x1, stride 2) and c (1x1, stride 2) all step over them, so what they hold is lost
                    @Crop(padding = {1, 0, 0, 0}, from = "conv") Object below;
                    @Pool(kernel = 1, stride = 2) Object b;
                    @Crop(padding = {0, 1, 0, 0}, from = "conv") Object right;
                    @Pool(kernel = 1, stride = 2) Object c;
                    @Concat(from = {"a", "b", "c"}) Object all;
                }

                /** Moved by two where one was meant. */
                class TheSameTwice {
                    @Conv(kernel = 3) Object conv;
                    @Pool(kernel = 1, stride = {2, 1}) Object even;
                    //                          ^ warning SkippedInput: 1 of 2 positions of conv is never read: even (1x1, stride 2x1) and odd (1x1, stride 2x1) both step over them, so what they hold is lost
                    @Crop(padding = {2, 0, 0, 0}, from = "conv") Object moved;
                    @Pool(kernel = 1, stride = {2, 1}) Object odd;
                    @Concat(from = {"even", "odd"}) Object both;
                    //                      ^ warning MisalignedMerge: inputs of both are misaligned in height
                }

                class StridesAddUp {
                    @Conv(kernel = 3) Object conv;
                    @Pool(kernel = 1, stride = 2) Object half;
                    //                         ^ warning SkippedInput: 15 of 16 positions of conv are never read: half (1x1, stride 2) steps over them, so what they hold is lost
                    @Conv(kernel = 1, stride = 2) Object quarter;
                }

                /** A diagonal half each, and no cell that reads the rest. */
                class FactorisedReductionAlone {
                    @Conv(kernel = 3) Object conv;
                    @Pool(kernel = 1, stride = 2) Object path1;
                    //                         ^ warning SkippedInput: 2 of 4 positions of conv are never read: path1 (1x1, stride 2) and path2 (1x1, stride 2) both step over them, so what they hold is lost
                    @Crop(padding = {1, 1, 0, 0}, from = "conv") Object moved;
                    @Pool(kernel = 1, stride = 2) Object path2;
                    @Concat(from = {"path1", "path2"}) Object reduced;
                }
                """);
    }

    @Test
    void skippedInputStaysSilentWhereAnotherReaderReadsTheRest() {
        expect("""
                import dev.fovea.*;

                class Projection {
                    @Conv(kernel = 3, padding = 1, out = 8) Object conv;
                    @Conv(kernel = 3, stride = 2, padding = 1, out = 8) Object a;
                    @Conv(kernel = 3, padding = 1, out = 16) Object b;
                    @Residual(shortcut = "conv") Object sum;
                }

                class Beside {
                    @Conv(kernel = 3) Object conv;
                    @Normalize Object one;
                    @Conv(kernel = 1, stride = 2) Object a;
                    @Normalize(from = "conv") Object other;
                    @Pool(kernel = 2) Object b;
                }

                class Phases {
                    @Conv(kernel = 3) Object conv;
                    @Conv(kernel = {2, 1}, stride = 2, from = "conv") Object a;
                    @Conv(kernel = {2, 1}, stride = 2, padding = {0, 1, 0, 1}, from = "conv") Object b;
                    @GlobalPool Object pool;
                }

                class Global {
                    @Conv(kernel = 3) Object conv;
                    @Conv(kernel = 1, stride = 2) Object a;
                    @GlobalPool(from = "conv") Object b;
                }

                class ReadByAHead {
                    @Endpoint("C1") @Conv(kernel = 3) Object conv;
                    @Pool(kernel = 1, stride = 2) Object a;
                }

                @Network(input = @Input(size = {1, 7}))
                class OneRow {
                    @Conv(kernel = {1, 3}, stride = 2) Object conv;
                }

                class MovedByTheData {
                    @Conv(kernel = 3) Object conv;
                    @DeformableConv(kernel = 1, stride = 2) Object down;
                }

                class Up {
                    @TransposedConv(kernel = 2, stride = 2) Object a;
                    @Upsample(scale = 2) Object b;
                    @AdaptivePool(size = 1) Object c;
                }
                """);
    }

    @Test
    void skippedInputCountsOneAxisAndThree() {
        expect("""
                import static dev.fovea.Padding.SAME;

                import dev.fovea.*;

                @Network(input = @Input(axes = 1))
                class Sequence {
                    @Conv(kernel = 1, stride = 4) Object a;
                    //                         ^ warning SkippedInput: 3 of 4 positions of the input are never read: a (kernel 1, stride 4) steps over them, so what they hold is lost
                }

                @Network(input = @Input(axes = 3))
                class Volume {
                    @Conv(kernel = {3, 1, 1}, stride = {1, 2, 2}) Object a;
                    //                                     ^ warning SkippedInput: 3 of 4 positions of the input are never read: a (3x1x1, stride 1x2x2) steps over them, so what they hold is lost
                }

                /** Where the window begins is unknown, how much it reads is not. */
                @Network(input = @Input(axes = 1))
                class UnknownBegin {
                    @Conv(kernel = 2, stride = 3, padding = SAME) Object a;
                    //                         ^ warning SkippedInput: 1 of 3 positions of the input is never read: a (kernel 2, stride 3) steps over them, so what they hold is lost
                }
                """);
    }

    @Test
    void skippedInputHasNoFollowUpWhereAReaderIsBroken() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 3) Object conv;
                    @Conv(kernel = 1, stride = 2) Object down;
                    @Conv(kernel = 3, from = "comv") Object other;
                    //                       ^ error UnknownLayer
                }
                """);
    }

    @Test
    void wholeMessageAtTheArgumentOfTheUse() {
        String source = """
                import dev.fovea.*;

                @Block class Bottleneck {
                    @Conv(kernel = 1, stride = Param.STRIDE, out = 4) Object reduce;
                    @Conv(kernel = 3, padding = 1, out = 4) Object spatial;
                    @Residual(shortcut = Network.INPUT) Object sum;
                }

                class Net {
                    @Use(block = Bottleneck.class) Object conv2;
                    @Use(block = Bottleneck.class, repeat = 2, stride = 2) Object conv3;
                    //                                                  ^ warning SkippedInput
                }
                """;
        expect(source);
        expectMessages(
                source,
                "[SkippedInput] 3 of 4 positions of conv2.sum are never read: conv3[0].reduce (1x1, stride 2) and conv3[0].sum.projection (1x1, stride 2) both step over them, so what they hold is lost; use kernel 3 (at least the stride) with padding 1, or average before striding (@Pool)");
    }

    @Test
    void skippedInputCanBeLoweredAndAccepted() {
        Adjustments.check("SkippedInput", """
                /*class*/ class Net {
                    /*layer*/ @Conv(kernel = 1, stride = 2) Object conv;
                    //                                   ^ SEVERITY SkippedInput
                }
                """, """
                @Block class Unit {
                    @Conv(kernel = 1, stride = Param.STRIDE) Object conv;
                }

                /*class*/ class Net {
                    /*layer*/ @Use(block = Unit.class, stride = 2) Object use;
                    //                                          ^ SEVERITY SkippedInput
                }
                """);
    }
}
