package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.dilated;
import static dev.fovea.processor.testing.Models.expect;
import static dev.fovea.processor.testing.Models.model;
import static dev.fovea.processor.testing.Models.plain;
import static dev.fovea.processor.testing.Models.stack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stacks that no rule may complain about. */
final class SoundStacksTest {
    static int[][] rates() {
        return new int[][] {
            {1, 2, 5},
            {1, 2, 3},
            {1, 1, 1},
            {1, 2, 3, 1, 2, 3},
            {1, 2, 5, 1, 2, 5},
            {1, 2, 3, 2, 5},
            {1, 2, 4, 8}
        };
    }

    @ParameterizedTest
    @MethodSource("rates")
    void soundStacksOfKernelThreePass(int[] rates) {
        expect(stack(3, rates));
    }

    @Test
    void soundStacksOfKernelTwoPass() {
        expect(stack(2, 1, 2, 4, 8));
    }

    @Test
    void aPlainLayerBelowStandsInForAMissingOne() {
        expect(model(plain("stem"), dilated(3, 2, 5)));
    }

    @Test
    void aPlainLayerBelowMakesUpForALossInExactMode() {
        String source = model(plain("stem"), dilated(3, 1, 2, 9));
        expect("-Afovea.hdc=exact", source);
        expect(source.replace("class", "@Network(hdc = Hdc.EXACT) class"));
        expect("-Afovea.hdc=strict", source.replace("class", "@Network(hdc = Hdc.EXACT) class"));
    }

    @Test
    void aPlainLayerAboveFillsAHole() {
        expect(model(dilated(3, 2, 3), plain("head")));
    }
}
