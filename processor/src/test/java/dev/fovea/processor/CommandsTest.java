package dev.fovea.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.testing.Pages;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands and options that pages name exist: goals, parameters, profiles, modules, tests and programs. */
final class CommandsTest {
    private static final Pattern COMMAND = Pattern.compile("(?m)^ *((?:mvn|\\.ci/\\w+|bash) .*)$");
    private static final Pattern GOAL = Pattern.compile("dev\\.fovea:fovea-maven-plugin:([\\w.-]+):(\\w+)");
    private static final Pattern OPTION = Pattern.compile("-A(fovea\\.\\w+)");

    @Test
    void everyCommandNamesWhatThereIs() throws IOException {
        List<String> wrong = new ArrayList<>();
        int commands = 0;
        for (Path page : Pages.all()) {
            for (String block : Pages.blocks(page)) {
                Matcher command = COMMAND.matcher(block.replaceAll(" \\\\\n *", " "));
                while (command.find()) {
                    commands++;
                    for (String word : command.group(1).split(" ")) {
                        if (!exists(word, command.group(1))) {
                            wrong.add(page + ": " + word + " in " + command.group(1));
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(commands > 15, commands + " commands");
    }

    private static boolean exists(String word, String command) throws IOException {
        Matcher goal = GOAL.matcher(word);
        if (goal.matches()) {
            return pomHas("", "<version>" + goal.group(1) + "</version>")
                    && pluginHas("@Mojo(name = \"" + goal.group(2) + "\"");
        }
        String value = word.substring(word.indexOf('=') + 1);
        if (word.startsWith("-Dfovea.")) {
            String name = word.substring(2, word.indexOf('='));
            return GOAL.matcher(command).find()
                    ? pluginHas("@Parameter(property = \"" + name + "\"")
                    : name.equals("fovea.seeds");
        }
        if (word.startsWith("-Dbenchmark=")) {
            return Files.exists(Pages.ROOT.resolve("benchmark/src/main/java/dev/fovea/benchmark/" + value + ".java"));
        }
        if (word.startsWith("-Dinvoker.test=")) {
            return Stream.of(value.split(","))
                    .allMatch(project -> Files.isDirectory(Path.of("src/it").resolve(project)));
        }
        if (word.startsWith("-Dtest=")) {
            return files("src/test/java").anyMatch(file -> file.endsWith(value + ".java"));
        }
        if (word.startsWith("-P")) {
            String profile = "<id>" + word.substring(2) + "</id>";
            return pomHas("", profile) || pomHas("sample-app", profile) || pomHas("processor/src/it/baseline", profile);
        }
        if (word.startsWith(".ci/")) {
            return Files.isExecutable(Pages.ROOT.resolve(word));
        }
        if (command.contains("-pl " + word)) {
            return Stream.of(word.split(",")).allMatch(module -> Files.exists(Pages.ROOT.resolve(module)));
        }
        return true;
    }

    private static boolean pomHas(String module, String text) throws IOException {
        return Files.readString(Pages.ROOT.resolve(module).resolve("pom.xml")).contains(text);
    }

    private static boolean pluginHas(String text) throws IOException {
        return files("../maven-plugin/src/main/java")
                .anyMatch(file -> Pages.text(file).contains(text));
    }

    private static Stream<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }

    @Test
    void everyArtifactIsAModuleOfThisVersion() throws IOException {
        Pattern artifact = Pattern.compile("<artifactId>(fovea-[\\w-]+)</artifactId>\\s*<version>([^<]+)</version>");
        List<String> wrong = new ArrayList<>();
        for (Path page : Pages.all()) {
            Matcher named = artifact.matcher(Pages.text(page));
            while (named.find()) {
                String module = named.group(1).replace("fovea-", "");
                if (!Files.exists(Pages.ROOT.resolve(module).resolve("pom.xml"))
                        || !pomHas(module, "<artifactId>" + named.group(1) + "</artifactId>")
                        || !pomHas("", "<version>" + named.group(2) + "</version>")) {
                    wrong.add(page + ": " + named.group());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyOptionOfTheCompilerExists() throws IllegalAccessException, IOException {
        Set<String> known = new TreeSet<>();
        for (Field option : Options.class.getDeclaredFields()) {
            known.add((String) option.get(null));
        }
        Set<String> named = new TreeSet<>();
        for (Path page : Pages.all()) {
            OPTION.matcher(Pages.text(page)).results().forEach(option -> named.add(option.group(1)));
        }
        assertEquals(known, named);
    }
}
