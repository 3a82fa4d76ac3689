package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.expect;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures that differ from the pinned ones. */
final class ExpectationFailedTest {
    @Test
    void expectationFailedNamesSoundRatesThatReachTheExpectedSize() {
        expect("""
                import dev.fovea.*;

                class Reached {
                    @Dilated(kernel = 3, rate = 1) Object d1;
                    @Dilated(kernel = 3, rate = 2) Object d2;
                    @Dilated(kernel = 3, rate = 5) @Expect(size = 19) Object d3;
                    //                                            ^ error ExpectationFailed: size of d3 is 17, not the expected 19; rates 1, 2, 6 of d1 to d3 give it; change the network, or pin the new figure
                }

                class OutOfReach {
                    @Dilated(kernel = 3, rate = 1) Object d1;
                    @Dilated(kernel = 3, rate = 2) Object d2;
                    @Dilated(kernel = 3, rate = 5) Object d3;
                    @Conv(kernel = 1) @Expect(size = 65) Object head;
                    //                               ^ error ExpectationFailed: size of head is 17, not the expected 65; the nearest that sound rates of d1 to d3 reach is 27, with 1, 3, 9; change the network, or pin the new figure
                }

                class NoStack {
                    @Conv(kernel = 3) @Expect(size = 65) Object head;
                    //                               ^ error ExpectationFailed: size of head is 3, not the expected 65; change the network, or pin the new figure
                }
                """);
    }

