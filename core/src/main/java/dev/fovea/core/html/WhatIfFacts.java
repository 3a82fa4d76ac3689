package dev.fovea.core.html;

import dev.fovea.core.analysis.DilationStack;
import dev.fovea.core.analysis.WindowGraph;
import dev.fovea.core.network.Gridded;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.OutputExtent;
import dev.fovea.core.network.PaddingMode;
import dev.fovea.core.network.Step;
import dev.fovea.core.repair.Proposal;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.Params;
import dev.fovea.core.rule.AnalysedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;

/** What a page's script needs to judge edited stacks as the compiler would: where numbers are written, and what takes them. */
final class WhatIfFacts {
    private final AnalysedNetwork analysed;
    private final List<Layer> layers;
    private final int axes;
    private final WrittenNumbers numbers;

    private WhatIfFacts(AnalysedNetwork analysed) {
        this.analysed = analysed;
        this.layers = analysed.network().layers();
        this.axes = analysed.network().axes();
        this.numbers = new WrittenNumbers(analysed.model());
    }

    /** The facts as JSON; empty where there is no stack of two layers. */
    static Optional<String> of(AnalysedNetwork analysed) {
        boolean isJudged =
                analysed.stacks().stream().anyMatch(stack -> stack.members().size() > 1);
        return isJudged ? Optional.of(new WhatIfFacts(analysed).json()) : Optional.empty();
    }

