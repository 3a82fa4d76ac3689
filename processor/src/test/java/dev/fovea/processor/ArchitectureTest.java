package dev.fovea.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may see what, read off the class files' constant pools; and how long a file may be. */
final class ArchitectureTest {
    private static final int LONGEST_FILE = 350;
    private static final String ROOT = "dev/fovea/processor/";

    @Test
    void onlyTheReaderAndWhatStandsAroundItSeesTheCompiler() throws Exception {
        assertEquals(Set.of("", "read", "generate", "code"), users("javax/lang/model/"));
        assertEquals(Set.of("", "read", "code"), users("javax/annotation/processing/"));
        assertEquals(Set.of("", "read", "code"), users("javax/tools/"));
        assertEquals(Set.of("read", "code"), users("com/sun/"));
        assertEquals(Set.of(), users("org/eclipse/"));
    }

    @Test
    void onlyTheGeneratorSeesJavaPoet() throws Exception {
        assertEquals(Set.of("", "generate"), users("com/palantir/javapoet/"));
    }

    @Test
    void noFileIsLong() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : files(Path.of("src"), ".java")) {
            long lines = Files.readAllLines(file).size();
            if (lines > LONGEST_FILE) {
                tooLong.add(file + ": " + lines);
            }
        }
        assertEquals(List.of(), tooLong);
    }

    /** They would be written with the digits of the user's locale; %s writes ours. */
    @Test
    void noFormatWritesNumbersForALocale() throws IOException {
        List<String> formats = new ArrayList<>();
        for (Path file : files(Path.of("src/main/java"), ".java")) {
            Files.readAllLines(file).stream()
                    .filter(line -> line.matches(".*%(\\d+\\$)?[-+0,(#]*\\d*d.*"))
                    .forEach(line -> formats.add(file + ": " + line.strip()));
        }
        assertEquals(List.of(), formats);
    }

    /** Packages below the root whose classes mention a name that starts so; empty = the root itself. */
    private static Set<String> users(String prefix) throws Exception {
        Set<String> users = new TreeSet<>();
        packages().forEach((name, used) -> {
            if (used.stream().anyMatch(type -> type.startsWith(prefix))) {
                users.add(name);
            }
        });
        return users;
    }

    private static String packageOf(String type) {
        String below = type.substring(ROOT.length());
        return below.contains("/") ? below.substring(0, below.indexOf('/')) : "";
    }

    /** The names of types that the classes of each package mention, with slashes. */
    private static Map<String, Set<String>> packages() throws IOException, URISyntaxException {
        Path classes = Path.of(FoveaProcessor.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Map<String, Set<String>> packages = new TreeMap<>();
        for (Path file : files(classes.resolve(ROOT), ".class")) {
            String name = classes.relativize(file).toString().replace('\\', '/');
            packages.computeIfAbsent(packageOf(name), unused -> new TreeSet<>()).addAll(mentioned(file));
        }
        return packages;
    }

    private static List<Path> files(Path folder, String extension) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .toList();
        }
    }

    /** Everything that looks like a type's name in the strings of a class file's constant pool (JVMS, section 4.4). */
    private static Set<String> mentioned(Path file) throws IOException {
        Set<String> names = new TreeSet<>();
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            in.skipNBytes(8);
            int count = in.readUnsignedShort();
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> names.addAll(List.of(in.readUTF().split("[^\\w/$]+L?|^L")));
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++;
                    }
                    case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                    case 15 -> in.skipNBytes(3);
                    default -> throw new IOException(file + ": constant of kind " + tag);
                }
            }
        }
        return names;
    }
}
