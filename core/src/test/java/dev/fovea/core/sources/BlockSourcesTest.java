package dev.fovea.core.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.lint.LintOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is found in blocks and at their uses, where no compiler is needed to see it. */
final class BlockSourcesTest {
    @Test
    void aUseTakesSixteenArguments() {
        expect("""
                class Net {
                    @Use(block = Unit.class, args = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}) Object sixteen;
                    @Use(block = Unit.class, args = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17}) Object more;
                    //                              ^ error InvalidAttribute: args of more has 17 entries; it takes up to 16
                    @Use(block = Unit.class, args = {0, -1}) Object negative;
                    //                                  ^ error InvalidAttribute: args of negative is -1; it must be at least 0
                }

                @Block
                class Unit {
                    @Conv(kernel = 3, padding = 1, out = Param.ARG0) Object conv;
                }
                """);
    }

    @Test
    void usesOfDifferentBlocksShareNoWeights() {
        List<Marked.Found> found = new Marked("""
                import dev.fovea.*;

                class Net {
                    @Use(block = One.class, out = 8) Object one;
                    @Use(block = Other.class, out = 8, shared = "one") Object other;
                }

                @Block
                class One {
                    @Conv(kernel = 3, padding = 1, out = Param.OUT) Object conv;
                }

                @Block
                class Other {
                    @Conv(kernel = 3, padding = 1, out = Param.OUT) Object conv;
                }
                """, LintOptions.DEFAULT).found();
        assertEquals(
                List.of(
                        "[LayerConflict] other shares the weights of one, but they use different blocks; share the weights of"
                                + " a use of the same block"),
                found.stream().map(Marked.Found::message).toList());
    }

    /** By itself a block whose users state channels may share weights of one form; a use may state others. */
    @Test
    void weightsWhoseFormUsersStateAreSharedInABlockByItself() {
        String block = """

                @Block
                class Pair {
                    @Conv(kernel = 3, padding = 1, out = 4) Object a;
                    @Conv(kernel = 3, padding = 1, out = Param.OUT, from = Network.INPUT, shared = "a") Object b;
                }
                """;
        expect(block);
        expect("""
                class Net {
                    @Use(block = Pair.class, out = 4) Object same;
                    @Use(block = Pair.class, out = 5) Object other;
                    // <- error LayerConflict: other.b shares the weights of other.a, but out differs: 5 and 4; make them equal
                }
                """ + block);
        expect("""
                @Block
                class Stated {
                    @Conv(kernel = 3, padding = 1, out = 4) Object a;
                    @Conv(kernel = 3, padding = 1, out = 5, from = Network.INPUT, shared = "a") Object b;
                    //                                                                      ^ error LayerConflict: b shares the weights of a, but out differs: 5 and 4; make them equal
                }
                """);
    }

    /** With a kernel of 3 the layer beside the stack may fill its holes, as the exact criterion has it, or parts it. */
    @Test
    void whatALayerNextToAStackMayFillIsNotReportedInABlockByItself() {
        expect("""
                @Block
                class OpenBelow {
                    @Conv(kernel = Param.KERNEL, padding = Padding.SAME) Object stem;
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object a;
                    @Dilated(kernel = 3, rate = 4, padding = 4) Object b;
                }

                @Block
                class OpenBetween {
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object a;
                    @Conv(kernel = Param.KERNEL, padding = Padding.SAME) Object between;
                    @Dilated(kernel = 3, rate = 4, padding = 4) Object b;
                }

                @Block
                class Pointwise {
                    @Conv(kernel = 1, out = Param.OUT) Object stem;
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object a;
                    //                          ^ error DilationCommonDivisor: gridding: rates 2, 4 of a, b
                    @Dilated(kernel = 3, rate = 4, padding = 4) Object b;
                }
                """);
    }

