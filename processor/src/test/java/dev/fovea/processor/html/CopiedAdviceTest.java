package dev.fovea.processor.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Models;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.report.Diagnostic;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages' buttons copy, typed at its member, and compiled. */
final class CopiedAdviceTest {
    private static final Pattern STATEMENT =
            Pattern.compile("</code> (at|on a new member above) <bdi class=\"name\">(.*?)</bdi> .*data-copy=\"(.*?)\"");

    /** Rules whose advice changes extents. */
    private static final Set<String> OF_SIZES = Set.of("CroppedInput", "ShapeMismatch", "EmptyOutput");

    /** Faulty models by the rule that has something to copy. */
    private static final Map<String, String> FAULTY = new LinkedHashMap<>();

    static {
        FAULTY.put("UnreadPixels 1", """
                @Dilated(kernel = 3, rate = 3, padding = 3, out = 8, bias = false) Object wide;
                @Pool(kernel = 2) Object pool;
                """);
        FAULTY.put("SkippedInput 1", """
                @Conv(kernel = 3, padding = 1, out = 8) Object stem;
                @Conv(kernel = 1, stride = 2, out = 16, bias = false) Object down;
                """);
        FAULTY.put("SkippedInput 2", """
                @Conv(kernel = 3, padding = 1, out = 8) Object stem;
                @Dilated(kernel = 3, rate = 2, stride = 2, padding = {2, 2}, out = 8) Object down;
                """);
        FAULTY.put("CheckerboardUpsampling 1", """
                @TransposedConv(kernel = 3, stride = 2, padding = 1, outputPadding = 1, out = 4, bias = false) Object up;
                """);
        FAULTY.put("CheckerboardUpsampling 2", """
                @TransposedConv(kernel = {3, 5}, stride = {2, 3}, padding = 1, outputPadding = {1, 0}, out = 4) Object up;
                """);
        FAULTY.put("DegenerateDilation 1", """
                @AdaptivePool(size = 9) Object small;
                @Dilated(kernel = 3, rate = 12, padding = 12, out = 8, bias = false) Object wide;
                """);
        FAULTY.put("CroppedInput 1", """
                @Conv(kernel = 2, stride = 2, out = 8, bias = false) Object down;
                """);
        FAULTY.put("CroppedInput 2", """
                @Pool(kernel = 2) Object one;
                @Pool(kernel = 3, stride = 2) Object two;
                """);
        FAULTY.put("ShapeMismatch 1", """
                @Conv(kernel = 3, padding = 1, out = 8) Object stem;
                @Pool(kernel = 2) Object pool;
                @Upsample(scale = 2) Object up;
                @Concat(from = {"up", "stem"}) Object both;
                """);
        FAULTY.put("EmptyOutput 1", """
                @Conv(kernel = 8, stride = 8) Object patches;
                @Pool(kernel = 3, stride = 3) Object third;
                @Pool(kernel = 4) Object last;
                """);
        FAULTY.put("OffCentre 1", """
                @Conv(kernel = 4, padding = 1, out = 8, norm = Norm.BATCH) Object even;
                """);
        FAULTY.put("OffCentre 2", """
                @Conv(kernel = {3, 4}, padding = {1, 2}, out = 8) Object even;
                """);
        FAULTY.put("MisalignedMerge 1", """
                @Conv(kernel = 3, padding = 1, out = 4) Object stem;
                @Conv(kernel = 5, padding = {0, 0, 4, 4}, out = 4) Object ahead;
                @Add(from = {"stem", "ahead"}) @Expect(channels = 4) Object sum;
                """);
        FAULTY.put("MisalignedMerge 2", """
                @Conv(kernel = 3, padding = 1, stride = 2, out = 4) Object stem;
                @Conv(kernel = 5, stride = 2, padding = {2, 0, 2, 4}, from = Network.INPUT, out = 4) Object ahead;
                @Conv(kernel = 1, from = "stem", out = 4) Object same;
                @Add(from = {"same", "ahead"}) Object sum;
                """);
        FAULTY.put("LargeKernel 1", """
                @Conv(kernel = 3, padding = 1, out = 8) Object stem;
                @Conv(kernel = 7, stride = 2, padding = 3, out = 8, from = "stem", norm = Norm.BATCH) Object wide;
                @Conv(kernel = 1, out = 4) Object head;
                """);
        FAULTY.put("LargeKernel 2", """
                @Conv(kernel = 5, padding = {0, 0, 4, 4}, out = 3) Object ahead;
                """);
        FAULTY.put("ExpectationFailed 1", """
                @Dilated(kernel = 3, rate = 1, padding = 1, out = 8) Object a;
                @Dilated(kernel = 3, rate = 2, padding = 2, out = 8, bias = false) @Expect(size = 9, channels = 8) Object b;
                """);
        FAULTY.put("ExpectationFailed 2", """
                @Conv(kernel = {3, 5}, stride = 2, padding = {1, 2}, out = 8) @Expect(start = "0", channels = 8) Object a;
                """);
        FAULTY.put("DilationCommonDivisor 2", """
                @Block static class Part { @Dilated(kernel = 3, rate = Param.RATE, padding = Param.RATE, out = 8) Object conv; }
                @Use(block = Part.class, rate = {2, 2, 4}, repeat = 3) Object parts;
                """);
        FAULTY.put("DilationCommonDivisor 1", """
                @Dilated(kernel = 3, rate = 2, padding = 2, out = 8, bias = false) Object a;
                @Dilated(kernel = 3, rate = 2, padding = 2, out = 8) Object b;
                @Dilated(kernel = 3, rate = 4, padding = 4, out = 8) Object c;
                """);
    }

