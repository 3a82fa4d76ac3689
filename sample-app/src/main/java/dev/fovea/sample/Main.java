package dev.fovea.sample;

import dev.fovea.report.NetworkReport;
import java.util.List;

/**
 * Prints what the linter found out about the models of this package.
 *
 * <p>The classes {@code …ReceptiveField} exist only if Fovea ran in this compilation. Referring to them is the canary: a
 * build in which the processor silently did not run (from JDK 23 on, one that is only on the class path does not) fails
 * here instead of passing unchecked. One such reference, in a test say, serves any project.
 */
final class Main {
    private Main() {}

    public static void main(String[] args) {
        List<NetworkReport> reports = List.of(
                Vgg16ReceptiveField.report(),
                DilatedHeadReceptiveField.report(),
                WaveNetStackReceptiveField.report(),
                C3dReceptiveField.report());
        for (NetworkReport report : reports) {
            System.out.println(report);
            System.out.println();
        }
        System.out.printf(
                "A unit of VGG-16's conv5_3 sees %d x %1$d pixels: a constant of the compiler's, read at run time.%n",
                Vgg16ReceptiveField.CONV5_3_SIZE);
    }
}