    @Test
    void mergesThatABlockStatesAreReportedInItByItself() {
        expect("""
                @Block
                class Shifted {
                    @Conv(kernel = 3, padding = 1) Object x;
                    @Conv(kernel = 5, padding = {0, 0, 4, 4}) Object a;
                    @Concat(from = {"x", "a"}) Object one;
                    //                   ^ warning MisalignedMerge: inputs of one are misaligned: a is centred 2 pixels after x
                }

                @Block
                class OpenShift {
                    @Conv(kernel = 3, padding = 1, stride = Param.STRIDE) Object x;
                    @Conv(kernel = 5, padding = {0, 0, 4, 4}) Object a;
                    @Concat(from = {"x", "a"}) Object one;
                }

                @Block
                class Inputs {
                    @Conv(kernel = 1, stride = 2) Object a;
                    @Conv(kernel = 1, stride = 2, from = Network.INPUT) Object b;
                    @Concat(from = {"a", "b"}) Object both;
                }
                """);
    }

    /** Three of six uses fail for two groups of three, five and seven channels: half are enough to blame the groups. */
    @Test
    void whatHalfOfManyUsesHaveIsOneFindingInTheBlock() {
        expect("""
                @Network(input = @Input(channels = 6, size = 8))
                class Heads {
                    @Use(block = Head.class, out = 3) Object a;
                    @Use(block = Head.class, out = 2) Object b;
                    @Use(block = Head.class, out = 5) Object c;
                    @Use(block = Head.class, out = 4) Object d;
                    @Use(block = Head.class, out = 7) Object e;
                    @Use(block = Head.class, out = 6) Object f;
                }

                @Block
                class Head {
                    @Conv(kernel = 1, out = 6) Object widen;
                    @Conv(kernel = 3, padding = 1, out = Param.OUT, groups = 2) Object predicted;
                    //                                                       ^ error ShapeMismatch: groups = 2 of a.predicted does not divide its 3 output channels; use a divisor of 3 (and 2 more layers of uses of Head)
                }
                """);
    }

    @Test
    void whatFewerUsesHaveIsTheirOwn() {
        expect("""
                @Network(input = @Input(channels = 6, size = 8))
                class Heads {
                    @Use(block = Head.class, out = 3) Object a;
                    // <- error ShapeMismatch: groups = 2 of a.predicted does not divide its 3 output channels
                    @Use(block = Head.class, out = 2) Object b;
                    @Use(block = Head.class, out = 5) Object c;
                    // <- error ShapeMismatch: groups = 2 of c.predicted does not divide its 5 output channels
                    @Use(block = Head.class, out = 4) Object d;
                    @Use(block = Head.class, out = 7) Object e;
                    // <- error ShapeMismatch: groups = 2 of e.predicted does not divide its 7 output channels
                    @Use(block = Head.class, out = 6) Object f;
                    @Use(block = Head.class, out = 8) Object g;
                }

                @Block
                class Head {
                    @Conv(kernel = 1, out = 6) Object widen;
                    @Conv(kernel = 3, padding = 1, out = Param.OUT, groups = 2) Object predicted;
                }
                """);
    }

    /** Two uses are few: both must have it; one of two has it by its own argument. */
    @Test
    void whatBothOfTwoUsesHaveLiesInTheBlock() {
        String block = """

                @Block
                class Head {
                    @Conv(kernel = 1, out = 6) Object widen;
                    @Conv(kernel = 3, padding = 1, out = Param.OUT, groups = 2) Object predicted;
                """;
        expect("""
                class Both {
                    @Use(block = Head.class, out = 3) Object a;
                    @Use(block = Head.class, out = 5) Object b;
                }
                """ + block + """
                    //                                                       ^ error ShapeMismatch: groups = 2 of a.predicted does not divide its 3 output channels; use a divisor of 3 (and 1 more layer of uses of Head)
                }
                """);
        expect("""
                class One {
                    @Use(block = Head.class, out = 3) Object a;
                    // <- error ShapeMismatch: groups = 2 of a.predicted
                    @Use(block = Head.class, out = 4) Object b;
                }
                """ + block + "}\n");
    }

