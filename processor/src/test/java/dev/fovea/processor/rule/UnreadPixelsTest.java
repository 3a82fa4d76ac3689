package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.expect;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pixels inside the field of an endpoint, or of the last layer, that its units never read. */
final class UnreadPixelsTest {
    /** Raw rates do not tell: the taps of the second layer are four pixels apart. */
    private static final String STRIDE_THEN_RATE = """
            import dev.fovea.*;

            class Net {
                @Conv(kernel = 3, stride = 2) Object a;
                @Dilated(kernel = 3, rate = 2) Object b;
                //                          ^ SEVERITY UnreadPixels: b reads 81 of the 121 pixels of its field (40 lost, the first at offset 0, 3): its taps are 4 pixels apart, and the layers of smaller steps bridge at most 3; use rate 1
            }
            """;

    /** As typed: the padding goes with the rate, and 64 units stay 64. */
    @Test
    void theAdviceSaysThePaddingToo() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(size = 64))
                class Net {
                    @Conv(kernel = 3, stride = 2, padding = 1) Object stem;
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object context;
                    //                          ^ error UnreadPixels: bridge at most 3; use rate 1 with padding 1
                    @Add(from = {"stem", "context"}) Object sum;
                }

                @Network(input = @Input(size = 64))
                class OneAxis {
                    @Conv(kernel = 3, stride = {2, 1}, padding = 1) Object stem;
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object context;
                    //                          ^ error UnreadPixels: bridge at most 3; use rate {1, 2} with padding {1, 2}
                }
                """);
    }

    @Test
    void unreadPixelsFiresWhereAStepExceedsItsBound() {
        expect(STRIDE_THEN_RATE.replace("SEVERITY", "error"));
    }

    @Test
    void unreadPixelsIsAWarningWhereTheLayerIsNotDilated() {
        expect("""
                import dev.fovea.*;

                class Pooled {
                    @Conv(kernel = 3, stride = 2) Object a;
                    @Pool(kernel = 3, stride = 1, rate = 2) Object b;
                    //                                   ^ warning UnreadPixels: its taps are 4 pixels apart
                }

                class Alone {
                    @Pool(kernel = 3, stride = 1, rate = 2) Object a;
                    //                                   ^ warning UnreadPixels: the taps of a are 2 pixels apart and no layer reads in between; use rate 1
                    @Conv(kernel = 1) Object b;
                }
                """);
    }

    @Test
    void unreadPixelsNamesTheLayerWhoseStepIsTooLargeWhereverItStands() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 3, stride = 2) Object a;
                    @Dilated(kernel = 3, rate = 4) Object b;
                    //                          ^ error UnreadPixels: d reads 441 of the 529 pixels of its field (88 lost, the first at offset 0, 7): the taps of b are 8 pixels apart, and the layers of smaller steps bridge at most 7; use a rate of at most 3
                    @Conv(kernel = 1) Object c;
                    @Conv(kernel = 3) Object d;
                }
                """);
    }

    @Test
    void unreadPixelsJudgesEveryAxis() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(axes = 1))
                class OneAxis {
                    @Conv(kernel = 3, stride = 2) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                    //                          ^ error UnreadPixels: b reads 9 of the 11 pixels of its field (2 lost, the first at offset 3)
                }

                class Width {
                    @Conv(kernel = 3, stride = {1, 2}) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                    //                          ^ error UnreadPixels: b reads 63 of the 77 pixels of its field (14 lost, the first at offset 0, 3): its taps are 4 pixels apart in width, and the layers of smaller steps bridge at most 3
                }

                @Network(input = @Input(axes = 3))
                class Volume {
                    @Conv(kernel = 3, stride = {2, 1, 1}) Object a;
                    @Dilated(kernel = 3, rate = {2, 1, 1}) Object b;
                    //                           ^ error UnreadPixels: b reads 225 of the 275 pixels of its field (50 lost, the first at offset 3, 0, 0): its taps are 4 pixels apart in depth
                }
                """);
    }

    @Test
    void unreadPixelsStaysSilentUpToTheBound() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 4, stride = 2) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                }

                /** The gap is closed further up. */
                class Closed {
                    @Dilated(kernel = 3, rate = 2) Object a;
                    @Conv(kernel = 3) Object b;
                }

                /** Nobody reads the map with the gap but the next layer. */
                class NoEndpoint {
                    @Conv(kernel = 3, stride = 2) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                    @GlobalPool Object c;
                    @Linear(out = 10) Object d;
                }
                """);
    }

    /** No unit reads the pixels that a stride passes over: that is SkippedInput's to say. */
    @Test
    void unreadPixelsLeavesSkippedPixelsToTheLayerThatSkips() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 2, stride = 3) Object a;
                    //                         ^ warning SkippedInput
                    @Conv(kernel = 2) Object b;
                }
                """);
    }

    @Test
    void unreadPixelsJudgesEndpointsAndReportsALayerOnce() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 3, stride = 2) Object a;
                    @Endpoint("early") @Dilated(kernel = 3, rate = 2) Object b;
                    //                                             ^ error UnreadPixels: b reads 81 of the 121 pixels
                    @Endpoint("late") @Conv(kernel = 1) Object c;
                    @Conv(kernel = 3, from = "a") Object d;
                }
                """);
    }

    /** Its branches reach 37 by 37 pixels, and read 25. */
    @Test
    void unreadPixelsIsAWarningAtTheMergeOfAPyramid() {
        expect("""
                import dev.fovea.*;

                class Pyramid {
                    @Dilated(kernel = 3, rate = 6, padding = 6, from = Network.INPUT) Object rate6;
                    @Dilated(kernel = 3, rate = 12, padding = 12, from = Network.INPUT) Object rate12;
                    @Dilated(kernel = 3, rate = 18, padding = 18, from = Network.INPUT) Object rate18;
                    @Concat(from = {"rate6", "rate12", "rate18"}) Object all;
                //  ^ warning UnreadPixels: project reads 25 of the 1369 pixels of its field (1344 lost, the first at offset 0, 1): the inputs of all read places too far apart; add one that reads in between
                    @Conv(kernel = 1) Object project;
                }
                """);
    }

    /** Every row and every column is read somewhere, and pixels next to the centre are not. */
    @Test
    void unreadPixelsSeesLossesThatNoProjectionShows() {
        expect("""
                import dev.fovea.*;

                class LargeCross {
                    @Conv(kernel = {9, 1}, padding = {4, 0}, from = Network.INPUT) Object column;
                    @Conv(kernel = {1, 9}, padding = {0, 4}, from = Network.INPUT) Object row;
                    @Concat(from = {"column", "row"}) Object both;
                //  ^ warning UnreadPixels: both reads 17 of the 81 pixels of its field (64 lost, the first at offset 0, 0): the inputs of both read places too far apart
                }

                /** A small one lacks its corners only. */
                class SmallCross {
                    @Conv(kernel = {3, 1}, padding = {1, 0}, from = Network.INPUT) Object column;
                    @Conv(kernel = {1, 3}, padding = {0, 1}, from = Network.INPUT) Object row;
                    @Concat(from = {"column", "row"}) Object both;
                }
                """);
    }

    @Test
    void unreadPixelsStaysSilentWhereTheStackIsReported() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Dilated(kernel = 3, rate = 2) Object a;
                    //                          ^ error DilationCommonDivisor
                    @Dilated(kernel = 3, rate = 2) Object b;
                }

                @Accept(value = "DilationCommonDivisor", reason = "for comparison")
                class Accepted {
                    @Dilated(kernel = 3, rate = 2) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                }
                """);
    }

    @Test
    void unreadPixelsLooksIntoBlocks() {
        expect("""
                import dev.fovea.*;

                @Block
                class Unit {
                    @Dilated(kernel = 3, rate = Param.RATE, stride = Param.STRIDE) Object conv;
                }

                class Net {
                    @Use(block = Unit.class, stride = 2) Object a;
                    @Use(block = Unit.class, rate = 2) Object b;
                    //                              ^ error UnreadPixels: b.conv reads 81 of the 121 pixels
                }
                """);
    }

    @Test
    void unreadPixelsCanBeAcceptedAndSuppressed() {
        expect("""
                import dev.fovea.*;

                class OnTheLayer {
                    @Conv(kernel = 3, stride = 2) Object a;
                    @Accept(value = "UnreadPixels", reason = "for comparison") @Dilated(kernel = 3, rate = 2) Object b;
                }

                class OnTheReader {
                    @Conv(kernel = 3, stride = 2) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                    @SuppressWarnings("UnreadPixels") @Conv(kernel = 1) Object c;
                }

                @Accept(value = "UnreadPixels", reason = "for comparison")
                class OnTheClass {
                    @Conv(kernel = 3, stride = 2) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                }

                @Block
                class Unit {
                    @Dilated(kernel = 3, rate = Param.RATE) Object conv;
                }

                class OnTheUse {
                    @Conv(kernel = 3, stride = 2) Object a;
                    @Accept(value = "UnreadPixels", reason = "for comparison") @Use(block = Unit.class, rate = 2) Object b;
                }
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "warning", "note"})
    void hasTheSeverityAskedFor(String severity) {
        expect("-Afovea.severity=UnreadPixels=" + severity, STRIDE_THEN_RATE.replace("SEVERITY", severity));
    }

    @Test
    void unreadPixelsCanBeSwitchedOff() {
        expect("-Afovea.severity=UnreadPixels=off", STRIDE_THEN_RATE.replaceAll("//.*", ""));
    }

    /** The entries of one argument are typed together, in one statement. */
    @Test
    void severalRatesOfOneUseAreOneEdit() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(axes = 1, channels = 4, size = 2000))
                class Net {
                    @Block
                    static class Unit {
                        @Dilated(kernel = 3, padding = Padding.SAME, stride = Param.STRIDE, rate = Param.RATE) Object conv;
                    }

                    @Conv(kernel = 2) Object stem;
                    @Use(block = Unit.class, repeat = 2, stride = 3, rate = {4, 2}) Object stage;
                            @Conv(kernel = 3) Object head;
                    //      ^ warning UnreadPixels: bridge at most 2; write rate = 1 at stage
                }
                """);
    }
}
