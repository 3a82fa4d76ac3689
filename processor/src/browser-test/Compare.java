import dev.fovea.core.html.BuildComparison;
import dev.fovea.core.html.ComparisonPage;
import dev.fovea.report.NetworkReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the page that compares two reports, and the pages that compare two builds. */
final class Compare {
    private Compare() {}

    /** @param args the report before, the one after, the folder for pages */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[2]);
        NetworkReport before = report(args[0]);
        NetworkReport after = report(args[1]);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("index.html"), ComparisonPage.html(before, after));

        // A build in which one model is repaired, one is new and one is gone.
        Path old = Files.createDirectories(folder.resolve("old"));
        Path now = Files.createDirectories(folder.resolve("new"));
        Path reports = Path.of(args[0]).getParent();
        Files.copy(Path.of(args[0]), old.resolve("net.json"));
        String renamed = Files.readString(Path.of(args[1])).replace(after.model() + "\"", before.model() + "\"");
        Files.writeString(now.resolve("net.json"), renamed);
        for (String same : new String[] {"UNet", "WaveNet"}) {
            String name = "dev.fovea.sample." + same + ".json";
            Files.copy(reports.resolve(name), old.resolve(name));
            Files.copy(reports.resolve(name), now.resolve(name));
        }
        Files.copy(reports.resolve("dev.fovea.sample.Aspp.json"), old.resolve("gone.json"));
        Files.copy(reports.resolve("Hostile.json"), now.resolve("new.json"));
        BuildComparison.of(old, now).write(folder.resolve("builds"));
    }

    private static NetworkReport report(String file) throws IOException {
        return NetworkReport.fromJson(Files.readString(Path.of(file)));
    }
}
