import dev.fovea.core.html.ComparisonPage;
import dev.fovea.report.NetworkReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the page that compares two reports. */
final class Compare {
    private Compare() {}

    /** @param args the report before, the one after, the page */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[2]), ComparisonPage.html(report(args[0]), report(args[1])));
    }

    private static NetworkReport report(String file) throws IOException {
        return NetworkReport.fromJson(Files.readString(Path.of(file)));
    }
}
