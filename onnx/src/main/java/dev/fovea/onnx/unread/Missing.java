package dev.fovea.onnx.unread;

/** What is missing because no layer expresses a part of a graph. */
public enum Missing {
    /** All figures of whatever depends on it. */
    FIGURES,
    /** Parameters or multiply-adds; fields and shapes are as they are. */
    COSTS,
    /** Nothing: only what the part computes is left out. */
    NOTHING
}
