import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

class Unknown {
    static int counter = 3;
    static final int[] LATER;

    static {
        LATER = new int[] {1};
    }

    static int staticField() {
        return counter + 1;
    }

    static int assignedLater() {
        return LATER[0];
    }

    static int environment() {
        return Integer.parseInt(System.getenv("WIDTH"));
    }

    static int decidedUpon() {
        return System.getenv("DEEP") != null ? 1 : 2;
    }

    static boolean chance() {
        return new Random().nextBoolean();
    }

    static int loop() {
        int n = 0;
        while (true) {
            n++;
        }
    }

    static int deep() {
        return deep(0);
    }

    static int deep(int n) {
        return deep(n + 1);
    }

    static int thrown() {
        if (counterOf(3) > 2) {
            throw new IllegalStateException("no");
        }
        return 1;
    }

    static int counterOf(int n) {
        return n;
    }

    static int divided() {
        return 1 / (counterOf(0));
    }

    static int index() {
        return new int[2][counterOf(3)][2].length + new int[1][1][counterOf(1)].length;
    }

    static int outOfBounds() {
        return new int[] {1}[counterOf(1)];
    }

    static String order() {
        String all = "";
        for (String s : Set.of("a", "b")) {
            all += s;
        }
        return all;
    }

    static String keys() {
        return new ArrayList<>(Map.of("a", 1, "b", 2).keySet()).toString();
    }

    static int field() {
        return new Unknown().width;
    }

    int width = counter;

    static String ambiguous() {
        return kind("s");
    }

    static String kind(Object o) {
        return "o";
    }

    static String kind(String s) {
        return "s";
    }

    static boolean contained() {
        List<Integer> list = new ArrayList<>();
        list.add(counter);
        return list.contains(3);
    }

    static int size() {
        List<Integer> list = new ArrayList<>();
        list.add(counter);
        list.add(4);
        return list.size() + list.get(1);
    }

    static boolean identity() {
        String one = "a";
        return one == "a" + counterOf(1);
    }

    static Object anonymous() {
        return new Object() {};
    }

    static int nullArray() {
        int[] none = null;
        return none[0];
    }

    static int exception() {
        return List.of(1).get(counterOf(7));
    }

    static double branches() {
        boolean first = counterOf(1) == 1;
        return (first ? 1 : other()) / 2;
    }

    static double other() {
        return 2;
    }
}
