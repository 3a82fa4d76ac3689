package dev.fovea.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fovea.core.finding.Region;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Positions from javac's syntax trees. No other class refers to them, so that other compilers need not have them. */
public final class JavacPositions implements Positions {
    private final Trees trees;

    private JavacPositions(Trees trees) {
        this.trees = trees;
    }

    static Positions of(ProcessingEnvironment environment) {
        return new JavacPositions(Trees.instance(environment));
    }

    /** The region of a tree, an expression for instance. */
    public static Optional<Region> of(CompilationUnitTree file, Tree tree, Trees trees) {
        long start = trees.getSourcePositions().getStartPosition(file, tree);
        long end = trees.getSourcePositions().getEndPosition(file, tree);
        return start < 0 || end < start ? Optional.empty() : Optional.of(region(file, start, end));
    }

    @Override
    public Optional<Region> of(Element element, @Nullable AnnotationMirror mirror, @Nullable AnnotationValue value) {
        try {
            TreePath path = trees.getPath(element, mirror, value);
            return path == null ? Optional.empty() : region(path, element);
        } catch (IOException | RuntimeException unavailable) {
            // For instance an element that a build tool wraps.
            return Optional.empty();
        }
    }

    private Optional<Region> region(TreePath path, Element element) throws IOException {
        CompilationUnitTree file = path.getCompilationUnit();
        Tree tree = path.getLeaf();
        SourcePositions positions = trees.getSourcePositions();
        long start = positions.getStartPosition(file, tree);
        long end = positions.getEndPosition(file, tree);
        if (tree instanceof ClassTree || tree instanceof VariableTree) {
            Matcher name = Pattern.compile(
                            "\\b" + Pattern.quote(element.getSimpleName().toString()) + "\\b")
                    .matcher(file.getSourceFile().getCharContent(true));
            if (name.find((int) Math.max(start, endOfHead(file, tree)))) {
                start = name.start();
                end = name.end();
            }
        }
        return start < 0 || end < start ? Optional.empty() : Optional.of(region(file, start, end));
    }

    /** The end of what stands before the name that a declaration gives, and may contain that name as well. */
    private long endOfHead(CompilationUnitTree file, Tree tree) {
        SourcePositions positions = trees.getSourcePositions();
        if (tree instanceof ClassTree type) {
            return positions.getEndPosition(file, type.getModifiers());
        }
        VariableTree variable = (VariableTree) tree;
        long modifiers = positions.getEndPosition(file, variable.getModifiers());
        return Math.max(modifiers, positions.getEndPosition(file, variable.getType()));
    }

    /** Columns are counted here, for javac's own expand tabs. */
    private static Region region(CompilationUnitTree file, long start, long end) {
        LineMap lines = file.getLineMap();
        long startLine = lines.getLineNumber(start);
        long endLine = lines.getLineNumber(end);
        return new Region(
                file.getSourceFile().toUri(),
                (int) startLine,
                (int) (start - lines.getStartPosition(startLine)) + 1,
                (int) endLine,
                (int) (end - lines.getStartPosition(endLine)) + 1);
    }
}
