package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.expect;
import static dev.fovea.processor.testing.Models.expectMessages;

import dev.fovea.processor.testing.Adjustments;
import org.junit.jupiter.api.Test;

/** Networks that end globally and whose last local layer sees little of the input. */
final class SmallFieldTest {
    @Test
    void smallFieldFindsFieldsSmallerThanTheInput() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 1, size = 9))
                class JustBelowHalf {
                    @Conv(kernel = 4, padding = 2, out = 8) @SuppressWarnings("OffCentre") Object conv;
                    // <- note SmallField: conv sees 4 of the input's 9 pixels, so only the global layer that follows puts larger objects together
                    @GlobalPool Object pool;
                    @Linear(out = 10) Object classes;
                }

                @Network(input = @Input(axes = 3, size = {7, 9, 11}))
                class Volume {
                    @Conv(kernel = {3, 3, 5}, padding = {1, 1, 2}) Object conv;
                    // <- note SmallField: conv sees 3x3x5 of the input's 7x9x11 pixels, so only the global layer that follows puts larger objects together
                    @AdaptivePool(size = 1) Object pool;
                }

                @Network(input = @Input(size = 11, channels = 1))
                class TwoMaps {
                    @Conv(kernel = 3, padding = 1, out = 1) Object small;
                    @Conv(kernel = 5, padding = 2, out = 1, from = Network.INPUT) Object large;
                    // <- note SmallField: large sees 5 of the input's 11 pixels, so only the global layer that follows puts larger objects together
                    @GlobalPool(from = "small") Object a;
                    @GlobalPool(from = "large") Object b;
                    @Concat(from = {"a", "b"}) Object both;
                }
                """);
    }

    @Test
    void smallFieldStaysSilentWhereTheInputIsSeen() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 1, size = 8))
                class SeesHalf {
                    @Conv(kernel = {3, 4}, padding = {1, 1, 1, 2}, out = 8) Object conv;
                    @GlobalPool Object pool;
                }

                /** A weight for every position, as in AlexNet and VGG. */
                @Network(input = @Input(channels = 1, size = 28))
                class Flattened {
                    @Conv(kernel = 3, padding = 1, out = 8) Object conv;
                    @Linear(out = 10) Object classes;
                }

                @Network(input = @Input(channels = 1, size = 64))
                class AttentionOnTheWay {
                    @Conv(kernel = 8, stride = 8, out = 8) Object patches;
                    @Attention(heads = 2) Object attention;
                    @Add(from = {"patches", "attention"}) Object sum;
                    @GlobalPool Object pool;
                }

                @Network(input = @Input(channels = 1, size = 64))
                class GateOnTheWay {
                    @Conv(kernel = 3, padding = 1, out = 8) Object conv;
                    @SqueezeExcite(squeeze = 2) Object gate;
                    @Conv(kernel = 3, padding = 1, out = 8) Object further;
                    @GlobalPool Object pool;
                }

                @Network(input = @Input(channels = 1, size = 64))
                class MixedOverPositions {
                    @Conv(kernel = 8, stride = 8, out = 8) Object patches;
                    @Normalize(Norm.INSTANCE) Object mixed;
                    @GlobalPool Object pool;
                }

                /** As TextCNN: a bag of three words each. */
                @Network(input = @Input(axes = 1, channels = 300, size = 56))
                class BagOfWords {
                    @Conv(kernel = 3, out = 100) Object words;
                    @GlobalPool(type = PoolType.MAX) Object any;
                    @Linear(out = 2) Object classes;
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
    void smallFieldPrintsItsWholeMessages() {
        expectMessages(
                """
                import dev.fovea.*;

                @Network(input = @Input(size = 32))
                class Net {
                    @Conv(kernel = 3, padding = 1) Object conv;
                    @GlobalPool Object pool;
                }
                """,
                "[SmallField] conv sees 3 of the input's 32 pixels, so only the global layer that follows puts larger objects together; add layers, strides or dilation if they matter");
    }

    @Test
    void smallFieldCanBeLoweredAndAccepted() {
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
