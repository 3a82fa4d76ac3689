package dev.fovea.core.lint;

import dev.fovea.core.finding.RuleInfo;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.rule.CheckerboardUpsampling;
import dev.fovea.core.rule.CodeMismatch;
import dev.fovea.core.rule.CodeNotRead;
import dev.fovea.core.rule.CroppedInput;
import dev.fovea.core.rule.DegenerateDilation;
import dev.fovea.core.rule.ExpectationFailed;
import dev.fovea.core.rule.JumpMismatch;
import dev.fovea.core.rule.LargeKernel;
import dev.fovea.core.rule.LowOverlap;
import dev.fovea.core.rule.MisalignedMerge;
import dev.fovea.core.rule.ObjectScale;
import dev.fovea.core.rule.OffCentre;
import dev.fovea.core.rule.RedundantOverlap;
import dev.fovea.core.rule.Rule;
import dev.fovea.core.rule.SkippedInput;
import dev.fovea.core.rule.SmallField;
import dev.fovea.core.rule.UnproductiveLayer;
import dev.fovea.core.rule.UnreadPixels;
import dev.fovea.core.rule.stack.CoverageHole;
import dev.fovea.core.rule.stack.DilationCommonDivisor;
import dev.fovea.core.rule.stack.DilationGap;
import dev.fovea.core.rule.stack.NoSawtooth;
import java.util.ArrayList;
import java.util.List;

/** All rules. */
public final class Rules {
    /** Rules that judge an analysed network unless they are switched off, in the order of their findings. */
    public static final List<Rule> ON = List.of(
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
            new ExpectationFailed());

    /** Rules that judge one where they are asked for; loaded only then. */
    private static final class Off {
        static final List<Rule> RULES =
                List.of(new NoSawtooth(), new RedundantOverlap(), new LowOverlap(), new LargeKernel());
    }

    private Rules() {}

    /** Rules that judge an analysed network, in the order of their findings. */
    public static List<Rule> all() {
        List<Rule> all = new ArrayList<>(ON);
        all.addAll(Off.RULES);
        return all;
    }

    /** Every rule, the structural ones included. */
    public static List<RuleInfo> infos() {
        List<RuleInfo> infos = new ArrayList<>();
        for (Structural structural : Structural.values()) {
            infos.add(structural.info());
        }
        for (Rule rule : all()) {
            infos.add(rule.info());
        }
        infos.add(CodeNotRead.INFO);
        infos.add(CodeMismatch.INFO);
        infos.add(UnusedAcceptance.INFO);
        return infos;
    }
}
