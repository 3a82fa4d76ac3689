package dev.fovea.core.rule;

import org.junit.jupiter.api.Test;

/** Which rates are proposed for an expected size: those of a stack and the layer above it, where they are one chain. */
final class ReachableSizeTest {
    private static final String OR = "; change the network, or pin the new figure";

    /** 1 + 2 * 1 + 2 * 3 = 9. */
    @Test
    void aChainGetsTheRatesThatGiveTheSize() {
        AdvisedModel.of(1, "64", """
                a = Dilated kernel=3 rate=1 padding=1 out=4
                b = Dilated kernel=3 rate=2 padding=2 out=4 Expect size=9
                """.strip())
                .check(
                        "ExpectationFailed",
                        "size of b is 7, not the expected 9; rates 1, 3 of a, b give it with padding 1, 3" + OR,
                        "a rate=1; b padding=3 rate=3",
                        "b Expect size=7");
    }

    /** In width 1 + 2 * 1 + 2 * 3 = 9 already: what is named is one axis's, and no statement for both. */
    @Test
    void whereAxesDifferRatesAreNamedAndNotWritten() {
        AdvisedModel.of(2, "64,64", """
                a = Dilated kernel=3 rate=1 padding=1 out=4
                b = Dilated kernel=3 rate=2,3 padding=2,3 out=4 Expect size=9
                """.strip())
                .check(
                        "ExpectationFailed",
                        "size of b in height is 7, not the expected 9; rates 1, 3 of a, b give it" + OR,
                        "b Expect size={7, 9}");
    }

    @Test
    void besideAMergeOrAloneNoRatesAreNamed() {
        AdvisedModel.of(1, "64", """
                c = Conv kernel=1 out=4
                a = Dilated kernel=3 rate=1 padding=1 out=4
                s = Add from=a,c
                b = Dilated kernel=3 rate=2 padding=2 out=4 Expect size=9
                """.strip())
                .check("ExpectationFailed", "size of b is 7, not the expected 9" + OR, "b Expect size=7");
        AdvisedModel.of(1, "64", "a = Dilated kernel=3 rate=2 padding=2 out=4 Expect size=9")
                .check("ExpectationFailed", "size of a is 5, not the expected 9" + OR, "a Expect size=5");
    }

    /** In height every unit of r has seen all 64 pixels: no rate changes that. In width 1 + 2 * 1 + 2 * 2 = 7. */
    @Test
    void behindTheWholeInputNoRatesAreNamed() {
        AdvisedModel.of(2, "64,64", """
                r = Recurrent units=4
                a = Dilated kernel=3 rate=1 padding=1 out=4
                b = Dilated kernel=3 rate=2 padding=2 out=4 Expect size=5,7
                """.strip())
                .check(
                        "ExpectationFailed",
                        "size of b in height is 64, not the expected 5" + OR,
                        "b Expect size={64, 7}");
    }
}
