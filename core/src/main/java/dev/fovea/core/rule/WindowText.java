package dev.fovea.core.rule;

import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Step;
import java.util.List;
import java.util.stream.Collectors;

/** How messages write the window of a layer. */
final class WindowText {
    private WindowText() {}

    /** {@code 3x3, stride 2, rate 4}; strides and rates of 1 are left out. */
    static String of(Link link) {
        List<Step> steps = link.steps();
        List<Step.Window> windows =
                steps.stream().flatMap(step -> step.window().stream()).toList();
        if (windows.size() == steps.size()) {
            return (windows.size() == 1 ? "kernel " : "")
                    + joined(windows.stream().map(Step.Window::kernel).toList())
                    + unlessOne(
                            ", stride ",
                            windows.stream().map(Step.Window::stride).toList())
                    + unlessOne(
                            ", rate ", windows.stream().map(Step.Window::rate).toList());
        }
        return steps.stream().map(WindowText::resampled).distinct().collect(Collectors.joining(" and "));
    }

    private static String resampled(Step step) {
        return step.resample()
                .map(resample -> "%s positions to %s".formatted(resample.in(), resample.out()))
                .orElse("as it is");
    }

    /** The name of a map in a sentence. */
    static String name(Network network, int map) {
        return map == Network.INPUT ? "the input" : network.name(map);
    }

    /** {@code 3x1}: one number per axis. */
    static String joined(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining("x"));
    }

    /** {@code 3} where all axes are alike, else {@code 3x1}. */
    static String perAxis(List<Long> numbers) {
        return numbers.stream().distinct().count() == 1 ? Long.toString(numbers.get(0)) : joined(numbers);
    }

    private static String unlessOne(String what, List<Long> numbers) {
        List<Long> distinct = numbers.stream().distinct().toList();
        return distinct.equals(List.of(1L)) ? "" : what + perAxis(numbers);
    }

    /** {@code down (1x1, stride 2)}. */
    static String named(Layer layer, Link link) {
        return "%s (%s)".formatted(layer.name(), of(link));
    }
}
