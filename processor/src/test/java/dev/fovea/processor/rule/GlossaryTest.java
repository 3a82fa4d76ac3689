package dev.fovea.processor.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.finding.RuleInfo;
import dev.fovea.core.lint.Rules;
import dev.fovea.processor.rule.RulePage.Example;
import dev.fovea.processor.testing.Pages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The glossary has the words that messages use, and pages use the words that it has. */
final class GlossaryTest {
    private static final Path GLOSSARY = Pages.ROOT.resolve("docs").resolve("glossary.md");

    /** Words of sentences, not names of layers, attributes or rules. */
    private static final Pattern WORD = Pattern.compile("(?<![\\w@./-])[a-z]{3,}+(?![\\w.(\\[-]| ?=)");

    /** What messages say in plain English, with the words of Java. A new term belongs in the glossary instead. */
    private static final Set<String> PLAIN = Set.of("""
            across acts add after agree all almost along already and annotation annotations another apart are
            average before between blur both branch break bridge bring brings builds but cannot centred change
            coarse coarser code compare constant cycle detail detects differ distant down earlier end entries even
            every expected explain fall far fast fewer figure final finds fine finer first fit follows for gaps
            group half has have hide hold input inputs inside instead itself joined judges known larger largest last
            later least leave less linted little lose lost make matter may meant more most mostly much multiple
            multiples name names nearest needs neighbouring network never new nine non not nothing object objects
            one only output outputs over pad parameters patches per pin pixel pixels places pooling puts remove
            repeat rise rounds runs same says see sees share shift shifts sides since size skip small smaller spans
            state stem striding such sum sums takes tenths than them there these they those though through together
            too two undo use uses what where which whole wide widen would write
            initializer static
            """.strip().split("\\s+"));

    @Test
    void everyWordOfMessagesIsPlainOrInTheGlossary() throws IOException {
        Set<String> terms = terms().stream()
                .flatMap(term -> Stream.of(term.split("\\W+")))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Set<String> unexplained = new TreeSet<>();
        for (RuleInfo rule : Rules.infos()) {
            for (Example example : RulePage.of(rule).examples()) {
                example.message()
                        .lines()
                        .limit(1)
                        .flatMap(line -> WORD.matcher(line).results().map(MatchResult::group))
                        .filter(word -> !PLAIN.contains(word) && !example.code().contains(word))
                        .filter(word -> Stream.of(word, word.replaceFirst("s$", ""), word.replaceFirst("es$", ""))
                                .noneMatch(terms::contains))
                        .forEach(unexplained::add);
            }
        }
        assertEquals(Set.of(), unexplained);
    }

    @Test
    void everyTermOfTheGlossaryIsUsedElsewhere() throws IOException {
        StringBuilder others = new StringBuilder();
        for (Path page : Pages.all()) {
            others.append(page.equals(GLOSSARY) ? "" : Pages.text(page)).append('\n');
        }
        String text = others.toString().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        assertEquals(
                List.of(),
                terms().stream()
                        .map(term -> term.replaceFirst(" \\(.*", "").toLowerCase(Locale.ROOT))
                        .filter(term -> !text.contains(term))
                        .toList());
    }

    private static List<String> terms() {
        return Pages.text(GLOSSARY)
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| word"))
                .flatMap(line -> Stream.of(line.split("\\|")[1].strip().split(", ")))
                .toList();
    }
}
