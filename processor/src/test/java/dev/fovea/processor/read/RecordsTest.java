package dev.fovea.processor.read;

import static dev.fovea.processor.testing.Models.expect;

import org.junit.jupiter.api.Test;

/** Records as models. */
final class RecordsTest {
    @Test
    void recordsAreReadInTheOrderOfTheirComponents() {
        expect("""
                import dev.fovea.*;

                @Network
                record Net(
                        @Conv(kernel = 3, stride = 2) Object zeta,
                        int other,
                        @Conv(kernel = 5) @Expect(size = 99) Object alpha,
                        //                               ^ javac error ExpectationFailed: size of alpha is 11, not the expected 99
                        // nowhere ecj error ExpectationFailed: size of alpha is 11, not the expected 99
                        @Conv(kernel = 3) @Expect(size = 99) Object middle) {}
                        //                               ^ javac error ExpectationFailed: size of middle is 15, not the expected 99
                        // nowhere ecj error ExpectationFailed: size of middle is 15, not the expected 99
                """);
    }

    @Test
    void recordsHaveNoStaticLayers() {
        expect("""
                import dev.fovea.*;

                @Network
                record Net(@Conv(kernel = 3) Object a) {
                    @Conv(kernel = 3) static Object b;
                //  ^ error LayerConflict: b is static
                }
                """);
    }

    /**
     * ECJ gives processors no annotations of the first component whose annotation refers to a constant. When this test
     * fails, ECJ has learnt it, and the documentation's advice against such records can go.
     */
    @Test
    void recordsLoseALayerOnEcjWhereItRefersToAConstant() {
        expect("""
                import dev.fovea.*;

                @Network
                record Net(
                        @Conv(kernel = 3) Object a,
                        @Conv(kernel = 3, padding = Padding.SAME) Object b,
                        @Conv(kernel = 3, padding = Padding.SAME) @Expect(size = 99) Object c) {}
                        //                                                       ^ javac error ExpectationFailed: size of c is 7
                        // nowhere ecj error ExpectationFailed: size of c is 5
                """);
    }
}
