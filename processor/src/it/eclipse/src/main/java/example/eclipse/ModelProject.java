package example.eclipse;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.IWorkspaceDescription;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Path;
import org.eclipse.jdt.apt.core.util.AptConfig;
import org.eclipse.jdt.apt.core.util.IFactoryPath;
import org.eclipse.jdt.core.IClasspathEntry;
import org.eclipse.jdt.core.IJavaProject;
import org.eclipse.jdt.core.JavaCore;

/** A Java project of the workspace that processes annotations: a source is saved, and the problems are those after. */
final class ModelProject implements BinaryOperator<String> {
    private IProject project;

    /** Saves a source below {@code example}, builds what that asks for, and returns the problem markers, a line each. */
    @Override
    public String apply(String name, String text) {
        try {
            if (project == null) {
                project = create();
            }
            IFile file = project.getFile("src/example/" + name);
            ByteArrayInputStream content = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            if (file.exists()) {
                file.setContents(content, IResource.FORCE, null);
            } else {
                file.create(content, true, null);
            }
            project.build(IncrementalProjectBuilder.INCREMENTAL_BUILD, null);
            return Arrays.stream(project.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_INFINITE))
                    .map(ModelProject::shown)
                    .sorted()
                    .collect(Collectors.joining("\n"));
        } catch (CoreException e) {
            throw new IllegalStateException(e);
        }
    }

    /** File, line, underlined text and first line of the message. */
    private static String shown(IMarker marker) {
        try {
            String source = ((IFile) marker.getResource()).readString();
            String underlined = source.substring(
                    marker.getAttribute(IMarker.CHAR_START, 0), marker.getAttribute(IMarker.CHAR_END, 0));
            String message =
                    marker.getAttribute(IMarker.MESSAGE, "").lines().findFirst().orElse("");
            return marker.getResource().getName() + ":" + marker.getAttribute(IMarker.LINE_NUMBER, 0) + " " + underlined
                    + ": " + message;
        } catch (CoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private static IProject create() throws CoreException {
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        IWorkspaceDescription settings = workspace.getDescription();
        settings.setAutoBuilding(false);
        workspace.setDescription(settings);
        IProject project = workspace.getRoot().getProject("models");
        project.create(null);
        project.open(null);
        IProjectDescription description = project.getDescription();
        description.setNatureIds(new String[] {JavaCore.NATURE_ID});
        project.setDescription(description, null);
        for (String folder : new String[] {"src", "src/example", "bin"}) {
            project.getFolder(folder).create(true, true, null);
        }
        IJavaProject java = JavaCore.create(project);
        for (String option : new String[] {
            JavaCore.COMPILER_COMPLIANCE, JavaCore.COMPILER_SOURCE, JavaCore.COMPILER_CODEGEN_TARGET_PLATFORM
        }) {
            java.setOption(option, "17");
        }
        java.setRawClasspath(
                new IClasspathEntry[] {
                    JavaCore.newSourceEntry(project.getFolder("src").getFullPath()),
                    library(System.getProperty("java.home") + "/lib/jrt-fs.jar"),
                    library(System.getProperty("fovea.annotations"))
                },
                project.getFolder("bin").getFullPath(),
                null);
        IFactoryPath processors = AptConfig.getDefaultFactoryPath(java);
        processors.addExternalJar(new File(System.getProperty("fovea.processor")));
        processors.addExternalJar(new File(System.getProperty("fovea.annotations")));
        AptConfig.setFactoryPath(java, processors);
        AptConfig.setEnabled(java, true);
        return project;
    }

    private static IClasspathEntry library(String jar) {
        return JavaCore.newLibraryEntry(new Path(jar), null, null);
    }
}
