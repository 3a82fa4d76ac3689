package dev.fovea.core.network;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

/** Compilers run in several threads of one process: classes that wait for each other's initialisation hang both. */
final class StepInitialisationTest {
    /** Loads the steps anew. */
    private static final class Fresh extends URLClassLoader {
        Fresh(URL classes) {
            super(new URL[] {classes}, StepInitialisationTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(Step.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }

        boolean hasLoaded(Class<?> type) {
            return findLoadedClass(type.getName()) != null;
        }
    }

    @Test
    void theInterfaceNeedsNoneOfItsImplementations() throws IOException, ClassNotFoundException {
        URL classes = Step.class.getProtectionDomain().getCodeSource().getLocation();
        try (Fresh fresh = new Fresh(classes)) {
            Class.forName(Step.class.getName(), true, fresh);
            assertTrue(fresh.hasLoaded(Step.class));
            assertFalse(fresh.hasLoaded(Step.Window.class));
            Class.forName(Step.Window.class.getName(), true, fresh);
            assertTrue(fresh.hasLoaded(Step.Window.class));
        }
    }
}
