package example.gradle;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** Starts Gradle from its jar, which must not be on the class path: the JDK would take file systems from it. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) throws ReflectiveOperationException, java.io.IOException {
        URL gradle = Path.of(System.getProperty("gradle.jar")).toUri().toURL();
        URLClassLoader loader = new URLClassLoader(new URL[] {gradle}, ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        loader.loadClass("org.gradle.launcher.GradleMain")
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
    }
}
