package dev.fovea.onnx.source;

import dev.fovea.Network;
import dev.fovea.Param;
import dev.fovea.core.network.Operation;
import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.DeclarationFactory;
import dev.fovea.core.resolve.ModelDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Folds repeated parts of a model into blocks that it uses, with the numbers that differ as arguments. */
public final class BlockFolding {
    private static final int MOST_BLOCKS = 40;

    private final ModelDeclaration model;
    private final List<Row> rows;
    private final DeclarationFactory words = new DeclarationFactory();
    private final Set<Integer> folded = new HashSet<>();
    /** Uses by the index of their first row. */
    private final Map<Integer, Use> uses = new TreeMap<>();

    private final Set<String> names = new HashSet<>();
    private int blocks;

    /** A use that stands for the rows of some parts one after the other. */
    private record Use(List<Part> parts, BlockDeclaration block, Map<String, Object> arguments) {}

    private BlockFolding(ModelDeclaration model) {
        this.model = model;
        this.rows = Row.of(model.layers());
        keepTied();
    }

    /** Layers that share weights are not folded, so that others can name them. */
    private void keepTied() {
        Set<Object> bearers = new HashSet<>();
        rows.forEach(row -> bearers.add(row.shared()));
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (!row.shared().isEmpty() || bearers.contains(row.declaration().name())) {
                folded.add(i);
            }
        }
    }

    /** The same network with blocks; the model itself where nothing is repeated. */
    public static ModelDeclaration fold(ModelDeclaration model) {
        return new BlockFolding(model).folded();
    }

    private ModelDeclaration folded() {
        Optional<List<Part>> parts = Repetition.best(rows, folded);
        while (parts.isPresent() && blocks < MOST_BLOCKS) {
            Optional<Arguments> arguments = Arguments.of(rows, parts.get());
            if (arguments.isPresent()) {
                use(parts.get(), arguments.get());
            } else {
                // Too many arguments: the parts stay as they are.
                parts.get().forEach(part -> folded.add(part.begin()));
            }
            parts = Repetition.best(rows, folded);
        }
        return new ModelDeclaration(
                model.model(),
                model.isBlock(),
                model.input(),
                model.objectSizes(),
                model.hdc(),
                layers(),
                model.acceptances());
    }

    private void use(List<Part> parts, Arguments arguments) {
        BlockDeclaration block = block(parts.get(0), arguments);
        for (int first = 0; first < parts.size(); ) {
            int next = first + 1;
            while (next < parts.size()
                    && chains(parts.get(next - 1), parts.get(next))
                    && arguments.continues(first, next)) {
                next++;
            }
            uses.put(
                    parts.get(first).begin(),
                    new Use(parts.subList(first, next), block, values(arguments, first, next)));
            for (Part part : parts.subList(first, next)) {
                for (int i = part.begin(); i < part.end(); i++) {
                    folded.add(i);
                }
            }
            first = next;
        }
    }

    /** True if one part directly follows the other, and nothing else reads the map between them. */
    private boolean chains(Part part, Part next) {
        if (next.begin() != part.end()
                || next.input() != part.end() - 1
                || rows.get(part.end() - 1).isEnd()) {
            return false;
        }
        for (int i = next.end(); i < rows.size(); i++) {
            if (rows.get(i).sources().contains(part.end() - 1) || rows.get(i).target() == part.end() - 1) {
                return false;
            }
        }
        return true;
    }

    private BlockDeclaration block(Part part, Arguments arguments) {
        blocks++;
        List<String> full = rows.subList(part.begin(), part.end()).stream()
                .map(row -> row.declaration().name())
                .toList();
        String prefix = prefix(full);
        Set<String> taken = new HashSet<>();
        List<String> local = new ArrayList<>();
        for (String name : full) {
            String shorter = name.length() > prefix.length() ? name.substring(prefix.length()) : name;
            String plain = shorter.isEmpty()
                            || !Character.isJavaIdentifierStart(shorter.charAt(0))
                            || javax.lang.model.SourceVersion.isKeyword(shorter)
                    ? "n" + shorter
                    : shorter;
            String unique = plain;
            for (int i = 2; !taken.add(unique); i++) {
                unique = plain + "_" + i;
            }
            local.add(unique);
        }
        List<Declaration> layers = new ArrayList<>();
        int next = 0;
        for (int i = part.begin(); i < part.end(); i++) {
            Row row = rows.get(i);
            int count = row.numbers().size();
            Map<String, Object> values =
                    row.withNumbers(arguments.placeholders().subList(next, next + count));
            next += count;
            values.put(
                    "from",
                    row.sources().stream()
                            .map(source -> inside(part, local, source))
                            .toList());
            if (row.target() != Row.NONE) {
                values.put(row.reference(), inside(part, local, row.target()));
            }
            layers.add(new Declaration(
                    local.get(i - part.begin()), row.declaration().operation(), values, Map.of()));
        }
        long axes = (Long) model.input().getOrDefault("axes", 2L);
        return new BlockDeclaration(model.model() + ".Block" + blocks, true, axes, layers, List.of());
    }

    private static String inside(Part part, List<String> names, int source) {
        return source < part.begin() ? Network.INPUT : names.get(source - part.begin());
    }

    private Map<String, Object> values(Arguments arguments, int first, int next) {
        Map<String, Object> stated = new HashMap<>();
        stated.put("repeat", (long) next - first);
        List<Long> args = new ArrayList<>();
        arguments.values().forEach((placeholder, values) -> {
            long value = values.get(first);
            if (placeholder == Param.RATE) {
                List<Long> rates = values.subList(first, next);
                stated.put("rate", new HashSet<>(rates).size() == 1 ? List.of(value) : List.copyOf(rates));
            } else if (placeholder == Param.STRIDE) {
                stated.put("stride", List.of(value));
            } else if (placeholder == Param.WIDTH) {
                stated.put("width", value);
            } else if (placeholder == Param.OUT) {
                stated.put("out", value);
            } else if (placeholder == Param.SQUEEZE) {
                stated.put("squeeze", value);
            } else {
                args.add(value);
            }
        });
        if (!args.isEmpty()) {
            stated.put("args", args);
        }
        return stated;
    }

    /** The members of the class: layers, and uses in the place of what they fold. */
    private List<Declaration> layers() {
        List<String> named = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            named.add(rows.get(i).declaration().name());
        }
        names.addAll(named);
        Map<Integer, String> references = new HashMap<>();
        references.put(-1, Network.INPUT);
        List<Declaration> layers = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Use use = uses.get(i);
            if (use == null) {
                Row row = rows.get(i);
                Map<String, Object> values = new HashMap<>(row.declaration().values());
                values.put("from", row.sources().stream().map(references::get).toList());
                if (row.target() != Row.NONE) {
                    values.put(row.reference(), references.get(row.target()));
                }
                references.put(i, row.declaration().name());
                layers.add(copy(
                        row.declaration(),
                        row.declaration().name(),
                        row.declaration().operation(),
                        values,
                        Optional.empty()));
                continue;
            }
            int end = use.parts().get(use.parts().size() - 1).end();
            String name = free(prefix(named.subList(i, end)));
            Map<String, Object> stated = new HashMap<>(use.arguments());
            stated.put("from", List.of(references.get(use.parts().get(0).input())));
            Map<String, Object> values = new HashMap<>(words.values("Use", withBlock(stated)));
            values.remove("block");
            references.put(end - 1, name);
            layers.add(copy(rows.get(end - 1).declaration(), name, Operation.USE, values, Optional.of(use.block())));
            i = end - 1;
        }
        return layers;
    }

    private static Map<String, Object> withBlock(Map<String, Object> stated) {
        Map<String, Object> all = new HashMap<>(stated);
        all.put("block", "");
        return all;
    }

    private static Declaration copy(
            Declaration of,
            String name,
            Operation operation,
            Map<String, Object> values,
            Optional<BlockDeclaration> block) {
        return new Declaration(name, operation, values, of.beside(), of.acceptances(), block, false);
    }

    private String free(String wanted) {
        String base = wanted.endsWith("_") ? wanted.substring(0, wanted.length() - 1) : wanted;
        base = base.isEmpty()
                        || !Character.isJavaIdentifierStart(base.charAt(0))
                        || javax.lang.model.SourceVersion.isKeyword(base)
                ? "part"
                : base;
        String name = base;
        for (int i = 2; !names.add(name); i++) {
            name = base + "_" + i;
        }
        return name;
    }

    /** The common prefix of all names, up to an underscore; may be empty. */
    private static String prefix(List<String> names) {
        String first = names.get(0);
        int length = first.length();
        for (String name : names) {
            int same = 0;
            while (same < Math.min(length, name.length()) && name.charAt(same) == first.charAt(same)) {
                same++;
            }
            length = same;
        }
        int underscore = first.lastIndexOf('_', Math.max(0, length - 1));
        return length == first.length() ? first : first.substring(0, underscore + 1);
    }
}
