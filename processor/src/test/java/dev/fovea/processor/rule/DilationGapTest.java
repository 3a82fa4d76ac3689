package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.expect;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code M2 > K} in a rising edge of a stack's rates. */
final class DilationGapTest {
    private static final String GAP = """
            import dev.fovea.*;

            class Net {
                @Dilated(kernel = 3, rate = 1) Object a;
                @Dilated(kernel = 3, rate = 2) Object b;
                @Dilated(kernel = 3, rate = 9) Object c;
                //                          ^ SEVERITY DilationGap: gridding: rates 1, 2, 9 of a, b, c rise too fast for kernel 3, so a unit reads 21x21 of its 25x25 field | M2 = 5 > K
            }
            """;

    private static final String GAP_WITHOUT_LOSS = """
            import dev.fovea.*;

            HDC
            class Net {
                @Dilated(kernel = 3, rate = 1) Object a;
                @Dilated(kernel = 3, rate = 4) Object b;
                // MARK
                @Dilated(kernel = 3, rate = 1) Object c;
            }
            """;

    @Test
    void dilationGapFindsRatesBeyondTheBound() {
        expect(GAP.replace("SEVERITY", "error"));
    }

    @Test
    void dilationGapStaysSilentUpToTheKernel() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Dilated(kernel = 3, rate = 1) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                    @Dilated(kernel = 3, rate = 7) Object c;
                }

                class LargerKernel {
                    @Dilated(kernel = 5, rate = 1) Object a;
                    @Dilated(kernel = 5, rate = 2) Object b;
                    @Dilated(kernel = 5, rate = 9) Object c;
                }

                /** Edges of 1, 2, 3 and 2, 5 would not do, but the whole list does. */
                class SoundAsAWhole {
                    @Dilated(kernel = 3, rate = 1) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                    @Dilated(kernel = 3, rate = 3) Object c;
                    @Dilated(kernel = 3, rate = 2) Object d;
                    @Dilated(kernel = 3, rate = 5) Object e;
                }

                /** Where kernels differ the recurrence is undefined: coverage judges alone. */
                class MixedKernels {
                    @Dilated(kernel = 7, rate = 1) Object a;
                    @Dilated(kernel = 3, rate = 7) Object b;
                }
                """);
    }

    /** The proposal is the same as without neighbours, and so is the place. */
    @Test
    void whatALayerBesideReadsDoesNotMoveThePlace() {
        expect("""
                import dev.fovea.*;

                class BelowAPlainLayer {
                    @Dilated(kernel = 3, rate = 1) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                    @Dilated(kernel = 3, rate = 9) Object c;
                    //                          ^ error DilationGap: rates 1, 2, 9 of a, b, c rise too fast for kernel 3, though with head a unit reads all 27x27 positions that it spans; use rates 1, 3, 8 (same field)
                    @Conv(kernel = 3) Object head;
                }

                class AboveAPlainLayer {
                    @Conv(kernel = 3) Object stem;
                    @Dilated(kernel = 3, rate = 1) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                    @Dilated(kernel = 3, rate = 9) Object c;
                    //                          ^ error DilationGap: rates 1, 2, 9 of a, b, c rise too fast for kernel 3, though with stem a unit reads all 27x27 positions that it spans; use rates 1, 3, 8 (same field)
                }
                """);
    }

    @Test
    void dilationGapPointsAtTheRateThatLosesPositionsOnTheAxisInQuestion() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(axes = 1))
                class OneAxis {
                    @Dilated(kernel = 3, rate = 1) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                    @Dilated(kernel = 3, rate = 9) Object c;
                    //                          ^ error DilationGap: gridding: rates 1, 2, 9 of a, b, c rise too fast for kernel 3, so a unit reads 21 of the 25 pixels that its field spans
                }

                class SecondAxis {
                    @Dilated(kernel = 3, rate = 1) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                    @Dilated(kernel = 3, rate = {5, 9}) Object c;
                    //                              ^ error DilationGap: gridding in width: rates 1, 2, 9 of a, b, c rise too fast for kernel 3, so a unit reads 21 of the 25 pixels that its field spans
                    @Dilated(kernel = {3, 1}, rate = 1) Object d;
                }

                @Network(input = @Input(axes = 3))
                class FirstOfThree {
                    @Dilated(kernel = 3, rate = 1) Object a;
                    @Dilated(kernel = {3, 1, 3}, rate = 2) Object b;
                    @Dilated(kernel = {3, 1, 3}, rate = {9, 7, 7}) Object c;
                    //                                   ^ error DilationGap: gridding in depth: rates 1, 2, 9 of a, b, c rise too fast for kernel 3, so a unit reads 21 of the 25 pixels that its field spans
                }

                class Rectangular {
                    @Dilated(kernel = {3, 1}, rate = {1, 7}) Object a;
                    @Dilated(kernel = {1, 3}, rate = {7, 1}) Object b;
                    @Dilated(kernel = {3, 1}, rate = {3, 7}) Object c;
                    @Dilated(kernel = {1, 3}, rate = {7, 4}) Object d;
                    //                                   ^ error DilationGap: gridding in width: rates 1, 4 of b, d rise too fast for kernel 3, so a unit reads 9 of the 11 pixels that its field spans
                }
                """);
    }

    @Test
    void dilationGapHidesACoverageHoleOnAnotherAxis() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Dilated(kernel = 3, rate = {2, 1}) Object a;
                    @Dilated(kernel = 3, rate = {3, 4}) Object b;
                    //                              ^ error DilationGap: gridding in width: rates 1, 4 of a, b rise too fast for kernel 3, so a unit reads 9 of the 11 pixels that its field spans
                }
                """);
    }

    @Test
    void dilationGapFiresInStrictModeWithoutALoss() {
        String marked = GAP_WITHOUT_LOSS.replace(
                "// MARK", "//                          ^ error DilationGap: rise too fast for kernel 3 (1, 4),");
        expect(marked.replace("HDC", ""));
        expect(marked.replace("HDC", "@Network"));
        expect("-Afovea.hdc=strict", marked.replace("HDC", "@Network"));
        expect("-Afovea.hdc=exact", marked.replace("HDC", "@Network(hdc = Hdc.STRICT)"));
    }

    @Test
    void dilationGapStaysSilentInExactModeWithoutALoss() {
        expect("-Afovea.hdc=exact", GAP_WITHOUT_LOSS.replace("HDC", ""));
        expect("-Afovea.hdc=exact", GAP_WITHOUT_LOSS.replace("HDC", "@Network"));
        expect(GAP_WITHOUT_LOSS.replace("HDC", "@Network(hdc = Hdc.EXACT)"));
        expect("-Afovea.hdc=strict", GAP_WITHOUT_LOSS.replace("HDC", "@Network(hdc = Hdc.EXACT)"));
    }

    @Test
    void dilationGapFiresInExactModeWithALoss() {
        expect("-Afovea.hdc=exact", GAP.replace("SEVERITY", "error"));
    }

    @Test
    void dilationGapCanBeAcceptedAndSuppressed() {
        expect("""
                import dev.fovea.*;

                class OnTheFirstLayer {
                    @Accept(value = "DilationGap", reason = "for comparison") @Dilated(kernel = 3, rate = 1) Object a;
                    @Dilated(kernel = 3, rate = 4) Object b;
                }

                class OnTheAnchor {
                    @Dilated(kernel = 3, rate = 1) Object a;
                    @Accept(value = "DilationGap", reason = "for comparison") @Dilated(kernel = 3, rate = 4) Object b;
                }

                class SuppressedOnTheFirstLayer {
                    @SuppressWarnings("DilationGap") @Dilated(kernel = 3, rate = 1) Object a;
                    @Dilated(kernel = 3, rate = 4) Object b;
                }

                @Accept(value = "DilationGap", reason = "for comparison")
                class OnTheClass {
                    @Dilated(kernel = 3, rate = 1) Object a;
                    @Dilated(kernel = 3, rate = 4) Object b;
                }

                @SuppressWarnings("DilationGap")
                class SuppressedOnTheClass {
                    @Dilated(kernel = 3, rate = 1) Object a;
                    @Dilated(kernel = 3, rate = 4) Object b;
                }

                /** Two stacks: what is accepted of the one is not of the other. */
                class OnAnotherStack {
                    @Accept(value = "DilationGap", reason = "for comparison") @Dilated(kernel = 3, rate = 1) Object a;
                    @Dilated(kernel = 3, rate = 4) Object b;
                    @Conv(kernel = 3, stride = 2) Object between;
                    @Dilated(kernel = 3, rate = 1) Object c;
                    @Dilated(kernel = 3, rate = 4) Object d;
                    //                          ^ error DilationGap: rates 1, 4 of c, d
                }
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "warning", "note"})
    void hasTheSeverityAskedFor(String severity) {
        expect("-Afovea.severity=DilationGap=" + severity, GAP.replace("SEVERITY", severity));
    }

    @Test
    void dilationGapCanBeSwitchedOff() {
        expect("-Afovea.severity=DilationGap=off", GAP.replaceAll("//.*", ""));
    }
}
