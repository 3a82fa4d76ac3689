package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.expect;

import org.junit.jupiter.api.Test;

/** A fault is reported where it is, and nowhere else. */
final class FollowUpsTest {
    /** Without the fault the rates would be 1, 2, 2, 4, without the layer 2, 4. */
    @Test
    void aFaultInsideAStackLeavesTheStackUnjudged() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Dilated(kernel = 3, rate = 1) Object a;
                    @Dilated(kernel = 3, rate = 0) Object b;
                    //                          ^ error InvalidAttribute
                    @Dilated(kernel = 3, rate = 2) Object c;
                    @Dilated(kernel = 3, rate = 4) Object d;
                }

                class Below {
                    @Dilated(kernel = 3, rate = 2) Object a;
                    @Dilated(kernel = 3, rate = 4) Object b;
                    @Dilated(kernel = 3, rate = {1, 1, 1}) Object c;
                    //                          ^ error InvalidAttribute
                }

                class Entry {
                    @Conv(kernel = -3) Object stem;
                    //             ^ error InvalidAttribute
                    @Dilated(kernel = 3, rate = 2) Object a;
                    @Dilated(kernel = 3, rate = 3) Object b;
                }

                class Exit {
                    @Dilated(kernel = 3, rate = 2) Object a;
                    @Dilated(kernel = 3, rate = 3) Object b;
                    @Conv(kernel = 3, stride = 0) Object head;
                    //                         ^ error InvalidAttribute
                }

                class Conflict {
                    @Dilated(kernel = 3, rate = 1) Object a;
                    @Dilated(kernel = 3, rate = 2) @Pool(kernel = 2) Object b;
                    //                             ^ error LayerConflict
                    @Dilated(kernel = 3, rate = 2) Object c;
                    @Dilated(kernel = 3, rate = 2) Object d;
                }
                """);
    }

    @Test
    void aFaultElsewhereHidesNoStack() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 3))
                class Net {
                    @Conv(kernel = 0) Object stem;
                    //             ^ error InvalidAttribute
                    @Conv(kernel = 3, stride = 2) Object conv;
                    @Dilated(kernel = 3, rate = 2) Object a;
                    //                          ^ error DilationCommonDivisor
                    @Dilated(kernel = 3, rate = 2) Object b;
                }

                @Network(input = @Input(channels = 3))
                class Groups {
                    @Dilated(kernel = 3, rate = 2, groups = 2) Object a;
                    //                          ^ error DilationCommonDivisor
                    //                                      ^ error ShapeMismatch
                    @Dilated(kernel = 3, rate = 2) Object b;
                }
                """);
    }

    @Test
    void figuresThatAFaultLeavesUnknownMeetEveryExpectation() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 3, size = 8))
                class Attribute {
                    @Conv(kernel = 0, out = 4) @Expect(size = 9, channels = 9, extents = 9) Object a;
                    //             ^ error InvalidAttribute
                    @Conv(kernel = 9, groups = 5, out = 10)
                    @Expect(size = 9, jump = "9", start = "9", channels = 9, extents = 9)
                    Object b;
                }

                @Network(input = @Input(channels = 3, size = 8))
                class Empty {
                    @Conv(kernel = 9) @Expect(extents = 9) Object a;
                    //             ^ error EmptyOutput
                    @Conv(kernel = 9) @Expect(extents = 9) Object b;
                }

                @Network(input = @Input(channels = 3, size = 8))
                class Mismatch {
                    @Conv(kernel = 1, groups = 2, out = 4) @Expect(channels = 9) Object a;
                    //                         ^ error ShapeMismatch
                    @Conv(kernel = 1, groups = 4, out = 4) @Expect(channels = 9) Object b;
                }

                @Network(input = @Input(axes = 5, channels = 3, size = 8))
                //                             ^ error InvalidAttribute
                class Axes {
                    @Conv(kernel = {9, 9}, groups = 2) @Expect(size = {1, 2}) Object a;
                    @Dilated(kernel = 3, rate = {2, 2}) Object b;
                    @Dilated(kernel = 3, rate = {2, 2}) Object c;
                }
                """);
    }
}
