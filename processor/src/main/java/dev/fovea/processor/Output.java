package dev.fovea.processor;

import dev.fovea.processor.generate.GeneratedSource;
import dev.fovea.processor.generate.OrderClass;
import dev.fovea.processor.generate.ReportClass;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/**
 * The files generated for one model, all with the model as their originating element; those about its figures also with
 * the other classes whose code it is.
 */
final class Output {
    private static final String GENERATED = "javax.annotation.processing.Generated";

    /** What the name of a file may have on the file systems of Linux, macOS and Windows. */
    private static final int LONGEST_NAME = 255;

    private final ProcessingEnvironment environment;
    private final Element model;
    private final TypeElement type;
    private final Element[] origins;

    /**
     * @param model a class or a method
     * @param others other classes that say what it is
     */
    Output(ProcessingEnvironment environment, Element model, List<TypeElement> others) {
        this.environment = environment;
        this.model = model;
        this.type = model instanceof TypeElement own
                ? own
                : (TypeElement) Objects.requireNonNull(model.getEnclosingElement());
        List<Element> all = new ArrayList<>(others);
        all.add(0, type);
        this.origins = all.toArray(new Element[0]);
    }

    /**
     * Writes the report class, where it can be compiled; returns false if there is such a class already.
     *
     * @param outputs per declared member, the index of its layer
     */
    boolean writeClass(Map<String, Integer> outputs, NetworkReport report) {
        if (!takesReportClass(environment)) {
            return true;
        }
        Map<String, LayerReport> declared = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> output : outputs.entrySet()) {
            declared.put(output.getKey(), report.layers().get(output.getValue()));
        }
        String generator = isGeneratedVisible() ? FoveaProcessor.class.getName() : "";
        GeneratedSource source =
                ReportClass.of(model, declared, report.targets(), "/" + resource(report.model()), generator);
        checkName(source);
        return write(source, origins);
    }

    /** The compiler writes the class files, when it is too late to say why one of them cannot be. */
    private static void checkName(GeneratedSource source) {
        String file = source.name().substring(source.name().lastIndexOf('.') + 1) + ReportClass.LONGEST_SUFFIX;
        if (file.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw unwritten(source.name(), new IOException(file + ": File name too long"));
        }
    }

    /** False where the classes that a report class returns cannot be compiled against. */
    static boolean takesReportClass(ProcessingEnvironment environment) {
        return environment.getElementUtils().getTypeElement("java.lang.Record") != null;
    }

    /** Writes the record of a block's layer order. */
    void writeLayerOrder(List<String> layers) {
        write(OrderClass.of(type, layers), type);
    }

    void writeJson(NetworkReport report) {
        // Not the compiler's writer, whose encoding is that of the sources.
        try (Writer writer = new OutputStreamWriter(
                environment
                        .getFiler()
                        .createResource(StandardLocation.CLASS_OUTPUT, "", resource(report.model()), origins)
                        .openOutputStream(),
                StandardCharsets.UTF_8)) {
            writer.write(report.toJson());
        } catch (IOException failure) {
            throw unwritten(resource(report.model()), failure);
        }
    }

    private boolean write(GeneratedSource source, Element... from) {
        try (Writer writer =
                environment.getFiler().createSourceFile(source.name(), from).openWriter()) {
            writer.write(ascii(source.text()));
            return true;
        } catch (FilerException taken) {
            return false;
        } catch (IOException failure) {
            throw unwritten(source.name(), failure);
        }
    }

    private static UnwrittenException unwritten(String file, IOException failure) {
        return new UnwrittenException(
                "%s cannot be written (%s)".formatted(file, UnwrittenException.reason(failure)), failure);
    }

    /** Sources of any encoding may name, by Unicode escapes, what their encoding lacks; so does what is generated. */
    private static String ascii(String source) {
        StringBuilder escaped = new StringBuilder(source.length());
        for (char c : source.toCharArray()) {
            if (c < 0x80) {
                escaped.append(c);
            } else {
                escaped.append("\\u").append(HexFormat.of().toHexDigits(c));
            }
        }
        return escaped.toString();
    }

    private static String resource(String model) {
        return "META-INF/fovea/" + model + ".json";
    }

    private boolean isGeneratedVisible() {
        Elements elements = environment.getElementUtils();
        ModuleElement module = elements.getModuleOf(type);
        return (module == null ? elements.getTypeElement(GENERATED) : elements.getTypeElement(module, GENERATED))
                != null;
    }
}
