package dev.fovea.processor.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a processor writes can be read and loaded, on every compiler. */
final class CompilationTest {
    private static final Source USER = Source.of("package net; class User { String text = new Written().toString(); }");

    @ParameterizedTest
    @EnumSource
    void compilationGivesGeneratedSourcesResourcesAndClasses(TestCompiler compiler)
            throws ReflectiveOperationException {
        try (Compilation compilation = compiler.compile(Setup.with(WritingProcessor::new), USER)) {
            assertTrue(compilation.success(), compilation.diagnostics()::toString);
            assertEquals(Optional.of(WritingProcessor.TEXT), compilation.generatedSource("net.Written"));
            assertEquals(Optional.of("{\"é\": 1}"), compilation.resourceText("META-INF/written.json"));
            assertTrue(Files.exists(compilation.output().resolve("net/User.class")));
            Object written = compilation
                    .loadClass("net.Written")
                    .getDeclaredConstructor()
                    .newInstance();
            assertEquals("written", written.toString());
            assertEquals(Optional.empty(), compilation.generatedSource("net.Absent"));
            assertEquals(Optional.empty(), compilation.resource("absent"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void compilationDeletesItsFolderWhenClosed(TestCompiler compiler) {
        Compilation compilation = compiler.compile(Setup.withoutProcessor(), Source.of("class A {}"));
        Path folder = compilation.output().getParent();
        assertTrue(Files.exists(folder));
        compilation.close();
        assertFalse(Files.exists(folder));
    }

    @ParameterizedTest
    @EnumSource
    void compilationSeesTheAnnotationsUnlessToldOtherwise(TestCompiler compiler) {
        Source source = Source.of("class Net { @dev.fovea.Conv(kernel = 3) Object a; }");
        try (Compilation normal = compiler.compile(Setup.withoutProcessor(), source);
                Compilation bare = compiler.compile(Setup.withoutProcessor().withClassPath(), source)) {
            assertTrue(normal.success());
            assertFalse(bare.success());
        }
    }

    @ParameterizedTest
    @EnumSource
    void compilationCanBeTheClassPathOfAnother(TestCompiler compiler) throws ReflectiveOperationException {
        try (Compilation library = compiler.compile(Setup.withoutProcessor(), Source.of("public class Library {}"));
                Compilation user = compiler.compile(
                        Setup.withoutProcessor().withClassPath(Setup.annotations(), library.output()),
                        Source.of("public class User extends Library {}"))) {
            assertEquals("Library", user.loadClass("User").getSuperclass().getName());
        }
    }

    @ParameterizedTest
    @EnumSource
    void compilationHidesWhatOnlyTheTestsSee(TestCompiler compiler) {
        Source source = Source.of("class Net { org.junit.jupiter.api.Test test; }");
        try (Compilation compilation = compiler.compile(Setup.withoutProcessor(), source)) {
            assertEquals(
                    List.of(Found.COMPILER),
                    compilation.diagnostics().stream().map(Found::rule).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void compilationCompilesFiles(TestCompiler compiler, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("Net.java"), "package a.b;\nclass Net extends Missing {}\n");
        try (Compilation compilation = compiler.compile(Setup.withoutProcessor(), Source.of(file))) {
            assertEquals(
                    new Place("a/b/Net.java", 2, 19),
                    compilation.diagnostics().get(0).place());
        }
    }

    /** Writes one class and one resource. */
    private static final class WritingProcessor extends AbstractProcessor {
        static final String TEXT =
                "package net; public class Written { public Written() {} public String toString() { return \"written\"; } }";

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (round.processingOver()) {
                Filer filer = processingEnv.getFiler();
                write(
                        () -> filer.createResource(StandardLocation.CLASS_OUTPUT, "", "META-INF/written.json"),
                        "{\"é\": 1}");
            } else if (processingEnv.getElementUtils().getTypeElement("net.Written") == null) {
                write(() -> processingEnv.getFiler().createSourceFile("net.Written"), TEXT);
            }
            return false;
        }

        private static void write(FileMaker maker, String text) {
            try (Writer writer = maker.make().openWriter()) {
                writer.write(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Opens a new file of the compilation. */
    private interface FileMaker {
        FileObject make() throws IOException;
    }
}
