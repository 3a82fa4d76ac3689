package dev.fovea.sample;

import dev.fovea.Dilated;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.Padding;

/**
 * One stack of causal convolutions as in WaveNet (van den Oord et al. 2016, section 2.1): ten layers whose rates double
 * see 1024 samples, the present one and 1023 of the past.
 *
 * <p>The gates and skip connections are left out: they do not change the field.
 */
@Network(input = @Input(axes = 1, channels = 32, size = 16_000))
final class WaveNetStack {
    @Dilated(kernel = 2, rate = 1, padding = Padding.CAUSAL, out = 32)
    Layer rate1;

    @Dilated(kernel = 2, rate = 2, padding = Padding.CAUSAL, out = 32)
    Layer rate2;

    @Dilated(kernel = 2, rate = 4, padding = Padding.CAUSAL, out = 32)
    Layer rate4;

    @Dilated(kernel = 2, rate = 8, padding = Padding.CAUSAL, out = 32)
    Layer rate8;

    @Dilated(kernel = 2, rate = 16, padding = Padding.CAUSAL, out = 32)
    Layer rate16;

    @Dilated(kernel = 2, rate = 32, padding = Padding.CAUSAL, out = 32)
    Layer rate32;

    @Dilated(kernel = 2, rate = 64, padding = Padding.CAUSAL, out = 32)
    Layer rate64;

    @Dilated(kernel = 2, rate = 128, padding = Padding.CAUSAL, out = 32)
    Layer rate128;

    @Dilated(kernel = 2, rate = 256, padding = Padding.CAUSAL, out = 32)
    Layer rate256;

    @Dilated(kernel = 2, rate = 512, padding = Padding.CAUSAL, out = 32)
    @Expect(size = 1024, jump = "1", start = "-1023", extents = 16_000)
    Layer rate512;
}