    @Test
    void expectationFailedFindsFiguresThatDiffer() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 3, size = {32, 33}))
                class Net {
                    @Conv(kernel = 3, stride = 2, padding = 1, out = 8)
                    @Expect(size = 4, jump = "3/2", start = "0", extents = 17, channels = 9)
                    //             ^ error ExpectationFailed: size of a is 3, not the expected 4; change the network, or pin the new figure
                    //                       ^ error ExpectationFailed: jump of a is 2, not the expected 3/2
                    //                                      ^ error ExpectationFailed: start of a is -1, not the expected 0
                    //                                                     ^ error ExpectationFailed: extent of a in height is 16, not the expected 17
                    //                                                                    ^ error ExpectationFailed: channels of a are 8, not the expected 9
                    Object a;
                }
                """);
    }

    @Test
    void expectationFailedStaysSilentWhereTheFiguresAgree() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 3, size = {32, 33}))
                class Net {
                    @Conv(kernel = 3, stride = 2, padding = 1, out = 8)
                    @Expect(size = 3, jump = "4/2", start = "-1", extents = {16, 17}, channels = 8)
                    Object a;
                    @Conv(kernel = {1, 3}) @Expect(size = {3, 7}, jump = {"2", "2"}, start = {"-1", "-1"}) Object b;
                    @Conv(kernel = 3) @Expect Object c;
                }
                """);
    }

    @Test
    void expectationFailedPointsAtTheEntry() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = {3, 5}) @Expect(size = {3, 6}) Object a;
                    //                                        ^ error ExpectationFailed: size of a in width is 5, not the expected 6
                    @Conv(kernel = 1) @Expect(size = 3) Object b;
                    //                               ^ error ExpectationFailed: size of b in width is 5, not the expected 3
                    @Conv(kernel = 1) @Expect(jump = {"1", "2"}) Object c;
                    //                                     ^ error ExpectationFailed: jump of c in width is 1, not the expected 2
                }

                @Network(input = @Input(axes = 3))
                class Volume {
                    @Conv(kernel = {3, 5, 7}) @Expect(size = {3, 4, 7}) Object a;
                    //                                           ^ error ExpectationFailed: size of a in height is 5, not the expected 4
                }

                @Network(input = @Input(axes = 1))
                class Sequence {
                    @Conv(kernel = 3) @Expect(size = 5) Object a;
                    //                               ^ error ExpectationFailed: size of a is 3, not the expected 5
                }
                """);
    }

    @Test
    void expectationFailedFiresWhereTheFigureIsUnknown() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 3) @Expect(extents = 32, channels = 8) Object a;
                    //                                  ^ error ExpectationFailed: extent of a is unknown, not the expected 32
                    //                                                 ^ error ExpectationFailed: channels of a are unknown, not the expected 8
                    @Conv(kernel = 3, stride = 2, padding = Padding.SAME) @Expect(size = 5, jump = "2", start = "0") Object b;
                    //                                                                                          ^ error ExpectationFailed: start of b is unknown, not the expected 0
                }
                """);
    }

    @Test
    void expectationFailedPinsCostsAndHowTheLayerIsFed() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(axes = 1, channels = 1, size = 64))
                class Net {
                    @Conv(kernel = 3, stride = 2, padding = 1, out = 8)
                    @Expect(parameters = 32, macs = 768, before = 2, after = 0, latency = 2)
                    Object a;
                    @Conv(kernel = 3, padding = 1, out = 8)
                    @Expect(parameters = 201, macs = 6143, before = 2, after = 4, latency = 3)
                    //                   ^ error ExpectationFailed: parameters of b are 200, not the expected 201
                    //                               ^ error ExpectationFailed: MACs of b are 6144, not the expected 6143
                    //                                              ^ error ExpectationFailed: context before a tile of b is 4, not the expected 2
                    //                                                         ^ error ExpectationFailed: context after a tile of b is 2, not the expected 4
                    //                                                                      ^ error ExpectationFailed: latency of b is 4, not the expected 3
                    Object b;
                }

                @Network(input = @Input(axes = 1, channels = 1, size = 64))
                @Expect(layer = "pair[1].only", before = 2, after = 1, latency = 3)
                //                                                  ^ error ExpectationFailed: context after a tile of pair[1].only is 2, not the expected 1
                @Expect(layer = "sum", offset = "1", latency = 4)
                //                                             ^ error ExpectationFailed: latency of sum is 3, not the expected 4
                //                              ^ error ExpectationFailed: offset of sum is 0, not the expected 1
                class Stated {
                    @Use(block = Padded.class, repeat = 2) Object pair;
                    @Add(from = {"<input>", "pair"}) Object sum;
                }

                @Block
                @Network(input = @Input(axes = 1))
                class Padded {
                    @Conv(kernel = 3, padding = 1, out = 1) Object only;
                }

                class Whole {
                    @GlobalPool @Expect(before = 0) Object c;
                    //                           ^ error ExpectationFailed: context before a tile of c is unknown, not the expected 0
                }
                """);
    }

    @Test
    void expectationFailedPinsTheOffsetOfAMerge() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(axes = 1))
                class Net {
                    @Conv(kernel = 9, padding = {7, 1}) Object ahead;
                    @Add(from = {"<input>", "ahead"}) @Expect(offset = "-3") Object sum;
                    @Add(from = {"ahead", "<input>"}) @Expect(offset = "3") Object mus;
                    @Add(from = {"<input>", "ahead"}) @Expect(offset = "-7/2") Object other;
                    //                                                 ^ error ExpectationFailed: offset of other is -3, not the expected -7/2
                    @Conv(kernel = 1) @Expect(offset = "0") Object none;
                    //                                 ^ error ExpectationFailed: offset of none is unknown, not the expected 0
                }
                """);
    }

    @Test
    void expectationFailedCanBeAcceptedAndSuppressed() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 3)
                    @Expect(size = 4)
                    @Accept(value = "ExpectationFailed", reason = "the paper counts otherwise")
                    Object a;
                    @Conv(kernel = 3) @Expect(size = 4) @SuppressWarnings("ExpectationFailed") Object b;
                    @Conv(kernel = 3) @Expect(size = 4) Object c;
                    //                               ^ error ExpectationFailed: size of c
                }

                @Accept(value = "ExpectationFailed", reason = "the paper counts otherwise")
                class OnTheClass {
                    @Conv(kernel = 3) @Expect(size = 4) Object a;
                }

                @SuppressWarnings("ExpectationFailed")
                class SuppressedOnTheClass {
                    @Conv(kernel = 3) @Expect(size = 4) Object a;
                }
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "warning", "note"})
    void hasTheSeverityAskedFor(String severity) {
        expect("-Afovea.severity=ExpectationFailed=" + severity, """
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 3) @Expect(size = 4) Object a;
                    //                               ^ SEVERITY ExpectationFailed
                }
                """.replace("SEVERITY", severity));
    }

    @Test
    void expectationFailedCanBeSwitchedOff() {
        expect("-Afovea.severity=ExpectationFailed=off", """
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 3) @Expect(size = 4) Object a;
                }
                """);
    }
}
