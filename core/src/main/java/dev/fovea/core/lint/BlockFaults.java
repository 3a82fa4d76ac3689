package dev.fovea.core.lint;

import dev.fovea.Hdc;
import dev.fovea.core.finding.Defect;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.resolve.Origin;
import dev.fovea.core.resolve.Params;
import dev.fovea.core.rule.JumpMismatch;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells whether a finding on a layer of a used block lies in the block or in how it is used: it lies in the block if the
 * block has it by itself, with the defaults for its placeholders and an unknown input.
 */
final class BlockFaults {
    private static final Set<String> GEOMETRY = Set.of("kernel", "stride", "rate");
    private static final Set<String> SHAPES = Set.of(
            Structural.EMPTY_OUTPUT.info().name(),
            Structural.SHAPE_MISMATCH.info().name(),
            JumpMismatch.class.getSimpleName());

    private final Hdc hdc;
    private final IdentityHashMap<BlockDeclaration, Own> own = new IdentityHashMap<>();

    /**
     * What a block has by itself.
     *
     * @param all with the defaults for its placeholders
     * @param sure those that the defaults have no part in
     * @param certain those that no argument changes
     */
    private record Own(Set<Defect> all, Set<Defect> sure, Set<Defect> certain) {}

    /** @param hdc how strictly blocks are judged */
    BlockFaults(Hdc hdc) {
        this.hdc = hdc;
    }

    /**
     * What is found wrong with a block by itself: only what makes a network unable to run, and nothing of its shapes where
     * its users state kernels, strides or rates, nor of weights shared where they state anything, which may be equal.
     */
    static List<Finding> alone(ModelDeclaration block, List<Finding> findings) {
        Set<String> stated = block.layers().stream()
                .flatMap(layer -> layer.values().values().stream())
                .map(Params::attribute)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        boolean open = stated.stream().anyMatch(GEOMETRY::contains);
        return findings.stream()
                .filter(Structural::isStructural)
                .filter(finding -> !open || !SHAPES.contains(finding.rule()))
                .filter(finding -> stated.isEmpty() || !isOfSharing(finding))
                .toList();
    }

    private static boolean isOfSharing(Finding finding) {
        return finding.rule().equals(Structural.LAYER_CONFLICT.info().name())
                && finding.place().attribute().equals("shared");
    }

    /**
     * Faults of a block by itself that do not keep its network from running and that no argument of a use changes:
     * rates of a stack that the block states, and those of the layers next to it; a transposed convolution that it
     * states; and, where it takes no kernel, stride or rate at all, what it skips, merges and pins.
     */
    static List<Finding> certain(ModelDeclaration block, RuleRun run) {
        StatedGeometry geometry = new StatedGeometry(block, run);
        return run.findings().stream().filter(geometry::isStated).toList();
    }

    /** True if a block from elsewhere has it by itself, where its author was told. */
    boolean isToldElsewhere(Finding finding, List<Declaration> path) {
        for (int i = path.size() - 2; i >= 0; i--) {
            Optional<BlockDeclaration> block = path.get(i).block();
            if (block.isPresent()
                    && !block.get().isSource()
                    && own(block.get()).certain().contains(defect(finding, path.subList(i + 1, path.size())))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The position on the path of the innermost use whose block is part of the compilation and has a finding by itself.
     * A fault of a value that a user states is the user's, even where the default is wrong too, and so is a fault of an
     * annotation beside a use. A fault that the defaults alone might cause counts where every use has it too.
     *
     * @param path where the layer comes from, outermost first
     * @param users where the model's blocks have findings
     */
    OptionalInt depth(Finding finding, List<Declaration> path, BlockUsers users) {
        int stated = stated(finding, path);
        boolean reported =
                Structural.isStructural(finding) && finding.place().annotation().isEmpty();
        for (int i = path.size() - 2; i >= 0; i--) {
            Optional<BlockDeclaration> block = path.get(i).block();
            if (block.isPresent() && block.get().isSource()) {
                Own own = own(block.get());
                Defect defect = defect(finding, path.subList(i + 1, path.size()));
                boolean sure = own.sure().contains(defect);
                boolean likely = own.all().contains(defect) && users.isOfEveryUse(block.get(), defect);
                if (i < stated && (sure || likely) || reported && sure) {
                    return OptionalInt.of(i);
                }
            }
        }
        return OptionalInt.empty();
    }

    /** The position on the path at which what is wrong is stated; uses below it cannot change it. */
    static int stated(Finding finding, List<Declaration> path) {
        if (!finding.place().annotation().isEmpty()) {
            return 0;
        }
        Place place = finding.place();
        return Origin.of(path, place.attribute(), place.site().orElseThrow(), place.entry())
                .depth();
    }

    /** True if the block's own report says so too, so that its users need not. */
    boolean isReported(Defect defect, BlockDeclaration block) {
        return own(block).sure().contains(defect);
    }

    private Own own(BlockDeclaration block) {
        Own known = own.get(block);
        if (known == null) {
            known = judge(block);
            own.put(block, known);
        }
        return known;
    }

    private Own judge(BlockDeclaration block) {
        ModelDeclaration alone = ModelDeclaration.of(block);
        RuleRun run = RuleRun.of(alone, hdc, Rules.all());
        List<Finding> unable = alone(alone, run.findings());
        List<Finding> sure = run.findings().stream()
                .filter(finding -> !Structural.isStructural(finding) || unable.contains(finding))
                .toList();
        return new Own(defects(alone, run.findings()), defects(alone, sure), defects(alone, certain(alone, run)));
    }

    private static Set<Defect> defects(ModelDeclaration block, List<Finding> findings) {
        Set<Defect> defects = new HashSet<>();
        for (Finding finding : findings) {
            if (finding.place().site().isPresent()) {
                defects.add(defect(
                        finding, block.declarations(finding.place().site().get())));
            }
        }
        return defects;
    }

    /**
     * What is the same for a finding in the block and in every use of it.
     *
     * @param path where its layer comes from, within the block
     */
    static Defect defect(Finding finding, List<Declaration> path) {
        return new Defect(
                finding.rule(),
                path.stream().map(Declaration::name).toList(),
                finding.place().attribute(),
                finding.place().entry());
    }
}
