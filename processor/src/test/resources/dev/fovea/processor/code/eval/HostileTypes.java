import java.util.*;
import java.util.function.*;
import java.util.stream.*;

class Code {
    record Range(int low, int high) {
        Range {
            if (low > high) {
                int swap = low;
                low = high;
                high = swap;
            }
        }

        Range(int both) {
            this(both, both + 1);
        }

        int width() {
            return high - low;
        }
    }

    static Object records() {
        return new Range(5, 2).width() * 10 + new Range(4).low();
    }

    sealed interface Shape permits Square, Circle {}

    record Square(int side) implements Shape {}

    record Circle(int radius) implements Shape {}

    static Object patterns() {
        Shape shape = new Square(3);
        if (!(shape instanceof Square square)) {
            return 0;
        }
        return square.side() + (shape instanceof Circle circle ? circle.radius() : 1);
    }

    enum Size {
        SMALL(1),
        LARGE(SMALL.n * 10);

        final int n;

        Size(int n) {
            this.n = n;
        }
    }

    static Object enums() {
        int total = 0;
        for (Size size : Size.values()) {
            total += switch (size) {
                case SMALL -> size.n;
                case LARGE -> {
                    int twice = size.n * 2;
                    yield twice;
                }
            };
        }
        return total + Size.valueOf("LARGE").ordinal();
    }

    static class Outer {
        int n = 3;

        class Inner {
            int n = 4;

            int both() {
                return n * 10 + Outer.this.n;
            }
        }

        int run() {
            return new Inner().both();
        }
    }

    static Object inner() {
        return new Outer().run();
    }

    static class Base {
        int made = make();

        int make() {
            return 1;
        }
    }

    static class Derived extends Base {
        int own = 5;

        @Override
        int make() {
            return own + 1;
        }
    }

    static Object overriddenInConstructor() {
        return new Derived().made;
    }
}
