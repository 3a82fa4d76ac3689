package dev.fovea.processor.code;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.rule.CodeNotRead;
import dev.fovea.processor.code.dl4j.Dl4jNetworks;
import dev.fovea.processor.code.eval.Code;
import dev.fovea.processor.code.eval.IncompleteCodeException;
import dev.fovea.processor.code.eval.Interpreter;
import dev.fovea.processor.code.eval.NotReadException;
import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.graph.Folding;
import dev.fovea.processor.code.graph.Graph;
import dev.fovea.processor.code.graph.Node;
import dev.fovea.processor.read.Mirrors;
import dev.fovea.processor.read.ModelNames;
import dev.fovea.processor.read.NetworkAnnotation;
import dev.fovea.processor.read.ReadModel;
import dev.fovea.processor.read.UnresolvedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads a model that is a method: the network that its code builds. */
public final class MethodReader {
    private static final List<String> NETWORKS = List.of(
            "ai.djl.nn.Block",
            "org.deeplearning4j.nn.conf.MultiLayerConfiguration",
            "org.deeplearning4j.nn.conf.ComputationGraphConfiguration");

    private final ProcessingEnvironment environment;
    private final Elements elements;
    private final Trees trees;
    private final List<Finding> findings = new ArrayList<>();
    private List<TypeElement> others = List.of();
    private Map<String, Object> input = Map.of();

    /** @param javac the compiler's own environment */
    public MethodReader(ProcessingEnvironment javac) {
        this.environment = javac;
        this.elements = javac.getElementUtils();
        this.trees = Trees.instance(javac);
    }

    /** Whether the method has its source here, and is not there as a class file only. */
    public boolean hasCode(ExecutableElement method) {
        return trees.getPath(method) != null;
    }

    /**
     * Reads a method with {@code @Network}.
     *
     * @throws UnresolvedException if the code, or an annotation value, cannot be read because the compiler does not
     *     understand it, or not yet
     */
    public ReadModel read(ExecutableElement method) {
        TreePath path = Objects.requireNonNull(trees.getPath(method));
        CodeAnchors anchors = new CodeAnchors(
                method,
                trees,
                new AnnotationTrees(((MethodTree) path.getLeaf()).getModifiers(), path.getCompilationUnit()));
        NetworkAnnotation network =
                NetworkAnnotation.read(Mirrors.find(method, NetworkAnnotation.NAME), elements, anchors.mirrors());
        Code code = new Code(path.getLeaf(), path.getCompilationUnit());
        input = network.input();
        Graph graph = conflict(method) ? nothing(code) : graph(method, path, code, network.input());
        List<Node> nodes = Folding.of(graph);
        if (nodes.isEmpty()) {
            graph.addUnread("network", new Unknown("this network has no layer", code), List.of(graph.input()));
            nodes = graph.nodes();
        }
        Remarks remarks = new Remarks(method, elements, nodes, findings, anchors);
        notRead(graph, nodes);
        ModelDeclaration declaration = new ModelDeclaration(
                ModelNames.of(method, elements),
                false,
                input,
                network.objectSizes(),
                network.hdc(),
                remarks.declarations(),
                remarks.acceptances(),
                remarks.ofNetwork());
        return new ReadModel(declaration, anchors, findings, others);
    }

    private boolean conflict(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        TypeMirror returned = method.getReturnType();
        if (returned.getKind() == TypeKind.ERROR) {
            throw new UnresolvedException();
        }
        if (!method.getParameters().isEmpty()) {
            return conflict(
                    "%s takes parameters, whose values are not known; annotate a method without".formatted(name));
        }
        boolean isNetwork = returned instanceof DeclaredType
                && NETWORKS.stream().anyMatch(network -> isAssignable(returned, elements.getTypeElement(network)));
        return !isNetwork
                && conflict(
                        "%s returns %s; a method that is a model returns a block of Deep Java Library or a configuration of Deeplearning4j"
                                .formatted(name, returned));
    }

    private boolean isAssignable(TypeMirror type, @Nullable TypeElement to) {
        return to != null && environment.getTypeUtils().isAssignable(type, to.asType());
    }

    private boolean conflict(String message) {
        findings.add(Structural.LAYER_CONFLICT.finding(Place.model(), message));
        return true;
    }

    private static Graph nothing(Code code) {
        Graph graph = new Graph(code);
        graph.add("Unread", "network", code, List.of(graph.input()))
                .unread(new Unknown("there is another fault", code));
        return graph;
    }

    private Graph graph(ExecutableElement method, TreePath path, Code code, Map<String, Object> input) {
        Interpreter interpreter = new Interpreter(trees, elements, environment.getTypeUtils(), new Frameworks());
        try {
            Object built = interpreter.run(method, path);
            this.input = Dl4jNetworks.input(built, input);
            return Frameworks.read(built, input, code, interpreter);
        } catch (NotReadException stopped) {
            return unread(code, stopped.unknown());
        } catch (IncompleteCodeException incomplete) {
            throw new UnresolvedException();
        } catch (StackOverflowError deep) {
            return unread(code, new Unknown("this code is nested too deeply to be followed", code));
        } finally {
            others = interpreter.others(method);
        }
    }

    private static Graph unread(Code code, Unknown why) {
        Graph graph = new Graph(code);
        graph.addUnread("network", why, List.of(graph.input()));
        return graph;
    }

    /** One finding for each piece of code that could not be read, at the first layer that it concerns. */
    private void notRead(Graph graph, List<Node> nodes) {
        for (Unknown why : graph.unread()) {
            for (int i = 0; i < nodes.size(); i++) {
                Unknown unread = nodes.get(i).unread();
                if (unread != null && unread.at().tree() == why.at().tree()) {
                    findings.add(CodeNotRead.finding(i, nodes.get(i).name(), why.why()));
                    break;
                }
            }
        }
    }
}
