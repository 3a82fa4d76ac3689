package dev.fovea.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whole compilations, each in a process of its own, as a build without a daemon runs them.
 *
 * <p>The configurations take turns, so that what else the machine does falls on all alike; what one adds is the median of the
 * differences, turn by turn, to the same sources without a processor.
 */
public final class Cold {
    private static final int WARM_UPS = 1;

    private Cold() {}

    /** Takes a number of runs, and the sizes to measure; by default 15 and all. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> all = List.of("1x10", "200x10", "1x5000", "code10", "chain1500", "zoo");
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
        List<String> sizes = arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : all;
        Path folder = Files.createTempDirectory("fovea-cold");
        for (String size : sizes) {
            Page page = new Page("cold " + size);
            page.machine();
            measure(setting(size, folder.resolve(size)), runs, page);
            page.write();
        }
    }

    static Setting setting(String size, Path folder) throws IOException {
        Setting setting = new Setting(folder);
        if (size.equals("zoo")) {
            return setting.zoo();
        }
        if (size.startsWith("code")) {
            return setting.code(Integer.parseInt(size.substring("code".length())));
        }
        if (size.startsWith("chain")) {
            return setting.pages(Integer.parseInt(size.substring("chain".length())));
        }
        String[] parts = size.split("x");
        int classes = Integer.parseInt(parts[0]);
        int members = Integer.parseInt(parts[1]);
        setting.models(classes, members);
        // No class has thousands of properties.
        return members > 100 ? setting : setting.peers(classes, members);
    }

    private static void measure(Setting setting, int runs, Page page) throws IOException, InterruptedException {
        Map<Javac, List<Javac.Cost>> costs = new LinkedHashMap<>();
        setting.runs().forEach(run -> costs.put(run, new ArrayList<>()));
        for (int i = 0; i < WARM_UPS + runs; i++) {
            for (Javac run : setting.runs()) {
                Javac.Cost cost = run.run();
                if (i >= WARM_UPS) {
                    costs.get(run).add(cost);
                }
            }
        }
        page.line("Milliseconds, medians of " + runs + " runs in turns, quartiles in brackets.");
        page.head("processor", "wall", "CPU", "added wall", "added CPU");
        List<Javac.Cost> none = List.of();
        for (Javac run : setting.runs()) {
            List<Javac.Cost> own = costs.get(run);
            boolean isBase = run.name().startsWith("none");
            none = isBase ? own : none;
            page.row(
                    run.name(),
                    wall(own),
                    processor(own),
                    isBase ? "" : wall(own).beyond(wall(none)),
                    isBase ? "" : processor(own).beyond(processor(none)));
        }
    }

    private static Samples wall(List<Javac.Cost> costs) {
        return new Samples(costs.stream().map(Javac.Cost::wall).toList());
    }

    private static Samples processor(List<Javac.Cost> costs) {
        return new Samples(costs.stream().map(Javac.Cost::processor).toList());
    }
}
