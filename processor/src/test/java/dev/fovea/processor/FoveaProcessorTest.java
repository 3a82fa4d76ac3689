package dev.fovea.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;

/** The product in two sentences: a gridding design does not compile, a sound one gets its report. */
final class FoveaProcessorTest {
    @Test
    void aGriddingDesignDoesNotCompile() {
        JavaFileObject source = model("2", "4", "8");
        Compilation compilation = compile(source);
        assertThat(compilation).failed();
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining(
                        "[DilationCommonDivisor] gridding: rates 2, 4, 8 of d1 to d3 are all multiples of 2")
                .inFile(source)
                .onLineContaining("d1");
    }

    @Test
    void aSoundDesignGetsItsReport() {
        Compilation compilation = compile(model("1", "2", "5"));
        assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation)
                .generatedSourceFile("acme.NetReceptiveField")
                .contentsAsUtf8String()
                .contains("int D3_SIZE = 17");
        assertThat(compilation)
                .generatedFile(StandardLocation.CLASS_OUTPUT, "META-INF/fovea/acme.Net.json")
                .contentsAsUtf8String()
                .contains("\"model\": \"acme.Net\"");
    }

    private static Compilation compile(JavaFileObject source) {
        return Compiler.javac().withProcessors(new FoveaProcessor()).compile(source);
    }

    private static JavaFileObject model(String... rates) {
        return JavaFileObjects.forSourceString("acme.Net", """
                package acme;

                import dev.fovea.Dilated;

                class Net {
                    @Dilated(kernel = 3, rate = %s) Object d1;
                    @Dilated(kernel = 3, rate = %s) Object d2;
                    @Dilated(kernel = 3, rate = %s) Object d3;
                }
                """.formatted((Object[]) rates));
    }
}
