/** Networks as lists of layers in JSON, as Deep Learning for Java and Keras write them. */
@NullMarked
package dev.fovea.onnx.config;

import org.jspecify.annotations.NullMarked;
