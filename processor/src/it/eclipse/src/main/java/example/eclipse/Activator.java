package example.eclipse;

import java.util.function.BinaryOperator;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Offers a project of the workspace, as a type that the framework and the test share. */
public final class Activator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        context.registerService(BinaryOperator.class, new ModelProject(), null);
    }

    @Override
    public void stop(BundleContext context) {}
}
