package dev.fovea.processor;

/** The names of all options; constants, so that a compilation without a model does not load this class. */
final class Options {
    /** Severities: {@code Rule=off, note, warning or error}, with commas in between. */
    static final String SEVERITY = "fovea.severity";

    /** How strictly stacks are judged where a model does not say: {@code strict} or {@code exact}. */
    static final String HDC = "fovea.hdc";

    /** {@code none} generates no report classes and files. */
    static final String REPORT = "fovea.report";

    /** Prints the stack traces of internal faults. */
    static final String VERBOSE = "fovea.verbose";

    /** A file for a SARIF log. */
    static final String SARIF = "fovea.sarif";

    /** A file for a GitLab Code Quality report. */
    static final String CODE_QUALITY = "fovea.codequality";

    /** A file with known findings, which are accepted. */
    static final String BASELINE = "fovea.baseline";

    /** The file to write a new baseline to. */
    static final String NEW_BASELINE = "fovea.newbaseline";

    /** A folder for pages. */
    static final String HTML = "fovea.html";

    /** The folder that the files named in logs and pages are relative to. */
    static final String ROOT = "fovea.root";

    /** What precedes the path of a source in the links of pages: of a forge or an editor. */
    static final String SOURCE = "fovea.source";

    private Options() {}
}
