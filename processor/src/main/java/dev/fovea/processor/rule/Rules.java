package dev.fovea.processor.rule;

import dev.fovea.processor.finding.RuleInfo;
import dev.fovea.processor.finding.Structural;
import java.util.List;
import java.util.stream.Stream;

/** All rules. */
public final class Rules {
    /** Rules that judge an analysed network, in the order of their findings. */
    public static final List<Rule> ALL = List.of(
            new JumpMismatch(),
            new DilationCommonDivisor(),
            new DilationGap(),
            new CoverageHole(),
            new UnreadPixels(),
            new MisalignedMerge(),
            new SkippedInput(),
            new CheckerboardUpsampling(),
            new DegenerateDilation(),
            new ObjectScale(),
            new CroppedInput(),
            new OffCentre(),
            new UnproductiveLayer(),
            new SmallField(),
            new NoSawtooth(),
            new RedundantOverlap(),
            new LowOverlap(),
            new LargeKernel(),
            new ExpectationFailed());

    private Rules() {}

    /** Every rule, the structural ones included. */
    public static List<RuleInfo> infos() {
        return Stream.of(
                        Stream.of(Structural.values()).map(Structural::info),
                        ALL.stream().map(Rule::info),
                        Stream.of(UnusedAcceptance.INFO))
                .flatMap(infos -> infos)
                .toList();
    }
}
