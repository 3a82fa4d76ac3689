package example.eclipse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.BinaryOperator;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** An Eclipse without windows: all bundles of the class path, and a workspace in a folder. */
final class Eclipse implements AutoCloseable {
    private final Framework framework;

    Eclipse(Path folder) throws BundleException, IOException {
        framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        "org.osgi.framework.storage",
                                folder.resolve("configuration").toString(),
                        "osgi.instance.area",
                                folder.resolve("workspace").toUri().toString(),
                        "osgi.install.area", folder.resolve("install").toUri().toString(),
                        // As Eclipse's launcher sets them: bundles see the JDK's modules.
                        "org.osgi.framework.bundle.parent", "ext",
                        "osgi.compatibility.bootdelegation", "true"));
        framework.init();
        List<Bundle> bundles = install();
        framework.start();
        for (Bundle bundle : bundles) {
            bundle.start(Bundle.START_ACTIVATION_POLICY);
        }
    }

    private List<Bundle> install() throws BundleException, IOException {
        BundleContext context = framework.getBundleContext();
        // Eclipse's own Ant is not on Maven Central; nothing of it is called.
        context.installBundle("ant", new ByteArrayInputStream(emptyBundle("org.apache.ant", "1.10.14")));
        List<Bundle> bundles = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            File file = new File(entry);
            if (isBundle(file)) {
                bundles.add(context.installBundle("reference:" + file.toURI()));
            }
        }
        return bundles;
    }

    private static boolean isBundle(File file) throws IOException {
        if (file.isDirectory()) {
            return new File(file, "META-INF/MANIFEST.MF").isFile();
        }
        try (JarFile jar = new JarFile(file)) {
            String name = jar.getManifest() == null
                    ? null
                    : jar.getManifest().getMainAttributes().getValue("Bundle-SymbolicName");
            return name != null && !name.startsWith("junit") && !name.split(";")[0].equals("org.eclipse.osgi");
        }
    }

    private static byte[] emptyBundle(String name, String version) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", name);
        manifest.getMainAttributes().putValue("Bundle-Version", version);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new JarOutputStream(bytes, manifest).close();
        return bytes.toByteArray();
    }

    /** Saves a source and returns the project's problems. */
    @SuppressWarnings("unchecked")
    BinaryOperator<String> project() {
        BundleContext context = framework.getBundleContext();
        return context.getService(context.getServiceReference(BinaryOperator.class));
    }

    @Override
    public void close() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(10_000);
    }
}
