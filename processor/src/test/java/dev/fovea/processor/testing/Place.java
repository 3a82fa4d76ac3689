package dev.fovea.processor.testing;

/**
 * A position in a source.
 *
 * @param file path below the source root; empty for a finding without a position
 * @param line counted from 1; 0 for none
 * @param column counted from 1, every character (a tab too) as one; 0 for none
 */
public record Place(String file, int line, int column) {
    /** The place of a finding for which the compiler knows no position. */
    public static final Place NOWHERE = new Place("", 0, 0);

    /** The place of the character at this offset. */
    static Place at(String file, String text, int offset) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Place(file, line, offset - before.lastIndexOf('\n'));
    }

    @Override
    public String toString() {
        return equals(NOWHERE) ? "nowhere" : file + ":" + line + ":" + column;
    }
}
