package dev.fovea.processor.read;

import static dev.fovea.processor.testing.Models.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Models;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.report.NetworkReport;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Annotations on a class that speak of its layers, and annotations that speak of none. */
final class ClassRemarksTest {
    private static final String BLOCK = """
            import dev.fovea.*;

            @Block
            @Endpoint(value = "wide", layer = "first")
            @Accept(value = "DilationCommonDivisor", reason = "measured", layer = "first")
            class Pair {
                @Dilated(kernel = 3, rate = Param.RATE, padding = 2) Object first;
                @Dilated(kernel = 3, rate = Param.RATE, padding = 2) Object second;
            }

            """;

    @ParameterizedTest
    @EnumSource
    void remarksOnAClassNameMembersAndLayersWithinBlocks(TestCompiler compiler) {
        Source source = Source.of(BLOCK + """
                @Network(input = @Input(channels = 1, size = 32))
                @Endpoint(value = "C1", layer = "stem")
                @Endpoint(value = "C2", layer = "pairs[0].second")
                @Endpoint(value = "C3", layer = "pairs")
                @Expect(layer = "stem", size = 3)
                @Expect(layer = "pairs[0].first", size = 7)
                @Detects(layer = "thin.pointwise", min = 3, max = 8)
                class Net {
                    @Conv(kernel = 3, padding = 1, out = 1) Object stem;
                    @Use(block = Pair.class, repeat = 2, rate = 2) Object pairs;
                    @SeparableConv(kernel = 3, padding = 1, out = 1, from = "stem") Object thin;
                }
                """);
        try (Compilation compilation = compiler.compile(Models.setup(), source)) {
            assertTrue(compilation.success(), compilation.diagnostics()::toString);
            NetworkReport net = NetworkReport.fromJson(
                    compilation.resourceText("META-INF/fovea/Net.json").orElseThrow());
            assertEquals(Optional.of("C1"), net.layer("stem").endpoint());
            assertEquals(Optional.of("C2"), net.layer("pairs[0].second").endpoint());
            assertEquals(Optional.of("C3"), net.layer("pairs[1].second").endpoint());
            assertEquals(
                    List.of(Optional.of("measured")),
                    net.diagnostics().stream()
                            .filter(found -> found.rule().equals("DilationCommonDivisor"))
                            .map(found -> found.reason())
                            .toList());
            NetworkReport pair = NetworkReport.fromJson(
                    compilation.resourceText("META-INF/fovea/Pair.json").orElseThrow());
            assertEquals(Optional.of("wide"), pair.layer("first").endpoint());
        }
    }

    @Test
    void expectationsOnAClassPinFiguresOfTheNetworkAndOfAnyLayer() {
        expect(BLOCK + """
                @Network(input = @Input(channels = 1, size = 32))
                @Expect(parameters = 21, macs = 9216)
                //                              ^ error ExpectationFailed: MACs of Net are 17408, not the expected 9216
                //                   ^ error ExpectationFailed: parameters of Net are 20, not the expected 21; change the network, or pin the new figure
                class Net {
                    @Conv(kernel = 3, padding = 1, out = 1) @Expect(parameters = 9, macs = 9216)
                    //                                                           ^ error ExpectationFailed: parameters of a are 10, not the expected 9
                    Object a;
                    @Normalize @Expect(parameters = 2) Object b;
                    @Conv(kernel = 1, bias = false, out = 8) Object c;
                }
                """);
    }

    @Test
    void whatBelongsToNoLayerIsSaid() {
        expect(BLOCK + """
                @Endpoint(value = "C1", layer = "stme")
                //                              ^ error UnknownLayer: @Endpoint names the layer "stme", which this network does not have; the nearest name is stem
                @Expect(size = 3)
                //             ^ error LayerConflict: size of @Expect is a figure of one layer, but none is named; state layer, or write it on the layer
                @Detects(min = 1, max = 2)
                // <- error LayerConflict: @Detects has no effect on a network as a whole; state layer, for instance "other"
                class Net {
                    @Conv(kernel = 3) Object stem;
                    @Endpoint("C1") Object noLayer;
                //  ^ error LayerConflict: @Endpoint has no effect: noLayer is not a layer; add a layer annotation, or remove it
                    @Conv(kernel = 3) @Expect(layer = "stem", size = 3) Object other;
                    //                                ^ error LayerConflict: @Expect on other states layer, which it takes only on a class or method; remove layer
                    @Expect(size = 3) void method() {}
                //  ^ error LayerConflict: @Expect has no effect: method is not a model; add @Network, or remove it
                }

                @Network
                // <- error LayerConflict: Empty is annotated with @Network, but declares no layers; annotate its fields, or the method that builds the network
                @Accept(value = "DilationGap", reason = "none")
                // <- error LayerConflict: @Accept has no effect: Empty declares no layers; write it where the layers are declared
                class Empty {
                    @Detects(min = 1, max = 2) Object field;
                //  ^ error LayerConflict: @Detects has no effect: field is not a layer
                }
                """);
    }

    @Test
    void severalOnOneLayerAreNotIgnored() {
        expect("""
                import dev.fovea.*;

                @Expect(layer = "a", jump = "1")
                // <- error LayerConflict: a has two annotations @Expect; write one
                class Net {
                    @Conv(kernel = 3) @Expect(size = 3) Object a;
                    @Conv(kernel = 3) @Endpoint("one") @Endpoint("two") Object b;
                    //                                 ^ error LayerConflict: b has two annotations @Endpoint; write one
                    @Dilated(kernel = 3, rate = 2) @Accept(value = "DilationCommonDivisor", reason = "one")
                    @Accept(value = "DilationGap", reason = "two") Object c;
                    @Dilated(kernel = 3, rate = 2) Object d;
                }
                """);
    }

    /** Of several annotations of a kind the compiler holds each in a container, without a position. */
    @Test
    void eachOfSeveralHasItsOwnPlace() {
        expect(BLOCK + """
                @Network(input = @Input(channels = 1, size = 32))
                @Expect(layer = "a", size = 3)
                @Expect(layer = "pairs[1].second", size = 4)
                //                                        ^ error ExpectationFailed: size of pairs[1].second is 19, not the expected 4
                @Accept(value = "DilationCommonDivisor", reason = "measured", layer = "pairs[1].first")
                @Accept(value = "NoRule", reason = "none", layer = "pairs")
                //              ^ error InvalidAttribute: @Accept names the unknown rule NoRule
                class Net {
                    @Conv(kernel = 3, padding = 1, out = 1) Object a;
                    @Use(block = Pair.class, repeat = 2, rate = 2) Object pairs;
                }
                """);
    }

    /** A block's own acceptances are of its own layers: those of another block's have a place in either block. */
    @Test
    void layersOfAnotherBlockAreAcceptedWhereTheyAreUsed() {
        expect(BLOCK + """
                @Block
                @Accept(value = "UnreadPixels", reason = "none", layer = "pair.second")
                //                                                       ^ error LayerConflict: pair.second is a layer of another block; accept its findings there, or where this block uses it
                class Outer {
                    @Use(block = Pair.class, rate = 2) Object pair;
                }
                """);
    }
}
