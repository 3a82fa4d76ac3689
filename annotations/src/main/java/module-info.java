/** The annotations of Fovea, and the reports that programs read at run time. */
// The modules that one package is exported to are compiled after this one.
@SuppressWarnings("module")
module dev.fovea {
    exports dev.fovea;
    exports dev.fovea.report;
    exports dev.fovea.internal to
            dev.fovea.core,
            dev.fovea.processor,
            dev.fovea.djl,
            dev.fovea.onnx;
}
