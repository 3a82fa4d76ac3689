/** What the report and the modules that write it share; it is exported to these modules only, and may change. */
package dev.fovea.internal;
