package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.expect;
import static dev.fovea.processor.testing.Models.expectMessages;

import dev.fovea.processor.testing.Adjustments;
import org.junit.jupiter.api.Test;

/** Pixels at the end of the input that rounding down leaves unread. */
final class CroppedInputTest {
    @Test
    void croppedInputFindsMarginsThatNoUnitReads() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(size = 225))
                class Patches {
                    @Conv(kernel = 16, stride = 16) Object patches;
                    //                          ^ note CroppedInput: the last of the input's 225 pixels is never read: patches (16x16, stride 16) rounds 225 positions down to 14
                }

                @Network(input = @Input(size = {30, 32}))
                class OneAxis {
                    @Pool(kernel = 2) Object half;
                    @Pool(kernel = 4) Object eighth;
                    // <- note CroppedInput: the last 6 of the input's 30 pixels in height are never read: eighth (4x4, stride 4) rounds 15 positions down to 3; state ceilMode = true, or use an input of 24 or 32 instead of 30
                }

                /** Each of them loses something. */
                @Network(input = @Input(axes = 1, size = 23))
                class Twice {
                    @Pool(kernel = 2) Object half;
                    // <- note CroppedInput: the last 3 of the input's 23 pixels are never read: half (kernel 2, stride 2) rounds 23 positions down to 11, quarter (kernel 2, stride 2) rounds 11 positions down to 5
                    @Pool(kernel = 2) Object quarter;
                }

                @Network(input = @Input(axes = 3, size = {9, 8, 8}))
                class Volume {
                    @Conv(kernel = 2, stride = 2) Object half;
                    //                         ^ note CroppedInput: the last of the input's 9 pixels in depth is never read: half (2x2x2, stride 2) rounds 9 positions down to 4; pad the end by 1, or use an input of 8 or 10 instead of 9
                }

                /** Up again and down: the pixels stay lost. */
                @Network(input = @Input(axes = 1, size = 9))
                class Back {
                    @Pool(kernel = 2) Object half;
                    // <- note CroppedInput
                    @TransposedConv(kernel = 2, stride = 2) Object back;
                    @Upsample(scale = 2) Object more;
                }
                """);
    }

    @Test
    void croppedInputStaysSilentWhereTheWholeMapIsRead() {
        expect("""
                import dev.fovea.*;

                /** Of the padded rows one is not read: no pixel. */
                @Network(input = @Input(size = 224))
                class OnlyPadding {
                    @Conv(kernel = 7, stride = 2, padding = 3) Object stem;
                    @Pool(kernel = 3, stride = 2, padding = 1) Object pool;
                }

                /** The last unit is not read, but its neighbour sees the same pixels. */
                @Network(input = @Input(size = 7))
                class Neighbours {
                    @Conv(kernel = 3, padding = 1) Object conv;
                    @Pool(kernel = 2) Object pool;
                }

                @Network(input = @Input(size = 7))
                class RoundedUp {
                    @Pool(kernel = 2, ceilMode = true) Object pool;
                }

                @Network(input = @Input(size = 9, channels = 1))
                class AnotherBranch {
                    @Pool(kernel = 2) Object half;
                    @Conv(kernel = 3, stride = 2, from = Network.INPUT, out = 1) Object conv;
                    @Concat(from = {"half", "conv"}) Object both;
                }

                @Network(input = @Input(size = 9))
                class AnEndpoint {
                    @Endpoint("fine") @Conv(kernel = 1) Object fine;
                    @Pool(kernel = 2) Object half;
                }

                @Network(input = @Input(size = 9))
                class AGlobalLayer {
                    @Conv(kernel = 1) Object fine;
                    @Pool(kernel = 2) Object half;
                    @GlobalPool(from = "fine") Object pooled;
                }

                /** What is cropped on purpose. */
                @Network(input = @Input(size = 9))
                class Cropped {
                    @Crop(padding = {0, 0, 1, 1}) Object crop;
                    @Pool(kernel = 2) Object half;
                }

                class UnknownExtent {
                    @Pool(kernel = 2) Object half;
                }

                /** A stride beyond the kernel skips everywhere alike: another rule. */
                @Network(input = @Input(size = 8))
                class Skipping {
                    @SuppressWarnings("SkippedInput") @Conv(kernel = 1, stride = 2) Object half;
                }
                """);
    }

    @Test
    void croppedInputPrintsItsWholeMessage() {
        expectMessages(
                """
                import dev.fovea.*;

                @Network(input = @Input(size = 231))
                class Net {
                    @Conv(kernel = 16, stride = 16) Object patches;
                }
                """,
                "[CroppedInput] the last 7 of the input's 231 pixels are never read: patches (16x16, stride 16) rounds 231 positions down to 14; pad the end by 9, or use an input of 224 or 240 instead of 231");
    }

    @Test
    void croppedInputCanBeLoweredAndAccepted() {
        Adjustments.check("CroppedInput", """
                @Network(input = @Input(size = 9))
                /*class*/ class Net {
                    /*layer*/ @Conv(kernel = 2, stride = 2) Object conv;
                    //                                   ^ SEVERITY CroppedInput
                }
                """, """
                @Block class Unit {
                    @Conv(kernel = 2, stride = Param.STRIDE) Object conv;
                }

                @Network(input = @Input(size = 9))
                /*class*/ class Net {
                    /*layer*/ @Use(block = Unit.class, stride = 2) Object use;
                    //                                          ^ SEVERITY CroppedInput
                }
                """);
    }
}
