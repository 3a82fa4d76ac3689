package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.expect;
import static dev.fovea.processor.testing.Models.expectMessages;

import dev.fovea.processor.testing.Adjustments;
import org.junit.jupiter.api.Test;

/** Maps that do not see the objects that they must represent. */
final class ObjectScaleTest {
    /** Fields of 35, 99, 291 and 483 pixels, as those of ResNet-50 (Araujo et al. 2019, table 1). */
    private static final String RESNET = """
            import dev.fovea.*;

            @Block class Unit {
                @Conv(kernel = 1, stride = Param.STRIDE) Object reduce;
                @Conv(kernel = 3, padding = 1) Object spatial;
            }

            NETWORK
            class Net {
                @Conv(kernel = 7, stride = 2, padding = 3) Object stem;
                @Pool(kernel = 3, stride = 2, padding = 1) Object pool;
                @Use(block = Unit.class, repeat = 3) @Endpoint("C2") Object conv2;
                @Use(block = Unit.class, stride = 2) Object down3;
                @Use(block = Unit.class, repeat = 3) @Endpoint("C3") Object conv3;
                @Use(block = Unit.class, stride = 2) Object down4;
                @Use(block = Unit.class, repeat = 5) @Endpoint("C4") Object conv4;
                @Use(block = Unit.class, stride = 2) Object down5;
                @Use(block = Unit.class, repeat = 2) @Endpoint("C5") Object conv5;
            }
            """;

