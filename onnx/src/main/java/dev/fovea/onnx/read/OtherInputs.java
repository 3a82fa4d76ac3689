package dev.fovea.onnx.read;

import dev.fovea.onnx.fold.Constant;
import dev.fovea.onnx.fold.Folding;
import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.graph.ValueInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The inputs of a graph beside the one that the network slides over. Scalars and vectors, such as a diffusion model's time step, see nothing
 * of it and are constant for its figures; sequences, images and volumes are maps of their own, which a model has no word for.
 */
final class OtherInputs {
    private static final Set<String> RECURRENT = Set.of("LSTM", "GRU", "RNN");
    private static final int FIRST_STATE = 5;

    private final String network;
    private final Set<String> maps = new HashSet<>();

    /** @param network name of the input that the network slides over */
    OtherInputs(String network) {
        this.network = network;
    }

    Value value(ValueInfo info) {
        if (info.dims().isEmpty() || info.dims().get().size() > 2) {
            maps.add(info.name());
            return new Value.Unread();
        }
        List<Num> extents = new ArrayList<>();
        for (ValueInfo.Dim dim : info.dims().get()) {
            boolean batch = extents.isEmpty();
            extents.add(
                    dim.isKnown()
                            ? Num.of(dim.value())
                            : batch ? Num.ONE : Num.unknown(info.name() + " " + dim.symbol()));
        }
        return new Value.Known(Constant.shaped(extents, false));
    }

    /** What an operator makes that asks a map for nothing but its extents. */
    static Optional<Constant> ofExtents(Node node, List<Num> extents) {
        return switch (node.type()) {
            case "Shape", "Size" -> Optional.of(Folding.fold(node, List.of(Constant.shaped(extents, true))));
            case "RandomNormalLike", "RandomUniformLike" -> Optional.of(Constant.shaped(extents, false));
            default -> Optional.empty();
        };
    }

    /** True for the state that a recurrence starts with: what it makes of its sequence sees no more for it. */
    boolean isState(Node node, int input) {
        return input >= FIRST_STATE && RECURRENT.contains(node.type()) && maps.contains(node.input(input));
    }

    /** Why a node cannot be read, if it reads one of the maps. */
    Optional<String> reason(List<String> read) {
        return read.stream()
                .filter(maps::contains)
                .findFirst()
                .map(name -> "it reads %s, but a model has one input, here %s".formatted(name, network));
    }
}
