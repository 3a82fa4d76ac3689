package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.fovea.report.LayerReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mapstruct.factory.Mappers;

final class CoexistenceTest {
    @Test
    void allProcessorsHaveGenerated() {
        assertEquals(3, AutoSpec.of(3).kernel());
        assertEquals(3, ImmutableSpec.builder().kernel(3).build().kernel());
        assertEquals(3, LombokSpec.builder().kernel(3).build().getKernel());
        assertEquals(
                3,
                Mappers.getMapper(SpecMapper.class)
                        .map(new SpecMapper.Source(3))
                        .kernel());
        assertNull(DaggerSpecComponent.create().net().getLast());
    }

    @Test
    void theModelIsWhole() {
        assertEquals(
                List.of("first", "second", "third", "fourth", "last"),
                NetReceptiveField.report().layers().stream()
                        .map(LayerReport::name)
                        .toList());
        assertEquals(20, Net.SIZE);
    }
}
