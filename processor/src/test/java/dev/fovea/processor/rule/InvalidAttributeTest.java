package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.expect;

import org.junit.jupiter.api.Test;

/** Attributes out of range or of the wrong length. */
final class InvalidAttributeTest {
    @Test
    void numbersOutOfRangeAreReported() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 0) Object a;
                    //             ^ error InvalidAttribute: kernel of a is 0; it must be at least 1 and at most 2^24
                    @Conv(kernel = 3, stride = -2) Object b;
                    //                         ^ error InvalidAttribute: stride of b is -2; it must be at least 1
                    @Conv(kernel = 3, padding = -1) Object c;
                    //                          ^ error InvalidAttribute: padding of c is -1; it must be at least 0
                    @Conv(kernel = 3, out = -1) Object d;
                    //                      ^ error InvalidAttribute: out of d is -1; it must be at least 0 and at most 2^24 (0 = unknown)
                    @Conv(kernel = 3, groups = 0) Object e;
                    //                         ^ error InvalidAttribute: groups of e is 0; it must be at least 1
                    @Dilated(kernel = 3, rate = 0) Object f;
                    //                          ^ error InvalidAttribute: rate of f is 0; it must be at least 1
                    @Pool(kernel = 2, stride = 0, rate = -1) Object g;
                    //                         ^ error InvalidAttribute: stride of g is 0
                    //                                   ^ error InvalidAttribute: rate of g is -1
                    @Conv(kernel = 1 << 24) Object h;
                    @Conv(kernel = (1 << 24) + 1) Object i;
                    //                       ^ error InvalidAttribute: kernel of i is 16777217; it must be at least 1 and at most 2^24
                }
                """);
    }

    @Test
    void invalidAttributePointsAtTheEntry() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = {3, 0}) Object a;
                    //                 ^ error InvalidAttribute: kernel of a is 0
                    @Conv(kernel = {-3}) Object b;
                    //             ^ javac error InvalidAttribute: kernel of b is -3
                    //    ^ ecj error InvalidAttribute: kernel of b is -3
                    @Conv(kernel = 3, padding = {1, 1, -4, 1}) Object c;
                    //                                 ^ error InvalidAttribute: padding of c is -4
                }
                """);
    }

    @Test
    void listsOfTheWrongLengthAreReported() {
        expect("""
                import dev.fovea.*;

                class Image {
                    @Conv(kernel = {3, 3, 3}) Object a;
                    //             ^ error InvalidAttribute: kernel of a has 3 entries; it takes 1 (for every axis) or 2 (one per axis)
                    @Conv(kernel = {}) Object b;
                    //             ^ error InvalidAttribute: kernel of b has 0 entries
                    @Conv(kernel = 3, padding = {1, 2, 3}) Object c;
                    //                          ^ error InvalidAttribute: padding of c has 3 entries; it takes 1, 2 (one per axis) or 4 (all begins, then all ends)
                    @Pool(kernel = 2, stride = {1, 2, 3}) Object d;
                    //                         ^ error InvalidAttribute: stride of d has 3 entries
                    @Dilated(kernel = 3, rate = {1, 1, 1, 1}) Object e;
                    //                          ^ error InvalidAttribute: rate of e has 4 entries
                    @Conv(kernel = 3, padding = {}) Object f;
                    //                          ^ error InvalidAttribute: padding of f has 0 entries
                }

                @Network(input = @Input(axes = 1))
                class Sequence {
                    @Conv(kernel = {3, 3}) Object a;
                    //             ^ error InvalidAttribute: kernel of a has 2 entries; it takes 1
                    @Conv(kernel = 3, padding = {1, 2, 3}) Object b;
                    //                          ^ error InvalidAttribute: padding of b has 3 entries; it takes 1 or 2 (begin, end)
                    @Conv(kernel = 3, padding = {1, 2}) Object c;
                }

                @Network(input = @Input(axes = 3))
                class Volume {
                    @Conv(kernel = {3, 3}) Object a;
                    //             ^ error InvalidAttribute: kernel of a has 2 entries; it takes 1 (for every axis) or 3 (one per axis)
                    @Conv(kernel = 3, padding = {1, 1}) Object b;
                    //                          ^ error InvalidAttribute: padding of b has 2 entries; it takes 1, 3 (one per axis) or 6
                    @Conv(kernel = {3, 1, 5}, padding = {1, 0, 2, 1, 0, 2}) Object c;
                }
                """);
    }

    @Test
    void constantsInTheWrongPlaceAreReported() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 3, padding = {Padding.SAME, 1}) Object a;
                    //                                  ^ error InvalidAttribute: padding of a is Padding.SAME, which only padding takes, alone
                    @Conv(kernel = 3, padding = Padding.SAME) Object b;
                    @Conv(kernel = 3, padding = {Padding.CAUSAL}) Object c;
                    @Conv(kernel = Padding.SAME) Object d;
                    //                    ^ error InvalidAttribute: kernel of d is Padding.SAME
                    @Conv(kernel = Groups.DEPTHWISE) Object e;
                    //                   ^ error InvalidAttribute: kernel of e is Groups.DEPTHWISE, which is a number of groups
                    @Conv(kernel = 3, padding = Groups.DEPTHWISE) Object f;
                    //                                ^ error InvalidAttribute: padding of f is Groups.DEPTHWISE
                    @Conv(kernel = 3, groups = Padding.CAUSAL) Object g;
                    //                                ^ error InvalidAttribute: groups of g is Padding.CAUSAL
                    @Conv(kernel = 3, padding = Padding.SAME + 1) Object h;
                    //                                       ^ error InvalidAttribute: padding of h is -960000006
                    @Conv(kernel = 3, out = Groups.DEPTHWISE) Object i;
                    //                            ^ error InvalidAttribute: out of i is Groups.DEPTHWISE
                    @Conv(kernel = 3, groups = Groups.DEPTHWISE) Object j;
                }
                """);
    }

    @Test
    void attributesOfTheInputAreChecked() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(axes = 0))
                //                             ^ error InvalidAttribute: axes of the input is 0; a network has 1, 2 or 3
                class None {
                    @Conv(kernel = {3, 3}) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                    @Dilated(kernel = 3, rate = 2) Object c;
                }

                @Network(input = @Input(axes = 4, size = {8, 8, 8, 8}))
                //                             ^ error InvalidAttribute: axes of the input is 4
                class Four {
                    @Conv(kernel = {3, 3, 3, 3}) @Expect(extents = {6, 6, 6, 6}) Object a;
                }

                @Network(input = @Input(channels = -3, size = {8, 8, 8}))
                //                                 ^ error InvalidAttribute: channels of the input is -3; it must be at least 0
                //                                            ^ error InvalidAttribute: size of the input has 3 entries
                class Shape {
                    @Conv(kernel = 9, groups = 2, out = 4) @Expect(channels = 4) Object a;
                }

                @Network(input = @Input(size = {8, -8}))
                //                                 ^ error InvalidAttribute: size of the input is -8; it must be at least 0
                class Size {
                    @Conv(kernel = 9) Object a;
                }

                @Network(input = @Input(size = {0, 8}))
                class Unknown {
                    @Conv(kernel = {9, 3}) @Expect(start = "0") Object a;
                }
                """);
    }

    @Test
    void attributesOfExpectationsAreChecked() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 3) @Expect(size = {3, 3, 3}) Object a;
                    //                               ^ error InvalidAttribute: size of @Expect on a has 3 entries
                    @Conv(kernel = 3) @Expect(jump = "1/0") Object b;
                    //                               ^ error InvalidAttribute: jump of @Expect on b is "1/0"; write an integer or a fraction
                    @Conv(kernel = 3) @Expect(start = {"0", "half"}) Object c;
                    //                                      ^ error InvalidAttribute: start of @Expect on c is "half"
                    @Conv(kernel = 3) @Expect(jump = "9223372036854775808") Object d;
                    //                               ^ error InvalidAttribute: jump of @Expect on d is
                    @Conv(kernel = 3) @Expect(channels = -1) Object e;
                    //                                   ^ error InvalidAttribute: channels of @Expect on e is -1
                    @Conv(kernel = 3) @Expect(extents = {0}) Object f;
                    //                                  ^ javac error InvalidAttribute: extents of @Expect on f is 0
                    //                        ^ ecj error InvalidAttribute: extents of @Expect on f is 0
                    @Conv(kernel = 3) @Expect(jump = {"1", "1", "1"}) Object g;
                    //                               ^ error InvalidAttribute: jump of @Expect on g has 3 entries
                    @Conv(kernel = 3) @Expect(jump = {"", "1"}) Object h;
                    //                                ^ error InvalidAttribute: jump of @Expect on h is ""
                }
                """);
    }

    @Test
    void attributesOfAcceptancesAreChecked() {
        expect("""
                import dev.fovea.*;

                @Accept(value = "DilationGap", reason = "")
                //                                      ^ error InvalidAttribute: the reason of @Accept is empty; say why
                class Net {
                    @Accept(value = "DilationGap", reason = "  ") @Dilated(kernel = 3, rate = 1) Object a;
                    //                                      ^ error InvalidAttribute: the reason of @Accept is empty
                    @Dilated(kernel = 3, rate = 4) Object b;
                    @Accept(value = {"DilationGap", "DilatonGap"}, reason = "none")
                    //                              ^ error InvalidAttribute: @Accept names the unknown rule DilatonGap; the nearest is DilationGap
                    @Conv(kernel = 3)
                    Object c;
                    @Accept(value = "EmptyOutput", reason = "none") @Conv(kernel = 3) Object d;
                    //              ^ error InvalidAttribute: @Accept names EmptyOutput, which cannot be accepted, since the network could not run
                    @SuppressWarnings({"DilatonGap", "EmptyOutput", ""}) @Conv(kernel = 3) Object e;
                }
                """);
    }

    @Test
    void allFaultsAreReportedInOneRun() {
        expect("""
                import dev.fovea.*;

                class Net {
                    @Conv(
                            kernel = 0,
                    //               ^ error InvalidAttribute: kernel of a
                            stride = {1, -1},
                    //                   ^ error InvalidAttribute: stride of a
                            padding = {1, 2, 3},
                    //                ^ error InvalidAttribute: padding of a
                            out = -1,
                    //            ^ error InvalidAttribute: out of a
                            groups = -1)
                    //               ^ error InvalidAttribute: groups of a
                    @Expect(size = -1, jump = "x")
                    //             ^ error InvalidAttribute: size of @Expect on a
                    //                        ^ error InvalidAttribute: jump of @Expect on a
                    @Endpoint("C1")
                    Object a;
                    @Conv(kernel = 3) @Endpoint("C1") Object b;
                    //                          ^ error LayerConflict: endpoint "C1" of b is already that of a
                    @Dilated(kernel = 3, rate = 0) Object c, d;
                    //                          ^ error InvalidAttribute: rate of c
                    //                          ^ error InvalidAttribute: rate of d
                }
                """);
    }

    @Test
    void everyNumberMayBeAtItsLargest() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(channels = Integer.MAX_VALUE, size = Integer.MAX_VALUE))
                //                                        ^ error InvalidAttribute: channels of the input is 2147483647
                //                                                                  ^ error InvalidAttribute: size of the input is 2147483647
                class Net {
                    @Dilated(
                            kernel = Integer.MAX_VALUE,
                    //                      ^ error InvalidAttribute
                            stride = Integer.MAX_VALUE,
                    //                      ^ error InvalidAttribute
                            rate = Integer.MAX_VALUE,
                    //                    ^ error InvalidAttribute
                            padding = Integer.MAX_VALUE,
                    //                       ^ error InvalidAttribute
                            out = Integer.MAX_VALUE,
                    //                   ^ error InvalidAttribute
                            groups = Integer.MAX_VALUE)
                    //                      ^ error InvalidAttribute
                    Object a;
                    @Dilated(kernel = Integer.MIN_VALUE, rate = Integer.MIN_VALUE) Object b;
                    //                       ^ error InvalidAttribute: kernel of b is -2147483648
                    //                                                 ^ error InvalidAttribute: rate of b is -2147483648
                }
                """);
    }

    @Test
    void invalidAttributeCanBeNeitherLoweredNorAccepted() {
        String source = """
                import dev.fovea.*;

                @SuppressWarnings("InvalidAttribute")
                class Net {
                    @Accept(value = "InvalidAttribute", reason = "none") @Conv(kernel = 0) Object a;
                    //              ^ error InvalidAttribute: @Accept names InvalidAttribute, which cannot be accepted
                    //                                                                  ^ error InvalidAttribute: kernel of a is 0
                    @SuppressWarnings("InvalidAttribute") @Conv(kernel = 0) Object b;
                    //                                                   ^ error InvalidAttribute: kernel of b is 0
                }
                """;
        expect(source);
        expect("-Afovea.severity=all=off", source);
        expect("-Afovea.severity=InvalidAttribute=note", source + """
                // nowhere error compiler: option -Afovea.severity names InvalidAttribute, which is always an error
                """);
    }
}
