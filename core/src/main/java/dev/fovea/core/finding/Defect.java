package dev.fovea.core.finding;

import java.util.List;

/**
 * What is the same for a finding in a block and in every use of it.
 *
 * @param rule name of the rule
 * @param path names of the members that lead to the layer within the block
 * @param attribute where on the layer; empty = all of it
 * @param entry index of an entry of the attribute; negative = the whole value
 */
public record Defect(String rule, List<String> path, String attribute, int entry) {
    /** The defect on one line, without lines and columns. */
    public String text() {
        return rule + " " + String.join(".", path) + " " + attribute + entry;
    }
}
