package example;

/** The canary: does not compile where the annotation processor did not run. */
final class FoveaHasRun {
    static final int SIZE = HeadReceptiveField.CONV_SIZE;

    private FoveaHasRun() {}
}
