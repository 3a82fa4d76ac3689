package dev.fovea.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is compiled: a number of classes with a number of members each, or the sample app; with and without processors. */
final class Setting {
    private final Path folder;
    private final List<Javac> runs = new ArrayList<>();

    /** @param folder for sources and class files */
    Setting(Path folder) {
        this.folder = folder;
    }

    /** The compilations; what a processor adds is counted against the first before it whose name begins with "none". */
    List<Javac> runs() {
        return runs;
    }

    /** Chains of convolutions: without a processor, with those that compute nothing, and with Fovea. */
    Setting models(int classes, int layers) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (int i = 0; i < classes; i++) {
            sources.add(source("models", "Net" + i, Models.chain("Net" + i, layers)));
        }
        models(sources);
        run("no-op", sources, Jars.annotations(), List.of(service(Claiming.class), Jars.own()));
        List<Path> writing = new ArrayList<>(List.of(service(Writing.class), Jars.own()));
        writing.addAll(Jars.named(List.of("javapoet")));
        run("no-op that writes the class", sources, Jars.annotations(), writing);
        run("Fovea", sources, Jars.annotations(), Jars.fovea());
        return this;
    }

    private void models(List<Path> sources) {
        run("none", sources, Jars.annotations(), List.of());
    }

    /** One model of the given number of layers as an annotated class and as code, beside the same code that is not a model. */
    Setting code(int layers) throws IOException {
        List<Path> classPath = Jars.builderCode();
        List<Path> annotated = List.of(source("class", "Net", Models.chain("Net", layers)));
        List<Path> plain = List.of(source("plain", "Net", Models.builder("Net", layers, false)));
        List<Path> method = List.of(source("method", "Net", Models.builder("Net", layers, true)));
        run("none, class", annotated, classPath, List.of());
        run("Fovea, annotated class", annotated, classPath, Jars.fovea());
        run("none, code", plain, classPath, List.of());
        run("Fovea, code that is not a model", plain, classPath, Jars.fovea());
        run("Fovea, model on the method", method, classPath, Jars.fovea());
        return this;
    }

    /** The networks of the sample app, with pages and without. */
    Setting zoo() throws IOException {
        return withPages(Networks.zoo());
    }

    /** A chain of the given number of layers, with a page and without. */
    Setting pages(int layers) throws IOException {
        return withPages(List.of(source("models", "Net", Models.chain("Net", layers))));
    }

    private Setting withPages(List<Path> sources) {
        models(sources);
        run("Fovea", sources, Jars.annotations(), Jars.fovea());
        run(
                "Fovea, with HTML and SARIF",
                sources,
                Jars.annotations(),
                Jars.fovea(),
                "-Afovea.html=" + folder.resolve("html"),
                "-Afovea.sarif=" + folder.resolve("log.sarif"));
        return this;
    }

    /** The other processors, each on sources of its own. */
    Setting peers(int classes, int properties) throws IOException {
        for (Peer peer : Peer.values()) {
            List<Path> sources = new ArrayList<>();
            for (int i = 0; i < classes; i++) {
                sources.add(source(peer.name(), "Type" + i, peer.source("Type" + i, properties)));
            }
            run("none, sources for " + peer.title, sources, Jars.named(peer.classPath), List.of());
            run(peer.title, sources, Jars.named(peer.classPath), Jars.named(peer.processorPath));
        }
        return this;
    }

    private void run(String name, List<Path> sources, List<Path> classPath, List<Path> processorPath, String... more) {
        List<String> options = new ArrayList<>(List.of("-nowarn", "-cp", Jars.path(classPath)));
        options.addAll(
                processorPath.isEmpty() ? List.of("-proc:none") : List.of("-processorpath", Jars.path(processorPath)));
        options.addAll(List.of(more));
        runs.add(new Javac(name, sources, options, folder.resolve("classes" + runs.size())));
    }

    private Path source(String group, String name, String text) throws IOException {
        Path file = Files.createDirectories(folder.resolve("sources").resolve(group))
                .resolve(name + ".java");
        return Files.writeString(file, text);
    }

    /** A folder that makes a processor known as its jar would. */
    private Path service(Class<?> processor) throws IOException {
        Path services = folder.resolve(processor.getSimpleName()).resolve("META-INF/services");
        Files.createDirectories(services);
        Files.writeString(services.resolve("javax.annotation.processing.Processor"), processor.getName());
        return folder.resolve(processor.getSimpleName());
    }
}
