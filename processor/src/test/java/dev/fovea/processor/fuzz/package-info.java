/**
 * Sources and options that are made of bytes, so that a fuzzer can vary them: each class with a method {@code
 * fuzzerTestOneInput} is a target of {@code .ci/fuzz}.
 */
package dev.fovea.processor.fuzz;
