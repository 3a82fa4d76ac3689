package dev.fovea.core.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.fovea.core.network.Network;
import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.DeclarationFactory;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.resolve.NetworkBuilder;
import dev.fovea.core.testing.ModelText;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What maps are made of. */
final class LineageTest {
    private static Lineage lineage(ModelDeclaration model) {
        return Lineage.of(model, NetworkBuilder.build(model).network());
    }

    private static BitSet layers(int... indices) {
        return IntStream.of(indices).collect(BitSet::new, BitSet::set, BitSet::or);
    }

    @Test
    void aMapIsMadeOfAllLayersOnTheWayToIt() {
        Lineage lineage = lineage(ModelText.model("""
                a = Conv kernel=1
                b = Conv kernel=1
                c = Conv kernel=1 from=a
                d = Conv kernel=1 from=<input>
                bc = Add from=b,c
                cd = Add from=c,d
                """));
        assertEquals(layers(), lineage.of(Network.INPUT));
        assertEquals(layers(0), lineage.of(0));
        assertEquals(layers(0, 2), lineage.of(2));
        assertEquals(layers(3), lineage.of(3));
        assertEquals(layers(0, 1, 2, 4), lineage.of(4));
        assertEquals(layers(0, 2, 3, 5), lineage.of(5));
        // Of both inputs of bc a is a part, of those of cd none.
        assertEquals(layers(1, 2), lineage.apart(lineage.layer(4)));
        assertEquals(layers(0, 2, 3), lineage.apart(lineage.layer(5)));
    }

    @Test
    void layersThatChangeAnExtentResize() {
        Lineage lineage = lineage(ModelText.model(Map.of("axes", 2L, "channels", 0L, "size", List.of(8L)), """
                same = Conv kernel=3 padding=1
                less = Conv kernel=3,1
                more = Pad padding=1,0
                half = Pool kernel=2 from=same
                sum = Add from=more,same
                """));
        assertEquals(
                List.of(false, true, true, true, false),
                IntStream.range(0, 5)
                        .mapToObj(index -> lineage.resizes(lineage.layer(index)))
                        .toList());
    }

    @Test
    void aMemberOfABlockIsTheSameWhereItDoesTheSame() {
        DeclarationFactory factory = new DeclarationFactory();
        BlockDeclaration block = new BlockDeclaration(
                "test.Unit",
                true,
                2,
                List.of(factory.layer("conv", "Conv", Map.of("kernel", List.of((long) dev.fovea.Param.KERNEL)))),
                List.of());
        ModelDeclaration model = new ModelDeclaration(
                "test.Model",
                factory.values("Input", Map.of()),
                Optional.empty(),
                List.of(
                        use(factory, block, "one", 3),
                        use(factory, block, "two", 3),
                        use(factory, block, "three", 5),
                        factory.layer("conv", "Conv", Map.of("kernel", List.of(3L))),
                        factory.layer("alike", "Conv", Map.of("kernel", List.of(3L)))));
        Lineage lineage = lineage(model);
        List<Object> keys =
                lineage.network().layers().stream().map(lineage::key).toList();
        assertEquals(keys.get(0), keys.get(1));
        assertEquals(4, keys.stream().distinct().count());
        assertNotEquals(keys.get(3), keys.get(4));
        assertEquals(4, lineage.lasts().get(lineage.layer(4).site()));
    }

    private static Declaration use(DeclarationFactory factory, BlockDeclaration block, String name, long kernel) {
        Declaration use = factory.layer(name, "Use", Map.of("block", block.name(), "kernel", List.of(kernel)));
        return new Declaration(name, use.operation(), use.values(), use.beside(), List.of(), Optional.of(block), false);
    }
}
