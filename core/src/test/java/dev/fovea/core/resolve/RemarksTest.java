package dev.fovea.core.resolve;

import static dev.fovea.core.testing.ModelText.block;
import static dev.fovea.core.testing.ModelText.model;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Site;
import dev.fovea.core.network.Layer;
import dev.fovea.core.testing.ModelText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a class says of its layers and of the network. */
final class RemarksTest {
    private static final Map<String, Object> IMAGE = Map.of("axes", 2L, "channels", 1L, "size", List.of(16L));
    private static final BlockDeclaration PAIR = block("Pair", "first = Conv kernel=3\nsecond = Conv kernel=3");
    private static final String TEXT = """
            stem = Conv kernel=3 Endpoint value=C1
            st = Conv kernel=1 Expect size=3
            pairs = Use block=Pair repeat=2
            thin = SeparableConv kernel=3 out=2 Detects min=1 max=2
            """;

    @Test
    void whatIsSaidOfNothingIsReported() {
        assertFound(
                remark("Endpoint", "", Map.of("value", "C9")),
                "LayerConflict Endpoint : @Endpoint has no effect on a network as a whole; state layer, for instance"
                        + " \"thin.pointwise\"");
        assertFound(
                remark("Expect", "", Map.of("size", List.of(3L))),
                "LayerConflict Expect size: size of @Expect is a figure of one layer, but none is named; state layer, or"
                        + " write it on the layer");
        assertFound(
                remark("Detects", "stemm", Map.of("min", 1L, "max", 2L)),
                "UnknownLayer Detects layer: @Detects names the layer \"stemm\", which this network does not have; the"
                        + " nearest name is stem");
        assertFound(
                remark("Accept", "stems", Map.of("value", List.of("DilationGap"), "reason", "why")),
                "UnknownLayer Accept layer: @Accept names the layer \"stems\", which this network does not have; the"
                        + " nearest name is stem");
        assertFound(remark("Expect", "", Map.of("parameters", 3L, "macs", 4L)));
    }

    @Test
    void oneOfAKindIsEnough() {
        assertFound(
                remark("Endpoint", "stem", Map.of("value", "C2")),
                "LayerConflict Endpoint layer: stem has two annotations @Endpoint; write one");
        assertFound(
                remark("Expect", "st", Map.of("size", List.of(3L))),
                "LayerConflict Expect layer: st has two annotations @Expect; write one");
        assertFound(
                remark("Detects", "thin", Map.of("min", 1L, "max", 2L)),
                "LayerConflict Detects layer: thin has two annotations @Detects; write one");
        Remark network = remark("Expect", "", Map.of("macs", 7L));
        Remark again = new Remark("Expect", "Expect 2", Optional.empty(), network.values());
        assertEquals(
                List.of("LayerConflict Expect 2 layer: the network has two annotations @Expect; write one"),
                said(NetworkBuilder.build(with(network, again))));
        assertFound(
                remark("Endpoint", "st", Map.of("value", "C1")),
                "LayerConflict Endpoint value: endpoint \"C1\" of st is already that of stem; choose another name");
    }

    @Test
    void marksAreThoseOfTheLayersThatAreNamed() {
        NetworkBuilder.Built built = NetworkBuilder.build(with(
                remark("Endpoint", "st", Map.of("value", "C2")),
                remark("Expect", "stem", Map.of("size", List.of(5L))),
                remark("Endpoint", "pairs", Map.of("value", "C3")),
                remark("Detects", "pairs[0].second", Map.of("min", 1L, "max", 2L)),
                remark("Expect", "", Map.of("parameters", 77L))));
        assertEquals(List.of(), built.findings());
        List<Layer> layers = built.network().layers();
        assertEquals(
                List.of("stem C1", "st C2", "pairs[1].second C3"),
                layers.stream()
                        .filter(layer -> layer.marks().endpoint().isPresent())
                        .map(layer ->
                                layer.name() + " " + layer.marks().endpoint().get())
                        .toList());
        assertEquals(List.of(5L, 5L), layers.get(0).marks().pins().orElseThrow().size());
        assertEquals(List.of(3L, 3L), layers.get(1).marks().pins().orElseThrow().size());
        assertTrue(layers.get(3).marks().detects().isPresent());
        assertEquals(OptionalLong.of(77), built.network().pins().orElseThrow().parameters());
    }

