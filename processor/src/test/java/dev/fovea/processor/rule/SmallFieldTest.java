package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.expect;
import static dev.fovea.processor.testing.Models.expectMessages;

import dev.fovea.processor.testing.Adjustments;
import org.junit.jupiter.api.Test;

/** Networks that end globally and whose last local layer does not see the whole input. */
final class SmallFieldTest {
    @Test
    void fires() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 1, size = 9))
                class BySize {
                    @Conv(kernel = 8, padding = 4, out = 8) @SuppressWarnings("OffCentre") Object conv;
                    // <- note SmallField: units of conv see 8 of the input's 9 pixels, with an effective width of 8
                    @GlobalPool Object pool;
                    @Linear(out = 10) Object classes;
                }

                /** Three layers see 7 pixels; 25 of 27 paths come from the middle 5. */
                @Network(input = @Input(axes = 1, channels = 1, size = 7))
                class ByEffectiveWidth {
                    @Conv(kernel = 3, padding = 1, out = 8) Object a;
                    @Conv(kernel = 3, padding = 1, out = 8) Object b;
                    @Conv(kernel = 3, padding = 1, out = 8) Object c;
                    // <- note SmallField: c has an effective width of 6, of the input's 7 pixels: the middle of its field of 7 carries nearly all
                    @AdaptivePool(size = 1) Object pool;
                }

                @Network(input = @Input(axes = 3, size = {3, 9, 9}))
                class Volume {
                    @Conv(kernel = 3, padding = 1) Object conv;
                    // <- note SmallField: units of conv see 3 of the input's 9 pixels in height and width, with
                    @GlobalPool Object pool;
                }

                @Network(input = @Input(size = 9, channels = 1))
                class TwoMaps {
                    @Conv(kernel = 3, padding = 1, out = 1) Object small;
                    @Conv(kernel = 5, padding = 2, out = 1, from = Network.INPUT) Object large;
                    // <- note SmallField: units of large see 5 of
                    @GlobalPool(from = "small") Object a;
                    @GlobalPool(from = "large") Object b;
                    @Concat(from = {"a", "b"}) Object both;
                }
                """);
    }

    @Test
    void staysSilent() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 1, size = 8))
                class SeesAll {
                    @Conv(kernel = 9, padding = 4, out = 8) Object conv;
                    @GlobalPool Object pool;
                }

                @Network(input = @Input(size = 64))
                class EndsLocally {
                    @Conv(kernel = 3, padding = 1) Object conv;
                }

                class UnknownInput {
                    @Conv(kernel = 3, padding = 1) Object conv;
                    @GlobalPool Object pool;
                }

                /** As PointNet: each point by itself, then all together. */
                @Network(input = @Input(axes = 1, channels = 3, size = 1024))
                class Pointwise {
                    @Conv(kernel = 1, out = 64) Object points;
                    @GlobalPool(type = PoolType.MAX) Object all;
                }

                @Network(input = @Input(channels = 1, size = 28))
                class Perceptron {
                    @Linear(out = 100) Object hidden;
                    @Linear(out = 10) Object classes;
                }
                """);
    }

    @Test
    void wholeMessages() {
        expectMessages(
                """
                import dev.fovea.*;

                @Network(input = @Input(size = 32))
                class Net {
                    @Conv(kernel = 3, padding = 1) Object conv;
                    @GlobalPool Object pool;
                }
                """,
                "[SmallField] units of conv see 3 of the input's 32 pixels, with an effective width of 3: larger objects are put together by the global layer only; add layers, strides or dilation if they matter");
    }

    @Test
    void canBeAdjusted() {
        Adjustments.check("SmallField", """
                @Network(input = @Input(size = 9))
                /*class*/ class Net {
                    /*layer*/ @Conv(kernel = 3, padding = 1) Object conv;
                    //        ^ SEVERITY SmallField
                    @GlobalPool Object pool;
                }
                """, """
                @Block class Unit {
                    @Conv(kernel = 3, padding = 1) Object conv;
                }

                @Network(input = @Input(size = 9))
                /*class*/ class Net {
                    /*layer*/ @Use(block = Unit.class) Object use;
                    //        ^ SEVERITY SmallField
                    @GlobalPool Object pool;
                }
                """);
    }
}
