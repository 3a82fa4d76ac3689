package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.expect;
import static dev.fovea.processor.testing.Models.expectMessages;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.exact.Integers;
import dev.fovea.core.network.Step;
import dev.fovea.processor.testing.Adjustments;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Transposed convolutions whose units are sums of different numbers of taps. */
final class CheckerboardUpsamplingTest {
    /** Twice as large before and after. */
    @Test
    void theAdviceKeepsTheExtent() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(size = 32))
                class Net {
                    @TransposedConv(kernel = 3, stride = 2, padding = 1, outputPadding = 1)
                    //                       ^ warning CheckerboardUpsampling: use kernel 4, a multiple of the stride, with padding 1 and outputPadding 0, or
                    @Expect(extents = 64)
                    Object up;
                    @TransposedConv(kernel = 4, stride = 2, padding = 1, outputPadding = 0) @Expect(extents = 128) Object more;
                    @TransposedConv(kernel = 3, stride = 2, padding = Padding.SAME) Object same;
                    //                       ^ warning CheckerboardUpsampling: use kernel 4, a multiple of the stride, or @Upsample
                    @TransposedConv(kernel = 3, stride = 2, rate = 2, padding = 2, outputPadding = 1) @Expect(extents = 512) Object dilated;
                    //                                             ^ warning CheckerboardUpsampling: use rate 1, which shares no divisor with the stride, and kernel 4, a multiple of the stride, with padding 1 and outputPadding 0
                }
                """);
    }

    /** From 8 * 7 + 15 * 2 + 1 = 87 to 8 * 7 + 15 + 1 = 72: no padding can be less than none. */
    @Test
    void theAdviceSaysHowMuchSmallerTheOutputIsWhereNoPaddingKeepsIt() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(axes = 1, channels = 4, size = 8))
                class Net {
                    @TransposedConv(kernel = 16, stride = 8, rate = 2, out = 4) @Expect(extents = 87) Object up;
                    //                                              ^ warning CheckerboardUpsampling: since rate 2 and stride 8 share a divisor; use rate 1, which shares no divisor with the stride, with which the output is 15 smaller, or @Upsample and a stride-1 @Conv
                }
                """);
    }

    @Test
    void checkerboardUpsamplingFindsKernelsThatTheStrideDoesNotDivide() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 3, padding = 1) Object conv;
                    @TransposedConv(kernel = 3, stride = 2, padding = 1, outputPadding = 1) Object up;
                    //                       ^ warning CheckerboardUpsampling: checkerboard: neighbouring outputs of up are sums of 1, 2, 1, 2, ... inputs, since kernel 3 is not a multiple of stride 2
                    @TransposedConv(kernel = 1, stride = 2) Object sparse;
                    //                       ^ warning CheckerboardUpsampling: checkerboard: neighbouring outputs of sparse are sums of 1, 0, 1, 0, ... inputs, since kernel 1 is not a multiple of stride 2
                    @TransposedConv(kernel = 5, stride = 3) Object three;
                    //                       ^ warning CheckerboardUpsampling: checkerboard: neighbouring outputs of three are sums of 2, 2, 1, 2, ... inputs, since kernel 5 is not a multiple of stride 3; use kernel 6, a multiple of the stride, with padding 1 and outputPadding 1, or @Upsample and a stride-1 @Conv
                }
                """);
    }

    @Test
    void checkerboardUpsamplingStaysSilentWhereTheKernelIsAMultipleOfTheStride() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @TransposedConv(kernel = 4, stride = 2, padding = 1) Object twice;
                    @TransposedConv(kernel = 2, stride = 2) Object once;
                    @TransposedConv(kernel = 3) Object plain;
                    @TransposedConv(kernel = 4, stride = 2, rate = 3) Object dilated;
                    @Upsample(scale = 2) Object resized;
                    @PixelShuffle(factor = 2) Object shuffled;
                }
                """);
    }

    @Test
    void checkerboardUpsamplingPointsAtTheAxis() {
        expect("""
                import dev.fovea.*;

                class OneOfTwo {
                    @TransposedConv(kernel = {4, 3}, stride = 2) Object up;
                    //                           ^ warning CheckerboardUpsampling: checkerboard: neighbouring outputs of up are sums of 2, 1, 2, 1, ... inputs in width, since kernel 3 is not a multiple of stride 2
                }

                class Both {
                    @TransposedConv(kernel = {5, 3}, stride = 2) Object up;
                    //                        ^ warning CheckerboardUpsampling: checkerboard: neighbouring outputs of up are sums of 3, 2, 3, 2, ... inputs in height, since kernel 5 is not a multiple of stride 2
                    //                           ^ warning CheckerboardUpsampling: checkerboard: neighbouring outputs of up are sums of 2, 1, 2, 1, ... inputs in width, since kernel 3 is not a multiple of stride 2
                }

                @Network(input = @Input(axes = 1))
                class Sequence {
                    @TransposedConv(kernel = 3, stride = 2) Object up;
                    //                       ^ warning CheckerboardUpsampling: checkerboard: neighbouring outputs of up are sums of 2, 1, 2, 1, ... inputs, since kernel 3 is not a multiple of stride 2
                }

                @Network(input = @Input(axes = 3))
                class Volume {
                    @TransposedConv(kernel = {2, 3, 3}, stride = 2) Object up;
                    //                           ^ warning CheckerboardUpsampling: checkerboard: neighbouring outputs of up are sums of 2, 1, 2, 1, ... inputs in height and width, since kernel 3 is not a multiple of stride 2
                }

                class SharedDivisor {
                    @TransposedConv(kernel = 4, stride = 2, rate = 2) Object up;
                    //                                             ^ warning CheckerboardUpsampling: checkerboard: neighbouring outputs of up are sums of 4, 0, 4, 0, ... inputs, since rate 2 and stride 2 share a divisor
                }
                """);
    }

    @Test
    void checkerboardUpsamplingPrintsItsWholeMessage() {
        expectMessages(
                """
                import dev.fovea.*;

                class Net {
                    @TransposedConv(kernel = 3, stride = 2) Object up;
                }
                """,
                "[CheckerboardUpsampling] checkerboard: neighbouring outputs of up are sums of 2, 1, 2, 1, ... inputs, since kernel 3 is not a multiple of stride 2; use kernel 4, a multiple of the stride, with padding 1 and outputPadding 1, or @Upsample and a stride-1 @Conv");
    }

    @Test
    void liesInTheBlockOrInItsUse() {
        expect("""
                import dev.fovea.*;

                @Block
                class Unit {
                    @TransposedConv(kernel = 3, stride = 2) Object up;
                    //                       ^ warning CheckerboardUpsampling: of first.up are
                }

                @Block
                class Open {
                    @TransposedConv(kernel = Param.KERNEL, stride = 2) Object up;
                }

                class Net {
                    @Use(block = Unit.class) Object first;
                    @Use(block = Unit.class) Object second;
                    @Use(block = Open.class, kernel = 4) Object third;
                    @Use(block = Open.class, kernel = 5) Object fourth;
                    //                                ^ warning CheckerboardUpsampling: of fourth.up are
                }
                """);
    }

    /** The rule decides by divisors; the taps themselves are counted here. */
    @Test
    void divisorsTellWhatCountingTells() {
        for (long stride = 1; stride <= 8; stride++) {
            for (long kernel = 1; kernel <= 12; kernel++) {
                for (long rate = 1; rate <= 6; rate++) {
                    Set<Long> counts = new HashSet<>();
                    for (long unit = 0; unit < stride; unit++) {
                        counts.add(new Step.Transposed(kernel, stride, rate, 1, 1)
                                .reads(unit)
                                .count());
                    }
                    boolean even = kernel % stride == 0 && Integers.gcd(stride, rate) == 1;
                    assertEquals(even, counts.size() == 1, kernel + "/" + stride + ", rate " + rate);
                }
            }
        }
    }

    @Test
    void checkerboardUpsamplingCanBeLoweredAndAccepted() {
        Adjustments.check("CheckerboardUpsampling", """
                /*class*/ class Net {
                    /*layer*/ @TransposedConv(kernel = 3, stride = 2) Object up;
                    //                                 ^ SEVERITY CheckerboardUpsampling
                }
                """, """
                @Block class Unit {
                    @TransposedConv(kernel = Param.KERNEL, stride = 2) Object up;
                }

                /*class*/ class Net {
                    /*layer*/ @Use(block = Unit.class, kernel = 3) Object use;
                    //                                          ^ SEVERITY CheckerboardUpsampling
                }
                """);
    }
}
