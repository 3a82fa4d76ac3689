package dev.fovea.djl;

import dev.fovea.Network;
import dev.fovea.core.network.Operation;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.DeclarationFactory;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.djl.read.ReadLayers;
import dev.fovea.djl.read.TracedLayer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** The model definition of layers that were read. */
final class ReadDeclarations {
    private final DeclarationFactory factory = new DeclarationFactory();
    private final ReadLayers read;
    private final List<String> names = new ArrayList<>();
    private final List<Declaration> declarations = new ArrayList<>();

    private ReadDeclarations(ReadLayers read) {
        this.read = read;
    }

    static ModelDeclaration of(String model, ReadLayers read) {
        ReadDeclarations declarations = new ReadDeclarations(read);
        read.layers().forEach(declarations::add);
        long[] input = read.input().getShape();
        return new ModelDeclaration(
                model,
                Map.of(
                        "axes",
                        (long) input.length - 2,
                        "channels",
                        input[1],
                        "size",
                        LongStream.of(input).skip(2).boxed().toList()),
                Optional.empty(),
                declarations.declarations);
    }

    private void add(TracedLayer layer) {
        List<String> from = layer.from().stream()
                .map(index -> index < 0 ? Network.INPUT : names.get(index))
                .toList();
        names.add(layer.name());
        if (!layer.isRead()) {
            declarations.add(
                    from.size() == 1
                            ? Declaration.unread(layer.name(), from.get(0))
                            : Declaration.broken(layer.name(), Operation.USE));
            return;
        }
        Map<String, Object> stated = new HashMap<>(layer.stated());
        stated.put("from", from);
        declarations.add(new Declaration(
                layer.name(),
                Operation.annotated(layer.annotation()).orElseThrow(),
                factory.values(layer.annotation(), stated),
                endpoint(names.size() - 1)));
    }

    /** Outputs of the block are endpoints, but for the last layer if it is the only one. */
    private Map<String, Map<String, Object>> endpoint(int layer) {
        boolean only = read.outputs().equals(List.of(List.of(read.layers().size() - 1)));
        for (int output = 0; output < read.outputs().size() && !only; output++) {
            int place = read.outputs().get(output).indexOf(layer);
            if (place >= 0) {
                boolean alone = read.outputs().get(output).size() == 1;
                String name = "output" + output + (alone ? "" : "_" + place);
                return Map.of("Endpoint", Map.of("value", name));
            }
        }
        return Map.of();
    }
}
