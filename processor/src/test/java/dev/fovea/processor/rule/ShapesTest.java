package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.expect;

import org.junit.jupiter.api.Test;

/** {@code EmptyOutput} and {@code ShapeMismatch}. */
final class ShapesTest {
    @Test
    void anEmptyOutputIsReported() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(size = 8))
                class Net {
                    @Conv(kernel = 9) Object a;
                    //             ^ error EmptyOutput: a has no output: the input has extent 8, less than its window of 9 after padding
                }

                @Network(input = @Input(size = 8))
                class Fits {
                    @Conv(kernel = 8) @Expect(extents = 1) Object a;
                    @Conv(kernel = 3, padding = 1) @Expect(extents = 1) Object b;
                    @Conv(kernel = 9, padding = 4) @Expect(extents = 1) Object c;
                    @Dilated(kernel = 3, rate = 4, padding = {3, 4}) Object d;
                    //                ^ error EmptyOutput: d has no output: its input c has extent 1 in height, less than its window of 9 after padding
                }

                @Network(input = @Input(size = {8, 4}))
                class OneAxis {
                    @Conv(kernel = 5) Object a;
                    //             ^ error EmptyOutput: extent 4 in width, less than its window of 5
                }

                @Network(input = @Input(size = {4, 4, 4}, axes = 3))
                class Entries {
                    @Conv(kernel = {5, 3, 6}) Object a;
                    //              ^ error EmptyOutput: extent 4 in depth, less than its window of 5
                    //                    ^ error EmptyOutput: extent 4 in width, less than its window of 6
                }

                @Network(input = @Input(size = 4, axes = 1))
                class Sequence {
                    @Pool(kernel = 5) Object a;
                    //             ^ error EmptyOutput: a has no output: the input has extent 4, less than its window of 5 after padding
                }

                class Unknown {
                    @Conv(kernel = 99) Object a;
                }
                """);
    }

    @Test
    void groupsThatDoNotDivideAreReported() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 6))
                class Net {
                    @Conv(kernel = 3, groups = 4, out = 8) Object a;
                    //                         ^ error ShapeMismatch: groups = 4 of a does not divide the 6 channels of the input; use a divisor of 6
                    @Conv(kernel = 3, groups = 4, out = 6) Object b;
                    //                         ^ error ShapeMismatch: groups = 4 of b does not divide its 6 output channels; use a divisor of 6
                }

                @Network(input = @Input(channels = 6))
                class Output {
                    @Conv(kernel = 3, groups = 3, out = 9) Object a;
                    @Dilated(kernel = 3, rate = 1, groups = 3, out = 8) Object b;
                    //                                      ^ error ShapeMismatch: groups = 3 of b does not divide its 8 output channels; use a divisor of 8
                    @Conv(kernel = 3, groups = Groups.DEPTHWISE) @Expect(channels = 8) Object c;
                    @Conv(kernel = 3, groups = Groups.DEPTHWISE, out = 12) Object d;
                    //                                                 ^ error ShapeMismatch: out = 12 of the depthwise layer d is not a multiple of its 8 input channels
                    @Conv(kernel = 3, groups = Groups.DEPTHWISE, out = 24) Object e;
                }

                class Unknown {
                    @Conv(kernel = 3, groups = 4) Object a;
                    @Conv(kernel = 3, groups = Groups.DEPTHWISE) Object b;
                    @Conv(kernel = 3, groups = Groups.DEPTHWISE, out = 7) Object c;
                }
                """);
    }

    @Test
    void faultsOfShapesCanBeNeitherLoweredNorAccepted() {
        expect("-Afovea.severity=all=off", """
                import dev.fovea.*;

                @Network(input = @Input(channels = 3, size = 4))
                @SuppressWarnings({"EmptyOutput", "ShapeMismatch"})
                class Net {
                    @Conv(kernel = 5, groups = 2, out = 4)
                    //             ^ error EmptyOutput
                    //                         ^ error ShapeMismatch
                    @Accept(value = {"ShapeMismatch", "EmptyOutput"}, reason = "none")
                    //               ^ error InvalidAttribute: ShapeMismatch, which cannot be accepted
                    //                                ^ error InvalidAttribute: EmptyOutput, which cannot be accepted
                    Object a;
                }
                """);
    }

    @Test
    void otherSizesOfTheInputAreProposedWhereTheyHelp() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 1, size = {358, 360}))
                class UNet {
                    @Conv(kernel = 3, padding = 1, out = 8)                      Object e0;
                    @Pool(kernel = 2)                                            Object p0;
                    @Conv(kernel = 3, padding = 1, out = 8)                      Object e1;
                    @Pool(kernel = 2)                                            Object p1;
                    @Conv(kernel = 3, padding = 1, out = 8)                      Object e2;
                    @Pool(kernel = 2)                                            Object p2;
                    @Conv(kernel = 3, padding = 1, out = 8)                      Object e3;
                    @TransposedConv(kernel = 2, stride = 2, out = 8)             Object u2;
                    @Concat(from = {"e2", "u2"})                                 Object j2;
                    //                    ^ error ShapeMismatch: inputs of j2 differ in extent: e2 is 8x89x90, u2 is 8x88x90; bring them to one extent with a stride, @Upsample, @Pad or @Crop; or use an input of 352 or 360 instead of 358 in height
                    @TransposedConv(kernel = 2, stride = 2, out = 8)             Object u1;
                    @Concat(from = {"e1", "u1"})                                 Object j1;
                    @TransposedConv(kernel = 2, stride = 2, out = 8)             Object u0;
                    @Concat(from = {"e0", "u0"})                                 Object j0;
                }

                @Network(input = @Input(channels = 1, size = 32))
                class Never {
                    @Conv(kernel = 3, out = 8)                   Object a;
                    @Concat(from = {Network.INPUT, "a"})         Object b;
                    //                             ^ error ShapeMismatch: inputs of b differ in extent: the input is 1x32x32, a is 8x30x30; bring them to one extent with a stride, @Upsample, @Pad or @Crop
                }
                """);
    }
}
