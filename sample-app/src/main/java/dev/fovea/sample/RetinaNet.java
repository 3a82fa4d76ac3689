package dev.fovea.sample;

import static dev.fovea.Activation.RELU;
import static dev.fovea.Param.ARG0;

import dev.fovea.Activate;
import dev.fovea.Add;
import dev.fovea.Block;
import dev.fovea.Conv;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.Upsample;
import dev.fovea.Use;

/**
 * RetinaNet (Lin et al. 2017) on ResNet-50 in torchvision's form, for 91 classes and nine anchors: the classifying and the
 * regressing subnet have one set of weights for all five levels.
 *
 * <p>The published number of parameters, 34,014,999, leaves out the backbone's frozen norms, which are 53,120.
 */
@Network(input = @Input(channels = 3, size = 512))
@Expect(parameters = 34_014_999 + 53_120)
final class RetinaNet {
    @Use(block = ResNetStem.class)
    Layer stem;

    @Use(block = Bottleneck.class, repeat = 3, width = 64, out = 256)
    Layer layer1;

    @Use(block = Bottleneck.class, repeat = 4, width = 128, out = 512, stride = 2)
    @Expect(size = 91, jump = "8")
    Layer layer2;

    @Use(block = Bottleneck.class, repeat = 6, width = 256, out = 1024, stride = 2)
    @Expect(size = 267, jump = "16")
    Layer layer3;

    @Use(block = Bottleneck.class, repeat = 3, width = 512, out = 2048, stride = 2)
    @Expect(size = 427, jump = "32")
    Layer layer4;

    @Conv(kernel = 1, out = 256)
    Layer top;

    @Upsample(to = "layer3")
    Layer rise4;

    @Conv(kernel = 1, out = 256, from = "layer3")
    Layer lateral4;

    @Add(from = {"lateral4", "rise4"})
    Layer sum4;

    @Upsample(to = "layer2")
    Layer rise3;

    @Conv(kernel = 1, out = 256, from = "layer2")
    Layer lateral3;

    @Add(from = {"lateral3", "rise3"})
    Layer sum3;

    @Conv(kernel = 3, padding = 1, out = 256)
    @Expect(jump = "8", extents = 64)
    Layer p3;

    @Conv(kernel = 3, padding = 1, out = 256, from = "sum4")
    @Expect(jump = "16", extents = 32)
    Layer p4;

    @Conv(kernel = 3, padding = 1, out = 256, from = "top")
    @Expect(jump = "32", extents = 16)
    Layer p5;

    @Conv(kernel = 3, stride = 2, padding = 1, out = 256)
    @Expect(jump = "64", extents = 8)
    Layer p6;

    @Activate(RELU)
    Layer active6;

    @Conv(kernel = 3, stride = 2, padding = 1, out = 256)
    @Expect(jump = "128", extents = 4)
    Layer p7;

    @Use(block = Subnet.class, args = 9 * 91, from = "p3")
    @Endpoint("classes3")
    Layer classes3;

    @Use(block = Subnet.class, args = 9 * 91, shared = "classes3", from = "p4")
    @Endpoint("classes4")
    Layer classes4;

    @Use(block = Subnet.class, args = 9 * 91, shared = "classes3", from = "p5")
    @Endpoint("classes5")
    Layer classes5;

    @Use(block = Subnet.class, args = 9 * 91, shared = "classes3", from = "p6")
    @Endpoint("classes6")
    Layer classes6;

    @Use(block = Subnet.class, args = 9 * 91, shared = "classes3", from = "p7")
    @Endpoint("classes7")
    Layer classes7;

    @Use(block = Subnet.class, args = 9 * 4, from = "p3")
    @Endpoint("boxes3")
    Layer boxes3;

    @Use(block = Subnet.class, args = 9 * 4, shared = "boxes3", from = "p4")
    @Endpoint("boxes4")
    Layer boxes4;

    @Use(block = Subnet.class, args = 9 * 4, shared = "boxes3", from = "p5")
    @Endpoint("boxes5")
    Layer boxes5;

    @Use(block = Subnet.class, args = 9 * 4, shared = "boxes3", from = "p6")
    @Endpoint("boxes6")
    Layer boxes6;

    @Use(block = Subnet.class, args = 9 * 4, shared = "boxes3", from = "p7")
    @Endpoint("boxes7")
    Layer boxes7;

    /** Four 3×3 layers and the one that predicts (figure 3c and d). */
    @Block
    static final class Subnet {
        @Conv(kernel = 3, padding = 1, out = 256, activation = RELU)
        Layer first;

        @Conv(kernel = 3, padding = 1, out = 256, activation = RELU)
        Layer second;

        @Conv(kernel = 3, padding = 1, out = 256, activation = RELU)
        Layer third;

        @Conv(kernel = 3, padding = 1, out = 256, activation = RELU)
        Layer fourth;

        @Conv(kernel = 3, padding = 1, out = ARG0)
        Layer predicted;
    }
}
