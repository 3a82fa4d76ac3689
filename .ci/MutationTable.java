import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Writes a package's line of the table of mutation tests between the markers of a page, and prints what lives; a change that
 * any run notices is noticed: {@code java MutationTable.java PACKAGE PAGE mutations.xml...}.
 */
final class MutationTable {
    private static final String BEGIN = "<!-- mutation: written by .ci/mutation -->";
    private static final String NOTICED = "NOTICED";
    private static final String END = "<!-- end of mutation -->";

    private MutationTable() {}

    public static void main(String[] args) throws Exception {
        Map<String, String> changes = new TreeMap<>();
        for (String file : List.of(args).subList(2, args.length)) {
            read(Path.of(file), "dev.fovea.core." + args[0], changes);
        }
        Map<String, Integer> counts = new TreeMap<>();
        changes.forEach((change, status) -> {
            counts.merge(status, 1, Integer::sum);
            if (!status.equals(NOTICED)) {
                System.out.println(status + " " + change);
            }
        });
        int noticed = counts.getOrDefault(NOTICED, 0);
        String row = "| `%s` | %d | %d | %d | %d | %d %% |"
                .formatted(
                        args[0],
                        changes.size(),
                        noticed,
                        counts.getOrDefault("SURVIVED", 0),
                        counts.getOrDefault("NO_COVERAGE", 0),
                        100 * noticed / Math.max(1, changes.size()));
        System.out.println(row);
        update(Path.of(args[1]), args[0], row);
    }

    /** Adds what a run says of each change of a package. */
    private static void read(Path file, String packageName, Map<String, String> changes) throws Exception {
        NodeList mutations = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getElementsByTagName("mutation");
        for (int i = 0; i < mutations.getLength(); i++) {
            Element mutation = (Element) mutations.item(i);
            String type = text(mutation, "mutatedClass");
            if (!type.replaceFirst("\\.[^.]*$", "").equals(packageName)) {
                continue;
            }
            String status = mutation.getAttribute("status");
            String told = status.equals("SURVIVED") || status.equals("NO_COVERAGE") ? status : NOTICED;
            String change = "%s.%s:%s %s (%s%s)"
                    .formatted(
                            type.substring(type.lastIndexOf('.') + 1),
                            text(mutation, "mutatedMethod"),
                            text(mutation, "lineNumber"),
                            text(mutation, "description"),
                            text(mutation, "indexes"),
                            text(mutation, "methodDescription"));
            changes.merge(change, told, MutationTable::better);
        }
    }

    private static String better(String one, String other) {
        List<String> order = List.of(NOTICED, "SURVIVED", "NO_COVERAGE");
        return order.indexOf(one) <= order.indexOf(other) ? one : other;
    }

    private static String text(Element mutation, String name) {
        return mutation.getElementsByTagName(name).item(0).getTextContent();
    }

    private static void update(Path page, String name, String row) throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        List<String> lines = new ArrayList<>(
                text.substring(begin, end).lines().filter(line -> line.startsWith("|")).toList());
        lines.removeIf(line -> line.startsWith("| `" + name + "` "));
        lines.add(row);
        List<String> rows = lines.subList(2, lines.size());
        rows.sort(null);
        Files.writeString(page, text.substring(0, begin) + "\n" + String.join("\n", lines) + "\n" + text.substring(end));
    }
}
