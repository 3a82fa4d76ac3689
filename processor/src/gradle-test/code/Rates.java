package example;

class Rates {
    private static final int FIRST = 1;
    private static final int SECOND = 2;

    static int first() {
        return FIRST;
    }

    static int second() {
        return SECOND;
    }
}