    /** An annotation, at a member or on a new one above it. */
    private record Typed(String member, String annotation, boolean isAdded) {}

    /** A source with a class in a package of its own. */
    private record Case(String rule, String text) {
        Source source(String name) {
            return Source.of("package " + name + ";\n\n" + text);
        }

        /** With an annotation in place of the one of this name, or before the others. */
        Case with(Typed typed) {
            String member = typed.member();
            String annotation = typed.annotation();
            String kind = annotation.replaceAll("\\(.*", "");
            String[] lines = text.split("\n");
            for (int i = 0; i < lines.length; i++) {
                boolean isPlace =
                        member.equals("Net") ? lines[i].startsWith("@Network") : lines[i].endsWith(" " + member + ";");
                if (isPlace && typed.isAdded()) {
                    int number = text.split("Object added").length;
                    lines[i] = annotation + " Object added" + number + ";\n" + lines[i];
                } else if (isPlace) {
                    String changed = lines[i].replaceFirst(kind + "\\([^)]*\\)", Matcher.quoteReplacement(annotation));
                    lines[i] = lines[i].contains(kind + "(") ? changed : annotation + " " + lines[i];
                }
            }
            return new Case(rule, String.join("\n", lines));
        }
    }

    @TempDir
    Path folder;

    @Test
    void everyButtonsTextCompilesToWhatTheFindingPromises() throws IOException {
        List<Case> faulty = new ArrayList<>();
        FAULTY.forEach((name, members) -> faulty.add(new Case(
                name.split(" ")[0],
                "import dev.fovea.*;\n@Network(input = @Input(channels = 3, size = 65))\nclass Net {\n" + members
                        + "}\n")));
        Map<String, NetworkReport> before = compiled("before", faulty);
        List<Case> mended = new ArrayList<>();
        List<String> origins = new ArrayList<>();
        for (int i = 0; i < faulty.size(); i++) {
            for (List<Typed> all : offered("before", "n" + i, faulty.get(i).rule())) {
                Case edited = faulty.get(i);
                for (Typed statement : all) {
                    edited = edited.with(statement);
                }
                assertFalse(edited.equals(faulty.get(i)), all::toString);
                mended.add(edited);
                origins.add("n" + i);
            }
            assertTrue(
                    origins.contains("n" + i),
                    faulty.get(i).text() + before.get("n" + i).diagnostics());
        }
        Map<String, NetworkReport> after = compiled("after", mended);
        for (int i = 0; i < mended.size(); i++) {
            NetworkReport now = after.get("n" + i);
            assertMended(mended.get(i), before.get(origins.get(i)), now);
        }
    }

