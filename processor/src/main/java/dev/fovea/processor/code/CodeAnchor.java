package dev.fovea.processor.code;

import com.sun.source.util.Trees;
import dev.fovea.core.finding.Region;
import dev.fovea.processor.code.eval.Code;
import dev.fovea.processor.read.HeldAnchor;
import dev.fovea.processor.read.JavacPositions;
import dev.fovea.processor.read.Positions;
import dev.fovea.processor.read.SourceAnchor;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/**
 * A piece of source.
 *
 * @param anchor qualified name of the method or class that is the model
 * @param isExpression whether it is an expression that builds layers
 * @param isType whether it is said of a class
 */
record CodeAnchor(Code code, String anchor, Trees trees, boolean isExpression, boolean isType) implements SourceAnchor {
    @Override
    public void print(Messager messager, Diagnostic.Kind kind, String message) {
        trees.printMessage(kind, message, code.tree(), code.file());
    }

    /** Trees are those of the source in every round. */
    @Override
    public HeldAnchor held() {
        return elements -> Optional.of(this);
    }

    @Override
    public Optional<Region> region(Positions positions) {
        return JavacPositions.of(code.file(), code.tree(), trees);
    }
}
