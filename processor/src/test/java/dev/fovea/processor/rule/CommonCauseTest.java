package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.expect;

import org.junit.jupiter.api.Test;

/** What one defect brings is one finding, which names the rest; two defects are two. */
final class CommonCauseTest {
    @Test
    void mergesThatOneLayerMakesDifferAreOneFinding() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 8, size = 64))
                class Masks {
                    @Conv(kernel = 3, padding = 1, out = 8) Object encoded;
                    @Conv(kernel = 2, out = 8) Object narrow;
                    @Conv(kernel = 1, out = 8) Object mask1;
                    @Conv(kernel = 1, out = 8, from = "narrow") Object mask2;
                    @Multiply(from = {"encoded", "mask1"}) Object masked1;
                    //                           ^ error ShapeMismatch: inputs of masked1 differ in extent: encoded is 8x64x64, mask1 is 8x63x63; bring them to one extent with a stride, @Upsample, @Pad or @Crop (from the same cause: masked2)
                    @Multiply(from = {"encoded", "mask2"}) Object masked2;
                    @Concat(from = {"masked1", "masked2"}) Object both;
                }
                """);
    }

    @Test
    void mergesThatDifferentLayersMakeDifferAreTwo() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 8, size = 64))
                class Two {
                    @Conv(kernel = 3, padding = 1, out = 8) Object stem;
                    @Conv(kernel = 2, out = 8) Object a;
                    @Add(from = {"stem", "a"}) Object one;
                    //                   ^ error ShapeMismatch: inputs of one differ in extent
                    @Conv(kernel = 5, padding = 1, out = 8, from = "stem") Object b;
                    @Add(from = {"stem", "b"}) Object other;
                    //                   ^ error ShapeMismatch: inputs of other differ in extent
                    @Concat(from = {"one", "other"}) Object both;
                }
                """);
    }

    /** Each branch is wrong by itself, though both come from a layer that may be: a third merge shows that it is not. */
    @Test
    void whatAnotherMergeShowsToBeSoundIsNotBlamed() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 8, size = 64))
                class Exchange {
                    @Conv(kernel = 3, padding = 1, out = 8) Object high;
                    @Conv(kernel = 3, stride = 2, padding = 1, out = 8) Object low;
                    @Upsample(scale = 4, from = "low") Object raised;
                    @Add(from = {"high", "raised"}) Object newHigh;
                    //                   ^ error ShapeMismatch: inputs of newHigh differ in extent
                    @Conv(kernel = 3, stride = 2, out = 8, from = "high") Object lowered;
                    @Add(from = {"low", "lowered"}) Object newLow;
                    //                  ^ error ShapeMismatch: inputs of newLow differ in extent
                    @Upsample(scale = 2, from = "low") Object sound;
                    @Add(from = {"high", "sound"}) Object third;
                    @GlobalPool(from = "newHigh") Object one;
                    @GlobalPool(from = "newLow") Object two;
                    @GlobalPool(from = "third") Object three;
                    @Concat(from = {"one", "two", "three"}) Object all;
                }
                """);
    }

    @Test
    void mergesThatOneLayerMovesApartAreOneFindingAndAnotherShiftIsAnother() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(size = 64))
                class Shifted {
                    @Conv(kernel = 3, padding = 1) Object x;
                    @Conv(kernel = 5, padding = {0, 0, 4, 4}) Object a;
                    @Concat(from = {"x", "a"}) Object one;
                    //                   ^ warning MisalignedMerge: inputs of one are misaligned: a is centred 2 pixels after x, more than strides and even kernels explain; move a back by 2 positions (more padding at its begin, less at its end) or x forward, or state @Expect(offset = "2") if it is meant (from the same cause: two)
                    @Conv(kernel = 3, padding = 1) Object y;
                    @Concat(from = {"x", "y"}) Object two;
                    @Conv(kernel = 3, padding = {0, 0, 2, 2}, from = "y") Object b;
                    @Concat(from = {"y", "b"}) Object three;
                    //                   ^ warning MisalignedMerge: inputs of three are misaligned: b is centred 1 pixel after y
                }
                """);
    }

    @Test
    void whatInputsLeaveUnreadThatAreMovedApartIsToldWithIt() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(size = 64))
                class Crops {
                    @Conv(kernel = 3, padding = 1) Object x;
                    @Crop(padding = {0, 0, 4, 4}) Object a;
                    @Crop(padding = {4, 4, 0, 0}, from = "x") Object b;
                    @Add(from = {"a", "b"}) Object sum;
                    //                ^ warning MisalignedMerge: inputs of sum are misaligned: b is centred 4 pixels after a, more than strides and even kernels explain; move b back by 4 positions (more padding at its begin, less at its end) or a forward, or state @Expect(offset = "4") if it is meant (from the same cause: UnreadPixels at sum)
                }
                """);
    }

    @Test
    void sharersThatDifferAlikeFromOneLayerAreOneFinding() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 8, size = 64))
                class Shared {
                    @Conv(kernel = 3, padding = 2, out = 8, shared = "") Object first;
                    @Conv(kernel = 3, padding = 1, out = 8, from = "<input>", shared = "first") Object second;
                    //                                                                 ^ error LayerConflict: second shares the weights of first, but padding differs: 1 and 2; make them equal; the same of third
                    @Conv(kernel = 3, padding = 1, out = 8, from = "<input>", shared = "first") Object third;
                    @Conv(kernel = 3, padding = 2, out = 9, from = "<input>", shared = "first") Object fourth;
                    //                                                                 ^ error LayerConflict: fourth shares the weights of first, but out differs: 9 and 8
                    @Concat(from = {"second", "third"}) Object all;
                }
                """);
    }

    @Test
    void twoWindowsThatAreTooLargeForOneMapAreTwoFindings() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(size = 8))
                class Pyramid {
                    @Conv(kernel = 3, padding = 1) Object x;
                    @Dilated(kernel = 3, rate = 12, padding = 12) Object wide;
                    //                          ^ warning DegenerateDilation: wide (3x3, rate 12) reads padding: only one of its taps ever falls inside its input of 8x8, so it acts as a 1x1 layer; use a rate of at most 5 (rate 5 with padding 5) or a map of at least 19, and for the context of the whole map @GlobalPool
                    @Dilated(kernel = 3, rate = 9, padding = 9, from = "x") Object wider;
                    //                          ^ warning DegenerateDilation: wider
                    @GlobalPool(from = "wide") Object one;
                    @GlobalPool(from = "wider") Object two;
                    @Concat(from = {"one", "two"}) Object all;
                }
                """);
    }

    @Test
    void windowsThatAreTooLargeForDifferentMapsAreTwo() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(size = 8))
                class Rates {
                    @Conv(kernel = 3, padding = 1) Object x;
                    @Dilated(kernel = 3, rate = 12, padding = 12) Object wide;
                    //                          ^ warning DegenerateDilation: wide
                    @GlobalPool(from = "wide") Object one;
                    @Conv(kernel = 3, padding = 1, from = "x") Object y;
                    @Dilated(kernel = 3, rate = 9, padding = 9) Object wider;
                    //                          ^ warning DegenerateDilation: wider
                    @GlobalPool(from = "wider") Object two;
                    @Concat(from = {"one", "two"}) Object all;
                }
                """);
    }

    /** With a stride of 1 the map would be large enough for one of the rates; the other is wrong by itself. */
    @Test
    void whatGoesWithTheStrideIsToldWithItAndWhatStaysIsNot() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(size = 64))
                class Stepping {
                    @Conv(kernel = 3, padding = 1) Object x;
                    @Conv(kernel = 1, stride = 4) Object step;
                    //                         ^ warning SkippedInput: 15 of 16 positions of x are never read: step (1x1, stride 4) steps over them, so what they hold is lost; use kernel 5 (at least the stride) with padding 2, or average before striding (@Pool) (from the same cause: DegenerateDilation at wide)
                    @Dilated(kernel = 3, rate = 13, padding = 13) Object wide;
                    @GlobalPool(from = "wide") Object one;
                    @Conv(kernel = 3, padding = 1, from = "step") Object y;
                    @Dilated(kernel = 3, rate = 70, padding = 70) Object wider;
                    //                          ^ warning DegenerateDilation: wider
                    @GlobalPool(from = "wider") Object two;
                    @Concat(from = {"one", "two"}) Object all;
                }
                """);
    }

    @Test
    void whatIsAcceptedHidesNothing() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(size = 64))
                class Accepted {
                    @Conv(kernel = 3, padding = 1) Object x;
                    @Accept(value = "SkippedInput", reason = "meant")
                    @Conv(kernel = 1, stride = 4) Object step;
                    @Dilated(kernel = 3, rate = 13, padding = 13) Object wide;
                    //                          ^ warning DegenerateDilation: wide
                    @GlobalPool Object last;
                }
                """);
    }

    @Test
    void aFactorThatDoesNotFitBringsNoMismatch() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 8, size = 7))
                class Factors {
                    @Conv(kernel = 3, padding = 1, out = 8) Object x;
                    @SpaceToDepth(factor = 2) Object deep;
                    //                     ^ error ShapeMismatch: factor = 2 of deep does not divide the extent 7
                    @Conv(kernel = 1, stride = 2, out = 32, from = "x") Object strided;
                    @Add(from = {"deep", "strided"}) Object sum;
                }
                """);
    }

    @Test
    void whatReadsAMapThatDoesNotFitIsToldWithIt() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 64, size = 8))
                class Groups {
                    @ChannelShuffle(groups = 3) Object shuffled;
                    //                       ^ error ShapeMismatch: groups = 3 of shuffled does not divide the 64 channels of the input; use a divisor (from the same cause: part)
                    @Slice(begin = 60, end = 70) Object part;
                }
                """);
    }

    /** Five uses of a block with arguments of their own, of which most fail for what the block states. */
    @Test
    void whatMostUsesHaveIsOneFindingInTheBlock() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 6, size = 8))
                class Heads {
                    @Use(block = Head.class, out = 3) Object a;
                    @Use(block = Head.class, out = 5) Object b;
                    @Use(block = Head.class, out = 7) Object c;
                    @Use(block = Head.class, out = 8) Object d;
                    @Use(block = Head.class, out = 4) Object e;
                }

                @Block
                class Head {
                    @Conv(kernel = 1, out = 6) Object widen;
                    @Conv(kernel = 3, padding = 1, out = Param.OUT, groups = 2) Object predicted;
                    //                                                       ^ error ShapeMismatch: groups = 2 of a.predicted does not divide its 3 output channels
                }
                """);
    }
}
