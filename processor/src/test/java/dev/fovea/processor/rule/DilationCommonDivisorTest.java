package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.expect;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rates of a stack with a common divisor. */
final class DilationCommonDivisorTest {
    @Test
    void dilationCommonDivisorFindsRatesThatShareADivisor() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Dilated(kernel = 3, rate = 2) Object a;
                    //                          ^ error DilationCommonDivisor: gridding: rates 2, 4, 8 of a, b, c are all multiples of 2, so a unit reads 15x15 of its 29x29 field
                    @Dilated(kernel = 3, rate = 4) Object b;
                    @Dilated(kernel = 3, rate = 8) Object c;
                }
                """);
    }

    @Test
    void dilationCommonDivisorStaysSilentWhereOneRateIsCoprime() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Dilated(kernel = 3, rate = 1) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                    @Dilated(kernel = 3, rate = 4) Object c;
                }

                /** One layer alone is no stack. */
                class Single {
                    @Dilated(kernel = 3, rate = 2) Object a;
                    //                          ^ error UnreadPixels
                }

                /** A convolution between them makes two stacks of one. */
                class Apart {
                    @Dilated(kernel = 3, rate = 2) Object a;
                    @Conv(kernel = 3) Object plain;
                    @Dilated(kernel = 3, rate = 2) Object b;
                }

                /** So does a stride, which only a stack's top layer may have. */
                class Strided {
                    @Dilated(kernel = 3, rate = 2, stride = 3) Object a;
                    //                          ^ error UnreadPixels
                    @Dilated(kernel = 3, rate = 2) Object b;
                }
                """);
    }

    @Test
    void dilationCommonDivisorLooksThroughLayersWithoutWindow() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 3, stride = 2) Object stem;
                    @Dilated(kernel = 3, rate = 2) Object a;
                    //                          ^ error DilationCommonDivisor: rates 2, 2 of a, b
                    @Conv(kernel = 1) Object pointwise;
                    @Dilated(kernel = 3, rate = 2, stride = 2) Object b;
                    @Conv(kernel = 3, stride = 2) Object head;
                }
                """);
    }

    @Test
    void dilationCommonDivisorJudgesEachAxisByItsOwnLayers() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(axes = 1))
                class OneAxis {
                    @Dilated(kernel = 3, rate = 2) Object a;
                    //                          ^ error DilationCommonDivisor: gridding: rates 2, 2 of a, b are both multiples of 2, so a unit reads 5 of the 9 pixels that its field spans | the stack is 2 interleaved networks
                    @Dilated(kernel = 3, rate = 2) Object b;
                }

                class SecondAxis {
                    @Dilated(kernel = 3, rate = {1, 2}) Object a;
                    //                              ^ error DilationCommonDivisor: gridding in width: rates 2, 4 of a, b are both multiples of 2, so a unit reads 7 of the 13 pixels that its field spans | the stack is 2 interleaved networks
                    @Dilated(kernel = 3, rate = {2, 4}) Object b;
                }

                class BothAxes {
                    @Dilated(kernel = 3, rate = {2, 3}) Object a;
                    //                           ^ error DilationCommonDivisor: gridding in height: rates 2, 4 of a, b are both multiples of 2, so a unit reads 7 of the 13 pixels that its field spans | the stack is 6 interleaved networks
                    @Dilated(kernel = 3, rate = {4, 3}) Object b;
                }

                @Network(input = @Input(axes = 3))
                class ThirdAxis {
                    @Dilated(kernel = 3, rate = {1, 1, 2}) Object a;
                    //                                 ^ error DilationCommonDivisor: gridding in width: rates 2, 2 of a, b are both multiples of 2, so a unit reads 5 of the 9 pixels that its field spans | the stack is 2 interleaved networks
                    @Dilated(kernel = 3, rate = {2, 3, 2}) Object b;
                }

                @Network(input = @Input(axes = 3))
                class AllAxes {
                    @Dilated(kernel = 3, rate = 2) Object a;
                    //                          ^ error DilationCommonDivisor: gridding: rates 2, 2 of a, b are both multiples of 2, so a unit reads 5x5x5 of its 9x9x9 field | the stack is 8 interleaved networks
                    @Dilated(kernel = 3, rate = 2) Object b;
                }

                /** The rates of layers with kernel 1 on an axis do not count there. */
                class Rectangular {
                    @Dilated(kernel = {1, 3}, rate = 3) Object a;
                    @Dilated(kernel = {3, 1}, rate = 2) Object b;
                    //                               ^ error DilationCommonDivisor: gridding in height: rates 2, 4 of b, d are both multiples of 2, so a unit reads 7 of the 13 pixels that its field spans
                    @Dilated(kernel = {1, 3}, rate = 1) Object c;
                    @Dilated(kernel = {3, 1}, rate = 4) Object d;
                }

                /** One layer on each axis. */
                class Alternating {
                    @Dilated(kernel = {1, 3}, rate = 2) Object a;
                    //                               ^ error UnreadPixels: apart in width
                    @Dilated(kernel = {3, 1}, rate = 2) Object b;
                    //                               ^ error UnreadPixels: apart in height
                }
                """);
    }

    /** The number of networks does not fit into 64 bits. */
    @Test
    void dilationCommonDivisorCountsTheNetworksOfLargeDivisors() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(axes = 3))
                class Net {
                    @Dilated(kernel = 3, rate = 1 << 24) Object a;
                    //                            ^ error DilationCommonDivisor: gridding: rates 16777216, 16777216 of a, b are both multiples of 16777216, so a unit reads 5x5x5 of its 67108865x67108865x67108865 field | the stack is 4722366482869645213696 interleaved networks
                    @Dilated(kernel = 3, rate = 1 << 24) Object b;
                }
                """);
    }

    @Test
    void dilationCommonDivisorHidesTheOtherFindingsOnTheStack() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Dilated(kernel = 3, rate = {1, 2}) Object a;
                    //                              ^ error DilationCommonDivisor: gridding in width: rates 2, 2, 4 of a, b, c are all multiples of 2, so a unit reads 9 of the 17 pixels that its field spans
                    @Dilated(kernel = 3, rate = {2, 2}) Object b;
                    @Dilated(kernel = 3, rate = {9, 4}) Object c;
                }

                @Accept(value = "DilationCommonDivisor", reason = "for comparison")
                class Accepted {
                    @Dilated(kernel = 3, rate = {1, 2}) Object a;
                    @Dilated(kernel = 3, rate = {2, 2}) Object b;
                    @Dilated(kernel = 3, rate = {9, 4}) Object c;
                }
                """);
    }

    @Test
    void dilationCommonDivisorCanBeAcceptedAndSuppressed() {
        expect("""
                import dev.fovea.*;

                class OnTheLastLayer {
                    @Dilated(kernel = 3, rate = 2) Object a;
                    @Accept(value = "DilationCommonDivisor", reason = "for comparison")
                    @Dilated(kernel = 3, rate = 2) Object b;
                }

                class OnTheAnchor {
                    @Accept(value = {"CoverageHole", "DilationCommonDivisor"}, reason = "for comparison")
                    //               ^ note UnusedAcceptance: @Accept names CoverageHole
                    @Dilated(kernel = 3, rate = 2) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                }

                class SuppressedOnTheLastLayer {
                    @Dilated(kernel = 3, rate = 2) Object a;
                    @SuppressWarnings("DilationCommonDivisor") @Dilated(kernel = 3, rate = 2) Object b;
                }

                @Accept(value = "DilationCommonDivisor", reason = "for comparison")
                class OnTheClass {
                    @Dilated(kernel = 3, rate = 2) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                }

                @SuppressWarnings({"unused", "DilationCommonDivisor"})
                class SuppressedOnTheClass {
                    @Dilated(kernel = 3, rate = 2) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                }

                /** A neighbour is no layer of the stack. */
                class OnTheEntry {
                    @Accept(value = "DilationCommonDivisor", reason = "for comparison") @Conv(kernel = 3) Object stem;
                    //              ^ note UnusedAcceptance: @Accept names DilationCommonDivisor
                    @Dilated(kernel = 3, rate = 2) Object a;
                    //                          ^ error DilationCommonDivisor
                    @Dilated(kernel = 3, rate = 2) Object b;
                }

                class AnotherRule {
                    @Accept(value = "DilationGap", reason = "for comparison")
                    //              ^ note UnusedAcceptance: @Accept names DilationGap
                    @SuppressWarnings("all")
                    @Dilated(kernel = 3, rate = 2)
                    //                          ^ error DilationCommonDivisor
                    Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                }
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "warning", "note"})
    void hasTheSeverityAskedFor(String severity) {
        expect("-Afovea.severity=DilationCommonDivisor=" + severity, """
                import dev.fovea.*;

                class Net {
                    @Dilated(kernel = 3, rate = 2) Object a;
                    //                          ^ SEVERITY DilationCommonDivisor
                    @Dilated(kernel = 3, rate = 2) Object b;
                }
                """.replace("SEVERITY", severity));
    }

    @Test
    void dilationCommonDivisorCanBeSwitchedOff() {
        expect("-Afovea.severity=DilationCommonDivisor=off", """
                import dev.fovea.*;

                class Net {
                    @Dilated(kernel = 3, rate = 2) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                }
                """);
    }

    @Test
    void firstProposesToDeclareThePlainLayerThatFillsTheGridEvenly() {
        expect("""
                import dev.fovea.*;

                class Plain {
                    @Conv(kernel = 3, padding = 1) Object stem;
                    @Dilated(kernel = 3, rate = 3, padding = 3) Object d1;
                    //                          ^ error DilationCommonDivisor: gridding: rates 3, 9 of d1, d2 are both multiples of 3, so a unit reads 9x9 of the 25x25 positions that it spans in the stack's input; declare stem as @Dilated(rate = 1), which changes nothing, or use rates 3, 8 (field 23 instead of 25) with padding 3, 8 | with stem it reads all 27
                    @Dilated(kernel = 3, rate = 9, padding = 9) Object d2;
                }

                class Declared {
                    @Dilated(kernel = 3, rate = 1, padding = 1) Object stem;
                    @Dilated(kernel = 3, rate = 3, padding = 3) Object d1;
                    @Dilated(kernel = 3, rate = 9, padding = 9) Object d2;
                }

                class InABlock {
                    @Use(block = Unit.class) Object unit;
                    @Dilated(kernel = 3, rate = 3, padding = 3) Object d1;
                    //                          ^ error DilationCommonDivisor: declare Unit.conv as @Dilated(rate = 1), which changes nothing, or use
                    @Dilated(kernel = 3, rate = 9, padding = 9) Object d2;
                }

                @Block class Unit {
                    @Conv(kernel = 3, padding = 1) Object conv;
                }

                class Separable {
                    @SeparableConv(kernel = 3, padding = 1, out = 8) Object stem;
                    @Dilated(kernel = 3, rate = 3, padding = 3) Object d1;
                    //                          ^ error DilationCommonDivisor: state rate = 1 at stem, which changes nothing, or use
                    @Dilated(kernel = 3, rate = 9, padding = 9) Object d2;
                }
                """);
    }

    @Test
    void dilationCommonDivisorDoesNotProposeToDeclareALayerThatWouldNotMendTheStack() {
        expect("""
                import dev.fovea.*;

                class Uneven {
                    @Conv(kernel = 3, padding = 1) Object stem;
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object d1;
                    //                          ^ error DilationCommonDivisor: gridding: rates 2, 4 of d1, d2 are both multiples of 2, so a unit reads 7x7 of the 13x13 positions that it spans in the stack's input; use rates 2, 3 (field 11 instead of 13) with padding 2, 3 | with stem it reads all 15
                    @Dilated(kernel = 3, rate = 4, padding = 4) Object d2;
                }

                /** The plain layer mends the first of three equal stacks, whose finding is that of all. */
                class Repeated {
                    @Conv(kernel = 3, padding = 1) Object stem;
                    @Use(block = Tied.class, repeat = 3, rate = 3) Object stage;
                    //                                          ^ error DilationCommonDivisor: so a unit reads 5x5 of the 13x13 positions that it spans in the stack's input; write rate = 1 at stage (field 5 instead of 13) (and 2 more layers of stage)
                }

                @Block class Tied {
                    @Dilated(kernel = 3, rate = Param.RATE, padding = Param.RATE) Object a;
                    @Dilated(kernel = 3, rate = Param.RATE, padding = Param.RATE) Object b;
                    @Pool(kernel = 3, stride = 1, padding = 1) Object pooled;
                }

                class Pooled {
                    @Pool(kernel = 3, stride = 1, padding = 1) Object stem;
                    @Dilated(kernel = 3, rate = 3, padding = 3) Object d1;
                    //                          ^ error DilationCommonDivisor: gridding: rates 3, 9 of d1, d2 are both multiples of 3, so a unit reads 9x9 of the 25x25 positions that it spans in the stack's input; use rates 3, 8 (field 23 instead of 25) with padding 3, 8 | with stem it reads all 27
                    @Dilated(kernel = 3, rate = 9, padding = 9) Object d2;
                }

                /** 1, 3, 27 would lose positions. */
                class TooFar {
                    @Conv(kernel = 3, padding = 1) Object stem;
                    @Dilated(kernel = 3, rate = 3, padding = 3) Object d1;
                    //                          ^ error DilationCommonDivisor: gridding: rates 3, 27 of d1, d2 are both multiples of 3, so a unit reads 9x9 of the 61x61 positions that it spans in the stack's input; use rates 3, 8 (field 23 instead of 61) with padding 3, 8 | (36 lost, the first at offset 9)
                    @Dilated(kernel = 3, rate = 27, padding = 27) Object d2;
                }

                /** Declared in the block, it would join a stack elsewhere that it breaks. */
                class UsedElsewhere {
                    @Use(block = Unit.class) Object unit;
                    @Dilated(kernel = 3, rate = 3, padding = 3) Object d1;
                    //                          ^ error DilationCommonDivisor: gridding: rates 3, 9 of d1, d2 are both multiples of 3, so a unit reads 9x9 of the 25x25 positions that it spans in the stack's input; use rates 3, 8 (field 23 instead of 25) with padding 3, 8 | with unit.conv it reads all 27
                    @Dilated(kernel = 3, rate = 9, padding = 9) Object d2;
                    @Pool(kernel = 2) Object pool;
                    @Use(block = Unit.class) Object again;
                    @Dilated(kernel = 3, rate = 4, padding = 4) Object alone;
                }

                @Block class Unit {
                    @Conv(kernel = 3, padding = 1) Object conv;
                }
                """);
    }
}
