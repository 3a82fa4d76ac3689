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
 * Writes a package's line of the table of mutation tests between the markers of a page, and prints what lives:
 * {@code java MutationTable.java PACKAGE mutations.xml PAGE}.
 */
final class MutationTable {
    private static final String BEGIN = "<!-- mutation: written by .ci/mutation -->";
    private static final String END = "<!-- end of mutation -->";

    private MutationTable() {}

    public static void main(String[] args) throws Exception {
        NodeList mutations = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of(args[1]).toFile())
                .getElementsByTagName("mutation");
        Map<String, Integer> counts = new TreeMap<>();
        int ofPackage = 0;
        for (int i = 0; i < mutations.getLength(); i++) {
            Element mutation = (Element) mutations.item(i);
            String type = text(mutation, "mutatedClass");
            if (!type.replaceFirst("\\.[^.]*$", "").equals("dev.fovea.core." + args[0])) {
                continue;
            }
            ofPackage++;
            String status = mutation.getAttribute("status");
            counts.merge(status, 1, Integer::sum);
            if (status.equals("SURVIVED") || status.equals("NO_COVERAGE")) {
                System.out.printf(
                        "%s %s.%s:%s %s%n",
                        status,
                        type.substring(type.lastIndexOf('.') + 1),
                        text(mutation, "mutatedMethod"),
                        text(mutation, "lineNumber"),
                        text(mutation, "description"));
            }
        }
        int survived = counts.getOrDefault("SURVIVED", 0);
        int uncovered = counts.getOrDefault("NO_COVERAGE", 0);
        int killed = ofPackage - survived - uncovered;
        String row = "| `%s` | %d | %d | %d | %d | %d %% |"
                .formatted(args[0], ofPackage, killed, survived, uncovered, 100 * killed / Math.max(1, ofPackage));
        System.out.println(row);
        update(Path.of(args[2]), args[0], row);
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
