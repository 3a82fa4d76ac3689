package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.expect;

import org.junit.jupiter.api.Test;

/** What messages propose, and the same model with it typed in, of which nothing is said. */
final class TypedProposalsTest {
    @Test
    void allEqualStacksAreMendedAtOnce() {
        expect("""
                import dev.fovea.*;

                @Block
                class Tied {
                    @Dilated(kernel = 3, rate = Param.RATE, padding = Param.RATE) Object a;
                    @Dilated(kernel = 3, rate = Param.RATE, padding = Param.RATE) Object b;
                    @Conv(kernel = 3, padding = 1) Object plain;
                }

                class Net {
                    @Use(block = Tied.class, repeat = 4, rate = 2) Object stage;
                    //                                          ^ error DilationCommonDivisor: write rate = 1 at stage (field 5 instead of 9) (and 3 more layers of stage)
                }

                class Mended {
                    @Use(block = Tied.class, repeat = 4, rate = 1) Object stage;
                }
                """);
    }

    @Test
    void noOtherStackIsBroken() {
        expect("""
                import dev.fovea.*;

                @Block
                class Pair {
                    @Dilated(kernel = 3, rate = Param.RATE, padding = Param.RATE) Object a;
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object b;
                }

                class Net {
                    @Conv(kernel = 3, padding = 1) Object stem;
                    @Use(block = Pair.class, rate = 3) Object first;
                    @Conv(kernel = 3, padding = 1) Object middle;
                    @Use(block = Pair.class, rate = 2) Object second;
                    //                              ^ error DilationCommonDivisor: write rate = 1 at second (field 7 instead of 9)
                }

                class Mended {
                    @Conv(kernel = 3, padding = 1) Object stem;
                    @Use(block = Pair.class, rate = 3) Object first;
                    @Conv(kernel = 3, padding = 1) Object middle;
                    @Use(block = Pair.class, rate = 1) Object second;
                }
                """);
    }

