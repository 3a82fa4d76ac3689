/** Models compiled under the linter, and a program that prints their reports. */
package dev.fovea.sample;
