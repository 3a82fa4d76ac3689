package example;

final class Tiles {
    /** A compile-time constant: nothing else may stand here. */
    static String text(int extent) {
        switch (extent) {
            case UNet.INPUT_EXTENT:
                return "as exported";
            default:
                return extent % UNet.TILE_STEP == 0 ? "fits" : "does not fit";
        }
    }

    private Tiles() {}
}
