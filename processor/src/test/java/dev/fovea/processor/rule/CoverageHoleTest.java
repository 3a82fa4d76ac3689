package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.expect;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Positions that a stack never reads though the classical rule is content. */
final class CoverageHoleTest {
    private static final String HOLE = """
            import dev.fovea.*;

            class Net {
                @Dilated(kernel = 3, rate = 2) Object a;
                //                          ^ SEVERITY CoverageHole: gridding: rates 2, 3 of a, b leave gaps, so a unit reads 9x9 of its 11x11 field
                @Dilated(kernel = 3, rate = 3) Object b;
            }
            """;

    @Test
    void coverageHoleFindsPositionsThatAreNeverRead() {
        expect(HOLE.replace("SEVERITY", "error"));
        expect("-Afovea.hdc=exact", HOLE.replace("SEVERITY", "error"));
    }

    @Test
    void coverageHoleStaysSilentWhereEverythingIsRead() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Dilated(kernel = 3, rate = 1) Object a;
                    @Dilated(kernel = 3, rate = 3) Object b;
                }

                class Descending {
                    @Dilated(kernel = 3, rate = 7) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                    @Dilated(kernel = 3, rate = 1) Object c;
                }

                class Above {
                    @Pool(kernel = 3, stride = 1) Object pool;
                    @Dilated(kernel = 3, rate = 2) Object a;
                    @Dilated(kernel = 3, rate = 3) Object b;
                }

                class Below {
                    @Dilated(kernel = 3, rate = 2) Object a;
                    @Dilated(kernel = 3, rate = 3) Object b;
                    @Conv(kernel = 3) Object plain;
                }
                """);
    }

    @Test
    void coverageHoleDoesNotCountNeighboursThatStrideOrDilate() {
        expect("""
                import dev.fovea.*;

                class StridedEntry {
                    @Conv(kernel = 3, stride = 2) Object stem;
                    @Dilated(kernel = 3, rate = 2) Object a;
                    //                          ^ error CoverageHole
                    @Dilated(kernel = 3, rate = 3) Object b;
                }

                class DilatedPool {
                    @Pool(kernel = 3, stride = 1, rate = 2) Object pool;
                    @Dilated(kernel = 3, rate = 2) Object a;
                    //                          ^ error CoverageHole
                    @Dilated(kernel = 3, rate = 3) Object b;
                }

                /** The exit's taps are as far apart as the top layer strides. */
                class ExitBehindAStride {
                    @Dilated(kernel = 3, rate = 2) Object a;
                    //                          ^ error CoverageHole
                    @Dilated(kernel = 3, rate = 3, stride = 2) Object b;
                    @Conv(kernel = 3) Object head;
                }

                /** An entry that counts in height only. */
                class FlatEntry {
                    @Conv(kernel = {3, 1}) Object stem;
                    @Dilated(kernel = 3, rate = 2) Object a;
                    //                          ^ error CoverageHole: gridding in width: rates
                    @Dilated(kernel = 3, rate = 3) Object b;
                }
                """);
    }

    @Test
    void coverageHolePointsAtTheRateBeyondTheBound() {
        expect("""
                import dev.fovea.*;

                class Order {
                    @Dilated(kernel = 3, rate = 9) Object a;
                    //                          ^ error CoverageHole: gridding: rates 9, 2, 1 of a, b, c leave gaps, so a unit reads 21x21 of its 25x25 field
                    @Dilated(kernel = 3, rate = 2) Object b;
                    @Dilated(kernel = 3, rate = 1) Object c;
                }

                class MixedKernels {
                    @Dilated(kernel = 3, rate = 1) Object a;
                    @Dilated(kernel = 5, rate = 4) Object b;
                    //                          ^ error CoverageHole: rates 1, 4 of a, b
                }

                @Network(input = @Input(axes = 1))
                class EvenKernels {
                    @Dilated(kernel = 2, rate = 1) Object a;
                    @Dilated(kernel = 2, rate = 1) Object b;
                    @Dilated(kernel = 2, rate = {4}) Object c;
                    //                           ^ error CoverageHole
                }

                class SecondAxis {
                    @Dilated(kernel = 3, rate = {1, 3}) Object a;
                    @Dilated(kernel = 3, rate = {2, 2}) Object b;
                    //                              ^ error CoverageHole: gridding in width: rates
                }

                @Network(input = @Input(axes = 3))
                class Volume {
                    @Dilated(kernel = 3, rate = {1, 2, 1}) Object a;
                    //                              ^ error CoverageHole: gridding in height: rates 2, 3 of a, b leave gaps, so a unit reads 9 of the 11 pixels that its field spans
                    @Dilated(kernel = 3, rate = {2, 3, 2}) Object b;
                }

                class Rectangular {
                    @Dilated(kernel = {3, 1}, rate = 2) Object a;
                    //                               ^ error CoverageHole: gridding in height: rates 2, 3 of a, c leave gaps, so a unit reads 9 of the 11 pixels that its field spans
                    @Dilated(kernel = {1, 3}, rate = 1) Object b;
                    @Dilated(kernel = {3, 1}, rate = 3) Object c;
                }
                """);
    }

    @Test
    void coverageHoleCanBeAcceptedAndSuppressed() {
        expect("""
                import dev.fovea.*;

                class OnTheLastLayer {
                    @Dilated(kernel = 3, rate = 2) Object a;
                    @Accept(value = "CoverageHole", reason = "for comparison") @Dilated(kernel = 3, rate = 3) Object b;
                }

                class OnTheAnchor {
                    @Accept(value = "CoverageHole", reason = "for comparison") @Dilated(kernel = 3, rate = 2) Object a;
                    @Dilated(kernel = 3, rate = 3) Object b;
                }

                class SuppressedOnTheLastLayer {
                    @Dilated(kernel = 3, rate = 2) Object a;
                    @SuppressWarnings("CoverageHole") @Dilated(kernel = 3, rate = 3) Object b;
                }

                @Accept(value = "CoverageHole", reason = "for comparison")
                class OnTheClass {
                    @Dilated(kernel = 3, rate = 2) Object a;
                    @Dilated(kernel = 3, rate = 3) Object b;
                }

                @SuppressWarnings("CoverageHole")
                class SuppressedOnTheClass {
                    @Dilated(kernel = 3, rate = 2) Object a;
                    @Dilated(kernel = 3, rate = 3) Object b;
                }
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "warning", "note"})
    void hasTheSeverityAskedFor(String severity) {
        expect("-Afovea.severity=CoverageHole=" + severity, HOLE.replace("SEVERITY", severity));
    }

    @Test
    void coverageHoleCanBeSwitchedOff() {
        expect("-Afovea.severity=CoverageHole=off", HOLE.replaceAll("//.*", ""));
    }
}
