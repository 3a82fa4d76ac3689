package dev.fovea.sample;

/** Stands for the layer type of the framework that runs the network: the linter reads the annotations alone. */
interface Layer {}
