package dev.fovea.sample.djl;

import ai.djl.Model;
import ai.djl.engine.Engine;
import dev.fovea.djl.DjlModels;
import dev.fovea.djl.DjlNetwork;
import dev.fovea.report.Diagnostic;
import dev.fovea.report.NetworkReport;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Trains a network whose dilated layers read every pixel of their field, and its twin that leaves most out, and shows what
 * each has learned and what each reads.
 */
final class Story {
    private static final int STEPS = 150;
    private static final int TEST_IMAGES = 64;
    private static final int SHOWN = 3;

    private final NetworkReport report;
    private final Fields fields;
    private final boolean[] judged;
    private final double[] trained;

    private Story(NetworkReport report, Fields fields, boolean[] judged, double[] trained) {
        this.report = report;
        this.fields = fields;
        this.judged = judged;
        this.trained = trained;
    }

    /** @param arguments the directory to write the pictures to */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        System.out.println(
                "Two networks of three 3x3 layers and as many weights, built from what the compiler reported.");
        System.out.println("Loading the engine; the first time it unpacks 430 MB of libraries ...");
        System.out.println(Engine.getInstance().getEngineName() + " "
                + Engine.getInstance().getVersion());
        Stripes test = Stripes.draw(TEST_IMAGES, new Random(1));
        List<Story> stories = new ArrayList<>();
        for (NetworkReport report : List.of(CompleteReceptiveField.report(), GriddingReceptiveField.report())) {
            stories.add(of(report, test));
        }
        printAccuracies(stories, test);
        draw(Path.of(arguments[0]), stories, test);
    }

    private static Story of(NetworkReport report, Stripes test) {
        System.out.printf(
                "%n%s: %d weights%n", name(report), report.parameters().orElseThrow());
        for (Diagnostic finding : report.diagnostics()) {
            System.out.printf(
                    "  the linter: [%s] %s%n",
                    finding.rule(), finding.message().lines().findFirst().orElseThrow());
            finding.reason().ifPresent(reason -> System.out.println("  accepted, for it " + reason));
        }
        Fields fields = Fields.of(report);
        int size = fields.computed().size();
        System.out.printf(
                "  of the %d pixels of its %dx%d field, %d are read as computed, %d as measured by gradients%s%n",
                size * size,
                size,
                size,
                fields.computed().count(),
                fields.count(),
                fields.agree() ? ": the same" : ": NOT the same");
        System.out.printf("  training, %d steps: [", STEPS);
        DjlNetwork network = DjlModels.build(report);
        try (Model model = Model.newInstance(name(report))) {
            model.setBlock(network);
            Training.train(model, STEPS, step -> {
                if (step * 50 / STEPS > (step - 1) * 50 / STEPS) {
                    System.out.print("#");
                    System.out.flush();
                }
            });
            System.out.println("]");
            return new Story(report, fields, Training.judge(network, test), Fields.gradient(network, report));
        }
    }

    private static void printAccuracies(List<Story> stories, Stripes test) {
        System.out.printf("%nPixels of %d new images that are judged rightly:%n%n", TEST_IMAGES);
        System.out.printf("  %-18s %9s %9s%n", "", name(stories.get(0).report), name(stories.get(1).report));
        for (int period = 2; period <= Stripes.LONGEST; period++) {
            print("period " + period, stories, test, period);
        }
        print("all", stories, test, 0);
        double lead = stories.get(0).accuracy(test, 0) - stories.get(1).accuracy(test, 0);
        System.out.printf("%n%s%n", verdict(lead));
    }

    /** @param lead of the complete network, as a share of the pixels */
    static String verdict(double lead) {
        String text = lead > 0.01
                ? "The gridding twin is worse by %.1f points."
                : "The gridding twin is not worse (%.1f points): here its holes cost nothing.";
        return String.format(Locale.ROOT, text, 100 * lead);
    }

    private static void print(String label, List<Story> stories, Stripes test, int period) {
        System.out.printf(
                Locale.ROOT,
                "  %-18s %7.1f %% %7.1f %%%n",
                label,
                100 * stories.get(0).accuracy(test, period),
                100 * stories.get(1).accuracy(test, period));
    }

    /** Share of the pixels that are judged rightly, of stripes of one period, or of all if that is 0. */
    private double accuracy(Stripes test, int period) {
        int right = 0;
        int all = 0;
        for (int place = 0; place < test.places(); place++) {
            if (period == 0 || test.period(place) == period) {
                all++;
                right += judged[place] == test.isVertical(place) ? 1 : 0;
            }
        }
        return (double) right / all;
    }

    private static void draw(Path directory, List<Story> stories, Stripes test) throws IOException {
        Picture predictions = new Picture(SHOWN, 4, Stripes.SIZE, 3);
        for (int image = 0; image < SHOWN; image++) {
            int first = image * Stripes.SIZE * Stripes.SIZE;
            predictions.draw(image, 0, (y, x) -> Picture.grey(0.5 + test.pixel(first + y * Stripes.SIZE + x) / 4));
            predictions.draw(image, 1, (y, x) -> colour(test.isVertical(first + y * Stripes.SIZE + x)));
            for (int network = 0; network < 2; network++) {
                boolean[] judged = stories.get(network).judged;
                predictions.draw(image, 2 + network, (y, x) -> colour(judged[first + y * Stripes.SIZE + x]));
            }
        }
        Picture fields = new Picture(2, 3, 2 * Fields.REACH + 1, 9);
        for (int network = 0; network < 2; network++) {
            Story story = stories.get(network);
            fields.draw(network, 0, story.fields.map());
            fields.draw(network, 1, Fields.tile(story.fields.measured()));
            fields.draw(network, 2, Fields.tile(story.trained));
        }
        predictions.write(directory.resolve("stripes.png"));
        fields.write(directory.resolve("fields.png"));
        System.out.printf(
                "%nPictures in %s:%n  stripes.png: image, truth, %s, %s%n  fields.png: computed, measured with even weights, measured with trained weights%n",
                directory, name(stories.get(0).report), name(stories.get(1).report));
    }

    private static Color colour(boolean vertical) {
        return vertical ? new Color(230, 159, 0) : new Color(0, 114, 178);
    }

    private static String name(NetworkReport report) {
        return report.model().substring(report.model().lastIndexOf('.') + 1);
    }
}
