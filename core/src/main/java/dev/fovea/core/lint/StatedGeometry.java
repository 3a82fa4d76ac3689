package dev.fovea.core.lint;

import dev.fovea.core.analysis.DilationStack;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Site;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Step;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.resolve.Origin;
import dev.fovea.core.resolve.Params;
import dev.fovea.core.rule.CheckerboardUpsampling;
import dev.fovea.core.rule.ExpectationFailed;
import dev.fovea.core.rule.MisalignedMerge;
import dev.fovea.core.rule.SkippedInput;
import dev.fovea.core.rule.stack.CoverageHole;
import dev.fovea.core.rule.stack.DilationCommonDivisor;
import dev.fovea.core.rule.stack.DilationGap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells whether a finding on a block by itself rests on numbers that the block states, and not on arguments of its users. */
final class StatedGeometry {
    private static final Set<String> STACK =
            Set.of(name(DilationCommonDivisor.class), name(DilationGap.class), name(CoverageHole.class));
    private static final Set<String> ATTRIBUTES =
            Set.of("kernel", "stride", "rate", "padding", "outputPadding", "scale", "factor", "size");

    private final ModelDeclaration block;
    private final RuleRun run;

    StatedGeometry(ModelDeclaration block, RuleRun run) {
        this.block = block;
        this.run = run;
    }

    private static String name(Class<?> rule) {
        return rule.getSimpleName();
    }

    boolean isStated(Finding finding) {
        Network network = run.analysed().network();
        if (STACK.contains(finding.rule())) {
            return sites(finding).stream().allMatch(this::isStated)
                    && network.layers().stream()
                            .filter(StatedGeometry::isTransparent)
                            .map(Layer::site)
                            .allMatch(this::isStated);
        }
        if (finding.rule().equals(name(CheckerboardUpsampling.class))) {
            return isStated(finding.place().site().orElseThrow());
        }
        boolean isInner = finding.rule().equals(name(MisalignedMerge.class))
                || finding.rule().equals(name(ExpectationFailed.class))
                || finding.rule().equals(name(SkippedInput.class)) && !readsInput(finding);
        return isInner && network.layers().stream().map(Layer::site).allMatch(this::isStated);
    }

    /** True for a layer that neither widens nor strides: with an argument it may, and fill a stack's holes or part it. */
    private static boolean isTransparent(Layer layer) {
        return layer.links().stream().flatMap(link -> link.steps().stream()).allMatch(Step::isTransparent);
    }

    /** Other readers of the block's input are unknown. */
    private boolean readsInput(Finding finding) {
        return run.analysed().network().layers().stream()
                .filter(layer -> finding.layers().contains(layer.site()))
                .flatMap(layer -> layer.links().stream())
                .anyMatch(link -> link.source() == Network.INPUT);
    }

    /** The layers of the stack, and those next to it, which might belong to it or fill its holes. */
    private List<Site> sites(Finding finding) {
        List<Site> sites = new ArrayList<>(finding.layers());
        for (DilationStack stack : run.analysed().stacks()) {
            List<Site> own = stack.layers().stream()
                    .map(index -> run.analysed().network().layers().get(index).site())
                    .toList();
            if (own.contains(finding.place().site().orElseThrow())) {
                stack.below().map(Layer::site).ifPresent(sites::add);
                stack.above().map(Layer::site).ifPresent(sites::add);
            }
        }
        return sites;
    }

    private boolean isStated(Site site) {
        List<Declaration> path = block.declarations(site);
        Declaration innermost = path.get(path.size() - 1);
        return innermost.values().keySet().stream()
                .filter(ATTRIBUTES::contains)
                .noneMatch(attribute -> isOpen(path, attribute));
    }

    /** True if the value is an argument of the block's own users. */
    private static boolean isOpen(List<Declaration> path, String attribute) {
        Origin origin = Origin.of(path, attribute);
        Object written = path.get(origin.depth()).values().get(origin.attribute());
        return written != null && Params.attribute(written).isPresent();
    }
}
