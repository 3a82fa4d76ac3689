package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.expect;

import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Check;
import org.junit.jupiter.api.Test;

/** Acceptances that accept nothing, and those that look as if they did. */
final class UnusedAcceptanceTest {
    @Test
    void anAcceptanceOnALayerMustBeUsed() {
        check("""
                import dev.fovea.*;

                class Net {
                    @Accept(value = "DilationGap", reason = "measured") @Conv(kernel = 3) Object a;
                    //              ^ note UnusedAcceptance: @Accept names DilationGap, which finds nothing on a; remove it, since it would hide what a later change brings
                    @Accept(value = {"ExpectationFailed", "DilationGap"}, reason = "measured")
                    //                                    ^ note UnusedAcceptance: @Accept names DilationGap
                    @Conv(kernel = 3) @Expect(size = 4) Object b;
                    @SuppressWarnings({"unused", "JumpMismatch"}) @Conv(kernel = 3) Object c;
                    //                           ^ note UnusedAcceptance: @SuppressWarnings names JumpMismatch, which finds nothing on c
                }
                """);
    }

    @Test
    void anAcceptanceOnTheClassMustBeUsed() {
        check("""
                import dev.fovea.*;

                @Accept(value = {"ExpectationFailed", "DilationGap"}, reason = "measured")
                //                                    ^ note UnusedAcceptance: @Accept names DilationGap, which finds nothing in this model
                @SuppressWarnings("CoverageHole")
                //                ^ note UnusedAcceptance: @SuppressWarnings names CoverageHole, which finds nothing in this model
                class Net {
                    @Conv(kernel = 3) @Expect(size = 4) Object a;
                }
                """);
    }

    @Test
    void anAcceptanceOnAUseMustBeUsed() {
        check("""
                import dev.fovea.*;

                @Block
                class Part {
                    @Dilated(kernel = 3, rate = Param.RATE, padding = Param.RATE) Object d;
                }

                class Net {
                    @Accept(value = "DilationCommonDivisor", reason = "measured")
                    @Use(block = Part.class, repeat = 2, rate = 2) Object fires;
                    @Pool(kernel = 2) Object pool;
                    @Accept(value = "DilationCommonDivisor", reason = "measured")
                    //              ^ note UnusedAcceptance: @Accept names DilationCommonDivisor, which finds nothing on silent
                    @Use(block = Part.class, repeat = 2, rate = {1, 2}) Object silent;
                }
                """);
    }

    @Test
    void anyLayerOfAStackAccepts() {
        check("""
                import dev.fovea.*;

                class Net {
                    @Accept(value = "DilationCommonDivisor", reason = "measured") @Dilated(kernel = 3, rate = 2) Object a;
                    @SuppressWarnings("DilationCommonDivisor") @Dilated(kernel = 3, rate = 2) Object b;
                    @Dilated(kernel = 3, rate = 2) @Accept(value = "DilationCommonDivisor", reason = "measured") Object c;
                }

                @Accept(value = "DilationCommonDivisor", reason = "measured")
                class Twice {
                    @Accept(value = "DilationCommonDivisor", reason = "measured") @Dilated(kernel = 3, rate = 2) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                }
                """);
    }

    @Test
    void membersDeclaredTogetherAreOne() {
        check("""
                import dev.fovea.*;

                class Net {
                    @Accept(value = "ExpectationFailed", reason = "measured") @Conv(kernel = 3) @Expect(size = 3) Object a, b;
                    @Accept(value = "ExpectationFailed", reason = "measured") @Conv(kernel = 3) Object c, d, e;
                    //              ^ note UnusedAcceptance: @Accept names ExpectationFailed, which finds nothing on c
                }
                """);
    }

    @Test
    void nothingIsSaidWhileFaultsHideOthers() {
        check("""
                import dev.fovea.*;

                class Invalid {
                    @Conv(kernel = 0) Object a;
                    //             ^ error InvalidAttribute
                    @Accept(value = "DilationGap", reason = "measured") @Conv(kernel = 3) Object b;
                }

                @Accept(value = "DilationGap", reason = "measured")
                class Shapes {
                    @Conv(kernel = 3, out = 4) Object a;
                    @Conv(kernel = 3, groups = 3) Object b;
                    //                         ^ error ShapeMismatch
                }

                @Accept(value = "JumpMismatch", reason = "measured")
                class Jumps {
                    @Conv(kernel = 3, stride = 2, padding = 1) Object a;
                    @Concat(from = {"a", Network.INPUT}) Object b;
                    //                          ^ error JumpMismatch
                }

                @Block
                class Broken {
                    @Conv(kernel = 0) Object a;
                    //             ^ error InvalidAttribute
                }

                @Accept(value = "DilationGap", reason = "measured")
                class User {
                    @Use(block = Broken.class) Object broken;
                }
                """);
    }

    @Test
    void nothingIsSaidOfRulesThatAreOff() {
        String source = """
                class Net {
                    @dev.fovea.Accept(value = {"DilationGap", "CoverageHole"}, reason = "measured")
                    //                                        ^ note UnusedAcceptance: @Accept names CoverageHole
                    @dev.fovea.Conv(kernel = 3) Object a;
                }
                """;
        expect("-Afovea.severity=DilationGap=off", source);
        expect("-Afovea.severity=all=off,CoverageHole=error,UnusedAcceptance=note", source);
    }

    @Test
    void unusedAcceptancesInBlocksAreLeftAlone() {
        check("""
                import dev.fovea.*;

                @Block
                @Accept(value = "DilationGap", reason = "measured")
                class Part {
                    @Accept(value = "DilationGap", reason = "measured")
                    @Dilated(kernel = 3, rate = Param.RATE, padding = Param.RATE) Object d;
                }

                class Fires {
                    @Use(block = Part.class, repeat = 2, rate = {1, 4}) Object part;
                }

                class Silent {
                    @Use(block = Part.class, repeat = 2, rate = {1, 2}) Object part;
                }
                """);
    }

    @Test
    void aSeverityOptionMayMakeAnAcceptanceUnused() {
        String source = """
                class Net {
                    @dev.fovea.Accept(value = "DilationGap", reason = "measured")
                    //                        ^ SEVERITY UnusedAcceptance
                    @dev.fovea.Conv(kernel = 3) Object a;
                    @dev.fovea.Accept(value = {"UnusedAcceptance", "DilationGap"}, reason = "measured")
                    @dev.fovea.Conv(kernel = 3) Object b;
                    @SuppressWarnings({"DilationGap", "UnusedAcceptance"})
                    @dev.fovea.Conv(kernel = 3) Object c;
                }
                """;
        for (String severity : new String[] {"note", "warning", "error"}) {
            expect("-Afovea.severity=UnusedAcceptance=" + severity, source.replace("SEVERITY", severity));
        }
        expect("-Afovea.severity=UnusedAcceptance=off", source.replaceAll(".*SEVERITY.*\n", ""));
    }

    /** What other tools' names mean is not known here. */
    @Test
    void unknownNamesInSuppressWarningsAreLeftAlone() {
        check("""
                class Net {
                    @SuppressWarnings({"DilationGapp", "unchecked", "EmptyOutput", "all"})
                    @dev.fovea.Conv(kernel = 3) Object a;
                }
                """);
    }

    private static void check(String source) {
        Check.expect(FoveaProcessor::new, source);
    }
}
