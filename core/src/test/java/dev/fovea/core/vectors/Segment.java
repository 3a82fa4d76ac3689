package dev.fovea.core.vectors;

import dev.fovea.core.finding.Acceptance;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.testing.ModelText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Some layers that read the network's input and that no other segment reads, with one defect or none.
 *
 * @param rules names of the rules that fire, once for each of their findings
 * @param layers lines for {@link ModelText}; {@code #} in a value stands for what makes names unique; the first layer
 *     reads the input if it does not say otherwise, and the broken one is {@code x}
 */
public record Segment(List<String> rules, List<String> layers) {
    public static final List<Segment> ALL = List.of(
            sound(
                    "a = Conv kernel=3 stride=2 padding=1 out=8 norm=GROUP",
                    "b = Conv kernel=3 groups=4 out=8",
                    "c = SqueezeExcite squeeze=2"),
            sound("a = Dilated kernel=3 rate=1", "b = Dilated kernel=3 rate=2", "c = Dilated kernel=3 rate=5"),
            sound("a = Pool kernel=2", "b = Upsample scale=2 mode=LINEAR", "c = Residual shortcut=<input>"),
            sound(
                    "a = Conv kernel=3 padding=SAME out=4",
                    "b = Add from=<input>,a#",
                    "c = GlobalPool",
                    "d = Linear out=10"),
            sound(
                    "a = TransposedConv kernel=4 stride=2 padding=1",
                    "b = PixelShuffle factor=2",
                    "c = Crop padding=1",
                    "d = Pad padding=2"),
            sound(
                    "a = Conv kernel=1 out=8",
                    "b = ChannelShuffle groups=4",
                    "c = Slice begin=2 end=6",
                    "d = Concat from=c#,a#",
                    "e = Normalize"),
            sound(
                    "a = DeformableConv kernel=3 padding=1 maxOffset=1.5",
                    "b = AdaptivePool size=1",
                    "c = Multiply from=b#,<input>"),
            sound("a = Conv kernel=3 Expect size=3 jump=1 start=0 Endpoint value=soundEnd#"),
            broken("InvalidAttribute", "x = Conv kernel=0", "b = Conv kernel=3 padding=1", "c = Residual shortcut=x#"),
            broken(
                    "InvalidAttribute InvalidAttribute",
                    "x = Dilated kernel=3,3,3 rate=-1",
                    "b = Dilated kernel=3 rate=2"),
            broken("InvalidAttribute", "x = Pool kernel=3 padding=-1 ceilMode=true"),
            broken("InvalidAttribute", "x = Conv kernel=3 padding=SAME,1"),
            broken("InvalidAttribute", "x = Add from=<input>"),
            broken("InvalidAttribute", "x = Upsample", "b = Upsample scale=2"),
            broken("InvalidAttribute", "x = Slice begin=3 end=3"),
            broken("InvalidAttribute", "x = TransposedConv kernel=4 stride=2 outputPadding=2"),
            broken("InvalidAttribute", "x = TransposedConv kernel=4 stride=2 padding=CAUSAL"),
            broken(
                    "InvalidAttribute",
                    "a = Conv kernel=16777216 stride=16777216",
                    "b = Conv kernel=16777216 stride=16777216",
                    "x = Conv kernel=16777216 stride=16777216",
                    "d = Conv kernel=3"),
            broken("InvalidAttribute", "x = Conv kernel=3 Expect jump=one"),
            broken(
                    "UnknownLayer",
                    "x = Conv kernel=3 from=nowhere",
                    "b = Conv kernel=3 padding=1",
                    "c = Add from=x#,b#"),
            broken("UnknownLayer", "x = Conv kernel=3 from=x#"),
            broken("UnknownLayer", "x = Residual shortcut=last", "b = Conv kernel=3"),
            broken("UnknownLayer UnknownLayer", "x = Concat from=none,<input>,neither"),
            broken("BlockCycle", "x = Conv kernel=3 out=" + dev.fovea.Param.WIDTH, "b = Conv kernel=3 groups=2 out=4"),
            broken("LayerConflict", "a = Conv kernel=3 Endpoint value=end#", "x = Conv kernel=3 Endpoint value=end#"),
            broken("ShapeMismatch", "a = Conv kernel=3 out=4", "x = Conv kernel=3 groups=3 out=6", "c = Linear out=3"),
            broken(
                    "ShapeMismatch",
                    "a = Conv kernel=1 out=4",
                    "b = Conv kernel=1 out=5 from=<input>",
                    "x = Add from=a#,b#",
                    "d = Add from=x#,a#"),
            broken("ShapeMismatch", "a = Conv kernel=1 out=6", "x = ChannelShuffle groups=4"),
            broken("ShapeMismatch", "a = Conv kernel=1 out=6", "x = Slice begin=0 end=7"),
            broken(
                    "EmptyOutput",
                    "a = Conv kernel=3",
                    "b = GlobalPool",
                    "x = Conv kernel=5 padding=1",
                    "d = Conv kernel=5"),
            broken("JumpMismatch", "a = Conv kernel=3 stride=2 padding=1", "x = Concat from=a#,<input>"),
            broken("MisalignedMerge", "a = Conv kernel=3 padding=0,0,2,2", "x = Residual shortcut=<input>"),
            broken(
                    "DilationCommonDivisor",
                    "x = Dilated kernel=3 rate=2",
                    "b = Dilated kernel=3 rate=4",
                    "c = Dilated kernel=3 rate=8"),
            broken(
                    "DilationGap",
                    "a = Conv kernel=3 stride=2",
                    "b = Dilated kernel=3 rate=1",
                    "c = Dilated kernel=3 rate=2",
                    "x = Dilated kernel=3 rate=9"),
            broken(
                    "CoverageHole",
                    "a = Conv kernel=3 stride=2",
                    "b = Dilated kernel=3 rate=2",
                    "x = Dilated kernel=3 rate=3"),
            broken("SkippedInput", "a = Conv kernel=3", "x = Conv kernel=1 stride=2"),
            broken("UnreadPixels", "a = Conv kernel=3", "x = Dilated kernel=3 rate=5 Endpoint value=unread#"),
            broken("CheckerboardUpsampling", "x = TransposedConv kernel=3 stride=2 padding=1"),
            broken("OffCentre", "x = Conv kernel=4 padding=1"),
            broken("ExpectationFailed", "x = Conv kernel=3 Expect size=4"),
            broken("ExpectationFailed ExpectationFailed", "x = Conv kernel=3 Expect size=4 jump=1/2"));

    private static Segment sound(String... layers) {
        return new Segment(List.of(), List.of(layers));
    }

    private static Segment broken(String rules, String... layers) {
        return new Segment(List.of(rules.split(" ")), List.of(layers));
    }

    public boolean isStructural() {
        return rules.stream()
                .anyMatch(rule -> rule.equals("JumpMismatch")
                        || Arrays.stream(Structural.values())
                                .anyMatch(one -> one.info().name().equals(rule)));
    }

    /** The layers; the broken one, or the first, accepts these rules. */
    public List<Declaration> declarations(int number, List<String> accepted) {
        List<Acceptance> acceptances =
                accepted.isEmpty() ? List.of() : List.of(new Acceptance("Accept", accepted, "tried " + number));
        String accepting = (rules.isEmpty() ? "a" : "x") + "_" + number;
        String text = String.join("\n", layers)
                .replaceAll("(?m)^\\w+", "$0#")
                .replaceFirst("^(\\S+ = (?!Add|Concat)\\w+)(?!.*from=)", "$1 from=<input>")
                .replace("#", "_" + number);
        return ModelText.model(text).layers().stream()
                .map(layer -> new Declaration(
                        layer.name(),
                        layer.operation(),
                        layer.values(),
                        layer.beside(),
                        layer.name().equals(accepting) ? acceptances : List.of(),
                        Optional.empty(),
                        false))
                .toList();
    }
}
