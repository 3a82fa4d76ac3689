package dev.fovea.processor.code;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Found;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Builder code that would never end, or would fill the memory, is given up where the compiler still runs. */
final class EndlessCodeTest {
    private static final List<String> BODIES = List.of(
            "while (true) { net.add(conv()); }",
            "for (int i = 0; ; i++) { if (i < 0) { break; } }",
            "again(net, 0);",
            "net.add(mutual(3));",
            "String text = \"x\"; for (int i = 0; i < 100; i++) { text += text; }",
            "int[] many = new int[2_000_000_000]; many[5] = 3;",
            "int[][] grid = new int[100_000][100_000]; grid[5][5] = 3;",
            "java.util.List<Integer> list = new java.util.ArrayList<>(); for (;;) { list.add(1); }",
            "java.util.List<Object> list = new java.util.ArrayList<>(); list.add(list); System.out.println(list);",
            "StringBuilder text = new StringBuilder(\"x\"); while (true) { text.append(text); }",
            "String text = \"x\".repeat(2_000_000_000); net.add(conv());",
            "java.util.function.Supplier<Block>[] own = new java.util.function.Supplier[1];"
                    + " own[0] = () -> own[0].get(); net.add(own[0].get());",
            "java.util.List<Integer> list = new java.util.ArrayList<>(java.util.List.of(1));"
                    + " for (int i = 0; i < 100; i++) { list.addAll(list); }",
            "java.util.stream.IntStream.range(0, 2_000_000_000).boxed().toList();",
            "String text = \"xxxx\"; for (int i = 0; i < 9; i++) { text = text.replace(\"x\", text); }",
            "SequentialBlock own = new SequentialBlock(); own.add(own); net.add(own);",
            "SequentialBlock own = new SequentialBlock().add(conv());"
                    + " for (int i = 0; i < 60; i++) { own = new SequentialBlock().add(own).add(own); } net.add(own);");

    @Test
    void codeWithoutEndIsGivenUpSoon() {
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < BODIES.size(); i++) {
            members.append("""
                    @Network static Block net%d() {
                        SequentialBlock net = new SequentialBlock();
                        net.add(conv());
                        %s
                        return net;
                    }
                    """.formatted(i, BODIES.get(i)));
        }
        Source source = Source.of("""
                import ai.djl.ndarray.types.Shape;
                import ai.djl.nn.*;
                import ai.djl.nn.convolutional.Conv2d;
                import dev.fovea.Network;

                class Nets {
                    static Block conv() {
                        return Conv2d.builder().setKernelShape(new Shape(3, 3)).setFilters(8).build();
                    }

                    static void again(SequentialBlock net, int depth) {
                        again(net, depth + 1);
                    }

                    static Block mutual(int depth) {
                        return depth < 0 ? conv() : other(depth + 1);
                    }

                    static Block other(int depth) {
                        return mutual(depth);
                    }

                    static Block own() {
                        SequentialBlock own = new SequentialBlock();
                        own.add(own);
                        return own;
                    }

                    static Block doubled() {
                        SequentialBlock net = new SequentialBlock().add(conv());
                        for (int i = 0; i < 60; i++) {
                            net = new SequentialBlock().add(net).add(net);
                        }
                        return net;
                    }

                %s}

                class Fields {
                    @dev.fovea.Conv(kernel = 3) Block own = Nets.own();
                    @dev.fovea.Conv(kernel = 3) Block doubled = Nets.doubled();
                    @dev.fovea.Conv(kernel = 3) Block mutual = Nets.mutual(0);
                }
                """.formatted(members.toString()));
        Setup setup = Setup.with(FoveaProcessor::new).withDjl();
        assertTimeout(Duration.ofSeconds(60), () -> {
            try (Compilation compilation = TestCompiler.JAVAC.compile(setup, source)) {
                List<String> messages =
                        compilation.diagnostics().stream().map(Found::message).toList();
                assertFalse(messages.stream().anyMatch(text -> text.startsWith("Fovea failed")), messages::toString);
                // Javac itself finds what stands after a loop without end.
                assertTrue(
                        messages.stream().filter(text -> text.startsWith("[")).count() >= 8,
                        () -> String.join("\n", messages));
            }
        });
    }
}
