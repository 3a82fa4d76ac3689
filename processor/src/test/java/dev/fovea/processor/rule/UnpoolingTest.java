package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.expect;

import org.junit.jupiter.api.Test;

/** Unpooling reads the indices of a pool from a coarser grid, which no rule takes for a merge. */
final class UnpoolingTest {
    /** SegNet: the indices of a pool come from its coarse grid, the values from the fine one. */
    @Test
    void anUnpoolingIsNoMerge() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 3, size = 64))
                class SegNet {
                    @Conv(kernel = 3, padding = 1, out = 8) Object e1;
                    @Pool(kernel = 2) Object pool1;
                    @Conv(kernel = 3, padding = 1, out = 16) Object e2;
                    @Pool(kernel = 2) Object pool2;
                    @Unpool(of = "pool2") Object un2;
                    @Conv(kernel = 3, padding = 1, out = 8) Object d2;
                    @Unpool(of = "pool1") Object un1;
                    @Conv(kernel = 3, padding = 1, out = 2) Object d1;
                }
                """);
    }
}