    /** What mends the height settles a, with which the width has to be sound too. */
    @Test
    void axesAreMendedTogether() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Dilated(kernel = 3, rate = 5, padding = 5) Object a;
                    @Dilated(kernel = 3, rate = {4, 1}, padding = {4, 1}) Object b;
                    //                           ^ error CoverageHole: write rate = 1 at a and rate = 3 at b and rate = 6 at c (same field in height, field 9 instead of 13 in width) with padding = 1 at a and padding = 3 at b and padding = {6, 0} at c
                    @Dilated(kernel = {3, 1}, rate = 1, padding = {1, 0}) Object c;
                }

                class Mended {
                    @Dilated(kernel = 3, rate = 1, padding = 1) Object a;
                    @Dilated(kernel = 3, rate = 3, padding = 3) Object b;
                    @Dilated(kernel = {3, 1}, rate = 6, padding = {6, 0}) Object c;
                }
                """);
    }

    /** The width would be sound with rates 1 and 2, but of a smaller field than it has. */
    @Test
    void theFieldIsKeptAlongEachAxisWhereOneNumberIsOfBoth() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object a;
                    //                          ^ error DilationCommonDivisor: use rates 1, 3 (same field) with padding 1, 3
                    @Dilated(kernel = 3, rate = {2, 2}, padding = 2) Object b;
                }

                class Mended {
                    @Dilated(kernel = 3, rate = 1, padding = 1) Object a;
                    @Dilated(kernel = 3, rate = 3, padding = 3) @Expect(size = 9) Object b;
                }
                """);
    }

    /** The skip meets the extent that it met before. */
    @Test
    void eachAxisComesWithItsPadding() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 3, size = 64))
                class Net {
                    @Conv(kernel = 3, padding = 1, out = 8) Object stem;
                    @Dilated(kernel = 3, rate = {2, 4}, padding = {2, 4}, out = 8) Object a;
                    //                           ^ error DilationCommonDivisor: gridding in height: rates 2, 2 of a, b are both multiples of 2, so a unit reads 5 of the 9 positions that it spans in the stack's input; write rate = {1, 3} at a and rate = {3, 5} at b (same field in height, same field in width) with padding = {1, 3} at a and padding = {3, 5} at b | the rates 4, 4 in width break a rule as well
                    @Dilated(kernel = 3, rate = {2, 4}, padding = {2, 4}, out = 8) Object b;
                    @Residual(shortcut = "stem") Object sum;
                }

                @Network(input = @Input(channels = 3, size = 64))
                class Mended {
                    @Conv(kernel = 3, padding = 1, out = 8) Object stem;
                    @Dilated(kernel = 3, rate = {1, 3}, padding = {1, 3}, out = 8) Object a;
                    @Dilated(kernel = 3, rate = {3, 5}, padding = {3, 5}, out = 8) Object b;
                    @Residual(shortcut = "stem") @Expect(extents = 64) Object sum;
                }
                """);
    }

    /** Along the other axis the rate is what the user of the block says, and so stays its padding. */
    @Test
    void theNumbersBesidePlaceholdersComeWithTheirPadding() {
        expect("""
                import dev.fovea.*;

                @Block
                class Spatial {
                    @Dilated(kernel = 3, rate = {Param.RATE, 2}, padding = {Param.RATE, 2}, out = 8) Object a;
                    //                                       ^ error DilationCommonDivisor: gridding in width: rates 2, 2, 2 of u.a, u.b, u.c are all multiples of 2, so a unit reads 7 of the 13 pixels that its field spans; write rate = {Param.RATE, 1} at Spatial.a and rate = {Param.RATE, 3} at Spatial.c (same field in width) with padding = {Param.RATE, 1} at Spatial.a and padding = {Param.RATE, 3} at Spatial.c
                    @Dilated(kernel = 3, rate = {Param.RATE, 2}, padding = {Param.RATE, 2}, out = 8) Object b;
                    @Dilated(kernel = 3, rate = {Param.RATE, 2}, padding = {Param.RATE, 2}, out = 8) Object c;
                }

                @Network(input = @Input(channels = 8, size = 64))
                class Net {
                    @Use(block = Spatial.class) Object u;
                    @Residual(shortcut = Network.INPUT) Object sum;
                }

                @Block
                class MendedSpatial {
                    @Dilated(kernel = 3, rate = {Param.RATE, 1}, padding = {Param.RATE, 1}, out = 8) Object a;
                    @Dilated(kernel = 3, rate = {Param.RATE, 2}, padding = {Param.RATE, 2}, out = 8) Object b;
                    @Dilated(kernel = 3, rate = {Param.RATE, 3}, padding = {Param.RATE, 3}, out = 8) Object c;
                }

                @Network(input = @Input(channels = 8, size = 64))
                class Mended {
                    @Use(block = MendedSpatial.class) Object u;
                    @Residual(shortcut = Network.INPUT) @Expect(extents = 64) Object sum;
                }
                """);
    }

    /** The layers of a gated unit count as one, and change together. */
    @Test
    void gatedUnitsAreMendedTogether() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object below;
                    //                          ^ error DilationCommonDivisor: write rate = 1 at below and rate = 3 at filter and rate = 3 at gate (same field) with padding = 1 at below and padding = 3 at filter and padding = 3 at gate
                    @Dilated(kernel = 3, rate = 2, padding = 2, from = "below") Object filter;
                    @Dilated(kernel = 3, rate = 2, padding = 2, from = "below") Object gate;
                    @Multiply(from = {"filter", "gate"}) Object gated;
                }

                class Mended {
                    @Dilated(kernel = 3, rate = 1, padding = 1) Object below;
                    @Dilated(kernel = 3, rate = 3, padding = 3, from = "below") Object filter;
                    @Dilated(kernel = 3, rate = 3, padding = 3, from = "below") Object gate;
                    @Multiply(from = {"filter", "gate"}) Object gated;
                }
                """);
    }

    /** After the first gap there would be a second. */
    @Test
    void everyGapIsMendedAtOnce() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Dilated(kernel = 3, rate = {5, 4}, padding = {5, 4}) Object only;
                    //                           ^ error UnreadPixels: use rate 1 with padding 1
                }

                class Mended {
                    @Dilated(kernel = 3, rate = 1, padding = 1) Object only;
                }

                class Two {
                    @Dilated(kernel = 3, rate = 5, padding = 5) Object wide;
                    @Conv(kernel = 1, stride = 1) Object between;
                    @Pool(kernel = 2, stride = 1, rate = 4, padding = 2) Object pool;
                    //                                   ^ warning UnreadPixels: write rate = 2 at wide and rate = 1 at pool with padding = 2 at wide and padding = {0, 0, 1, 1} at pool
                }
                """);
    }

    @Test
    void aRateThatFitsItsMapIsNamed() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 3, size = {11, 64}))
                class Net {
                    @Conv(kernel = 21, padding = 10, out = 3) Object stem;
                    @Dilated(kernel = 3, rate = {16, 1}, padding = {16, 1}, out = 3) Object d;
                    //                           ^ warning DegenerateDilation: use a rate of at most 10 (rate {10, 1} with padding {10, 1})
                }

                @Network(input = @Input(channels = 3, size = {11, 64}))
                class Mended {
                    @Conv(kernel = 21, padding = 10, out = 3) Object stem;
                    @Dilated(kernel = 3, rate = {10, 1}, padding = {10, 1}, out = 3) @Expect(extents = {11, 64}) Object d;
                }
                """);
    }

    @Test
    void ratesThatReachASizeComeWithTheirPaddings() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 3, size = 64))
                class Net {
                    @Dilated(kernel = 3, rate = 1, padding = 1) Object d1;
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object d2;
                    @Dilated(kernel = 3, rate = 5, padding = 5) @Expect(size = 19) Object d3;
                    //                                                         ^ error ExpectationFailed: size of d3 is 17, not the expected 19; rates 1, 2, 6 of d1 to d3 give it with padding 1, 2, 6
                }

                @Network(input = @Input(channels = 3, size = 64))
                class Mended {
                    @Dilated(kernel = 3, rate = 1, padding = 1) Object d1;
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object d2;
                    @Dilated(kernel = 3, rate = 6, padding = 6) @Expect(size = 19, extents = 64) Object d3;
                }
                """);
    }

    /** Limited look-ahead. */
    @Test
    void anOffsetThatIsMeantIsPinned() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(axes = 1))
                class Net {
                    @Conv(kernel = 3, padding = {2, 0}) Object stem;
                    @Conv(kernel = 11, padding = {9, 1}) Object ahead;
                    @Add(from = {"stem", "ahead"}) Object sum;
                    //                   ^ warning MisalignedMerge: or state @Expect(offset = "-4") if it is meant
                }

                @Network(input = @Input(axes = 1))
                class Stated {
                    @Conv(kernel = 3, padding = {2, 0}) Object stem;
                    @Conv(kernel = 11, padding = {9, 1}) Object ahead;
                    @Add(from = {"stem", "ahead"}) @Expect(offset = "-4") Object sum;
                }

                @Network(input = @Input(axes = 1))
                class Causal {
                    @Conv(kernel = 3, padding = {2, 0}) Object stem;
                    @Conv(kernel = 11, padding = {10, 0}) Object back;
                    @Add(from = {"stem", "back"}) Object sum;
                }
                """);
    }
}
