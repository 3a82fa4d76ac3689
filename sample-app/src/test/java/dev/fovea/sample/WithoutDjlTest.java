package dev.fovea.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Without the profile nothing of Deep Java Library is on any class path, so that nothing of it is downloaded. */
final class WithoutDjlTest {
    @Test
    void onlyTheProfileHasTheEngine() {
        boolean profile = Boolean.getBoolean("ai.djl.offline");
        for (String resource : new String[] {"ai/djl/engine/Engine.class", "native/lib/pytorch.properties"}) {
            boolean present = getClass().getClassLoader().getResource(resource) != null;
            assertEquals(profile, present, resource);
        }
    }
}
