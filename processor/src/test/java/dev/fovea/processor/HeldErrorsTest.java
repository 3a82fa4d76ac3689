package dev.fovea.processor;

import dev.fovea.processor.testing.Check;
import org.junit.jupiter.api.Test;

/** An error of one model ends no processing: what later rounds generate and judge is there, and places stay exact. */
final class HeldErrorsTest {
    @Test
    void aModelThatWaitsForTheClassOfAFaultyOneIsJudged() {
        Check.expect(FoveaProcessor::new, """
                import dev.fovea.*;

                @Network(input = @Input(size = {1, 2, 3}))
                //                             ^ error InvalidAttribute: size of the input has 3 entries
                class First {
                    @Conv(kernel = 3) Object a;
                }

                class Faulty {
                    @Conv(kernel = 3) Object a, b;
                    @Conv(kernel = 3, stride = {1, 0}, from = "b") Object e;
                    //                             ^ error InvalidAttribute: stride of e is 0
                    @Conv(kernel = 3, from = "x") Object f;
                    //                       ^ error UnknownLayer: f reads x
                    @Accept(value = "Nothing", reason = "none") @Conv(kernel = 3) Object g;
                    //              ^ error InvalidAttribute: @Accept names the unknown rule Nothing
                }

                @Block
                class Waiting {
                    @Conv(kernel = FaultyReceptiveField.A_SIZE, stride = -1) Object a;
                    //                                                   ^ error InvalidAttribute: stride of a is -1
                }
                """);
    }

    @Test
    void withoutALaterRoundPlacesAreTheSame() {
        Check.expect(FoveaProcessor::new, """
                import dev.fovea.*;

                class Faulty {
                    @Conv(kernel = 3, stride = {1, 0}) Object first;
                    //                             ^ error InvalidAttribute: stride of first is 0
                    @Conv(kernel = 0) Object second;
                    //             ^ error InvalidAttribute: kernel of second is 0
                }
                """);
    }
}
