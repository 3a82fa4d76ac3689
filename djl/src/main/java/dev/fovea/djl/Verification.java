package dev.fovea.djl;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import dev.fovea.djl.verify.Matching;
import dev.fovea.djl.verify.Part;
import dev.fovea.djl.verify.Parts;
import dev.fovea.report.NetworkReport;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** The parts of a report beside those of a block. */
final class Verification {
    private final List<Part> stated;
    private final List<Part> built;
    private final Function<String, List<Parameter>> parameters;

    private Verification(NetworkReport report, NetworkReport block, Function<String, List<Parameter>> parameters) {
        stated = Parts.of(report);
        built = Parts.of(block);
        this.parameters = parameters;
    }

    static Verification of(NetworkReport report, Block block) {
        if (block instanceof DjlNetwork network) {
            return new Verification(report, network.report(), layer -> network.block(layer)
                    .getParameters()
                    .values());
        }
        ReadBlock read = DjlModels.read(block, input(report));
        if (!read.unread().isEmpty() || !read.unexpressed().isEmpty()) {
            throw new IllegalArgumentException(
                    "the block has parts that no report can state: %s %s".formatted(read.unread(), read.unexpressed()));
        }
        return new Verification(report, read.report(), read::parameters);
    }

    private static Shape input(NetworkReport report) {
        if (report.input().channels().isEmpty()
                || report.input().size().stream().anyMatch(OptionalLong::isEmpty)) {
            throw new IllegalArgumentException(
                    "%s does not state the channels and extents of its input, without which a block cannot be read"
                            .formatted(report.model()));
        }
        return new Shape(1, report.input().channels().getAsLong())
                .addAll(new Shape(report.input().size().stream()
                        .mapToLong(OptionalLong::getAsLong)
                        .toArray()));
    }

    Matching matching() {
        return new Matching(stated, built);
    }

    void copy(DjlNetwork to) {
        Matching matching = matching();
        matching.difference().ifPresent(difference -> {
            throw new IllegalArgumentException("the weights of another network cannot be copied: " + difference);
        });
        ParameterCopies copies = new ParameterCopies();
        int[] pairs = matching.pairs();
        for (int index = 0; index < pairs.length; index++) {
            List<Parameter> source = held(built.get(pairs[index]), parameters);
            List<Parameter> target = held(
                    stated.get(index), layer -> to.block(layer).getParameters().values());
            copies.add(stated.get(index).name(), source, target);
        }
        copies.run();
    }

    private static List<Parameter> held(Part part, Function<String, List<Parameter>> parameters) {
        List<Parameter> held = new ArrayList<>();
        for (Part.Held some : part.held()) {
            List<Parameter> all = parameters.apply(some.layer());
            held.addAll(all.subList(Math.min(some.first(), all.size()), Math.min(some.behind(), all.size())));
        }
        return held;
    }
}
