package dev.fovea.processor.code.eval;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;

/** A piece of source. */
public record Code(Tree tree, CompilationUnitTree file) {}
