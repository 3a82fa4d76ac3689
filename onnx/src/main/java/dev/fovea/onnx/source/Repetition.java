package dev.fovea.onnx.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds parts of a network that are repeated, alike but for numbers. */
final class Repetition {
    /** Longer parts than published blocks have. */
    private static final int LONGEST = 48;

    private final List<Row> rows;
    private final int[] lastReader;

    private Repetition(List<Row> rows) {
        this.rows = rows;
        this.lastReader = new int[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int source : rows.get(i).sources()) {
                read(source, i);
            }
            read(rows.get(i).target(), i);
        }
    }

    private void read(int layer, int reader) {
        if (layer >= 0) {
            lastReader[layer] = reader;
        }
    }

    /** The parts whose folding saves most lines; empty where none saves any. */
    static Optional<List<Part>> best(List<Row> rows, Set<Integer> folded) {
        return new Repetition(rows).best(folded);
    }

    private Optional<List<Part>> best(Set<Integer> folded) {
        Map<String, List<Part>> groups = new LinkedHashMap<>();
        for (int begin = 0; begin < rows.size(); begin++) {
            StringBuilder form = new StringBuilder();
            for (int end = begin + 1;
                    end <= Math.min(rows.size(), begin + LONGEST) && !folded.contains(end - 1);
                    end++) {
                form.append(rows.get(end - 1).form(begin)).append('\n');
                Optional<Part> part = end - begin < 2 ? Optional.empty() : part(begin, end);
                if (part.isPresent()) {
                    List<Part> group = groups.computeIfAbsent(form.toString(), key -> new ArrayList<>());
                    if (group.isEmpty() || !group.get(group.size() - 1).overlaps(part.get())) {
                        group.add(part.get());
                    }
                }
            }
        }
        List<Part> best = List.of();
        int most = 2;
        for (List<Part> group : groups.values()) {
            int saved = (group.size() - 1) * group.get(0).length() - runs(group);
            if (group.size() > 1 && saved > most) {
                most = saved;
                best = group;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    private static int runs(List<Part> group) {
        int runs = 1;
        for (int i = 1; i < group.size(); i++) {
            runs += group.get(i).begin() == group.get(i - 1).end() ? 0 : 1;
        }
        return runs;
    }

    /** The rows as a part, if they read one map and only the last is read from outside. */
    private Optional<Part> part(int begin, int end) {
        Set<Integer> inputs = new HashSet<>();
        for (int i = begin; i < end; i++) {
            for (int source : rows.get(i).sources()) {
                if (source < begin) {
                    inputs.add(source);
                }
            }
            int target = rows.get(i).target();
            if (target != Row.NONE && target < begin) {
                inputs.add(target);
            }
            // A block's input is not a pool.
            if (target != Row.NONE && target < begin && rows.get(i).reference().equals("of")) {
                return Optional.empty();
            }
            boolean leaves = i < end - 1 && (lastReader[i] >= end || rows.get(i).isEnd());
            if (leaves || inputs.size() > 1) {
                return Optional.empty();
            }
        }
        return inputs.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part(begin, end, inputs.iterator().next()));
    }
}
