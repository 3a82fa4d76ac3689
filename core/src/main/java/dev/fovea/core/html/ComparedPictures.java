package dev.fovea.core.html;

import dev.fovea.report.NetworkReport;
import dev.fovea.report.StackReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Pictures of two reports side by side: the profiles, and each dilation stack that differs. */
final class ComparedPictures {
    private static final String NOTHING = "<p class=\"quiet\">Nothing to draw.</p>\n";

    private final NetworkReport before;
    private final NetworkReport after;

    ComparedPictures(NetworkReport before, NetworkReport after) {
        this.before = before;
        this.after = after;
    }

    String html() {
        StringBuilder html = new StringBuilder();
        if (!before.profile().equals(after.profile())) {
            html.append(pair(
                    "Spatial-scale profile",
                    ProfileChart.of(before, List.of(), false).inline(),
                    ProfileChart.of(after, List.of(), false).inline()));
        }
        List<StackReport> left = new ArrayList<>(before.stacks());
        for (StackReport stack : after.stacks()) {
            Optional<StackReport> old = left.stream()
                    .filter(one -> !Collections.disjoint(one.layers(), stack.layers()))
                    .findFirst();
            old.ifPresent(left::remove);
            if (old.filter(one ->
                            one.rates().equals(stack.rates()) && one.kernels().equals(stack.kernels()))
                    .isEmpty()) {
                html.append(pair(
                        "Stack of " + String.join(", ", stack.layers()),
                        old.map(one -> drawn(before, one)).orElse(NOTHING),
                        drawn(after, stack)));
            }
        }
        left.forEach(stack ->
                html.append(pair("Stack of " + String.join(", ", stack.layers()), drawn(before, stack), NOTHING)));
        return html.isEmpty() ? "" : "<section id=\"pictures\">\n<h2>Pictures</h2>\n" + html + "</section>\n";
    }

    private static String drawn(NetworkReport report, StackReport stack) {
        String drawn =
                StackFigure.reported(report, stack).stream().map(Svg::inline).collect(Collectors.joining());
        return drawn.isEmpty() ? NOTHING : drawn;
    }

    private static String pair(String title, String before, String after) {
        return """
                <h3>%s</h3>
                <div class="pair"><figure><figcaption>before</figcaption>
                %s</figure><figure><figcaption>after</figcaption>
                %s</figure></div>
                """.formatted(Markup.escape(title), before, after);
    }
}