    private static void assertMended(Case typed, NetworkReport before, NetworkReport after) {
        TreeSet<String> rules = new TreeSet<>();
        after.diagnostics().forEach(one -> rules.add(one.rule()));
        assertFalse(rules.contains(typed.rule()), () -> typed.text() + after.diagnostics());
        TreeSet<String> had = new TreeSet<>();
        before.diagnostics().forEach(one -> had.add(one.rule()));
        rules.removeAll(had);
        assertEquals(new TreeSet<>(), rules, () -> typed.text() + after.diagnostics());
        LayerReport was = last(before);
        LayerReport is = last(after);
        if (was.shape().channels().isPresent()) {
            assertEquals(was.shape().channels(), is.shape().channels());
        }
        String message = before.diagnostics().stream()
                .filter(one -> one.rule().equals(typed.rule()))
                .findFirst()
                .map(Diagnostic::message)
                .orElseThrow();
        if (typed.rule().equals("LargeKernel")) {
            assertEquals(was.field().get(0).size(), is.field().get(0).size(), typed::text);
            assertEquals(was.field().get(0).start(), is.field().get(0).start(), typed::text);
        }
        if (typed.rule().equals("OffCentre")) {
            Matcher promised =
                    Pattern.compile("kernel (\\d+) \\(extent (\\d+)\\)").matcher(message);
            while (promised.find()) {
                if (typed.text().contains("kernel = " + promised.group(1))) {
                    assertEquals(
                            Long.parseLong(promised.group(2)),
                            is.shape().size().get(0).orElseThrow());
                }
            }
        } else if (!OF_SIZES.contains(typed.rule())) {
            assertEquals(was.shape().size(), is.shape().size(), typed::text);
        }
    }

    private static LayerReport last(NetworkReport report) {
        return report.layers().get(report.layers().size() - 1);
    }

    /** The reports of cases in packages {@code n0}, {@code n1}, ... */
    private Map<String, NetworkReport> compiled(String name, List<Case> cases) throws IOException {
        Source[] sources = new Source[cases.size()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = cases.get(i).source("n" + i);
        }
        Map<String, NetworkReport> reports = new LinkedHashMap<>();
        try (Compilation compilation = TestCompiler.JAVAC.compile(
                Models.setup("-Afovea.severity=LargeKernel=note", "-Afovea.html=" + folder.resolve(name)), sources)) {
            for (int i = 0; i < sources.length; i++) {
                String json = compilation
                        .resourceText("META-INF/fovea/n" + i + ".Net.json")
                        .orElseThrow(() -> new AssertionError(compilation.log()));
                reports.put("n" + i, NetworkReport.fromJson(json));
            }
        }
        return reports;
    }

    /** What is to be written at once; of several of these, each will do. */
    private List<List<Typed>> offered(String name, String model, String rule) throws IOException {
        String page = Files.readString(folder.resolve(name).resolve(model + ".Net.html"));
        List<List<Typed>> offered = new ArrayList<>();
        for (String finding : page.split("<li class=\"finding ")) {
            if (finding.contains("<span class=\"rule\">" + rule + "</span>")) {
                String[] lists = finding.split("<ul class=\"write\">");
                for (int i = 1; i < lists.length; i++) {
                    List<Typed> typed = new ArrayList<>();
                    Matcher statement = STATEMENT.matcher(lists[i]);
                    while (statement.find()) {
                        String member = statement.group(2).replaceAll("<wbr>", "");
                        typed.add(new Typed(
                                member.substring(member.lastIndexOf('.') + 1),
                                statement.group(3).replace("&quot;", "\""),
                                !statement.group(1).equals("at")));
                    }
                    offered.add(typed);
                }
            }
        }
        return offered;
    }
}
