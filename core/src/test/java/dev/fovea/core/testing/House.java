package dev.fovea.core.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What holds in every module: who may see what, and how long a file may be. */
public final class House {
    private static final int LONGEST_FILE = 350;
    /** Also one with a position, flags or a width. */
    private static final String NUMBER_FORMAT = ".*%(\\d+\\$)?[-+0,(#]*\\d*d.*";

    private final Path module;
    private final JavaClasses classes;

    /** The module in this folder, as it was compiled. */
    public House(Path module) {
        this.module = module;
        this.classes = new ClassFileImporter().importPath(module.resolve("target/classes"));
    }

    /** Expects that no package needs one that needs it, however indirectly; each of them counts by itself. */
    public void hasNoCycles() {
        slices().matching("dev.(**)").should().beFreeOfCycles().check(classes);
    }

    /**
     * Expects that only some packages see others.
     *
     * @param insiders patterns of packages, two dots standing for all below
     */
    public void onlyInsidersSee(List<String> insiders, String... packages) {
        noClasses()
                .that()
                .resideOutsideOfPackages(insiders.toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(classes);
    }

    /** Expects that a simple name tells which type is meant. */
    public void hasNoNameTwice() {
        Map<String, List<String>> names = classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName,
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getName, Collectors.toList())));
        names.values().removeIf(types -> types.size() == 1);
        assertEquals(Map.of(), names);
    }

    /** Expects that every file of Java can be read at a sitting; what lies among resources is data. */
    public void hasNoLongFile() {
        assertEquals(
                List.of(),
                sources("src").filter(file -> lines(file).size() > LONGEST_FILE).toList());
    }

    /** Expects that nothing is written with the digits of the user's locale, as %d would; %s writes ours. */
    public void hasNoNumberFormat() {
        assertEquals(
                List.of(),
                sources("src/main/java")
                        .flatMap(file -> lines(file).stream()
                                .filter(line -> line.matches(NUMBER_FORMAT))
                                .map(line -> file + ": " + line.strip()))
                        .toList());
    }

    private Stream<Path> sources(String folder) {
        try (Stream<Path> files = Files.walk(module.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
