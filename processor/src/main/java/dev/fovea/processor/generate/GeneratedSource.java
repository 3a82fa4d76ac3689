package dev.fovea.processor.generate;

import com.palantir.javapoet.JavaFile;

/**
 * A class to write, so that only this package needs to know how its source is made.
 *
 * @param name qualified
 */
public record GeneratedSource(String name, String text) {
    static GeneratedSource of(JavaFile file) {
        String type = file.typeSpec().name();
        return new GeneratedSource(
                file.packageName().isEmpty() ? type : file.packageName() + "." + type, file.toString());
    }
}
