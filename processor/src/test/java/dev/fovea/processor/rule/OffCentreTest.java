package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.expect;
import static dev.fovea.processor.testing.Models.expectMessages;

import dev.fovea.processor.testing.Adjustments;
import org.junit.jupiter.api.Test;

/** Even windows that are padded alike on both sides. */
final class OffCentreTest {
    @Test
    void offCentreFindsFieldsThatLieAside() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 4, padding = 1) Object conv;
                    //             ^ note OffCentre: conv shifts its map by half a position: kernel 4 cannot be centred by padding 1 on both sides
                    @Pool(kernel = 2, stride = 1, padding = 1) Object pool;
                    //             ^ note OffCentre: pool shifts its map by half a position: kernel 2 cannot be centred by padding 1 on both sides
                    @Conv(kernel = 2, padding = {1, 1, 1, 1}) Object stated;
                    //             ^ note OffCentre: stated shifts its map by half a position: kernel 2 cannot be centred by padding 1 on both sides
                    @Dilated(kernel = 4, rate = 3, padding = 4) Object dilated;
                    //                ^ note OffCentre: dilated shifts its map by half a position: kernel 4 at rate 3 cannot be centred by padding 4 on both sides
                    @TransposedConv(kernel = 4, padding = 1) Object transposed;
                    //                       ^ note OffCentre: transposed shifts its map by half a position: kernel 4 cannot be centred by padding 1 on both sides
                }
                """);
    }

    @Test
    void offCentreStaysSilentOnCentredFields() {
        expect("""
                import static dev.fovea.Padding.*;

                import dev.fovea.*;

                class OddKernel {
                    @Conv(kernel = 3, padding = 1) Object a;
                    @Dilated(kernel = 5, rate = 3, padding = 6) Object b;
                }

                class EvenReach {
                    @Conv(kernel = 3, padding = 1) Object a;
                    @Dilated(kernel = 4, rate = 2, padding = 3) Object b;
                }

                class Strided {
                    @Conv(kernel = 4, stride = 2, padding = 1) Object a;
                    @TransposedConv(kernel = 4, stride = 2, padding = 1) Object b;
                }

                class PaddedOnOneSideMore {
                    @Conv(kernel = 4, padding = {1, 1, 2, 2}) Object a;
                    @Conv(kernel = 4, padding = SAME) Object b;
                }

                class NotPadded {
                    @Conv(kernel = 4) Object a;
                }

                @Network(input = @Input(axes = 1))
                class Causal {
                    @Conv(kernel = 2, padding = CAUSAL) Object a;
                    @Conv(kernel = 2, padding = 1) Object b;
                    @Crop(padding = {0, 1}) Object chomp;
                }

                @Network(input = @Input(size = 2))
                class OneUnit {
                    @Conv(kernel = 4, padding = 1) Object a;
                }
                """);
    }

    @Test
    void offCentrePointsAtTheAxis() {
        expect("""
                import dev.fovea.*;

                class OneOfTwo {
                    @Conv(kernel = {3, 4}, padding = 1) Object a;
                    //                 ^ note OffCentre: a shifts its map by half a position in width: kernel 4 cannot be centred by padding 1 on both sides
                }

                @Network(input = @Input(axes = 3))
                class Volume {
                    @Conv(kernel = {3, 4, 4}, padding = 1) Object a;
                    //                 ^ note OffCentre: a shifts its map by half a position in height and width: kernel 4 cannot be centred by padding 1 on both sides
                }
                """);
    }

    @Test
    void offCentrePrintsItsWholeMessage() {
        expectMessages(
                """
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 4, padding = 1) Object head;
                }
                """,
                "[OffCentre] head shifts its map by half a position: kernel 4 cannot be centred by padding 1 on both sides; use kernel 3 (extent 1 larger) or 5 (1 smaller), or undo the shift in another layer of even kernel");
    }

    @Test
    void offCentreIsReportedOnceInABlock() {
        expect("""
                import dev.fovea.*;

                @Block
                class Unit {
                    @Conv(kernel = 4, padding = 1) Object conv;
                    //             ^ note OffCentre: use[0].conv shifts its map by half a position: kernel 4 cannot be centred by padding 1 on both sides
                }

                class Net {
                    @Use(block = Unit.class, repeat = 3) Object use;
                }
                """);
    }

    @Test
    void offCentreCanBeLoweredAndAccepted() {
        Adjustments.check("OffCentre", """
                /*class*/ class Net {
                    /*layer*/ @Conv(kernel = 4, padding = 1) Object conv;
                    //                       ^ SEVERITY OffCentre
                }
                """, """
                @Block class Unit {
                    @Conv(kernel = Param.KERNEL, padding = 1) Object conv;
                }

                /*class*/ class Net {
                    /*layer*/ @Use(block = Unit.class, kernel = 4) Object use;
                    //                                          ^ SEVERITY OffCentre
                }
                """);
    }
}
