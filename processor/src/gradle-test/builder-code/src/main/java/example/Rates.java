package example;

import java.util.List;

class Rates {
    static final List<Integer> ALL = List.of(1, 2, 5);
}
