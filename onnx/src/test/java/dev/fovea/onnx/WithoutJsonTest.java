package dev.fovea.onnx;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fovea.onnx.testing.Models;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file of ONNX is read without the reader of configurations, whose classes would be loaded for nothing. */
final class WithoutJsonTest {
    @Test
    void anOnnxFileNeedsNoJsonReader() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.contains("jackson")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        try (URLClassLoader alone =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            assertThrows(
                    ClassNotFoundException.class, () -> alone.loadClass("com.fasterxml.jackson.databind.JsonNode"));
            Class<?> model = alone.loadClass(OnnxModel.class.getName());
            assertNotNull(model.getMethod("read", Path.class).invoke(null, Models.file("y_tcn")));
        }
    }
}
