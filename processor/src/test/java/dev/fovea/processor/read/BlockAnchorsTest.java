package dev.fovea.processor.read;

import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Check;
import org.junit.jupiter.api.Test;

/** Which declaration a finding on the layers of a block belongs to. */
final class BlockAnchorsTest {
    @Test
    void twoStacksOfOneBlockAreTwoDefects() {
        Check.expect(FoveaProcessor::new, """
                import dev.fovea.*;

                @Block
                class Two {
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object a;
                    //                          ^ error DilationCommonDivisor: rates 2, 2 of two.a, two.b
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object b;
                    @Conv(kernel = 3, stride = 2, padding = 1) Object s;
                    @Dilated(kernel = 3, rate = 3, padding = 3) Object c;
                    //                          ^ error DilationCommonDivisor: rates 3, 3 of two.c, two.d
                    @Dilated(kernel = 3, rate = 3, padding = 3) Object d;
                }

                class Net {
                    @Use(block = Two.class) Object two;
                }
                """);
    }

    @Test
    void anArgumentWithinABlockIsReportedThere() {
        Check.expect(FoveaProcessor::new, """
                import dev.fovea.*;

                @Block
                class One {
                    @Dilated(kernel = 3, rate = Param.RATE, padding = Param.RATE) Object d;
                }

                @Block
                class Nest {
                    @Use(block = One.class, repeat = 2, rate = {2, 4}) Object u;
                    //                                         ^ error DilationCommonDivisor: rates 2, 4 of v.u[0].d, v.u[1].d
                }

                class Net {
                    @Use(block = Nest.class) Object v;
                }

                class Other {
                    @Use(block = Nest.class) Object v;
                }
                """);
    }

    @Test
    void jumpsThatDifferInABlockAreReportedThere() {
        Check.expect(FoveaProcessor::new, """
                import dev.fovea.*;

                @Block
                class Bl {
                    @Conv(kernel = 3, stride = 2, padding = 1, out = 8) Object a;
                    @Conv(kernel = 1, out = 8, from = Network.INPUT) Object b;
                    @Concat(from = {"a", "b"}) Object cat;
                    //                   ^ error JumpMismatch: inputs of cat differ in jump
                }

                class Net {
                    @Use(block = Bl.class) Object u;
                }
                """);
    }

    @Test
    void shapesThatUsersStateAreNoFaultOfTheBlock() {
        Check.expect(FoveaProcessor::new, """
                import dev.fovea.*;

                @Block
                class Unit {
                    @Conv(kernel = Param.KERNEL, padding = 1, out = Param.OUT) Object conv;
                    @Residual(shortcut = Network.INPUT) Object sum;
                }

                @Network(input = @Input(channels = 8))
                class Net {
                    @Use(block = Unit.class, kernel = 3, out = 8) Object sound;
                    @Use(block = Unit.class, kernel = 5, out = 8) Object shrinks;
                    // <- error ShapeMismatch: inputs of shrinks.sum differ in extent
                }
                """);
    }

    @Test
    void aLiteralThatIsNoClassIsNoBlock() {
        Check.expect(FoveaProcessor::new, """
                import dev.fovea.*;

                class Net {
                    @Use(block = int.class) Object u;
                    //              ^ error BlockCycle: u uses a type that is not a class
                }
                """);
    }
}
