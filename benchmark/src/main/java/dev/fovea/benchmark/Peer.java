package dev.fovea.benchmark;

import java.util.ArrayList;
import java.util.List;

/** A widely used processor that generates one class for each class it is given. */
enum Peer {
    AUTO_VALUE("AutoValue", List.of("auto-value-annotations"), List.of("auto-value-1", "auto-value-annotations")) {
        @Override
        String source(String name, int properties) {
            return "@com.google.auto.value.AutoValue abstract class " + name + " {\n"
                    + each(properties, "    abstract String property%d();\n") + "}\n";
        }
    },
    IMMUTABLES("Immutables", List.of("value-annotations"), List.of("value-2", "value-annotations")) {
        @Override
        String source(String name, int properties) {
            return "@org.immutables.value.Value.Immutable interface " + name + " {\n"
                    + each(properties, "    String property%d();\n") + "}\n";
        }
    },
    MAP_STRUCT("MapStruct", List.of("mapstruct-1"), List.of("mapstruct-processor", "mapstruct-1")) {
        @Override
        String source(String name, int properties) {
            String components = components(properties);
            return "@org.mapstruct.Mapper interface " + name + " {\n"
                    + "    record Source(" + components + ") {}\n"
                    + "    record Target(" + components + ") {}\n"
                    + "    Target map(Source source);\n}\n";
        }
    },
    RECORD_BUILDER(
            "record-builder",
            List.of("record-builder-core"),
            List.of("record-builder-processor", "record-builder-core", "javapoet")) {
        @Override
        String source(String name, int properties) {
            return "@io.soabase.recordbuilder.core.RecordBuilder record " + name + "(" + components(properties)
                    + ") {}\n";
        }
    };

    final String title;

    /** How the names of the jars begin that sources see, and those that the processor needs. */
    final List<String> classPath;

    final List<String> processorPath;

    Peer(String title, List<String> classPath, List<String> processorPath) {
        this.title = title;
        this.classPath = classPath;
        this.processorPath = processorPath;
    }

    /** A class for the processor, with properties in the place of layers. */
    abstract String source(String name, int properties);

    private static String each(int count, String member) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(member.formatted(i));
        }
        return text.toString();
    }

    private static String components(int count) {
        List<String> components = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            components.add("String property" + i);
        }
        return String.join(", ", components);
    }
}
