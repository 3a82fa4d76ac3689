package dev.fovea.processor.code.dl4j;

import dev.fovea.processor.code.graph.Node;

/**
 * What a part of a configuration computes.
 *
 * @param isVector whether it is one number per channel, not a map
 */
record ComputedMap(Node node, boolean isVector) {}
