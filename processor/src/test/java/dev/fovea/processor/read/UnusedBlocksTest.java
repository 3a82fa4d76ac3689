package dev.fovea.processor.read;

import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Check;
import org.junit.jupiter.api.Test;

/** What is found in blocks that nothing in their compilation uses. */
final class UnusedBlocksTest {
    /** A library has nothing but blocks: what no argument changes is told to its author. */
    @Test
    void whatNoArgumentCuresIsReportedInABlockThatNothingUses() {
        Check.expect(FoveaProcessor::new, """
                import dev.fovea.*;

                @Block
                class Faulty {
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object a;
                    //                          ^ error DilationCommonDivisor: use rates 1, 3, 6 (same field) with padding 1, 3, 6
                    @Dilated(kernel = 3, rate = 4, padding = 4) Object b;
                    @Dilated(kernel = 3, rate = 4, padding = 4) Object c;
                }

                @Block
                class Curable {
                    @Dilated(kernel = 3, rate = Param.RATE, padding = Param.RATE) Object a;
                    @Dilated(kernel = 3, rate = 4, padding = 4) Object b;
                    @Dilated(kernel = 3, rate = 4, padding = 4) Object c;
                }

                @Block
                class Up {
                    @TransposedConv(kernel = 3, stride = 2) Object up;
                    //                       ^ warning CheckerboardUpsampling
                    @Conv(kernel = 3, padding = 1) Object c;
                }

                @Block
                class OpenUp {
                    @TransposedConv(kernel = Param.KERNEL, stride = 2) Object up;
                    @Conv(kernel = 3, padding = 1) Object c;
                }

                @Block
                class Skips {
                    @Conv(kernel = 3, padding = 1) Object c;
                    @Conv(kernel = 1, stride = 2) Object d;
                    //                         ^ warning SkippedInput
                }

                @Block
                class OpenSkips {
                    @Conv(kernel = 3, padding = 1) Object c;
                    @Conv(kernel = 1, stride = Param.STRIDE) Object d;
                }

                @Block
                class SkipsItsInput {
                    @Conv(kernel = 1, stride = 2) Object d;
                }

                @Block
                class Accepting {
                    @Accept(value = "DilationCommonDivisor", reason = "compared with a published network")
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object a;
                    @Dilated(kernel = 3, rate = 4, padding = 4) Object b;
                }

                @Block
                class Pinning {
                    @Conv(kernel = 3, padding = 1) @Expect(size = 4) Object a;
                    //                                            ^ error ExpectationFailed: size of a is 3
                }
                """);
    }
}
