/** The annotations of Fovea, and the reports that programs read at run time. */
module dev.fovea {
    exports dev.fovea;
    exports dev.fovea.report;
}
