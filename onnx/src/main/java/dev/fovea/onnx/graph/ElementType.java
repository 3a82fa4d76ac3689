package dev.fovea.onnx.graph;

/** Numbers of the element types that shape arithmetic uses. */
public final class ElementType {
    public static final int FLOAT = 1;
    public static final int UINT8 = 2;
    public static final int INT8 = 3;
    public static final int INT32 = 6;
    public static final int INT64 = 7;
    public static final int BOOL = 9;
    public static final int FLOAT16 = 10;
    public static final int DOUBLE = 11;
    public static final int BFLOAT16 = 16;

    private ElementType() {}

    /** True for the types whose elements are whole numbers or truth values. */
    public static boolean isInteger(int type) {
        return type >= UINT8 && type <= BOOL && type != 8 || type == 12 || type == 13;
    }
}
