package dev.fovea.processor.read;

import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Check;
import org.junit.jupiter.api.Test;

/** Blocks that are declared in ways that cannot be: cycles, what is no block, placeholders where none can stand. */
final class BlockDeclarationsTest {
    @Test
    void aCycleIsReportedOnce() {
        expect("""
                import dev.fovea.*;

                @Block
                class First {
                    @Conv(kernel = 3) Object conv;
                    @Use(block = Second.class) Object second;
                    //                 ^ error BlockCycle: block First uses itself: First -> Second -> First; break the cycle
                }

                @Block
                class Second {
                    @Use(block = First.class) Object first;
                }

                class Net {
                    @Use(block = Second.class) Object second;
                }
                """);
    }

    @Test
    void whatIsNoBlockCannotBeUsed() {
        expect("""
                import dev.fovea.*;

                class Plain {
                    @Conv(kernel = 3) Object conv;
                }

                @Block
                class Empty {}

                class Net {
                    @Use(block = Plain.class) Object plain;
                    //                ^ error BlockCycle: plain uses Plain, which is not a block; annotate it with @Block
                    @Use(block = Empty.class) Object empty;
                    //                ^ error BlockCycle: empty uses Empty, which has no layers
                }
                """);
    }

    @Test
    void aMissingClassIsTheCompilersOwnErrorOnly() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Use(block = Missing.class) Object missing;
                    //           ^ javac error compiler
                    //           ^ ecj error compiler
                    @Conv(kernel = 3) Object conv;
                }
                """);
    }

    @Test
    void placeholdersOutsideBlocksAreRefused() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 3, out = Param.WIDTH) Object conv;
                    //                           ^ error BlockCycle: out of conv is a placeholder of Param, but its class is not a @Block
                    @Dilated(kernel = 3, rate = 2, padding = {Param.RATE, 1}) Object dilated;
                    //                                       ^ error BlockCycle: padding of dilated is a placeholder of Param
                }
                """);
    }

    @Test
    void computedPlaceholdersAreRefused() {
        expect("""
                import dev.fovea.*;

                @Block
                class Computed {
                    @Conv(kernel = 3, out = Param.WIDTH * 2) Object twice;
                    //                                  ^ error InvalidAttribute
                    @Conv(kernel = 3, out = Param.WIDTH / 2) Object half;
                    //                                  ^ error InvalidAttribute
                    @Conv(kernel = Param.KERNEL - 1) Object less;
                    //                          ^ error InvalidAttribute
                }

                class Net {
                    @Use(block = Computed.class, width = 8) Object computed;
                }
                """);
    }

    private static void expect(String source) {
        Check.expect(FoveaProcessor::new, source);
    }
}
