package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.expect;
import static dev.fovea.processor.testing.Models.setup;

import dev.fovea.processor.testing.Check;
import dev.fovea.processor.testing.Source;
import org.junit.jupiter.api.Test;

/** Declarations that contradict each other. */
final class LayerConflictTest {
    @Test
    void twoLayerAnnotationsOnOneFieldConflict() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 3)
                    @Endpoint("C1")
                    @Pool(kernel = 2)
                //  ^ error LayerConflict: a has two layer annotations, @Conv and @Pool; a member is one layer
                    @Expect(size = 9)
                    Object a;
                    @Conv(kernel = 3) @Endpoint("C2") @Expect(size = 9) Object b;
                }
                """);
    }

    @Test
    void staticFieldsAreNoLayers() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 3) static Object a;
                //  ^ error LayerConflict: a is static, but each instance of a model has its own layers; remove static
                    @Conv(kernel = 3) Object b;
                    static final int K = 3;
                }
                """);
    }

    @Test
    void interfacesAreNoModels() {
        expect("""
                import dev.fovea.*;

                interface Net {
                // <- error LayerConflict: Net declares layers, but fields of an interface are static; declare them in a class
                    @Conv(kernel = 3) Object a = 1;
                    @Conv(kernel = 3) Object b = 1;
                }

                @interface Annotation {
                 // <- javac error LayerConflict: Annotation declares layers
                //         ^ ecj error LayerConflict: Annotation declares layers
                    @Conv(kernel = 3) int A = 1;
                }
                """);
    }

    @Test
    void endpointsOfOneNameConflict() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 3) @Endpoint("C1") Object a;
                    @Conv(kernel = 3) @Endpoint("C2") Object b;
                    @Conv(kernel = 3) @Endpoint("C1") Object c, d;
                    //                          ^ error LayerConflict: endpoint "C1" of c is already that of a; choose another name
                    //                          ^ error LayerConflict: endpoint "C1" of d is already that of a
                }

                class Other {
                    @Conv(kernel = 3) @Endpoint("C1") Object a;
                }
                """);
    }

    @Test
    void recordsNeedTheNetworkAnnotation() {
        // ECJ starts no processor for the annotations of components; the other class starts it, and then it sees them.
        expect("""
                import dev.fovea.*;

                record Net(@Conv(kernel = 3) Object a) {}
                // <- javac error LayerConflict: record Net declares layers; annotate it with @Network

                @Accept(value = "DilationGap", reason = "none")
                record Accepted(@Conv(kernel = 3) Object a) {}
                // <- javac error LayerConflict: record Accepted declares layers; annotate it with @Network
                // nowhere ecj error LayerConflict: record Accepted declares layers; annotate it with @Network

                @Network
                record Sound(@Conv(kernel = 3) Object a, int other) {}
                """);
    }

    @Test
    void aNameThatIsTakenIsReported() {
        expect("""
                import dev.fovea.*;

                class Net {
                // <- error LayerConflict: the report class of Net cannot be generated: its name is taken by another class
                    @Conv(kernel = 3) Object a;
                }

                class NetReceptiveField {}
                """);
    }

    @Test
    void takenByTheReportOfAnotherModel() {
        Check.expect(setup(), Source.of("""
                package p;

                import dev.fovea.*;

                class Outer {
                    static class Net {
                        @Conv(kernel = 3) Object a;
                    }
                }
                """), Source.of("""
                package p;

                import dev.fovea.*;

                class Outer_Net {
                // <- error LayerConflict: the report class of Outer_Net cannot be generated
                    @Conv(kernel = 3) Object a;
                }
                """), Source.of("""
                package q;

                import dev.fovea.*;

                class Outer_Net {
                    @Conv(kernel = 3) Object a;
                }
                """));
    }

    @Test
    void layerConflictCanBeNeitherLoweredNorAccepted() {
        expect("-Afovea.severity=all=off", """
                import dev.fovea.*;

                @SuppressWarnings("LayerConflict")
                class Net {
                    @Conv(kernel = 3) @SuppressWarnings("LayerConflict") static Object a;
                //  ^ error LayerConflict
                    @Conv(kernel = 3) @Accept(value = "LayerConflict", reason = "none") static Object b;
                //  ^ error LayerConflict
                    //                                ^ error InvalidAttribute: LayerConflict, which cannot be accepted
                }
                """);
    }
}