    @Test
    void acceptancesHoldForTheDeclarationsOfALayer() {
        Map<String, Object> values = Map.of("value", List.of("DilationGap", "OffCentre"), "reason", "why");
        List<LayerAcceptance> all =
                NetworkBuilder.build(with(remark("Accept", "pairs", values))).acceptances();
        assertEquals(1, all.size());
        LayerAcceptance pairs = all.get(0);
        Site use = Site.of(2, "pairs");
        assertEquals("pairs", pairs.layer());
        assertEquals("why", pairs.acceptance().reason());
        assertEquals(
                Set.of(
                        use.within(0, 0, "first"),
                        use.within(0, 1, "second"),
                        use.within(1, 0, "first"),
                        use.within(1, 1, "second")),
                pairs.sites());
        assertTrue(pairs.covers("OffCentre", List.of(Site.of(0, "stem"), use.within(1, 0, "first"))));
        assertFalse(pairs.covers("CoverageHole", List.of(use.within(1, 0, "first"))));
        assertFalse(pairs.covers("OffCentre", List.of(Site.of(0, "stem"))));
    }

    @Test
    void aBlockAcceptsItsOwnLayers() {
        ModelDeclaration model =
                with(remark("Accept", "pairs[1].second", Map.of("value", List.of("DilationGap"), "reason", "why")));
        ModelDeclaration asBlock = new ModelDeclaration(
                model.model(), true, IMAGE, List.of(), Optional.empty(), model.layers(), List.of(), model.remarks());
        NetworkBuilder.Built built = NetworkBuilder.build(asBlock);
        assertEquals(
                List.of("LayerConflict Accept layer: pairs[1].second is a layer of another block; accept its findings"
                        + " there, or where this block uses it"),
                said(built));
        assertEquals(List.of(), built.acceptances());
    }

    @Test
    void countsAreNotNegative() {
        String text = "c = Conv kernel=1 Expect parameters=-1 macs=-2";
        assertEquals(
                List.of(
                        "InvalidAttribute Expect parameters: parameters of @Expect on c is -1; it must be at least 0 (0 = not"
                                + " pinned)",
                        "InvalidAttribute Expect macs: macs of @Expect on c is -2; it must be at least 0 (0 = not pinned)"),
                said(NetworkBuilder.build(ModelText.model(IMAGE, text))));
        assertEquals(
                List.of(
                        "InvalidAttribute Expect channels: channels of @Expect on c is -1; it must be at least 0 and at most"
                                + " 2^24 (0 = not pinned)"),
                said(NetworkBuilder.build(ModelText.model(IMAGE, "c = Conv kernel=1 Expect channels=-1"))));
        assertEquals(
                List.of(
                        "InvalidAttribute Expect extents: extents of @Expect on c is 0; it must be at least 1 and at most"
                                + " 2^24"),
                said(NetworkBuilder.build(ModelText.model(IMAGE, "c = Conv kernel=1 Expect extents=0"))));
    }

    private static Remark remark(String annotation, String layer, Map<String, Object> stated) {
        return new Remark(
                annotation,
                annotation,
                Optional.of(layer).filter(name -> !name.isEmpty()),
                new DeclarationFactory().values(annotation, stated));
    }

    private static ModelDeclaration with(Remark... remarks) {
        return new ModelDeclaration(
                "test.Model",
                false,
                IMAGE,
                List.of(),
                Optional.empty(),
                model(IMAGE, TEXT, PAIR).layers(),
                List.of(),
                List.of(remarks));
    }

    private static void assertFound(Remark remark, String... expected) {
        assertEquals(List.of(expected), said(NetworkBuilder.build(with(remark))));
    }

    private static List<String> said(NetworkBuilder.Built built) {
        return built.findings().stream().map(RemarksTest::said).toList();
    }

    private static String said(Finding finding) {
        return "%s %s %s: %s"
                .formatted(
                        finding.rule(),
                        finding.place().annotation(),
                        finding.place().attribute(),
                        finding.message());
    }
}