    @Test
    void objectScaleComparesFieldsWithTheSizesOfObjects() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 3, padding = 1) @Detects(min = 3, max = 3) Object fits;
                    @Conv(kernel = 3, padding = 1) @Detects(min = 3, max = 6) Object tooLarge;
                    //                                                     ^ warning ObjectScale: tooLarge sees 5 pixels, less than nine tenths of the largest object it detects (6); detect it on tooSmall, or widen its field with layers, strides or dilation before it
                    @Conv(kernel = 9, padding = 4) @Detects(min = 2, max = 13) Object tooSmall;
                    //                                            ^ warning ObjectScale: the effective width of tooSmall is 11 pixels, more than 4 times the smallest object it detects (2); detect it on fits, or take the map from an earlier layer
                    @Conv(kernel = 9, padding = 4) @Detects(min = 1, max = 99) Object both;
                    //                                                     ^ warning ObjectScale: both sees 21 pixels, less than nine tenths of the largest object it detects (99)
                    //                                            ^ warning ObjectScale: the effective width of both is 15 pixels
                }

                @Network(input = @Input(axes = 1))
                class Sequence {
                    @Conv(kernel = 3, padding = 1) @Detects(min = 1, max = 4) Object a;
                    //                                                     ^ warning ObjectScale
                }

                @Network(input = @Input(axes = 3))
                class Volume {
                    @Conv(kernel = {3, 5, 5}, padding = {1, 2, 2}) @Detects(min = 2, max = 4) Object a;
                    //                                                                     ^ warning ObjectScale: a sees 3 pixels, less than nine tenths of the largest object it detects (4)
                }

                class OfAUse {
                    @Use(block = Unit.class) @Detects(min = 3, max = 6) Object use;
                    //                                               ^ warning ObjectScale: use.conv sees 3 pixels, less than nine tenths of the largest object it detects (6)
                }

                @Block class Unit {
                    @Conv(kernel = 3, padding = 1) @Detects(min = 3, max = 99) Object conv;
                }
                """);
    }

    @Test
    void theWidthIsFourTimesTheSmallestAtMost() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 8) @Detects(min = 2, max = 8) Object fits;
                }

                class Other {
                    @Conv(kernel = 9) @Detects(min = 2, max = 8) Object wide;
                    //                               ^ warning ObjectScale: the effective width of wide is 9 pixels
                }
                """);
    }

    @Test
    void theFieldHoldsNineTenthsOfTheLargestAtLeast() {
        expect("""
                import dev.fovea.*;

                class OnePixelLess {
                    @Conv(kernel = 156) @Detects(min = 60, max = 157) Object fits;
                }

                class ATenthLess {
                    @Conv(kernel = 90) @Detects(min = 60, max = 100) Object fits;
                }

                class MoreThanATenth {
                    @Conv(kernel = 89) @Detects(min = 60, max = 100) Object small;
                    //                                          ^ warning ObjectScale: small sees 89 pixels, less than nine tenths of the largest object it detects (100)
                }
                """);
    }

    @Test
    void theSmallestIsJudgedByTheNarrowestBranch() {
        expect("""
                import dev.fovea.*;

                /** A level of a pyramid: 7 pixels beside it, hundreds from above. */
                class Lateral {
                    @Conv(kernel = 7, padding = 3, out = 8) Object c2;
                    @Conv(kernel = 63, stride = 2, padding = 31, out = 8) Object c3;
                    @Upsample(scale = 2) Object down;
                    @Add(from = {"c2", "down"}) @Detects(min = 8, max = 64) Object p2;
                }

                /** The level is also the source of what comes down, and is smoothed afterwards. */
                class Skip {
                    @Conv(kernel = 7, padding = 3, out = 8) Object c2;
                    @Conv(kernel = 63, stride = 2, padding = 31, out = 8) Object c3;
                    @Upsample(scale = 2) Object down;
                    @Concat(from = {"c2", "down"}) Object both;
                    @Conv(kernel = 3, padding = 1, out = 8) @Detects(min = 1, max = 64) Object p2;
                    //                                                     ^ warning ObjectScale: the effective width of p2's narrowest branch is 9 pixels, more than 4 times the smallest object it detects (1)
                }

                /** A shortcut is no branch of its own. */
                class Residuals {
                    @Conv(kernel = 7, padding = 3, out = 8) Object conv;
                    @Conv(kernel = 63, padding = 31, out = 8) Object wide;
                    @Residual(shortcut = "conv") @Detects(min = 8, max = 64) Object sum;
                    //                                          ^ warning ObjectScale: the effective width of sum is 61 pixels
                }
                """);
    }

    @Test
    void unknownFieldsAreNotJudged() {
        expect("""
                import static dev.fovea.Padding.SAME;

                import dev.fovea.*;

                @Network(objectSizes = {1, 1000})
                class Net {
                    @Conv(kernel = 3) Object a;
                    @GlobalPool @Detects(min = 1, max = 5000) Object whole;
                }
                """);
    }

    @Test
    void objectSizesOfAnEndpointFit() {
        expect(RESNET.replace("NETWORK", "@Network(objectSizes = {10, 60, 200, 536})"));
    }

    @Test
    void objectSizesThatNoEndpointFitsAreNamed() {
        expect(RESNET.replace("NETWORK", """
                @Network(objectSizes = {4, 200, 537, 900, 5})
                //                      ^ warning ObjectScale: objects of 4, 5 pixels fit no endpoint: the smallest effective width, that of C2, is 25 pixels, more than 4 times as much; add an endpoint at an earlier layer
                //                              ^ warning ObjectScale: objects of 537, 900 pixels fit no endpoint: the largest field, that of C5, is 483 pixels, less than nine tenths as much; widen it"""));
        expect("""
                import dev.fovea.*;

                @Network(objectSizes = {3, 5, 9})
                //                         ^ warning ObjectScale: objects of 5 pixels fit no endpoint: they are too large for some
                class Gap {
                    @Conv(kernel = 3) @Endpoint("fine") Object fine;
                    @Conv(kernel = 30) @Endpoint("coarse") Object coarse;
                }

                @Network(objectSizes = 9)
                //                     ^ warning ObjectScale: objects of 9 pixels fit no endpoint: the largest field, that of last, is 3 pixels, less than nine tenths as much
                class LastLayer {
                    @Conv(kernel = 3) Object last;
                }
                """);
    }

    @Test
    void objectSizesAreAtLeastOne() {
        expect("""
                import dev.fovea.*;

                @Network(objectSizes = {8, 0})
                //                         ^ error InvalidAttribute: objectSizes of @Network is 0; it must be at least 1
                class Net {
                    @Conv(kernel = 9) Object last;
                }
                """);
    }

    @Test
    void objectScalePrintsItsWholeMessages() {
        expectMessages("""
                import dev.fovea.*;

                @Network(objectSizes = 200)
                class Net {
                    @Conv(kernel = 3, padding = 1) @Endpoint("fine") Object fine;
                    @Conv(kernel = 9, padding = 4) @Detects(min = 2, max = 13) Object coarse;
                }
                """, """
                [ObjectScale] coarse sees 11 pixels, less than nine tenths of the largest object it detects (13); widen its field with layers, strides or dilation before it
                  fine fits objects of 1 to 3 pixels (field 3, effective width 3)
                  coarse fits objects of 3 to 11 pixels (field 11, effective width 10)""", """
                [ObjectScale] the effective width of coarse is 10 pixels, more than 4 times the smallest object it detects (2); detect it on fine, or take the map from an earlier layer
                  fine fits objects of 1 to 3 pixels (field 3, effective width 3)
                  coarse fits objects of 3 to 11 pixels (field 11, effective width 10)""", """
                [ObjectScale] objects of 200 pixels fit no endpoint: the largest field, that of coarse, is 11 pixels, less than nine tenths as much; widen it with layers, strides or dilation, or add a coarser endpoint
                  fine fits objects of 1 to 3 pixels (field 3, effective width 3)
                  coarse fits objects of 3 to 11 pixels (field 11, effective width 10)""");
    }

    @Test
    void objectScaleCanBeLoweredAndAccepted() {
        Adjustments.check("ObjectScale", """
                /*class*/ class Net {
                    /*layer*/ @Conv(kernel = 3) @Detects(min = 1, max = 4) Object conv;
                    //                                                  ^ SEVERITY ObjectScale
                }
                """, """
                @Block class Unit {
                    @Conv(kernel = 3) Object conv;
                }

                /*class*/ class Net {
                    /*layer*/ @Use(block = Unit.class) @Detects(min = 1, max = 4) Object use;
                    //                                                         ^ SEVERITY ObjectScale
                }
                """, """
                @Network(objectSizes = 9)
                //                     ^ SEVERITY ObjectScale
                /*class*/ class Net {
                    @Conv(kernel = 3) Object conv;
                }
                """);
    }

    @Test
    void onePixelIsNotCalledPixels() {
        expectMessages("""
                import dev.fovea.*;

                @Network(objectSizes = {4}, input = @Input(size = 64))
                class Point {
                    @Endpoint("point") @Conv(kernel = 1) Object point;
                }
                """, """
                [ObjectScale] objects of 4 pixels fit no endpoint: the largest field, that of point, is 1 pixel, less than nine tenths as much; widen it with layers, strides or dilation, or add a coarser endpoint
                  point fits objects of 1 pixel (field 1, effective width 1)
                """);
    }
}
