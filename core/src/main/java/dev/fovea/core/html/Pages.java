package dev.fovea.core.html;

/** What all pages have in common. */
final class Pages {
    private Pages() {}

    /** @param title what a tab shows: the verdict first, since tabs are narrow */
    static String html(String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="generator" content="Fovea">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <a class="skip" href="#main">Skip to the content</a>
                """.formatted(
                                Markup.escape(title),
                                Resources.text("colours.css")
                                        + Resources.text("figures.css")
                                        + Resources.text("page.css")
                                        + Resources.text("explorer.css")
                                        + Resources.text("whatif.css"))
                + "<svg class=\"patterns\" width=\"0\" height=\"0\" aria-hidden=\"true\">" + Svg.PATTERNS + "</svg>\n"
                + body + "</body>\n</html>\n";
    }

    /** Headings of a table that sorts by a column when its heading is chosen. */
    static String headings(Iterable<String> names) {
        StringBuilder html = new StringBuilder();
        for (String name : names) {
            html.append("<th scope=\"col\"><button type=\"button\">")
                    .append(name)
                    .append("</button></th>");
        }
        return html.toString();
    }

    /** Each a program of its own, in this order. */
    static String scripts(String... names) {
        StringBuilder html = new StringBuilder();
        for (String name : names) {
            html.append("<script>\n").append(Resources.text(name)).append("</script>\n");
        }
        return html.toString();
    }
}
