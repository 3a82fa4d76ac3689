package dev.fovea.core.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.network.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Declarations of front ends: what they state, the annotation's defaults, and what neither has. */
final class DeclarationFactoryTest {
    private final DeclarationFactory factory = new DeclarationFactory();

    @Test
    void whatIsNotStatedHasTheAnnotationsDefault() {
        Declaration conv = factory.layer("c", "Conv", Map.of("kernel", List.of(3L), "bias", false));
        assertEquals(Operation.CONV, conv.operation());
        assertEquals("c", conv.name());
        assertEquals(List.of(3L), conv.values().get("kernel"));
        assertEquals(false, conv.values().get("bias"));
        assertEquals(List.of(1L), conv.values().get("stride"));
        assertEquals(1L, conv.values().get("groups"));
        assertEquals("NONE", conv.values().get("norm"));
        assertEquals(List.of(), conv.values().get("from"));
    }

    @Test
    void requiredAttributesHaveNoDefault() {
        assertEquals(Optional.empty(), factory.attributes("Conv").get("kernel"));
        assertEquals(Optional.of(List.of(1L)), factory.attributes("Conv").get("stride"));
        assertFault("@Conv needs a value for kernel", "Conv", Map.of());
    }

    @Test
    void whatThereIsNoAttributeOrAnnotationForIsRejected() {
        assertFault("@Conv has not all of [colour]", "Conv", Map.of("colour", 3L));
        assertFault("@Expect makes no layer", "Expect", Map.of());
        IllegalArgumentException unknown =
                assertThrows(IllegalArgumentException.class, () -> factory.values("Convolve", Map.of()));
        assertEquals("there is no annotation @Convolve", unknown.getMessage());
        assertTrue(unknown.getCause() instanceof ClassNotFoundException);
    }

    @Test
    void aLayerThatNobodyCouldReadKnowsOnlyWhatItReads() {
        Declaration unread = Declaration.unread("u", "stem");
        assertTrue(unread.isUnread());
        assertEquals(Map.of("from", List.of("stem")), unread.values());
        assertTrue(Declaration.broken("b", Operation.CONV).isBroken());
    }

    private void assertFault(String message, String annotation, Map<String, Object> stated) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> factory.layer("x", annotation, stated))
                        .getMessage());
    }
}
