package dev.fovea.processor.read;

import static dev.fovea.processor.testing.Models.expectMessages;

import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Check;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import org.junit.jupiter.api.Test;

/** Where findings on blocks and on what uses them are reported, and how often. */
final class BlockFindingsTest {
    private static final String SPATIAL = """
            import dev.fovea.*;

            @Block
            class Spatial {
                @Dilated(kernel = 3, rate = Param.RATE, padding = Param.RATE, out = Param.OUT) Object conv;
            }
            """;

    @Test
    void aFaultInsideABlockIsReportedThereOnce() {
        expect("""
                import dev.fovea.*;

                @Block
                class Faulty {
                    @Conv(kernel = 0) Object conv;
                    //             ^ error InvalidAttribute: kernel of conv is 0
                    @Pool(kernel = 2) Object pool;
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object a;
                    //                          ^ error DilationCommonDivisor
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object b;
                }

                class One {
                    @Use(block = Faulty.class) Object faulty;
                }

                class Other {
                    @Use(block = Faulty.class, repeat = 3) Object faulty;
                    @Conv(kernel = 1) Object last;
                }
                """);
    }

    /** Thirteen uses and repetitions, one wrong number: what a kernel of 2 loses breaks every shortcut. */
    @Test
    void aWrongNumberInABlockIsOneFindingThere() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 3, size = 64))
                class Net {
                    @Conv(kernel = 7, stride = 2, padding = 3, out = 64) Object stem;
                    @Use(block = Bottleneck.class, repeat = 3, width = 64, out = 256) Object layer1;
                    @Use(block = Bottleneck.class, repeat = 4, width = 128, out = 512, stride = 2) Object layer2;
                    @Use(block = Bottleneck.class, repeat = 6, width = 256, out = 1024, stride = 2) Object layer3;
                }

                @Block
                class Bottleneck {
                    @Conv(kernel = 2, out = Param.WIDTH) Object reduce;
                    @Dilated(kernel = 3, out = Param.WIDTH, stride = Param.STRIDE, rate = Param.RATE, padding = Param.RATE) Object spatial;
                    @Conv(kernel = 1, out = Param.OUT) Object expand;
                    @Residual(shortcut = Network.INPUT) Object sum;
                    //                          ^ error ShapeMismatch: inputs of layer1[0].sum differ in extent
                }
                """);
    }

    /** Nothing that a user states is at fault, and the block is sound by itself: it takes the maps to see it. */
    @Test
    void whatEveryUserHasIsOneFindingInTheBlock() {
        expectMessages(
                """
                import dev.fovea.*;

                @Network(input = @Input(channels = 64, size = 8))
                class Net {
                    @Use(block = Unit.class, repeat = 3) Object low;
                    @Use(block = Unit.class, repeat = 2) Object high;
                }

                @Block
                class Unit {
                    @Normalize Object norm;
                    @ChannelShuffle(groups = 3) Object shuffle;
                }
                """,
                "[ShapeMismatch] groups = 3 of low[0].shuffle does not divide the 64 channels of its input low[0].norm; use a divisor (and 4 more layers of uses of Unit)");
    }

    @Test
    void repetitionsOfAUseAreOneFinding() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 64, size = 8))
                class Net {
                    @Use(block = Unit.class, repeat = 3, width = 60) Object sound;
                    @Use(block = Unit.class, repeat = 3, width = 64) Object faulty;
                    // <- error ShapeMismatch: groups = 3 of faulty[0].shuffle does not divide the 64 channels of its input faulty[0].reduce; use a divisor (and 2 more layers of faulty)
                }

                @Block
                class Unit {
                    @Conv(kernel = 1, out = Param.WIDTH) Object reduce;
                    @ChannelShuffle(groups = 3) Object shuffle;
                }
                """);
    }

    /** A rate that is written in a block, one stack over all repetitions. */
    @Test
    void aStackOverAllRepetitionsLiesInTheBlock() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Use(block = Unit.class, repeat = 3) Object stack;
                }

                @Block
                class Unit {
                    @Dilated(kernel = 3, rate = 5, padding = 5) Object conv;
                    //                          ^ error DilationCommonDivisor: rates 5, 5, 5 of stack[0].conv
                }
                """);
    }

    @Test
    void aFaultOfArgumentsIsReportedAtTheArgument() {
        Check.expect(Setup.with(FoveaProcessor::new), Source.of(SPATIAL), Source.of("""
                import dev.fovea.*;

                class Net {
                    @Use(block = Spatial.class, repeat = 3, out = 8, rate = {2, 4, 8}) Object stack;
                    //                                                      ^ error DilationCommonDivisor: gridding: rates 2, 4, 8 of stack[0].conv to stack[2].conv are all multiples of 2, so a unit reads 15x15 of its 29x29 field
                    @Pool(kernel = 2) Object pool;
                    @Use(block = Spatial.class, out = -8) Object negative;
                    //                                ^ error InvalidAttribute: out of negative is -8
                    @Use(block = Spatial.class, repeat = 3, rate = {1, 2}) Object count;
                    //                                             ^ error InvalidAttribute: rate of count has 2 entries; it takes 1 (for all repetitions) or 3 (one for each)
                    @Use(block = Spatial.class, repeat = 0) Object none;
                    //                                   ^ error InvalidAttribute: repeat of none is 0
                }
                """));
    }

    @Test
    void oneArgumentIsReportedOnceForAllRepetitions() {
        Check.expect(Setup.with(FoveaProcessor::new), Source.of("""
                import dev.fovea.*;

                @Block
                class Twice {
                    @Conv(kernel = Param.KERNEL) Object one;
                    @Conv(kernel = Param.KERNEL) Object other;
                }
                """), Source.of("""
                import dev.fovea.*;

                class Net {
                    @Use(block = Twice.class, repeat = 5, kernel = 0) Object stack;
                    //                                             ^ error InvalidAttribute: kernel of stack is 0
                }
                """));
    }

    @Test
    void nestedArgumentsAreReportedAtTheOutermostUse() {
        Check.expect(Setup.with(FoveaProcessor::new), Source.of(SPATIAL), Source.of("""
                import dev.fovea.*;

                @Block
                class Outer {
                    @Use(block = Spatial.class, repeat = 2, out = Param.WIDTH, rate = Param.RATE) Object inner;
                }
                """), Source.of("""
                import dev.fovea.*;

                class Net {
                    @Use(block = Outer.class, width = 8, rate = 3) Object outer;
                    //                                          ^ error DilationCommonDivisor: rates 3, 3 of outer.inner[0].conv, outer.inner[1].conv
                }
                """));
    }

    @Test
    void expectationsOnAUseAreChecked() {
        Check.expect(Setup.with(FoveaProcessor::new), Source.of(SPATIAL), Source.of("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 3, size = 32))
                class Net {
                    @Use(block = Spatial.class, repeat = 3, out = 8, rate = {1, 2, 5})
                    @Endpoint("stack")
                    @Expect(size = 17, extents = 32, channels = 8)
                    Object stack;
                    @Use(block = Spatial.class, out = 8)
                    @Endpoint("stack")
                    //        ^ error LayerConflict
                    @Expect(size = 18)
                    //             ^ error ExpectationFailed: size of more.conv is 19, not the expected 18
                    Object more;
                }
                """));
    }

    @Test
    void marksInsideABlockBelongToItsOwnReport() {
        expect("""
                import dev.fovea.*;

                @Block
                class Marked {
                    @Conv(kernel = 3) @Endpoint("inside") @Expect(size = 3) Object conv;
                }

                class Net {
                    @Use(block = Marked.class, repeat = 3) @Endpoint("inside") @Expect(size = 7) Object marked;
                }
                """);
    }

    @Test
    void findingsInABlockAreAcceptedOnTheUse() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Accept(value = "DilationCommonDivisor", reason = "published")
                    @Use(block = Spatial.class, repeat = 2, rate = 2)
                    Object stack;
                    @Pool(kernel = 2) Object pool;
                    @Use(block = Spatial.class, repeat = 2, rate = 2) Object other;
                    //                                             ^ error DilationCommonDivisor: rates 2, 2 of other[0].conv
                }
                """ + SPATIAL.substring(SPATIAL.indexOf("@Block")));
    }

    @Test
    void findingsInABlockAreAcceptedInTheBlock() {
        expect("""
                import dev.fovea.*;

                @Block
                class Stack {
                    @Accept(value = "DilationCommonDivisor", reason = "published")
                    @Dilated(kernel = 3, rate = 2) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                }

                @Block
                @Accept(value = "DilationCommonDivisor", reason = "published")
                class Other {
                    @Dilated(kernel = 3, rate = 2) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                }

                class Net {
                    @Use(block = Stack.class) Object stack;
                    @Pool(kernel = 2) Object pool;
                    @Use(block = Other.class) Object other;
                }
                """);
    }

    @Test
    void findingsInABlockAreAcceptedOnTheModel() {
        expect("""
                import dev.fovea.*;

                @Accept(value = "DilationCommonDivisor", reason = "published")
                class Net {
                    @Use(block = Stack.class) Object stack;
                }

                class Strict {
                    @Use(block = Stack.class) Object stack;
                }

                @Block
                class Stack {
                    @Dilated(kernel = 3, rate = 2) Object a;
                    //                          ^ error DilationCommonDivisor
                    @Dilated(kernel = 3, rate = 2) Object b;
                }
                """);
    }

    private static void expect(String source) {
        Check.expect(FoveaProcessor::new, source);
    }
}
