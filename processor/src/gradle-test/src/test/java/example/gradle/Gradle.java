package example.gradle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Gradle itself, which is on Maven Central as one jar: the folder that Gradle expects around it has a jar for each of its
 * modules, with nothing in it but the file that names the others it needs.
 */
final class Gradle {
    private static final String VERSION = System.getProperty("gradle.version");
    private static final String MODULE = "-classpath.properties";
    private static final Path TARGET = Path.of(System.getProperty("target"));
    private static final Path JARS = TARGET.resolve("jars");
    private static final Path CLASSES = TARGET.resolve("classes");

    private final Path library;
    private final Path home;

    Gradle(Path folder) throws IOException {
        library = folder.resolve("gradle/lib");
        home = folder.resolve("home");
        Files.createDirectories(library.resolve("plugins"));
        Set<String> needed = new TreeSet<>(Set.of("ant-1.10.14.jar", "ant-launcher-1.10.14.jar"));
        try (ZipFile api =
                new ZipFile(JARS.resolve("gradle-api-" + VERSION + ".jar").toFile())) {
            for (Enumeration<? extends ZipEntry> entries = api.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().endsWith(MODULE)) {
                    needed.addAll(module(entry, api));
                }
            }
        }
        for (String jar : needed) {
            if (Files.exists(JARS.resolve(jar))) {
                Files.copy(JARS.resolve(jar), library.resolve(jar));
            } else {
                // Its classes are in Gradle's one jar.
                write(jar, List.of());
            }
        }
        compilerPlugin();
    }

    /** Returns the jars that the module needs besides those of other modules. */
    private Set<String> module(ZipEntry entry, ZipFile api) throws IOException {
        byte[] content;
        Properties properties = new Properties();
        try (InputStream in = api.getInputStream(entry)) {
            content = in.readAllBytes();
        }
        properties.load(new ByteArrayInputStream(content));
        String jar = entry.getName().replace(MODULE, "") + "-" + VERSION + ".jar";
        if (jar.startsWith("gradle-core-" + VERSION)) {
            Files.createSymbolicLink(library.resolve(jar), Path.of(api.getName()));
        } else {
            write(jar, List.of(new Content(entry.getName(), content)));
        }
        Set<String> needed =
                new TreeSet<>(List.of(properties.getProperty("runtime", "").split(",")));
        needed.remove("");
        return needed;
    }

    /** Gradle takes what listens to javac from a jar of its own. */
    private void compilerPlugin() throws IOException {
        List<Content> contents = new ArrayList<>();
        contents.add(new Content(
                "gradle-java-compiler-plugin" + MODULE, "projects=\nruntime=\n".getBytes(StandardCharsets.UTF_8)));
        try (Stream<Path> files = Files.walk(CLASSES.resolve("org/gradle"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.add(
                        new Content(CLASSES.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file)));
            }
        }
        write("gradle-java-compiler-plugin-" + VERSION + ".jar", contents);
    }

    private record Content(String name, byte[] bytes) {}

    private void write(String jar, List<Content> contents) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(library.resolve(jar)))) {
            for (Content content : contents) {
                out.putNextEntry(new ZipEntry(content.name()));
                out.write(content.bytes());
                out.closeEntry();
            }
        }
    }

    /** What a build said, and whether it succeeded. */
    record Build(boolean success, String log) {}

    Build run(Path project, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // As Gradle's scripts start it, and what it asks of a JVM that is to run the build itself.
        for (String opened : List.of("java.lang", "java.lang.invoke", "java.util", "java.nio.charset", "java.net")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "--add-opens=java.prefs/java.util.prefs=ALL-UNNAMED",
                "-Xms256m",
                "-Xmx512m",
                "-XX:MaxMetaspaceSize=384m",
                "-XX:+HeapDumpOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Dorg.gradle.internal.instrumentation.agent=false",
                "-Dorg.gradle.native=false",
                "-Dgradle.jar=" + library.resolve("gradle-core-" + VERSION + ".jar"),
                "-cp",
                CLASSES.toString(),
                Launcher.class.getName(),
                "--no-daemon",
                "--offline",
                "--console=plain",
                "--info",
                "--gradle-user-home=" + home,
                "-Dmaven.repo.local="
                        + Path.of(System.getProperty("local.repository"))
                                .toAbsolutePath()
                                .normalize()));
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile(home.getParent(), "build", ".log");
        Process process = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException("no end of " + command + "\n" + Files.readString(log));
            }
        } finally {
            process.destroyForcibly();
        }
        return new Build(process.exitValue() == 0, Files.readString(log));
    }
}