    /** The outer block is used once, the inner one three times, and none knows the channels that 3 groups do not divide. */
    @Test
    void whatUsesWithinABlockHaveLiesInTheInnerBlock() {
        expect("""
                @Network(input = @Input(channels = 7, size = 8))
                class Heads {
                    @Use(block = Outer.class) Object outer;
                }

                @Block
                class Outer {
                    @Use(block = Head.class, out = 3) Object a;
                    @Use(block = Head.class, out = 6, from = Network.INPUT) Object b;
                    @Use(block = Head.class, out = 9, from = Network.INPUT) Object c;
                }

                @Block
                class Head {
                    @Conv(kernel = 3, padding = 1, out = Param.OUT, groups = 3) Object predicted;
                    //                                                       ^ error ShapeMismatch: groups = 3 of outer.a.predicted does not divide the 7 channels of the input; use a divisor of 7 (and 2 more layers of uses of Head)
                }
                """);
    }

    /** On 8 positions a tap 8 away reads nothing but padding, in each of two repetitions; only an argument might differ. */
    @Test
    void whatAllRepetitionsOfAUseHaveLiesInABlockThatTakesNoArgument() {
        String model = """
                import dev.fovea.*;

                @Network(input = @Input(channels = 4, size = 8))
                class Model {
                    @Use(block = Unit.class, out = 4, repeat = 2) Object unit;
                }

                @Block
                class Unit {
                    @Dilated(kernel = 3, rate = 8, padding = 8, out = %s) Object far;
                }
                """;
        assertPlace(model.formatted("4"), "8, padding");
        assertPlace(model.formatted("Param.OUT"), "@Use");
    }

    private static void assertPlace(String source, String place) {
        List<Marked.Found> degenerate = new Marked(source, LintOptions.DEFAULT)
                .found().stream()
                        .filter(found -> found.rule().equals("DegenerateDilation"))
                        .toList();
        assertEquals(1, degenerate.size());
        assertTrue(degenerate.get(0).region().holds(source.indexOf(place)), place);
    }

    /** Whatever number of channels its users state, two groups do not divide three. */
    @Test
    void whatNoArgumentMendsIsReportedInABlockByItself() {
        expect("""
                @Block
                class Unit {
                    @Conv(kernel = 1, out = 3) Object three;
                    @Conv(kernel = 3, padding = 1, groups = 2, out = 4) Object split;
                    //                                      ^ error ShapeMismatch: groups = 2 of split does not divide
                    @Conv(kernel = 1, out = Param.OUT) Object project;
                }
                """);
    }

    /** Pooling with stride 2 below a stack parts it from what lies further below, whatever that is. */
    @Test
    void whatAnArgumentFarFromAStackMakesOfItsLayerLeavesTheStackAsItIs() {
        expect("""
                @Block
                class OpenBelowThePool {
                    @Conv(kernel = 3, padding = 1, stride = Param.STRIDE) Object stem;
                    @Pool(kernel = 3, stride = 2, padding = 1) Object pool;
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object a;
                    //                          ^ error DilationCommonDivisor: gridding: rates 2, 4 of a, b
                    @Dilated(kernel = 3, rate = 4, padding = 4) Object b;
                }

                @Block
                class OpenPool {
                    @Pool(kernel = 2, stride = Param.STRIDE) Object pool;
                    @Dilated(kernel = 3, rate = 3, padding = 3) Object a;
                    @Dilated(kernel = 3, rate = 6, padding = 6) Object b;
                }

                @Block
                class OpenPoolAbove {
                    @Dilated(kernel = 3, rate = 3, padding = 3) Object a;
                    @Dilated(kernel = 3, rate = 6, padding = 6) Object b;
                    @Pool(kernel = 2, stride = Param.STRIDE) Object pool;
                }
                """);
    }

    private static void expect(String source) {
        assertEquals(List.of(), new Marked("import dev.fovea.*;\n\n" + source, LintOptions.DEFAULT).differences());
    }
}
