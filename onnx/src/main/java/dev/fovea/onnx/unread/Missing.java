package dev.fovea.onnx.unread;

/** What is missing for a part of a graph that no layer expresses. */
public enum Missing {
    /** All figures of whatever depends on it. */
    FIGURES,
    /** Parameters or multiply-adds; fields and shapes are as they are. */
    COSTS,
    /** Nothing: only what the part computes is left out. */
    NOTHING
}