    private String json() {
        StringJoiner edited = new StringJoiner(",\n", "{", "}");
        List<Integer> shifting = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            if (isEdited(layers.get(i))) {
                edited.add("\"" + i + "\":" + layer(layers.get(i)));
            } else if (isShifting(layers.get(i))) {
                shifting.add(i);
            }
        }
        StringJoiner stacks = new StringJoiner(",\n", "[", "]");
        for (int i = 0; i < analysed.stacks().size(); i++) {
            stacks.add(stack(i));
        }
        StringJoiner extents = new StringJoiner(",", "[", "]");
        for (Layer layer : layers) {
            extents.add(extents(layer));
        }
        StringJoiner statements = new StringJoiner(",\n", "[", "]");
        for (WrittenNumbers.Statement statement : numbers.statements()) {
            StringJoiner entries = new StringJoiner(",", "[", "]");
            for (Object entry : statement.entries()) {
                entries.add(entry instanceof Integer ? entry.toString() : text(entry.toString()));
            }
            statements.add("{\"member\":%s,\"attribute\":%s,\"entries\":%s,\"collapses\":%s}"
                    .formatted(text(statement.member()), text(statement.attribute()), entries, statement.collapses()));
        }
        return "{\"strict\":%s,\"numbers\":%s,\n\"statements\":%s,\n\"layers\":%s,\n\"stacks\":%s,\n\"extents\":%s,\"shifting\":%s,\n%s}"
                .formatted(
                        analysed.strict(), numbers.values(), statements, edited, stacks, extents, shifting, around());
    }

    /** What stacks are found by, of layers that cannot be edited: windows, where paths end, and kernels beside a stack. */
    private String around() {
        WindowGraph graph = new WindowGraph(analysed.network());
        List<Integer> windows = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        StringJoiner borders = new StringJoiner(",", "{", "}");
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            if (graph.isEnd(i)) {
                ends.add(i);
            } else if (graph.isWindow(i) && !isEdited(layer)) {
                windows.add(i);
                if (layer.operation().bordersStacks()) {
                    borders.add("\"" + i + "\":" + borders(layer));
                }
            }
        }
        return "\"windows\":%s,\"ends\":%s,\"borders\":%s".formatted(windows, ends, borders);
    }

    /** Per axis, the kernel of an undilated layer of stride 1; else 0. */
    private List<Long> borders(Layer layer) {
        List<Long> kernels = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            kernels.add(layer.step(axis)
                    .window()
                    .filter(window -> window.stride() == 1 && window.rate() == 1)
                    .map(Step.Window::kernel)
                    .orElse(0L));
        }
        return kernels;
    }

    /** A dilated layer with windows that stay in place. */
    private static boolean isEdited(Layer layer) {
        return layer.operation().isDilated()
                && layer.links().size() == 1
                && layer.links().get(0).isWindow();
    }

    /** Strided windows whose padding, and with it where they lie, depends on the extent of what they read. */
    private static boolean isShifting(Layer layer) {
        return layer.padding() == PaddingMode.SAME
                && layer.links().stream()
                        .filter(Link::isWindow)
                        .flatMap(link -> link.steps().stream())
                        .flatMap(step -> step.window().stream())
                        .anyMatch(window -> window.stride() > 1);
    }

    private String layer(Layer layer) {
        List<Integer> kernels = new ArrayList<>();
        List<Integer> rates = new ArrayList<>();
        List<Integer> strides = new ArrayList<>();
        List<Long> begins = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            Step.Window window = layer.step(axis).window().orElseThrow();
            kernels.add(number(numbers.own(layer, "kernel", axis), window.kernel()));
            rates.add(number(layer.plain() ? OptionalInt.empty() : numbers.rate(layer, axis), window.rate()));
            strides.add(number(numbers.own(layer, "stride", axis), window.stride()));
            begins.add(window.begin());
            ends.add(window.end());
        }
        List<Declaration> path = analysed.model().declarations(layer.site());
        Declaration declaration = path.get(path.size() - 1);
        Object padding = declaration.values().getOrDefault("padding", List.of(0L));
        Object rate = declaration.values().getOrDefault("rate", List.of(1L));
        return "{\"kernel\":%s,\"rate\":%s,\"stride\":%s,\"padding\":\"%s\",\"begin\":%s,\"end\":%s,\"follows\":\"%s\",\"typed\":%s,\"member\":%s,\"plain\":%s}"
                .formatted(
                        kernels,
                        rates,
                        strides,
                        layer.padding(),
                        begins,
                        ends,
                        Params.attribute(padding).isEmpty() ? "" : padding.equals(rate) ? "rate" : "argument",
                        Params.attribute(rate).isPresent() ? text(Params.typed(rate)) : "null",
                        text(numbers.member(layer)),
                        layer.plain());
    }

    /** Its index; of a number that cannot be edited, the value below 0. */
    private static int number(OptionalInt index, long value) {
        return index.orElse((int) -value);
    }

    private String stack(int index) {
        DilationStack stack = analysed.stacks().get(index);
        List<List<Integer>> members = new ArrayList<>();
        stack.members().forEach(member -> members.add(new ArrayList<>(List.of(member))));
        for (int layer : stack.layers()) {
            if (!stack.members().contains(layer)) {
                members.get(nearest(stack.members(), layer)).add(layer);
            }
        }
        StringJoiner proposals = new StringJoiner(",", "[", "]");
        for (Proposal proposal : analysed.repairs().get(index).proposals()) {
            StringJoiner edits = new StringJoiner(",", "[", "]");
            proposal.values().entrySet().stream()
                    .filter(value -> numbers.index(value.getKey()).isPresent())
                    .map(value -> List.of(numbers.index(value.getKey()).getAsInt(), value.getValue()))
                    .sorted((one, other) -> one.get(0) - other.get(0))
                    .forEach(edit -> edits.add(edit.toString()));
            proposals.add(edits.toString());
        }
        return "{\"members\":%s,\"proposals\":%s}".formatted(members, proposals);
    }

    /** Of a gated unit's layers, the one beside which another one stands: with the same windows. */
    private int nearest(List<Integer> members, int layer) {
        int nearest = -1;
        for (int i = 0; i < members.size(); i++) {
            boolean isTwin = layers.get(members.get(i))
                    .links()
                    .get(0)
                    .steps()
                    .equals(layers.get(layer).links().get(0).steps());
            if (isTwin && (nearest < 0 || Math.abs(members.get(i) - layer) < Math.abs(members.get(nearest) - layer))) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static String extents(Layer layer) {
        StringJoiner extents = new StringJoiner(",", "[", "]");
        layer.outputExtents().forEach(extent -> extents.add("\"" + extent(extent) + "\""));
        return extents.toString();
    }

    private static String extent(OutputExtent extent) {
        if (extent instanceof Gridded grid) {
            return "m,%s,%s".formatted(grid.map(), grid.cells());
        }
        if (extent.copied().isPresent()) {
            return "=," + extent.copied().getAsInt();
        }
        if (extent instanceof OutputExtent.Fixed fixed) {
            return "f," + fixed.extent();
        }
        if (extent instanceof OutputExtent.Scaled scaled) {
            return "x,%s,%s,%s".formatted(scaled.map(), scaled.factor(), scaled.more());
        }
        if (extent instanceof OutputExtent.Divided divided) {
            return "d,%s,%s".formatted(divided.map(), divided.divisor());
        }
        if (extent instanceof OutputExtent.Windowed windowed) {
            return "w,%s,%s,%s"
                    .formatted(
                            windowed.map(),
                            windowed.surplus(),
                            windowed.window().stride());
        }
        throw new IllegalStateException("the pages do not know the extent " + extent);
    }

    /** A name as JSON: without what would end the script element that holds it. */
    private static String text(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            boolean isPlain = c >= ' ' && c < 0x7f && c != '"' && c != '\\' && c != '<';
            json.append(
                    isPlain
                            ? String.valueOf(c)
                            : "\\u" + Integer.toHexString(0x10000 | c).substring(1));
        }
        return json.append('"').toString();
    }
}
