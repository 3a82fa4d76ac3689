package example.bazel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a project sees whose build is Bazel's: findings, reports, and generated classes in other targets. */
final class BazelTest {
    private static final String REPORT = "META-INF/fovea/example.Head.json";
    private static final Path TARGET = Path.of(System.getProperty("target"));
    private static final Path WORKSPACE = TARGET.resolve("workspace");

    @BeforeEach
    void copyTheWorkspace() throws IOException {
        Path source = Path.of("workspace");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copy(file, source.relativize(file).toString());
            }
        }
        for (String tool : List.of("VanillaJavaBuilder.jar", "GenClass.jar")) {
            copy(TARGET.resolve("toolchain").resolve(tool), "toolchain/" + tool);
        }
        Files.write(WORKSPACE.resolve("toolchain/unused"), new byte[0]);
        Path root = Path.of("..", "..", "..");
        copy(built(root.resolve("annotations/target"), "fovea-annotations"), "maven/annotations.jar");
        copy(built(root.resolve("processor/target"), "fovea-processor"), "maven/processor.jar");
        writeTurbine(WORKSPACE.resolve("toolchain/turbine.jar"));
    }

    private static Path built(Path target, String artifact) throws IOException {
        try (Stream<Path> jars = Files.list(target)) {
            return jars.filter(jar -> jar.getFileName().toString().matches(artifact + "-[\\w.]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Bazel starts a tool from one jar. */
    private static void writeTurbine(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "com.google.turbine.main.Main");
        try (Stream<Path> jars = Files.list(TARGET.resolve("jars"))) {
            String path = jars.map(library -> library.toUri().toString()).collect(Collectors.joining(" "));
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, path);
        }
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }

    @Test
    void reportsFindingsAndGeneratesClassesForOtherTargets() throws Exception {
        Build sound = build("//app", "//:models");
        assertEquals(0, sound.status(), sound::log);
        Path output = WORKSPACE.resolve("bazel-bin");
        byte[] report = entry(output.resolve("libmodels.jar"), REPORT);
        // The compiler of headers has run the processor too, and made the same.
        assertArrayEquals(report, entry(output.resolve("libmodels-hjar.jar"), REPORT));

        Path model = WORKSPACE.resolve("src/main/java/example/Head.java");
        Files.writeString(model, Files.readString(model).replace("rate = 1", "rate = 2"));
        for (String target : List.of("//:models", "//app")) {
            Build faulty = build(target);
            assertEquals(1, faulty.status(), faulty::log);
            assertTrue(
                    faulty.log()
                            .contains(
                                    "\nsrc/main/java/example/Head.java:6: error: [DilationCommonDivisor] gridding: rates 2, 2 of "
                                            + "near, far "),
                    faulty::log);
        }
    }

    private record Build(int status, String log) {}

    private Build build(String... targets) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("bazel", "--batch", "--output_user_root=" + TARGET.resolve("root"), "build"));
        command.addAll(List.of(targets));
        Path log = Files.createTempFile(TARGET, "build", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(WORKSPACE.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.redirectOutput(log.toFile()).start();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException("no end of " + command + "\n" + Files.readString(log));
            }
        } finally {
            process.destroy();
        }
        return new Build(process.exitValue(), Files.readString(log));
    }

    private static byte[] entry(Path jar, String name) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    private void copy(Path file, String name) throws IOException {
        Path copy = WORKSPACE.resolve(name);
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    }
}
