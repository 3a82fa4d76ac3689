package dev.fovea.core.finding;

import java.net.URI;

/**
 * A part of a source file; lines and columns count from 1, columns in characters.
 *
 * @param file where the compiler read it
 * @param endColumn the column after the last character
 */
public record Region(URI file, int startLine, int startColumn, int endLine, int endColumn) {}
