package example;

/** Constants that the compiler has inlined must be those of the last build. */
public final class Sizes {
    public static final int HEAD = HeadReceptiveField.FAR_SIZE;
    public static final int SMALL = SmallReceptiveField.CONTEXT_SIZE;
    public static final int LARGE = LargeReceptiveField.CONTEXT_SIZE;

    private Sizes() {}
}
