package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.expect;
import static dev.fovea.processor.testing.Models.expectMessages;

import dev.fovea.processor.testing.Adjustments;
import org.junit.jupiter.api.Test;

/** Convolutions whose input sees the whole image already. */
final class UnproductiveLayerTest {
    @Test
    void unproductiveLayerFindsLayersBeyondTheInput() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(size = 7))
                class Deep {
                    @Conv(kernel = 3, padding = 1) Object a;
                    @Conv(kernel = 3, padding = 1) Object b;
                    @Conv(kernel = 3, padding = 1) Object c;
                    @Conv(kernel = 3, padding = 1) Object d;
                    // <- note UnproductiveLayer: d cannot add context: c already sees 7x7 pixels along every path, and the input has 7x7
                }

                @Network(input = @Input(axes = 1, size = 5))
                class OneFindingForAll {
                    @Conv(kernel = 3, padding = 1) Object a;
                    @Conv(kernel = 3, padding = 1) Object b;
                    @Conv(kernel = 3, padding = 1) Object c;
                    // <- note UnproductiveLayer: c and 2 more layers up to e cannot add context: b already sees 5 pixels along every path, and the input has 5
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object d;
                    @Conv(kernel = 1) Object pointwise;
                    @DeformableConv(kernel = 3, padding = 1) Object e;
                }

                @Network(input = @Input(axes = 3, size = {3, 5, 5}))
                class Volume {
                    @Conv(kernel = 3, padding = 1) Object a;
                    @Conv(kernel = 3, padding = 1) Object b;
                    @Conv(kernel = 3, padding = 1) Object c;
                    // <- note UnproductiveLayer: c cannot add context: b already sees 5x5x5 pixels along every path, and the input has 3x5x5
                }
                """);
    }

    @Test
    void aClassifierIsJudgedBesideEndpoints() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(size = 8, channels = 1))
                class Classifier {
                    @Conv(kernel = 8, stride = 2, padding = 4, out = 4) @Endpoint("C1") Object c1;
                    @Conv(kernel = 3, padding = 1, out = 4) @Endpoint("C2") Object c2;
                    // <- note UnproductiveLayer: c2 and 1 more layer up to c3 cannot add context
                    @Conv(kernel = 3, padding = 1, out = 4) Object c3;
                    @GlobalPool Object pool;
                    @Linear(out = 10) Object classes;
                }
                """);
    }

    @Test
    void unproductiveLayerStaysSilentOnWhatFeedsEndpointsAndFinerMapsOnly() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(size = 16))
                class Pyramid {
                    @Conv(kernel = 15, stride = 2, padding = 7) @Endpoint("C3") Object c3;
                    @Conv(kernel = 3, stride = 2, padding = 1) @Endpoint("C4") Object c4;
                    @Conv(kernel = 3, stride = 2, padding = 1) @Endpoint("C5") Object c5;
                    @Conv(kernel = 3, padding = 1) Object head;
                    @Conv(kernel = 3, padding = 1) @Endpoint("boxes") Object boxes;
                }

                @Network(input = @Input(size = 16))
                class HeadsThatNobodyNames {
                    @Conv(kernel = 17, padding = 8) Object c3;
                    @Conv(kernel = 3, padding = 1) Object boxes;
                    @Conv(kernel = 3, padding = 1, from = "c3") Object classes;
                }

                @Network(input = @Input(size = 16))
                class Detector {
                    @Conv(kernel = 17, padding = 8) Object map;
                    @Conv(kernel = 3, padding = 1) @Detects(min = 5, max = 10) Object boxes;
                }

                /** The coarse level and the smoothing after it, before they are brought to the finer one. */
                @Network(input = @Input(size = 16, channels = 4))
                class TopDown {
                    @Conv(kernel = 3, padding = 1, out = 4) Object fine;
                    @Conv(kernel = 16, stride = 4, padding = {6, 6, 6, 6}, out = 4) Object coarse;
                    @Conv(kernel = 3, padding = 1, out = 4) Object smooth;
                    @Upsample(scale = 4) Object up;
                    @Add(from = {"fine", "up"}) Object sum;
                }
                """);
    }

    @Test
    void unproductiveLayerStaysSilentWhereTheFieldStillFits() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(size = 8))
                class OnePixelLeft {
                    @Conv(kernel = 3, padding = 1) Object a;
                    @Conv(kernel = 3, padding = 1) Object b;
                    @Conv(kernel = 3, padding = 1) Object c;
                    @Conv(kernel = 3, padding = 1) Object d;
                }

                /** Along the shortcuts a unit sees one pixel. */
                @Network(input = @Input(channels = 4, size = 5))
                class AShorterPath {
                    @Conv(kernel = 5, padding = 2, out = 4) Object a;
                    @Residual(shortcut = Network.INPUT) Object sum;
                    @Conv(kernel = 3, padding = 1, out = 4) Object b;
                }

                @Network(input = @Input(size = {5, 6}))
                class OneAxisLeft {
                    @Conv(kernel = 5, padding = 2) Object a;
                    @Conv(kernel = 3, padding = 1) Object b;
                }

                @Network(input = @Input(size = 8))
                class Decoder {
                    @Conv(kernel = 8, stride = 8) Object code;
                    @Upsample(scale = 8) Object up;
                    @Conv(kernel = 3, padding = 1) Object smooth;
                }

                @Network(input = @Input(size = 5))
                class Head {
                    @Conv(kernel = 5, padding = 2) Object a;
                    @Pool(kernel = 3, stride = 1) Object pool;
                    @Conv(kernel = 3) Object whole;
                }

                class UnknownExtent {
                    @Conv(kernel = 5, padding = 2) Object a;
                    @Conv(kernel = 5, padding = 2) Object b;
                }
                """);
    }

    @Test
    void unproductiveLayerPrintsItsWholeMessage() {
        expectMessages(
                """
                import dev.fovea.*;

                @Network(input = @Input(size = 32))
                class Net {
                    @Conv(kernel = 32, padding = {15, 15, 16, 16}) Object a;
                    @Conv(kernel = 3, padding = 1) Object b;
                    @Conv(kernel = 3, padding = 1) Object c;
                }
                """,
                "[UnproductiveLayer] b and 1 more layer up to c cannot add context: a already sees 32x32 pixels along every path, and the input has 32x32; use a larger input, fewer layers, or later strides");
    }

    @Test
    void unproductiveLayerCanBeLoweredAndAccepted() {
        Adjustments.check("UnproductiveLayer", """
                @Network(input = @Input(size = 5))
                /*class*/ class Net {
                    @Conv(kernel = 5, padding = 2) Object a;
                    /*layer*/ @Conv(kernel = 3, padding = 1) Object b;
                    //        ^ SEVERITY UnproductiveLayer
                }
                """, """
                @Block class Unit {
                    @Conv(kernel = 5, padding = 2) Object a;
                    @Conv(kernel = 3, padding = 1) Object b;
                }

                @Network(input = @Input(size = 5))
                /*class*/ class Net {
                    /*layer*/ @Use(block = Unit.class) Object use;
                    //        ^ SEVERITY UnproductiveLayer
                }
                """);
    }
}
